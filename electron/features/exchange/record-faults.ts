import { cappedGrade } from '../../../shared/domain/attempts.ts';
import { gradeMethod } from '../../../shared/domain/method-grade.ts';
import { gradeOverall } from '../../../shared/domain/overall-grade.ts';
import type { AssessmentFile } from '../../../shared/domain/packs/pack-content.ts';
import type { RecordRow } from '../../../shared/domain/packs/record-shapes.ts';
import { type Grade, methodOf, type Plan } from '../../../shared/domain/plan.ts';
import { planInForce } from '../../../shared/domain/plan-dispensations.ts';
import { planOn } from '../../../shared/domain/plan-pathways.ts';
import type { Reader } from '../../db/statements.ts';
import { findPlan } from '../plan-rows.ts';
import type { PackContents } from './pack-contents.ts';
import { signedSha256 } from './pack-log.ts';
import { signingEvent } from './pack-rows.ts';
import { standingOfPlan, standingOfStandard } from './taking-in-plans.ts';

/** What speaks against an assessment in a result pack, in words; null where nothing does. Grades are computed here again from the judgements and the plan. */
export function faultOf(reader: Reader, contents: PackContents, file: AssessmentFile): string | null {
  const plan = planOf(reader, contents, file);
  if (typeof plan === 'string') return plan;
  const unsigned = file.records.session.some(({ state, voidReason }) => state !== 'signed' && voidReason === null);
  if (unsigned) return 'A session of it is not signed, so it is no result yet.';
  return gradeFault(plan, file) ?? signingFault(reader, contents, file);
}

/** The plan that the assessment is pinned to, or why it cannot be gone by. */
export function planOf(reader: Reader, { plans, standards }: PackContents, { plan }: AssessmentFile): Plan | string {
  const sent = plans.find(({ id }) => id === plan.id);
  const here = findPlan(reader, plan.id);
  if (!sent && !here) return 'The plan that it follows is neither here nor in the pack.';
  if (sent) {
    const { standing, why } = standingOfPlan(reader, sent);
    if (standing === 'conflicting') return `The plan that it follows cannot be taken in. ${why}`;
    const standard = standards.find(({ document }) => document.id === sent.frameworkId);
    const judged = standard && standingOfStandard(reader, standard);
    if (judged?.standing === 'conflicting') return `The standard that it follows cannot be taken in. ${judged.why}`;
  }
  if (here && here.sha256 !== plan.sha256) return 'The plan that it follows is here with other words.';
  return (sent ?? here)?.document ?? 'The plan that it follows is missing.';
}

function gradeFault(document: Plan, { records, computed }: AssessmentFile): string | null {
  const [assessment] = records.assessment;
  if (!assessment) return 'It has no record.';
  const counting = new Map<string, Grade | null>();
  for (const session of records.session.toSorted((a, b) => (a.begunAt < b.begunAt ? -1 : 1))) {
    const grade = gradeOf(document, assessment.pathway, records, session);
    if (session.voidReason === null) counting.set(session.methodKey, grade);
    const said = computed.sessions.find(({ sessionId }) => sessionId === session.id);
    const report = records.report.find(
      ({ sessionId, supersededAt }) => sessionId === session.id && supersededAt === null,
    );
    if (said?.grade !== grade || (report && report.grade !== grade)) {
      return 'The grade that it states for a method is not the one that its judgements give.';
    }
  }
  const plan = applied(document, assessment.pathway, assessment.addedAt);
  const { grade } = gradeOverall(
    plan,
    Object.fromEntries(plan.methods.map(({ key }) => [key, counting.get(key) ?? null])),
  );
  return grade === computed.overall.grade
    ? null
    : 'The overall grade that it states is not the one that its methods give.';
}

const applied = (plan: Plan, pathway: string | null, at: string): Plan =>
  planOn(planInForce(plan, at.slice(0, 10)), pathway);

function gradeOf(
  document: Plan,
  pathway: string | null,
  records: AssessmentFile['records'],
  session: RecordRow<'session'>,
): Grade | null {
  const plan = applied(document, pathway, session.begunAt);
  if (!plan.methods.some(({ key }) => key === session.methodKey)) return null;
  const method = methodOf(plan, session.methodKey);
  const { grade } = gradeMethod(
    method,
    records.judgement.filter(({ sessionId }) => sessionId === session.id),
    records.score.find(({ sessionId }) => sessionId === session.id)?.score ?? null,
  );
  return cappedGrade(plan, method, { ...session, number: session.attempt, grade }).grade;
}

/** Every report has to be the one whose signing stands in the sender's audit log. */
function signingFault(reader: Reader, { log }: PackContents, { records, attachments }: AssessmentFile): string | null {
  const hashes = new Map(attachments.map(({ id, sha256 }) => [id, sha256]));
  for (const { id, attachmentId } of records.report) {
    const signed = log?.signings.get(id) ?? signedSha256(reader.one(signingEvent, { reportId: id })?.detail ?? '{}');
    if (signed !== hashes.get(attachmentId))
      return 'The signing of one of its reports is not in the sender’s audit log.';
  }
  return null;
}
