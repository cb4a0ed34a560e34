import { describe, expect, test } from 'vitest';
import type { QueryContext } from '../../../electron/core/contexts.ts';
import { methodReportModel, overallReportModel } from '../../../electron/features/report-models.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { reformed } from '../../fixtures/plans/reformed.ts';
import { scoredTest } from '../../fixtures/plans/scored-test.ts';
import { checklist, type TestBench, testBench } from '../workbench.ts';
import { judgeAll, mark } from './job.ts';
import { liveAssessment } from './live-assessment.ts';

const outcome = {
  heldOn: '2026-11-13',
  heldBy: 'T. Example, test centre',
  source: 'Result sheet 7 of 13 November 2026',
} as const;

/** Records a method as held elsewhere and gives the id of its attempt. */
async function recorded(bench: TestBench, assessmentId: string, methodKey: string): Promise<string> {
  return (await bench.ask('outcome.record', { assessmentId, methodKey, outcome, checklist })).id;
}

/** Reads of the workspace within a transaction, as a handler does. */
const queried = <T>(bench: TestBench, look: (context: QueryContext) => T): Promise<T> =>
  bench.workbench.task(async ({ query }) => query(look));

const signMethod = (bench: TestBench, sessionId: string) =>
  bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });

async function benchOn(plan: Plan) {
  const bench = testBench();
  return { bench, assessmentId: await liveAssessment(bench, plan) };
}

describe('a test that is sat elsewhere', () => {
  test('is graded by its score and its critical question, and the report says how', { timeout: 60_000 }, async () => {
    const { bench, assessmentId } = await benchOn(scoredTest);
    const sessionId = await recorded(bench, assessmentId, 'test');
    const view = () => bench.ask('session.get', { id: sessionId });
    expect(await view()).toMatchObject({ state: 'closed', outcome, ledger: [], result: { grade: null } });
    await expect(signMethod(bench, sessionId)).rejects.toMatchObject({ code: 'report.blocked' });
    await bench.ask('score.record', { sessionId, score: 35 });
    expect((await view()).result.grade).toBeNull();
    await judgeAll(bench, sessionId, () => 'notMet');
    expect((await view()).result.grade).toBe('fail');
    await judgeAll(bench, sessionId, () => 'met');
    await bench.ask('score.record', { sessionId, score: 31 });
    const { result, score } = await view();
    expect(score).toMatchObject({ value: 31, earlier: [{ score: 35 }] });
    expect(result).toMatchObject({ grade: 'pass', wouldChange: '3 more marks would have made it a distinction.' });
    expect(result.lines.at(-1)?.text).toBe(
      'The score is 31 of 40; a pass needs 24 and a distinction needs 34: the method grade is a pass.',
    );
    const model = await queried(bench, context => methodReportModel(context, sessionId));
    expect(model.themes.map(({ descriptors }) => descriptors.length)).toEqual([1, 0]);
    const { declaration } = await bench.ask('report.get', { subject: { kind: 'method', sessionId } });
    expect(declaration).toContain('I took its outcome from the record named here');
    expect(model).toMatchObject({ recorded: outcome, score: { value: 31, outOf: 40 }, grade: 'pass' });
    await signMethod(bench, sessionId);
    expect(await bench.refusal('score.record', { sessionId, score: 40 })).toBe('session.signed');
    expect(await bench.refusal('outcome.correct', { sessionId, outcome })).toBe('session.signed');
    const { methods } = await bench.ask('assessment.get', { id: assessmentId });
    expect(methods[0]).toMatchObject({
      outcome,
      score: { value: 31, outOf: 40 },
      session: { grade: 'pass', decided: 1, toDecide: 1 },
    });
  });

  test('has no score beyond its marks, and no other method has one', async () => {
    const { bench, assessmentId } = await benchOn(scoredTest);
    const sessionId = await recorded(bench, assessmentId, 'test');
    expect(await bench.refusal('score.record', { sessionId, score: 41 })).toBe('score.tooHigh');
    const presentation = await recorded(bench, assessmentId, 'presentation');
    expect(await bench.refusal('score.record', { sessionId: presentation, score: 10 })).toBe('score.unknown');
  });

  test('is sat again after a fail, by the plan’s rules', { timeout: 60_000 }, async () => {
    const { bench, assessmentId } = await benchOn(scoredTest);
    const first = await recorded(bench, assessmentId, 'test');
    await judgeAll(bench, first, () => 'met');
    await bench.ask('score.record', { sessionId: first, score: 20 });
    await signMethod(bench, first);
    const again = { assessmentId, methodKey: 'test', outcome, checklist };
    expect(await bench.refusal('outcome.record', again)).toBe('attempt.incomplete');
    const further = { kind: 'resit', actionPlan: '', exceptional: '', lateReason: '' } as const;
    const { id: second } = await bench.ask('outcome.record', { ...again, further });
    await judgeAll(bench, second, () => 'met');
    await bench.ask('score.record', { sessionId: second, score: 38 });
    expect((await bench.ask('session.get', { id: second })).result.grade).toBe('pass');
  });
});

describe('an outcome that is recorded', () => {
  test('can be corrected with what was there before kept, and is never opened as a session', async () => {
    const { bench, assessmentId } = await benchOn(scoredTest);
    const sessionId = await recorded(bench, assessmentId, 'presentation');
    const corrected = { ...outcome, heldOn: '2026-11-12' };
    await bench.ask('outcome.correct', { sessionId, outcome: corrected });
    expect((await bench.ask('session.get', { id: sessionId })).outcome).toMatchObject({
      ...corrected,
      earlier: [outcome],
    });
    expect(await bench.refusal('session.reopen', { sessionId, reason: 'More to note' })).toBe('session.recorded');
    const future = { ...outcome, heldOn: '2026-11-17' };
    expect(await bench.refusal('outcome.correct', { sessionId, outcome: future })).toBe('outcome.future');
  });

  test('is not one of a method that is held with the workbench, unless the provider marks it', async () => {
    const { bench, assessmentId } = await benchOn(scoredTest);
    const wanted = { assessmentId, methodKey: 'professionalDiscussion', outcome, checklist };
    expect(await bench.refusal('outcome.record', wanted)).toBe('outcome.heldHere');
    const { bench: other, assessmentId: otherId } = await benchOn(reformed);
    await recorded(other, otherId, 'observation');
    const { methods } = await other.ask('assessment.get', { id: otherId });
    expect(methods.map(({ mayBeRecorded }) => mayBeRecorded)).toEqual([true, false]);
  });

  test('leads to the overall report with what else completion asks for', { timeout: 60_000 }, async () => {
    const { bench, assessmentId } = await benchOn(reformed);
    const one = await recorded(bench, assessmentId, 'observation');
    await judgeAll(bench, one, () => 'met');
    await signMethod(bench, one);
    const { id: two } = await bench.ask('session.begin', {
      assessmentId,
      methodKey: 'professionalDiscussion',
      checklist,
    });
    await bench.ask('clock.run', { sessionId: two, partKey: 'part' });
    bench.passMinutes(60);
    const explanations = [{ rule: 'questionsBelowMinimum', matter: 'Questions', reason: 'Told without being asked' }];
    await bench.ask('session.close', { sessionId: two, explanations });
    await judgeAll(bench, two, () => 'met');
    await signMethod(bench, two);
    const verified = { requirementKey: 'behaviours', verifiedBy: 'A. Example, employer', verifiedOn: '2026-11-13' };
    await bench.ask('completion.record', { assessmentId, ...verified });
    const model = await queried(bench, context => overallReportModel(context, assessmentId));
    expect(model.completion).toEqual([
      {
        title: 'The employer has verified the behaviours',
        ksbs: ['B1', 'B2'],
        verified: { by: 'A. Example, employer', on: '2026-11-13' },
      },
    ]);
    expect(model.methods[0]).toMatchObject({ grade: 'pass', assessedOn: '2026-11-13T12:00:00.000Z' });
    await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  });
});
