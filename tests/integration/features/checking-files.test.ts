import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sampleReport, selfSigned, signAsAssessor } from '../signing/sample-report.ts';
import { flipBit } from '../signing/tampering.ts';
import { type TestBench, temporaryFolder, testBench } from '../workbench.ts';

/** A folder with reports of every sort, and a bench whose dialogs answer with it; `onProgress` is told of each file. */
async function folderOfReports(onProgress: (bench: TestBench) => void = () => undefined) {
  const folder = temporaryFolder();
  const signed = await signAsAssessor(await sampleReport(), await selfSigned());
  writeFileSync(path.join(folder, 'report 10.pdf'), signed);
  writeFileSync(path.join(folder, 'report 2.pdf'), flipBit(signed, 8 * 2000));
  writeFileSync(path.join(folder, 'report 3.PDF'), 'no PDF at all');
  writeFileSync(path.join(folder, 'notes.txt'), 'not looked at');
  mkdirSync(path.join(folder, 'report 4.pdf'));
  const files = ['report 10.pdf', 'gone.pdf'].map(name => path.join(folder, name));
  const dialogs = { chooseFolder: async () => folder, chooseFiles: async () => files };
  const bench: TestBench = testBench({ dialogs, onProgress: () => onProgress(bench) });
  return { bench, signed };
}

test('every PDF of a folder is checked without a workspace, and what cannot be read does not keep the others from it', async () => {
  const { bench } = await folderOfReports();
  const found = await bench.ask('report.verifyFiles', { from: 'folder' });
  expect(found?.remaining).toBe(0);
  expect(
    found?.files.map(file =>
      file.kind === 'checked' ? [file.verification.fileName, file.verification.ok] : [file.fileName, file.reason],
    ),
  ).toEqual([
    ['report 2.pdf', false],
    ['report 3.PDF', false],
    ['report 4.pdf', 'The file cannot be read. Check that it is there and may be read.'],
    ['report 10.pdf', true],
  ]);
});

test('files that were chosen are checked, and one that is gone by then is told', async () => {
  const { bench } = await folderOfReports();
  const found = await bench.ask('report.verifyFiles', { from: 'files' });
  expect(found?.files).toMatchObject([
    { kind: 'checked', verification: { ok: true } },
    { kind: 'notChecked', fileName: 'gone.pdf' },
  ]);
});

test('a check of many files stops when it is told to', async () => {
  const { bench } = await folderOfReports(one => void one.ask('task.cancel', {}));
  const found = await bench.ask('report.verifyFiles', { from: 'folder' });
  expect(found?.files).toHaveLength(1);
  expect(found?.remaining).toBe(3);
});

test('a file that was dropped is checked as one that was chosen', async () => {
  const { bench, signed } = await folderOfReports();
  const found = await bench.ask('report.verifyGiven', { fileName: 'dropped.pdf', bytes: new Uint8Array(signed) });
  expect(found).toMatchObject({ kind: 'checked', verification: { ok: true, fileName: 'dropped.pdf' } });
});

test('nothing chosen is nothing checked, and a folder without PDFs says so', async () => {
  const nobody = testBench();
  expect(await nobody.ask('report.verifyFiles', { from: 'files' })).toBeNull();
  expect(await nobody.ask('report.verifyFiles', { from: 'folder' })).toBeNull();
  const empty = temporaryFolder();
  const bench = testBench({ dialogs: { chooseFolder: async () => empty } });
  expect(await bench.refusal('report.verifyFiles', { from: 'folder' })).toBe('report.noFiles');
});
