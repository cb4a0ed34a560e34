import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importFile } from '../../electron/importers/import-file.ts';
import { startCore } from './core.ts';
import { type Figure, figure, timeInTurns } from './measuring.ts';
import { root } from './scratch.ts';
import { passphrase } from './session.ts';

const turnsOfOne = { count: 100, warmUp: 10 };
const turnsOfMany = { count: 5, warmUp: 1 };
const many = 700;

/** The largest of the real standards, previewed with its first statement by statement view; and a file of hundreds, read. Beside both, parsing the same JSON. */
export async function measureImporting(userData: string): Promise<Figure[]> {
  const folder = path.join(root, 'tests/fixtures/frameworks/standards');
  const texts = readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'utf8'));
  const largest = texts.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const core = startCore(userData);
  await core.ask('workspace.create', { label: 'Import', passphrase, assessor: 'Robin Fictional', organisation: 'Ex' });
  const one = await timeInTurns(turnsOfOne, {
    ours: async () => {
      const preview = await core.ask('framework.previewImport', { from: 'text', text: largest });
      await core.ask('framework.importDetail', { previewId: preview?.id ?? '', index: 0 });
    },
    bare: () => JSON.parse(largest),
  });
  core.workbench.close();
  const list = `[${Array.from({ length: many }, (_, index) => texts[index % texts.length]).join(',')}]`;
  const bytes = Buffer.from(list);
  const all = await timeInTurns(turnsOfMany, {
    ours: () => importFile({ name: 'many.json', bytes }),
    bare: () => JSON.parse(list),
  });
  const baseline = 'JSON.parse of the same text';
  return [
    figure(
      { key: 'importPreview', name: 'Preview of the largest real standard', unit: 'ms', baseline },
      one.ours,
      one.bare,
    ),
    figure(
      { key: 'importMany', name: `File of ${many} standards read`, unit: 'ms', baseline, items: many },
      all.ours,
      all.bare,
    ),
  ];
}
