import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openPack } from '../../electron/packs/open-pack.ts';
import { writePack } from '../../electron/packs/write-pack.ts';
import { manyResults } from './many-results.ts';
import { type Figure, figure } from './measuring.ts';
import { oneResult } from './one-result.ts';
import { packedAssessments } from './packed-assessments.ts';

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const baseline = 'unzipping the pack with SHA-256 of its files';

/** A result pack of 1,000 signed assessments taken in at an organisation's workspace: checked, judged against what is there, and written in one transaction. */
export async function measurePackImport(scratch: string, count = packedAssessments): Promise<Figure[]> {
  const one = await oneResult(scratch);
  const pack = await openPack(one.file, { authorities: {}, signers: 'anybody' });
  const file = path.join(scratch, 'many-results.epapack');
  await writePack(file, { info: pack.info, files: manyResults(pack, count), sign: one.sign });
  await pack.close();
  const plain = await alone('pack-alone.ts', 'check', 'plain', file);
  const ours = await alone('import-alone.ts', one.userData, one.folder, file, String(count));
  return [
    figure(
      { unit: 'ms', baseline, items: count, key: 'packImported', name: '1,000 results taken in' },
      [ours.ms],
      [plain.ms],
    ),
    figure(
      { unit: 'MiB', baseline, key: 'packImportMemory', name: 'Most memory while taking in' },
      [ours.peakMiB],
      [plain.peakMiB],
    ),
  ];
}

async function alone(name: string, ...words: readonly string[]): Promise<{ ms: number; peakMiB: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [script(name), ...words]);
  return JSON.parse(stdout) as { ms: number; peakMiB: number };
}
