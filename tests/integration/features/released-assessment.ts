import type { Plan } from '../../../shared/domain/plan.ts';
import { completedTemplate } from '../../fixtures/plans/st1030-template.ts';
import { checklist, type TestBench } from '../workbench.ts';
import { holdSession, judgeAll, mark, passGateway } from './job.ts';

type Decide = Parameters<typeof judgeAll>[2];

/** Confirms the template of ST1030, completed with made-up numbers, and gives its id. */
export async function confirmedPlan(bench: TestBench): Promise<string> {
  const { supersedes: _, ...plan }: Plan = completedTemplate();
  const { id } = await bench.ask('plan.import', { plan, asConfirmed: false });
  await bench.ask('plan.check', { id, checkedBy: 'Sam Second' });
  const statement = { confirmedBy: 'Lee Lead', sourceDocument: 'Example plan', sourceVersion: 'AP01' };
  await bench.ask('plan.confirm', { id, ...statement });
  return id;
}

/** Adds a live assessment of an apprentice, its gateway passed, with every method signed and the overall report; not released. */
export async function liveAssessment(
  bench: TestBench,
  { apprenticeId, planId, decide = passOnly }: { apprenticeId: string; planId: string; decide?: Decide },
): Promise<string> {
  const { id: assessmentId } = await bench.ask('assessment.add', { apprenticeId, planId, practice: false });
  await passGateway(bench, assessmentId, '2026-11-16');
  const { methods } = await bench.ask('assessment.get', { id: assessmentId });
  for (const { key: methodKey } of methods) {
    const { id: sessionId } = await bench.ask('session.begin', { assessmentId, methodKey, checklist });
    await finish(bench, sessionId, decide);
  }
  await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  return assessmentId;
}

/** Every pass descriptor met and no other. */
export const passOnly: Decide = (_, grade) => (grade === 'pass' ? 'met' : 'notMet');
/** Nothing met. */
export const nothingMet: Decide = () => 'notMet';

async function finish(bench: TestBench, sessionId: string, decide: Decide): Promise<void> {
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, decide);
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
}

/** Takes every failed method again as a re-sit, passes it, and signs the overall report anew. */
export async function resit(bench: TestBench, assessmentId: string): Promise<void> {
  const { methods } = await bench.ask('assessment.get', { id: assessmentId });
  const further = { kind: 'resit', actionPlan: '', exceptional: '', lateReason: '' } as const;
  for (const { key: methodKey } of methods) {
    const { id } = await bench.ask('session.begin', { assessmentId, methodKey, checklist, further });
    await finish(bench, id, passOnly);
  }
  await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
}

/** Releases the result as the workspace's owner. */
export async function release(bench: TestBench, assessmentId: string): Promise<void> {
  const [owner] = await bench.ask('person.list', {});
  await bench.ask('result.release', { assessmentId, releasedBy: owner?.id ?? '' });
}
