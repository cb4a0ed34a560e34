import { expect, test } from 'vitest';
import { beginSession, checklist, type TestBench, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';

const further = { kind: 'resit', actionPlan: '', exceptional: '', lateReason: '' } as const;

async function failedDiscussion(bench: TestBench) {
  const begun = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, begun.sessionId);
  await judgeAll(bench, begun.sessionId, key => (key === 'b1' ? 'notMet' : 'met'));
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId: begun.sessionId }, mark });
  return begun;
}

async function attemptAgain(
  bench: TestBench,
  assessmentId: string,
  record: typeof further | Record<string, never> = further,
): Promise<string> {
  const wanted = { assessmentId, methodKey: 'professionalDiscussion', checklist, further: { ...further, ...record } };
  const { id } = await bench.ask('session.begin', wanted);
  await holdSession(bench, id);
  await judgeAll(bench, id, () => 'met');
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId: id }, mark });
  return id;
}

test('a failed method is taken again, its grade is capped, and the overall report gets a second version', async () => {
  const bench = testBench();
  const { assessmentId } = await failedDiscussion(bench);
  const observation = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  await holdSession(bench, observation.id);
  await judgeAll(bench, observation.id, () => 'met');
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId: observation.id }, mark });
  const first = await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  expect((await bench.ask('assessment.get', { id: assessmentId })).overall.grade).toBe('fail');

  const again = await attemptAgain(bench, assessmentId);
  const { result } = await bench.ask('session.get', { id: again });
  expect(result.grade).toBe('pass');
  expect(result.lines.at(-1)?.text).toContain('the plan caps a re-sit at a pass');

  const assessment = await bench.ask('assessment.get', { id: assessmentId });
  expect(assessment).toMatchObject({ stage: 'readyToSign', overallReport: null, overall: { grade: 'merit' } });
  expect(assessment.methods.find(({ key }) => key === 'professionalDiscussion')?.attempts).toMatchObject([
    { number: 1, kind: 'first', grade: 'fail' },
    { number: 2, kind: 'resit', grade: 'pass' },
  ]);
  const second = await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  expect(second.documentId).toBe(`${first.documentId}-2`);
});

test('a passed method is not taken again, and a running one is gone on with', async () => {
  const bench = testBench();
  const { assessmentId } = await failedDiscussion(bench);
  await attemptAgain(bench, assessmentId);
  const wanted = { assessmentId, checklist, methodKey: 'professionalDiscussion', further };
  expect(await bench.refusal('session.begin', wanted)).toBe('attempt.refused');
  await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  expect(await bench.refusal('session.begin', { ...wanted, methodKey: 'observation' })).toBe('attempt.refused');
});

test('a re-take needs its action plan, and a late attempt its reason', async () => {
  const bench = testBench();
  const { assessmentId } = await failedDiscussion(bench);
  const wanted = { assessmentId, checklist, methodKey: 'professionalDiscussion' };
  expect(await bench.refusal('session.begin', wanted)).toBe('attempt.incomplete');
  expect(await bench.refusal('session.begin', { ...wanted, further: { ...further, kind: 'retake' } })).toBe(
    'attempt.incomplete',
  );
  bench.passMinutes(60 * 24 * 365);
  expect(await bench.refusal('session.begin', { ...wanted, further })).toBe('attempt.incomplete');
  await bench.ask('session.begin', { ...wanted, further: { ...further, lateReason: 'Maternity leave' } });
});

test('exceptional circumstances lift the cap', async () => {
  const bench = testBench();
  const { assessmentId } = await failedDiscussion(bench);
  const { id } = await bench.ask('session.begin', {
    assessmentId,
    checklist,
    methodKey: 'professionalDiscussion',
    further: { ...further, exceptional: 'Taken ill during the first attempt' },
  });
  await holdSession(bench, id);
  await judgeAll(bench, id, () => 'met');
  expect((await bench.ask('session.get', { id })).result.grade).toBe('distinction');
});

test('a void attempt stays in the record and does not count', async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, 'professionalDiscussion');
  await bench.ask('clock.run', { sessionId, partKey: 'discussion' });
  await bench.ask('session.void', { sessionId, reason: 'Fire alarm, the building was closed' });
  expect(await bench.refusal('session.void', { sessionId, reason: 'Again' })).toBe('session.isVoid');
  const note = { sessionId, kind: 'answer' as const, body: 'Afterwards', ksbs: [], followsId: null };
  expect(await bench.refusal('note.add', note)).toBe('session.void');
  const { id } = await bench.ask('session.begin', { assessmentId, methodKey: 'professionalDiscussion', checklist });
  const { methods } = await bench.ask('assessment.get', { id: assessmentId });
  const method = methods.find(({ key }) => key === 'professionalDiscussion');
  expect(method?.attempts).toMatchObject([
    { number: 1, voidReason: expect.stringContaining('Fire') },
    { number: 2, voidReason: null },
  ]);
  expect(method?.session?.id).toBe(id);
});
