import { expect, test } from 'vitest';
import { backgroundThread } from '../../../electron/background/thread.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';

const beyond = { code: 'report.tooHardToCheck', message: 'The file was given up.' };
const ample = { heapMiB: 512, patienceMs: 60_000, beyond };
const fileOf = (bytes: Uint8Array) => ({ fileName: 'a.pdf', bytes, options: {} });
const nothing = fileOf(new Uint8Array());

/** Fields that are read one by one and found wrong only at the end. */
const heavy = Buffer.from(`%PDF-1.7\n${'1 0 obj\n<</A[(x)(y)(z)]>>\nendobj\n'.repeat(300_000)}startxref\n9\n%%EOF\n`);

test('a job that takes too long is given up, and the next one is done', async () => {
  const hurried = backgroundThread({ ...ample, patienceMs: 1 });
  await expect(hurried('check', fileOf(heavy))).rejects.toMatchObject(beyond);
  const patient = backgroundThread(ample);
  await expect(patient('check', nothing)).resolves.toMatchObject({ ok: false, fileName: 'a.pdf' });
});

test('a job that takes more memory than it may have is given up, and does not take the process with it', async () => {
  const narrow = backgroundThread({ ...ample, heapMiB: 4 });
  const model = methodReportModel({ noteCount: 400 });
  await expect(narrow('report', { model, style: null })).rejects.toMatchObject(beyond);
  await expect(narrow('report', { model, style: null })).rejects.toMatchObject(beyond);
});

test('jobs are done one after another, each with its own answer', async () => {
  const run = backgroundThread(ample);
  const names = ['a.pdf', 'b.pdf', 'c.pdf'];
  const answers = await Promise.all(names.map(fileName => run('check', { ...nothing, fileName })));
  expect(answers.map(({ fileName }) => fileName)).toEqual(names);
});

test('a refusal comes through the thread in its own words, a bug with where it happened', async () => {
  const run = backgroundThread(ample);
  const model = methodReportModel();
  const accentColour = '#224466';
  const logo = { bytes: new Uint8Array(40), mediaType: 'image/png', alt: 'A logo' } as const;
  const style = { organisation: 'Example', accentColour, logo, language: 'en' } as const;
  await expect(run('report', { model, style })).rejects.toMatchObject({ name: 'AppError', code: 'style.logo' });
  await expect(run('report', { model: { ...model, notes: [] }, style: null })).rejects.toThrow(
    /rests on note[\s\S]* at /,
  );
});
