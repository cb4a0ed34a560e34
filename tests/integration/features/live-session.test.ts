import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { reportById } from '../../../electron/features/signed-reports.ts';
import { beginSession, type TestBench, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark, seeActivities } from './job.ts';

const record = {
  noticedAt: '09:20',
  what: 'A resident fell in the corridor.',
  done: 'The observation was broken off; staff saw to the resident.',
  told: 'The registered manager, at 09:25.',
} as const;

async function running(bench: TestBench, methodKey = 'observation') {
  const { sessionId, assessmentId } = await beginSession(bench, methodKey);
  const { method } = await bench.ask('session.get', { id: sessionId });
  const partKey = method.parts[0]?.key ?? '';
  await bench.ask('clock.run', { sessionId, partKey });
  return { sessionId, assessmentId, method, partKey };
}

const rulesToClose = async (bench: TestBench, id: string): Promise<readonly string[]> =>
  (await bench.ask('session.get', { id })).obstaclesToClosing
    .filter(({ severity }) => severity === 'blocks')
    .map(({ rule }) => rule);

describe('a session that is split over the day', () => {
  test('stands still until it goes on, and the ledger tells the pause from a break', async () => {
    const bench = testBench();
    const { sessionId, partKey } = await running(bench);
    bench.passMinutes(30);
    await bench.ask('clock.split', { sessionId, reason: 'To move from one place of work to another' });
    bench.passMinutes(120);
    await bench.ask('clock.run', { sessionId, partKey });
    bench.passMinutes(10);
    const { ledger } = await bench.ask('session.get', { id: sessionId });
    expect(ledger.map(({ kind, pause }) => (kind === 'part' ? 'part' : pause))).toEqual(['part', 'split', 'part']);
    expect(Date.parse(ledger[1]?.endedAt ?? '') - Date.parse(ledger[1]?.startedAt ?? '')).toBeGreaterThanOrEqual(
      7_200_000,
    );
    expect(await rulesToClose(bench, sessionId)).not.toContain('splitTooLong');
  });

  test('that goes on the next day has to be explained, where the plan wants one working day', async () => {
    const bench = testBench();
    const { sessionId, partKey } = await running(bench);
    await bench.ask('clock.split', { sessionId, reason: 'For comfort' });
    bench.passMinutes(24 * 60);
    await bench.ask('clock.run', { sessionId, partKey });
    expect(await rulesToClose(bench, sessionId)).toContain('splitTooLong');
  });

  test('is not split twice at once, nor before the clock ran', async () => {
    const bench = testBench();
    const { sessionId } = await beginSession(bench, 'observation');
    expect(await bench.refusal('clock.split', { sessionId, reason: 'x' })).toBe('clock.stopped');
    const { method } = await bench.ask('session.get', { id: sessionId });
    await bench.ask('clock.run', { sessionId, partKey: method.parts[0]?.key ?? '' });
    await bench.ask('clock.split', { sessionId, reason: 'For comfort' });
    expect(await bench.refusal('clock.split', { sessionId, reason: 'x' })).toBe('clock.stopped');
  });
});

describe('a stop', () => {
  test('stands the clock at once, and nothing goes on before it is recorded', async () => {
    const bench = testBench();
    const { sessionId, partKey } = await running(bench);
    const { id } = await bench.ask('session.stop', { sessionId, kind: 'illness' });
    expect(await bench.refusal('clock.run', { sessionId, partKey })).toBe('stop.notRecorded');
    expect(await rulesToClose(bench, sessionId)).toContain('stopNotRecorded');
    await bench.ask('stop.record', { id, ...record });
    await bench.ask('stop.record', { id, ...record, told: 'The registered manager and the provider.' });
    await bench.ask('clock.run', { sessionId, partKey });
    const { stops, ledger } = await bench.ask('session.get', { id: sessionId });
    expect(stops).toMatchObject([{ kind: 'illness', record: { told: 'The registered manager and the provider.' } }]);
    expect(ledger[1]).toMatchObject({ kind: 'break', pause: 'stop', reason: 'Illness' });
  });

  test('for suspected malpractice withholds the result until it is decided', async () => {
    const bench = testBench();
    const { sessionId } = await beginSession(bench, 'professionalDiscussion');
    await holdSession(bench, sessionId);
    await judgeAll(bench, sessionId, () => 'met');
    expect(await bench.refusal('session.stop', { sessionId, kind: 'danger' })).toBe('stop.over');
    const { id } = await bench.ask('session.stop', { sessionId, kind: 'malpractice' });
    const decision = { id, reason: 'The notes were the apprentice’s own', by: 'Lee Lead' } as const;
    expect(await bench.refusal('stop.decide', { ...decision, outcome: 'unfounded' })).toBe('stop.notRecorded');
    await bench.ask('stop.record', { id, ...record });
    const subject = { kind: 'method', sessionId } as const;
    expect(await bench.refusal('report.sign', { subject, mark })).toBe('report.blocked');
    await bench.ask('stop.decide', { ...decision, outcome: 'unfounded' });
    expect(await bench.refusal('stop.decide', { ...decision, outcome: 'upheld' })).toBe('stop.decided');
    await bench.ask('report.sign', { subject, mark });
  });

  test('that comes to light after signing holds back the release', async () => {
    const bench = testBench();
    const { sessionId, assessmentId } = await beginSession(bench, 'professionalDiscussion');
    await holdSession(bench, sessionId);
    await judgeAll(bench, sessionId, () => 'met');
    await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
    await bench.ask('session.stop', { sessionId, kind: 'malpractice' });
    expect((await bench.ask('review.get', { assessmentId })).releaseBlocked).toContain('the result is withheld');
    const { methods, overall } = await bench.ask('assessment.get', { id: assessmentId });
    const held = methods.find(({ key }) => key === 'professionalDiscussion');
    expect(held).toMatchObject({ withheld: expect.stringContaining('withheld'), session: { grade: null } });
    expect(overall.grade).toBeNull();
  });
});

describe('marks', () => {
  test('an activity that was not ticked has to be explained; one taken back counts as not seen', async () => {
    const bench = testBench();
    const { sessionId, method } = await running(bench);
    const [first = ''] = method.conditions.mandatoryActivities;
    const wanted = (): Promise<number> =>
      rulesToClose(bench, sessionId).then(rules => rules.filter(rule => rule === 'activityNotSeen').length);
    expect(await wanted()).toBe(3);
    await bench.ask('mark.set', { sessionId, kind: 'activity', about: first, isSet: true });
    expect(await bench.refusal('mark.set', { sessionId, kind: 'activity', about: first, isSet: true })).toBe(
      'mark.same',
    );
    expect(await wanted()).toBe(2);
    await bench.ask('mark.set', { sessionId, kind: 'activity', about: first, isSet: false });
    expect(await wanted()).toBe(3);
    await seeActivities(bench, sessionId);
    expect(await wanted()).toBe(0);
  });

  test('enough is the assessor’s word for a KSB of the method, and is kept', async () => {
    const bench = testBench();
    const { sessionId, method } = await running(bench);
    const code = method.ksbs[0] ?? '';
    await bench.ask('mark.set', { sessionId, kind: 'enough', about: code, isSet: true });
    expect((await bench.ask('session.get', { id: sessionId })).marks.enough).toMatchObject([{ about: code }]);
    const foreign = { sessionId, kind: 'enough', about: 'K99', isSet: true } as const;
    expect(await bench.refusal('mark.set', foreign)).toBe('mark.unknown');
  });
});

test('stops, splits and activities stand in the report, the PDF included', async () => {
  const bench = testBench();
  const { sessionId, partKey } = await running(bench);
  bench.passMinutes(5);
  const { id } = await bench.ask('session.stop', { sessionId, kind: 'safeguarding' });
  await bench.ask('stop.record', { id, ...record });
  await bench.ask('clock.run', { sessionId, partKey });
  bench.passMinutes(1);
  await bench.ask('clock.split', { sessionId, reason: 'For comfort' });
  bench.passMinutes(1);
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const signed = await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  const { model } = await bench.workbench.task(async context =>
    context.query(({ reader }) => reportById(reader, signed.id)),
  );
  const text = JSON.stringify(model);
  expect(text).toContain('A safeguarding concern, stopped at 09:05, noticed at 09:20: A resident fell');
  expect(text).toContain('"name":"Session split"');
  expect(text).toContain('Activity 1 of 3');
  const { pdf } = await bench.ask('report.preview', { subject: { kind: 'method', sessionId } });
  expect(execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })).toMatch(/Session\s+split/);
});
