import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { opensslFolder } from '../signing/openssl-files.ts';
import { startTimestampServer, type TimestampServer } from '../signing/timestamp-server.ts';
import { beginSession, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';
import { addReviewer, checkedFile, pdfsig, review, reviewerMark, trustChosen } from './signed-assessment.ts';

const files = opensslFolder();
let server: TimestampServer;

beforeAll(async () => {
  server = await startTimestampServer(files);
});
afterEach(() => server.behave(undefined));
afterAll(() => {
  server.close();
  files.remove();
});

/** A discussion that is ready to be signed, in a workspace whose dialogs answer with files of a folder. */
async function readyToSign() {
  const folder = temporaryFolder();
  let name = 'report.pdf';
  const answer = async (): Promise<string> => path.join(folder, name);
  const bench = testBench({ dialogs: { saveFile: answer, chooseFile: answer } });
  const { sessionId, assessmentId } = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const choose = (file: string): void => {
    name = file;
  };
  return { bench, assessmentId, subject: { kind: 'method', sessionId } as const, folder, choose };
}

async function trustStamps(bench: TestBench, folder: string, choose: (file: string) => void): Promise<void> {
  writeFileSync(path.join(folder, 'root.der'), files.certificate('stamproot'));
  choose('root.der');
  await trustChosen(bench, 'timestamps');
  choose('report.pdf');
}

test('nothing is asked of the network before somebody agreed to it', async () => {
  const { bench, subject } = await readyToSign();
  let asked = 0;
  server.behave((_, response) => {
    asked += 1;
    response.statusCode = 500;
    response.end();
  });
  await bench.ask('timestamp.set', { address: server.url, agreed: false });
  const signed = await bench.ask('report.sign', { subject, mark });
  expect(await bench.refusal('report.timestamp', { reportId: signed.id })).toBe('timestamp.off');
  expect(asked).toBe(0);
});

test('with an authority that was agreed to, signatures carry its time stamps', async () => {
  const { bench, subject, folder, choose } = await readyToSign();
  await trustStamps(bench, folder, choose);
  await bench.ask('timestamp.set', { address: server.url, agreed: true });
  expect(await bench.ask('timestamp.get', {})).toEqual({ address: server.url, agreed: true });
  const { id } = await bench.ask('report.sign', { subject, mark });
  await bench.ask('report.save', { id });
  const found = await checkedFile(bench, path.join(folder, 'report.pdf'));
  expect(found).toMatchObject({
    ok: true,
    signatures: [{ timestamp: { authority: 'rsa', trusted: true, problems: [] } }],
    documentTimestamps: [],
  });
});

test('without an answer nothing is signed, and the person may sign without a time stamp', async () => {
  const { bench, subject } = await readyToSign();
  server.behave((_, response) => {
    response.statusCode = 503;
    response.end();
  });
  await bench.ask('timestamp.set', { address: server.url, agreed: true });
  expect(await bench.refusal('report.sign', { subject, mark })).toBe('timestamp.unreachable');
  expect((await bench.ask('report.get', { subject })).signed).toBeNull();
  const signed = await bench.ask('report.sign', { subject, mark, timestamp: 'without' });
  expect(signed.version).toBe(1);
});

test('a time stamp is added to a countersigned report later, and covers both signatures', async () => {
  const { bench, subject, assessmentId, folder, choose } = await readyToSign();
  await trustStamps(bench, folder, choose);
  const { id: reportId } = await bench.ask('report.sign', { subject, mark });
  const reviewerId = await addReviewer(bench);
  await review(bench, assessmentId, reviewerId);
  await bench.ask('report.countersign', { reportId, reviewerId, mark: reviewerMark });
  await bench.ask('timestamp.set', { address: server.url, agreed: true });
  const stamped = await bench.ask('report.timestamp', { reportId });
  expect(stamped.timestampedAt).not.toBeNull();
  expect(stamped.countersigned).not.toBeNull();
  expect(await bench.refusal('report.timestamp', { reportId })).toBe('timestamp.present');
  await bench.ask('report.save', { id: reportId });
  const found = await checkedFile(bench, path.join(folder, 'report.pdf'));
  expect(found).toMatchObject({
    ok: true,
    documentTimestamps: [{ trusted: true, intact: true, unchangedSince: true }],
  });
  expect(found?.signatures.map(({ unchangedSince }) => unchangedSince)).toEqual([true, true]);
  // This reader knows no document time stamps: it tells of the two signatures only.
  expect(pdfsig(path.join(folder, 'report.pdf')).match(/Signature is Valid/g)).toHaveLength(2);
});

test('an address that is no web address is refused', async () => {
  const { bench } = await readyToSign();
  for (const address of ['file:///etc/passwd', 'tsa.example.org', 'https://user:secret@tsa.example.org/']) {
    expect(await bench.refusal('timestamp.set', { address, agreed: true })).toMatch(
      /^(input\.wrong|timestamp\.address)$/,
    );
  }
});
