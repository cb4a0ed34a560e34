import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Figure, figure, measureInTurns } from './measuring.ts';
import { packedAssessments } from './packed-assessments.ts';

const script = fileURLToPath(new URL('pack-alone.ts', import.meta.url));
const turns = { count: 3, warmUp: 0 };
const baseline = 'plain zip and SHA-256 of the same bytes';

/** What one turn took. */
interface Taken {
  readonly ms: number;
  readonly peakMiB: number;
}

/** A pack of 1,000 assessments with their reports written (hashed twice, signed) and checked, each in a process of its own. */
export async function measurePacks(scratch: string): Promise<Figure[]> {
  const ours = path.join(scratch, 'bench.epapack');
  const plain = path.join(scratch, 'bench.zip');
  const taken = await measureInTurns(turns, {
    writePlain: () => alone('write', 'plain', plain),
    writeOurs: () => alone('write', 'ours', ours),
    checkPlain: () => alone('check', 'plain', plain),
    checkOurs: () => alone('check', 'ours', ours),
  });
  const ms = (series: readonly Taken[]): number[] => series.map(each => each.ms);
  const peak = (series: readonly Taken[]): number[] => series.map(each => each.peakMiB);
  const time = { unit: 'ms', baseline, items: packedAssessments } as const;
  const memory = { unit: 'MiB', baseline } as const;
  const { writeOurs, writePlain, checkOurs, checkPlain } = taken;
  return [
    figure({ ...time, key: 'packWritten', name: '1,000 assessments packed' }, ms(writeOurs), ms(writePlain)),
    figure({ ...time, key: 'packChecked', name: '1,000 assessments checked' }, ms(checkOurs), ms(checkPlain)),
    figure(
      { ...memory, key: 'packWritingMemory', name: 'Most memory while packing' },
      peak(writeOurs),
      peak(writePlain),
    ),
    figure(
      { ...memory, key: 'packCheckingMemory', name: 'Most memory while checking' },
      peak(checkOurs),
      peak(checkPlain),
    ),
  ];
}

async function alone(deed: 'write' | 'check', whose: 'ours' | 'plain', file: string): Promise<Taken> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, deed, whose, file]);
  return JSON.parse(stdout) as Taken;
}
