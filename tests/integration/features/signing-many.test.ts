import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import type { Output } from '../../../shared/contract.ts';
import { beginSession, checklist, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';

/** Two apprentices, each with both methods held and judged, and nothing signed; `onProgress` is told of each report. */
async function readyBench(
  onProgress: (bench: TestBench) => void = () => undefined,
  folder: string | null = temporaryFolder(),
) {
  const dialogs = { chooseFolder: async () => folder };
  const bench: TestBench = testBench({ dialogs, onProgress: () => onProgress(bench) });
  const { assessmentId, sessionId } = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const { id } = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  await holdSession(bench, id);
  await judgeAll(bench, id, (_, grade) => (grade === 'pass' ? 'met' : 'notMet'));
  return { bench, assessmentId, sessionId };
}

const confirmed = (ready: Output<'report.ready'>) =>
  ready.flatMap(({ reports }) => reports.map(({ subject, grade }) => ({ subject, grade })));

test('what is ready is listed with its grade, the overall report after the methods that it rests on', async () => {
  const { bench, sessionId } = await readyBench();
  const [only, ...others] = await bench.ask('report.ready', {});
  expect(others).toEqual([]);
  expect(only).toMatchObject({ apprenticeName: 'Zoë Nguyễn-Example', practice: true });
  expect(only?.reports.map(({ subject, grade }) => [subject.kind, grade])).toEqual([
    ['method', 'pass'],
    ['method', 'distinction'],
    ['overall', 'pass'],
  ]);
  const rationale = { sessionId, field: 'rationale:s1', body: 'half a sentence' };
  await bench.ask('draft.keep', rationale);
  const [later] = await bench.ask('report.ready', {});
  expect(
    later?.reports.map(({ title }) => title),
    'what is half typed keeps its report back',
  ).toEqual(['Observation with questions: assessment report']);
});

test('everything that was confirmed is signed and saved, and nothing is ready afterwards', async () => {
  const folder = temporaryFolder();
  const { bench } = await readyBench(undefined, folder);
  const reports = confirmed(await bench.ask('report.ready', {}));
  const result = await bench.ask('report.signMany', { reports, mark, save: true });
  expect(result).toEqual({ signed: 3, skipped: 0, folder, notSigned: [], stopped: null, remaining: 0 });
  const files = readdirSync(folder);
  expect(files).toHaveLength(3);
  for (const file of files) expect(verifyPdf(readFileSync(path.join(folder, file))).verdict).toBe('intact');
  expect(await bench.ask('report.ready', {})).toEqual([]);
  const again = await bench.ask('report.signMany', { reports, mark, save: false });
  expect(again).toMatchObject({ signed: 0, skipped: 3, folder: null });
});

test('a report with another grade than the confirmed one is not signed, nor what rests on it', async () => {
  const { bench, sessionId } = await readyBench();
  const reports = confirmed(await bench.ask('report.ready', {}));
  await judgeAll(bench, sessionId, (_, grade) => (grade === 'pass' ? 'met' : 'notMet'));
  const result = await bench.ask('report.signMany', { reports, mark, save: false });
  expect(result).toMatchObject({ signed: 1, remaining: 0, stopped: null });
  expect(result?.notSigned.map(({ reason }) => reason)).toEqual([
    'The grade is pass by now, where distinction was confirmed. Look at the report and sign it by itself.',
    expect.stringMatching(/^There is no report yet/),
  ]);
});

test('a batch that is cancelled leaves what is signed signed, and goes on where it was', async () => {
  let told = 0;
  const { bench } = await readyBench(one => {
    told += 1;
    if (told === 2) void one.ask('task.cancel', {});
  });
  const reports = confirmed(await bench.ask('report.ready', {}));
  const first = await bench.ask('report.signMany', { reports, mark, save: false });
  expect(first).toMatchObject({ signed: 2, skipped: 0, remaining: 1 });
  const rest = confirmed(await bench.ask('report.ready', {}));
  expect(rest).toEqual(reports.slice(2));
  expect(await bench.ask('report.signMany', { reports, mark, save: false })).toMatchObject({ signed: 1, skipped: 2 });
});

test('a fault that would meet every report ends the batch at the first', async () => {
  const { bench } = await readyBench();
  const reports = confirmed(await bench.ask('report.ready', {}));
  const others = { kind: 'typed', name: 'Somebody Else' } as const;
  const result = await bench.ask('report.signMany', { reports, mark: others, save: false });
  expect(result).toMatchObject({ signed: 0, remaining: 3, notSigned: [] });
  expect(result?.stopped).toContain('The name typed is not the signer’s');
});

test('nothing is signed where the folder to save in was not chosen', async () => {
  const { bench } = await readyBench(undefined, null);
  const reports = confirmed(await bench.ask('report.ready', {}));
  expect(await bench.ask('report.signMany', { reports, mark, save: true })).toBeNull();
  expect(confirmed(await bench.ask('report.ready', {}))).toEqual(reports);
});
