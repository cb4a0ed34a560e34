import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../shared/domain/judgement.ts';
import type { Descriptor, Grade, Plan } from '../../../shared/domain/plan.ts';
import { planOn } from '../../../shared/domain/plan-pathways.ts';
import { asymmetricMerit } from '../../fixtures/plans/asymmetric-merit.ts';
import { bothTolerances } from '../../fixtures/plans/both-tolerances.ts';
import { criticalKsb } from '../../fixtures/plans/critical-ksb.ts';
import { fixedOrder } from '../../fixtures/plans/fixed-order.ts';
import { reformed } from '../../fixtures/plans/reformed.ts';
import { scoredTest } from '../../fixtures/plans/scored-test.ts';
import { completedTemplate } from '../../fixtures/plans/st1030-template.ts';
import { twoPathways } from '../../fixtures/plans/two-pathways.ts';
import { checklist, type TestBench, testBench } from '../workbench.ts';
import { passGateway, seeActivities } from './job.ts';
import { liveAssessment } from './live-assessment.ts';

type Decide = (descriptor: Descriptor, methodKey: string) => Decision;

/** Begins a method, gives each part its minutes, asks what each theme needs, and closes. */
async function hold(bench: TestBench, assessmentId: string, methodKey: string, extraMinutes = 0): Promise<string> {
  const { id: sessionId } = await bench.ask('session.begin', { assessmentId, methodKey, checklist });
  const { method } = await bench.ask('session.get', { id: sessionId });
  for (const [index, part] of method.parts.entries()) {
    await bench.ask('clock.run', { sessionId, partKey: part.key });
    if (index === 0) {
      for (const theme of [...method.themes, ...method.themes]) {
        const question = { kind: 'question', body: `How? #${theme.ksbs[0]}`, ksbs: [], followsId: null } as const;
        await bench.ask('note.add', { sessionId, ...question });
      }
    }
    bench.passMinutes((part.minutes ?? 0) + (index === method.parts.length - 1 ? extraMinutes : 0));
  }
  await seeActivities(bench, sessionId);
  await bench.ask('session.close', { sessionId, explanations: [] });
  return sessionId;
}

const mark = { kind: 'typed', name: 'Robin Fictional' } as const;

async function judgeAndSign(bench: TestBench, sessionId: string, decide: Decide): Promise<Grade | null> {
  const { method } = await bench.ask('session.get', { id: sessionId });
  for (const descriptor of method.themes.flatMap(theme => theme.descriptors)) {
    await bench.ask('judgement.record', {
      sessionId,
      descriptorKey: descriptor.key,
      decision: decide(descriptor, method.key),
      rationale: 'As the notes show.',
      evidenceNoteIds: [],
    });
  }
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  return (await bench.ask('session.get', { id: sessionId })).result.grade;
}

/** The whole assessment by every method in turn, up to the signed overall report; gives the grades. */
async function assess(bench: TestBench, assessmentId: string, plan: Plan, decide: Decide) {
  const order = plan.order.kind === 'fixed' ? plan.order.methods : plan.methods.map(({ key }) => key);
  const methods: Record<string, Grade | null> = {};
  for (const key of order) methods[key] = await judgeAndSign(bench, await hold(bench, assessmentId, key), decide);
  const { overall } = await bench.ask('assessment.get', { id: assessmentId });
  return { methods, overall: overall.grade };
}

const signOverall = (bench: TestBench, assessmentId: string) =>
  bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });

const passOnly: Decide = ({ grade }) => (grade === 'pass' ? 'met' : 'notMet');
const everything: Decide = () => 'met';

describe('a whole live assessment', { timeout: 60_000 }, () => {
  test('on the template of ST1030, completed and confirmed', async () => {
    const bench = testBench();
    const plan = completedTemplate();
    const assessmentId = await liveAssessment(bench, plan);
    expect((await assess(bench, assessmentId, plan, everything)).overall).toBe('distinction');
    await signOverall(bench, assessmentId);
    expect(await bench.ask('assessment.get', { id: assessmentId })).toMatchObject({ stage: 'signed', practice: false });
  });

  test('on a plan whose table of merits is not symmetric', async () => {
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, asymmetricMerit);
    const bestIn =
      (best: string): Decide =>
      ({ grade }, methodKey) =>
        grade === 'pass' || methodKey === best ? 'met' : 'notMet';
    expect(await assess(bench, assessmentId, asymmetricMerit, bestIn('project'))).toEqual({
      methods: { project: 'distinction', professionalDiscussion: 'pass' },
      overall: 'merit',
    });
    await signOverall(bench, assessmentId);
    const other = testBench();
    const otherId = await liveAssessment(other, asymmetricMerit);
    expect((await assess(other, otherId, asymmetricMerit, bestIn('professionalDiscussion'))).overall).toBe('pass');
  });

  test('on a plan with a critical KSB: enough descriptors do not pass without it', async () => {
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, criticalKsb);
    const without =
      (code: string): Decide =>
      ({ ksbs, grade }) =>
        grade === 'distinction' || ksbs.includes(code) ? 'notMet' : 'met';
    expect(await assess(bench, assessmentId, criticalKsb, without('K1'))).toEqual({
      methods: { observation: 'fail', professionalDiscussion: 'pass' },
      overall: 'fail',
    });
    await signOverall(bench, assessmentId);
    const other = testBench();
    const otherId = await liveAssessment(other, criticalKsb);
    expect((await assess(other, otherId, criticalKsb, without('K2'))).overall).toBe('pass');
  });

  test('on a plan with ±10 %: the tolerance is spent in the last part, and beyond it a reason is asked for', async () => {
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, bothTolerances);
    const within = await hold(bench, assessmentId, 'observation', 8.5);
    expect((await bench.ask('session.get', { id: within })).state).toBe('closed');
    expect(await judgeAndSign(bench, within, passOnly)).toBe('pass');
    await signOverall(bench, assessmentId);
    const other = testBench();
    const otherId = await liveAssessment(other, bothTolerances);
    await expect(hold(other, otherId, 'observation', 9.5)).rejects.toMatchObject({ code: 'session.incomplete' });
  });

  test('on a plan with a fixed order: no method before its turn', async () => {
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, fixedOrder);
    const begin = (methodKey: string) => bench.refusal('session.begin', { assessmentId, methodKey, checklist });
    expect(await begin('professionalDiscussion')).toBe('method.order');
    expect(await begin('observation')).toBe('method.order');
    expect((await assess(bench, assessmentId, fixedOrder, passOnly)).overall).toBe('pass');
    await signOverall(bench, assessmentId);
  });

  test('on a plan in which a method is taken after another was passed', async () => {
    const plan: Plan = {
      ...asymmetricMerit,
      id: 'passed-before',
      order: { kind: 'passedBefore', pairs: [{ earlier: 'project', later: 'professionalDiscussion' }] },
    };
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, plan);
    await judgeAndSign(bench, await hold(bench, assessmentId, 'project'), () => 'notMet');
    const begin = { assessmentId, methodKey: 'professionalDiscussion', checklist };
    expect(await bench.refusal('session.begin', begin)).toBe('method.order');
  });

  test('on a plan with two pathways: the apprentice is assessed by the core and by their own', async () => {
    const bench = testBench();
    const apprenticeId = await liveAssessment(bench, twoPathways, 'pathway2').then(
      async id => (await bench.ask('assessment.get', { id })).apprentice.id,
    );
    const wanted = { apprenticeId, planId: 'two-pathways', practice: false };
    expect(await bench.refusal('assessment.add', wanted)).toBe('pathway.missing');
    expect(await bench.refusal('assessment.add', { ...wanted, pathway: 'pathway3' })).toBe('pathway.missing');
    const { id: assessmentId } = await bench.ask('assessment.add', { ...wanted, pathway: 'pathway1' });
    await passGateway(bench, assessmentId, '2026-11-16');
    const observation = await hold(bench, assessmentId, 'observation');
    const { method, statements } = await bench.ask('session.get', { id: observation });
    expect(method.themes.map(({ key }) => key)).toEqual(['a', 'lawns']);
    expect(statements.map(({ code }) => code)).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'S4']);
    expect(await judgeAndSign(bench, observation, everything)).toBe('distinction');
    const rest = { ...planOn(twoPathways, 'pathway1'), methods: twoPathways.methods.slice(1) };
    expect((await assess(bench, assessmentId, rest, everything)).overall).toBe('distinction');
    await signOverall(bench, assessmentId);
    expect((await bench.ask('assessment.get', { id: assessmentId })).pathway).toBe('Lawns');
  });

  test('on a reformed plan: not complete before the employer has verified the behaviours', async () => {
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, reformed);
    expect((await assess(bench, assessmentId, reformed, everything)).overall).toBe('pass');
    await expect(signOverall(bench, assessmentId)).rejects.toMatchObject({
      code: 'report.blocked',
      message: 'Not recorded yet for completion: The employer has verified the behaviours.',
    });
    const verified = { assessmentId, requirementKey: 'behaviours', verifiedBy: 'A. Example, head of grounds' };
    expect(await bench.refusal('completion.record', { ...verified, verifiedOn: '2026-12-24' })).toBe(
      'completion.future',
    );
    await bench.ask('completion.record', { ...verified, verifiedOn: '2026-11-13' });
    await signOverall(bench, assessmentId);
    expect(await bench.refusal('completion.record', { ...verified, verifiedOn: '2026-11-12' })).toBe(
      'completion.signed',
    );
    const { completion } = await bench.ask('assessment.get', { id: assessmentId });
    expect(completion).toMatchObject([{ ksbs: ['B1', 'B2'], verified: { on: '2026-11-13' } }]);
  });

  test('on a reformed plan by an assessment version: what is not sampled is neither asked for nor judged', async () => {
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, reformed);
    const { id: versionId } = await bench.ask('assessmentVersion.add', {
      planId: reformed.id,
      label: 'Paper A',
      statements: ['K1', 'S1', 'K3', 'K6', 'S5'],
    });
    await bench.ask('assessmentVersion.choose', { assessmentId, versionId });
    const judged: string[] = [];
    const decide: Decide = ({ ksbs }) => {
      judged.push(...ksbs);
      return 'met';
    };
    expect((await assess(bench, assessmentId, reformed, decide)).overall).toBe('pass');
    expect(judged.toSorted()).toEqual(['K1', 'K3', 'K6', 'S1', 'S5']);
    const verified = { requirementKey: 'behaviours', verifiedBy: 'A. Example', verifiedOn: '2026-11-13' };
    await bench.ask('completion.record', { assessmentId, ...verified });
    await signOverall(bench, assessmentId);
    const { coverage } = await bench.ask('assessmentVersion.log', { planId: reformed.id });
    expect(coverage.filter(({ times }) => times === 1).map(({ code }) => code)).toEqual(['K1', 'S1', 'K3', 'K6', 'S5']);
    expect(coverage.some(({ standing }) => standing === 'missed')).toBe(false);
  });

  test('on a plan with a scored test, a presentation that the centre marks, and a discussion', async () => {
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, scoredTest);
    const outcome = { heldOn: '2026-11-13', heldBy: 'T. Example, centre', source: 'Mark sheet 7' };
    const record = async (methodKey: string): Promise<string> =>
      (await bench.ask('outcome.record', { assessmentId, methodKey, outcome, checklist })).id;
    const sat = await record('test');
    await bench.ask('score.record', { sessionId: sat, score: 34 });
    expect(await judgeAndSign(bench, sat, everything)).toBe('distinction');
    expect(await judgeAndSign(bench, await record('presentation'), passOnly)).toBe('pass');
    const discussion = await hold(bench, assessmentId, 'professionalDiscussion');
    expect(await judgeAndSign(bench, discussion, everything)).toBe('pass');
    expect((await bench.ask('assessment.get', { id: assessmentId })).overall.grade).toBe('pass');
    await signOverall(bench, assessmentId);
    expect(await bench.ask('assessment.get', { id: assessmentId })).toMatchObject({ stage: 'signed', practice: false });
  });

  test('keeps to the dispensation in force on the day of each method', async () => {
    const path = 'methods.observation.parts.first.minutes';
    const dispensation = { from: '2026-11-16', to: '2026-11-16', reason: 'Flood', path, value: 20 };
    const bench = testBench();
    const plan = { ...bothTolerances, id: 'dispensed', dispensations: [dispensation] };
    const assessmentId = await liveAssessment(bench, plan);
    const { id } = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
    expect((await bench.ask('session.get', { id })).method.parts[0]?.minutes).toBe(20);
    const later = testBench();
    const laterId = await liveAssessment(later, plan);
    later.passMinutes(24 * 60);
    const next = await later.ask('session.begin', { assessmentId: laterId, methodKey: 'observation', checklist });
    expect((await later.ask('session.get', { id: next.id })).method.parts[0]?.minutes).toBe(30);
  });
});
