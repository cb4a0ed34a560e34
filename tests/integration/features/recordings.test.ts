import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../../shared/contract.ts';
import { criticalKsb } from '../../fixtures/plans/critical-ksb.ts';
import { inChunks, tones } from '../../fixtures/recordings.ts';
import { checklist, newWorkspace, passphrase, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { holdSession } from './job.ts';
import { liveAssessment } from './live-assessment.ts';

const consenting = { ...checklist, recordingConsent: 'given' } as const;
const chunks = inChunks(tones);
const chunk = new Uint8Array(tones.subarray(0, 3179));

async function beginRecorded(bench: TestBench, opening: Input<'session.begin'>['checklist'] = consenting) {
  const apprenticeId = await newWorkspace(bench);
  const planId = 'st1030-demonstration';
  const { id: assessmentId } = await bench.ask('assessment.add', { apprenticeId, planId, practice: true });
  const methodKey = 'professionalDiscussion';
  const { id: sessionId } = await bench.ask('session.begin', { assessmentId, methodKey, checklist: opening });
  const status = await bench.ask('workspace.status', {});
  const folder = status.state === 'open' ? status.workspace.folder : '';
  return { sessionId, folder, attachments: path.join(folder, 'attachments') };
}

/** Records the first chunks of the tones, all of them unless told; the segment is still running. */
async function record(bench: TestBench, sessionId: string, count = chunks.length): Promise<string> {
  const { segmentId } = await bench.ask('recording.start', { sessionId });
  for (const [sequence, chunk] of chunks.slice(0, count).entries()) {
    await bench.ask('recording.append', { segmentId, sequence, milliseconds: (sequence + 1) * 1020, chunk });
  }
  return segmentId;
}

/** Closes a session with every obstacle explained. */
async function close(bench: TestBench, sessionId: string): Promise<void> {
  const { obstaclesToClosing } = await bench.ask('session.get', { id: sessionId });
  const blocking = obstaclesToClosing.filter(({ severity }) => severity === 'blocks');
  const explanations = blocking.map(({ rule, message }) => ({ rule, matter: message, reason: 'A test' }));
  await bench.ask('session.close', { sessionId, explanations });
}

/** The workspace as it lies on the disk at this moment, as if the power had gone; its folder is in a place of its own. */
function copyOf(folder: string): { readonly userData: string; readonly folder: string } {
  const userData = temporaryFolder();
  const copy = path.join(userData, 'workspaces', 'copy');
  cpSync(folder, copy, { recursive: true });
  return { userData, folder: copy };
}

const recordingOf = async (bench: TestBench, sessionId: string) =>
  (await bench.ask('session.get', { id: sessionId })).recording;

async function listen(bench: TestBench, segmentId: string, from = 0, to = 10_000_000): Promise<Buffer> {
  await bench.ask('recording.listen', { segmentId });
  const file = bench.workbench.shownFile(segmentId);
  return Buffer.from(file?.read(from, Math.min(to, file.sizeBytes)) ?? []);
}

describe('whether it may be recorded', () => {
  test('not before consent, not after a refusal; a refusal ends what is being recorded', async () => {
    const bench = testBench();
    const { sessionId } = await beginRecorded(bench, checklist);
    expect(await bench.refusal('recording.start', { sessionId })).toBe('recording.consentNotAsked');
    await bench.ask('recording.consent', { sessionId, consent: 'given' });
    await record(bench, sessionId, 3);
    await bench.ask('recording.consent', { sessionId, consent: 'refused' });
    expect(await bench.refusal('recording.start', { sessionId })).toBe('recording.consentRefused');
    const { segments } = await recordingOf(bench, sessionId);
    expect(segments).toMatchObject([{ end: 'stopped', reason: 'Consent was withdrawn' }]);
    expect((await bench.ask('session.get', { id: sessionId })).checklist.recordingConsent).toBe('refused');
  });

  test('not on a break, and not once the session is closed', async () => {
    const bench = testBench();
    const { sessionId } = await beginRecorded(bench);
    await bench.ask('clock.run', { sessionId, partKey: 'discussion' });
    await bench.ask('clock.break', { sessionId, reason: 'Fire alarm' });
    expect(await bench.refusal('recording.start', { sessionId })).toBe('recording.break');
    await close(bench, sessionId);
    expect(await bench.refusal('recording.start', { sessionId })).toBe('session.closed');
  });
});

test('a plan that requires a recording has consent asked for first, and its absence explained at closing', async () => {
  const bench = testBench();
  const recording = { audio: 'required', video: 'none', consentRequired: true, retentionMonths: 6 } as const;
  const methods = criticalKsb.methods.map(method => ({ ...method, recording }));
  const assessmentId = await liveAssessment(bench, { ...criticalKsb, methods });
  const [method] = (await bench.ask('assessment.get', { id: assessmentId })).methods;
  expect(method?.consentToRecording).toBe('required');
  const opening = { assessmentId, methodKey: 'observation' };
  expect(await bench.refusal('session.begin', { ...opening, checklist })).toBe('consent.notAsked');
  const refused = { ...checklist, recordingConsent: 'refused' } as const;
  const { id: sessionId } = await bench.ask('session.begin', { ...opening, checklist: refused });
  const { obstaclesToClosing } = await bench.ask('session.get', { id: sessionId });
  expect(obstaclesToClosing.find(({ rule }) => rule === 'notRecorded')?.message).toBe(
    'The plan asks for a recording and there is none: the apprentice did not consent. Say why.',
  );
  await bench.ask('clock.run', { sessionId, partKey: 'part' });
  const others = obstaclesToClosing.filter(({ rule, severity }) => severity === 'blocks' && rule !== 'notRecorded');
  const explained = (rules: typeof obstaclesToClosing) =>
    rules.map(({ rule, message }) => ({ rule, matter: message, reason: 'A test' }));
  expect(await bench.refusal('session.close', { sessionId, explanations: explained(others) })).toBe(
    'session.incomplete',
  );
  await close(bench, sessionId);
  expect((await bench.ask('session.get', { id: sessionId })).explanations.map(({ rule }) => rule)).toContain(
    'notRecorded',
  );
});

describe('a recording', () => {
  test('is ended by a pause, a break and the close of the session, each with its reason, length and hash', async () => {
    const bench = testBench();
    const { sessionId } = await beginRecorded(bench);
    await bench.ask('clock.run', { sessionId, partKey: 'discussion' });
    const paused = await record(bench, sessionId, 20);
    await bench.ask('recording.end', { segmentId: paused, end: 'paused', reason: 'A service user came in' });
    await record(bench, sessionId, 30);
    await bench.ask('clock.break', { sessionId, reason: 'Comfort break' });
    await bench.ask('clock.run', { sessionId, partKey: 'discussion' });
    await record(bench, sessionId);
    await close(bench, sessionId);
    const { segments } = await recordingOf(bench, sessionId);
    expect(segments.map(({ end, reason }) => [end, reason])).toEqual([
      ['paused', 'A service user came in'],
      ['break', 'Comfort break'],
      ['closed', null],
    ]);
    const lengths = segments.map(({ milliseconds }) => milliseconds / 1000);
    for (const [index, length] of [20, 30.6, 60.8].entries()) expect(lengths[index]).toBeCloseTo(length, -0.3);
    expect(new Set(segments.map(({ sha256 }) => sha256)).size).toBe(3);
    expect(await bench.refusal('recording.append', { segmentId: paused, sequence: 20, milliseconds: 0, chunk })).toBe(
      'recording.ended',
    );
  });

  test('that the window no longer makes is ended before the next stretch begins', async () => {
    const bench = testBench();
    const { sessionId } = await beginRecorded(bench);
    await record(bench, sessionId, 3);
    await record(bench, sessionId, 3);
    const { segments } = await recordingOf(bench, sessionId);
    expect(segments.map(({ end }) => end)).toEqual(['trouble', null]);
  });

  test('takes each chunk once, in order, and none after a gap', async () => {
    const bench = testBench();
    const { sessionId } = await beginRecorded(bench);
    const segmentId = await record(bench, sessionId, 3);
    const append = (sequence: number) => ({ segmentId, sequence, milliseconds: 9000, chunk });
    expect(await bench.ask('recording.append', append(1))).toEqual({ chunks: 3 });
    expect(await bench.refusal('recording.append', append(4))).toBe('recording.gap');
    expect(await bench.ask('recording.append', append(3))).toEqual({ chunks: 4 });
    for (const wrong of [new Uint8Array(), new Uint8Array(1_000_001), 'sound' as never]) {
      expect(await bench.refusal('recording.append', { ...append(4), chunk: wrong })).toBe('input.wrong');
    }
  });

  test('is listened to as one file that knows its length, in pieces, and never while it is made', async () => {
    const bench = testBench();
    const { sessionId } = await beginRecorded(bench);
    const segmentId = await record(bench, sessionId);
    expect(await bench.refusal('recording.listen', { segmentId })).toBe('recording.running');
    expect(bench.workbench.shownFile(segmentId)).toBeUndefined();
    await bench.ask('recording.end', { segmentId, end: 'stopped', reason: null });
    const whole = await listen(bench, segmentId);
    expect(whole.includes(tones.subarray(146))).toBe(true);
    expect(await listen(bench, segmentId, 100, 70_000)).toEqual(whole.subarray(100, 70_000));
    expect(await listen(bench, segmentId, 170_000)).toEqual(whole.subarray(170_000));
    const file = bench.workbench.shownFile(segmentId);
    expect([file?.mediaType, file?.sizeBytes]).toEqual(['audio/webm', whole.length]);
    bench.workbench.lock();
    expect(() => file?.read(0, 10)).toThrow(expect.objectContaining({ code: 'workspace.locked' }));
    expect(bench.workbench.shownFile(segmentId)).toBeUndefined();
  });

  test('gives a note its moment, and none to a note that was written while nothing was recorded', async () => {
    const bench = testBench();
    const { sessionId } = await beginRecorded(bench);
    const note = { sessionId, kind: 'answer', body: 'Within the hour.', ksbs: [], followsId: null } as const;
    await bench.ask('note.add', note);
    const segmentId = await record(bench, sessionId, 2);
    const { id: noteId } = await bench.ask('note.add', note);
    const { places } = await recordingOf(bench, sessionId);
    expect(places).toMatchObject([{ noteId, segmentId }]);
    expect(places[0]?.milliseconds).toBeGreaterThanOrEqual(0);
  });
});

describe('on the disk', () => {
  test('there is nothing of the sound in plain', async () => {
    const bench = testBench();
    const { sessionId } = await beginRecorded(bench);
    const segmentId = await record(bench, sessionId);
    await bench.ask('recording.end', { segmentId, end: 'stopped', reason: null });
    await listen(bench, segmentId);
    bench.workbench.close();
    const files = readdirSync(bench.userData, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(path.join(parentPath, name));
      for (const at of [0, 5000, 100_000]) expect(bytes.includes(tones.subarray(at, at + 24)), name).toBe(false);
      expect(bytes.includes('OpusHead'), name).toBe(false);
    }
  });

  test('a recording that was changed is not played, and a note can still be written', async () => {
    const bench = testBench();
    const { sessionId, attachments } = await beginRecorded(bench);
    const segmentId = await record(bench, sessionId, 5);
    await bench.ask('recording.end', { segmentId, end: 'stopped', reason: null });
    const [name = ''] = readdirSync(attachments);
    const bytes = readFileSync(path.join(attachments, name));
    bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000);
    writeFileSync(path.join(attachments, name), bytes);
    expect(await bench.refusal('recording.listen', { segmentId })).toBe('recording.damaged');
    await bench.ask('note.add', { sessionId, kind: 'seen', body: 'Rang the lead.', ksbs: [], followsId: null });
  });

  test('a full disk is said at once, in words; what was recorded before is kept and the notes go on', async () => {
    const bench = testBench();
    const { sessionId, attachments } = await beginRecorded(bench);
    const before = await record(bench, sessionId, 4);
    await bench.ask('recording.end', { segmentId: before, end: 'paused', reason: 'A visitor' });
    const [kept] = readdirSync(attachments);
    const { segmentId } = await bench.ask('recording.start', { sessionId });
    const file = path.join(attachments, readdirSync(attachments).find(name => name !== kept) ?? '');
    rmSync(file);
    symlinkSync('/dev/full', file);
    const next = { segmentId, sequence: 0, milliseconds: 1020, chunk };
    const reply = await bench.workbench.dispatch('recording.append', next);
    expect(reply).toMatchObject({ ok: false, error: { code: 'recording.disk' } });
    expect(reply.ok ? '' : reply.error.message).toContain('the disk is full');
    await bench.ask('note.add', { sessionId, kind: 'seen', body: 'Went on.', ksbs: [], followsId: null });
    await bench.ask('recording.end', { segmentId, end: 'trouble', reason: 'The disk is full' });
    expect(await bench.refusal('recording.listen', { segmentId })).toBe('recording.empty');
    expect((await listen(bench, before)).length).toBeGreaterThan(3 * 3179);
  });
});

describe('when the workbench goes', () => {
  const sound = async (bench: TestBench, sessionId: string) => {
    const [segment] = (await recordingOf(bench, sessionId)).segments;
    return { ...segment, bytes: await listen(bench, segment?.id ?? '') };
  };

  test('a lock ends the recording cleanly', async () => {
    const bench = testBench();
    const { sessionId, folder } = await beginRecorded(bench);
    await record(bench, sessionId, 10);
    bench.workbench.lock();
    await bench.ask('workspace.unlock', { folder, opening: { kind: 'passphrase', passphrase } });
    const { end, sha256, bytes } = await sound(bench, sessionId);
    expect([end, sha256]).toEqual(['locked', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(bytes.includes(tones.subarray(146, 31_000))).toBe(true);
  });

  test('a power cut in the middle of a chunk loses that chunk and nothing before it; the next start ends the recording there', async () => {
    const bench = testBench();
    const { sessionId, folder, attachments } = await beginRecorded(bench);
    await bench.ask('clock.run', { sessionId, partKey: 'discussion' });
    await record(bench, sessionId, 10);
    const file = path.join(attachments, readdirSync(attachments)[0] ?? '');
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.alloc(1500, 0x33)]));
    const copies = copyOf(folder);
    const next = testBench({ userData: copies.userData });
    await next.ask('workspace.unlock', { folder: copies.folder, opening: { kind: 'passphrase', passphrase } });
    const { end, sha256, milliseconds, bytes } = await sound(next, sessionId);
    expect([end, sha256]).toEqual(['interrupted', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(milliseconds).toBeGreaterThan(9000);
    expect(bytes.includes(tones.subarray(146, 10 * 3179))).toBe(true);
    const [segment] = (await recordingOf(next, sessionId)).segments;
    const { interrupted } = await next.ask('home.get', {});
    expect(interrupted).toMatchObject([{ sessionId, clockWasRunning: true, recordedUntil: segment?.endedAt }]);
    expect((await next.ask('session.get', { id: sessionId })).interruptedSince).toBe(segment?.endedAt);
  });

  test('a recording whose end is missing from the disk is ended all the same, and said to be damaged', async () => {
    const bench = testBench();
    const { sessionId, attachments } = await beginRecorded(bench);
    const segmentId = await record(bench, sessionId, 10);
    truncateSync(path.join(attachments, readdirSync(attachments)[0] ?? ''), 12_000);
    await bench.ask('recording.end', { segmentId, end: 'stopped', reason: null });
    expect((await recordingOf(bench, sessionId)).segments).toMatchObject([{ end: 'stopped', sha256: null }]);
    expect(await bench.refusal('recording.listen', { segmentId })).toBe('recording.damaged');
  });
});

test('a recording is destroyed only when it need not be kept any longer, and then for good', async () => {
  const bench = testBench();
  const { sessionId, folder, attachments } = await beginRecorded(bench);
  const segmentId = await record(bench, sessionId, 4);
  const destroy = { sessionId, reason: 'Kept for twelve months' };
  expect(await bench.refusal('recording.destroy', destroy)).toBe('recording.needed');
  await holdSession(bench, sessionId);
  expect(await bench.refusal('recording.destroy', destroy)).toBe('recording.retained');
  expect((await recordingOf(bench, sessionId)).keptUntil).toBe('2027-11-16');
  bench.passMinutes(366 * 24 * 60);
  const [name = ''] = readdirSync(attachments);
  await bench.ask('recording.destroy', destroy);
  expect(existsSync(path.join(attachments, name))).toBe(false);
  expect(await bench.refusal('recording.listen', { segmentId })).toBe('recording.destroyed');
  expect(bench.workbench.shownFile(segmentId)).toBeUndefined();
  expect(await bench.refusal('recording.destroy', destroy)).toBe('recording.destroyed');
  expect((await recordingOf(bench, sessionId)).destroyed?.reason).toBe('Kept for twelve months');
  expect((await bench.ask('audit.list', { before: null, limit: 5 })).events[0]?.type).toBe('recording.destroyed');
  expect((await bench.ask('audit.list', { before: null, limit: 5 })).brokenAt).toBeNull();
  expect(readdirSync(folder).length).toBeGreaterThan(1);
});
