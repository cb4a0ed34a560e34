import { formatList } from '../../shared/british.ts';
import type { SessionSummary } from '../../shared/contract/shapes.ts';
import { samples } from '../../shared/domain/assessment-versions.ts';
import { descriptorsToJudge } from '../../shared/domain/method-grade-rules.ts';
import { openingRulesOf } from '../../shared/domain/opening.ts';
import type { Method, Plan } from '../../shared/domain/plan.ts';
import { isUsuallyRecorded, mayBeRecorded } from '../../shared/domain/recorded-outcome.ts';
import { consentQuestionOf } from '../../shared/domain/recording.ts';
import { withheldBecause } from '../../shared/domain/session-stops.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { apprenticeById, everybody } from './apprentices.ts';
import { type AssessmentRow, assessmentById, everyAssessmentRow, insertAssessment } from './assessment-rows.ts';
import { versionsOfPlanById } from './assessment-version-rows.ts';
import { attemptsAt, passedBy } from './attempts.ts';
import { ledgerOf } from './clock.ts';
import { completionOf } from './completion.ts';
import { assignmentOf } from './exchange/assignment-rows.ts';
import { judgementsOf } from './judgements.ts';
import { notesOf } from './notes.ts';
import { planById, type StoredPlan } from './plan-rows.ts';
import { refuseFaulty } from './plans.ts';
import { standingOf } from './progress.ts';
import { outcomeOf } from './recorded-outcome-rows.ts';
import { refusalOf } from './refusals.ts';
import { scoreOf } from './scores.ts';
import { resultOf } from './session-results.ts';
import type { SessionRow } from './session-rows.ts';
import { facts, signedReportOn } from './signed-reports.ts';
import { plansOnce, stageTeller } from './standing-lists.ts';
import { stopsOf } from './stop-rows.ts';

export const listApprentices: Handler<'apprentice.list'> = ({ reader }) => {
  const stageOf = stageTeller(reader);
  const planFor = plansOnce(reader);
  const byApprentice = new Map<string, AssessmentRow[]>();
  for (const row of everyAssessmentRow(reader)) {
    const own = byApprentice.get(row.apprenticeId) ?? [];
    own.push(row);
    byApprentice.set(row.apprenticeId, own);
  }
  return everybody(reader).map(apprentice => ({
    ...apprentice,
    assessments: (byApprentice.get(apprentice.id) ?? []).map(assessment => {
      const { reference, title } = planFor(assessment).standard;
      return { id: assessment.id, standard: `${reference} ${title}`, stage: stageOf(assessment) };
    }),
  }));
};

export const addAssessment: Handler<'assessment.add'> = ({ reader, writer, record, newId, now, workspace }, wanted) => {
  apprenticeById(reader, wanted.apprenticeId);
  const planRow = planById(reader, wanted.planId);
  const practice = wanted.practice || workspace.practice;
  if (!practice && planRow.status !== 'confirmed') {
    throw new AppError(
      'plan.unconfirmed',
      'A live assessment needs a confirmed plan, and this one is not confirmed. Add it as a practice assessment, or choose a confirmed plan.',
    );
  }
  if (!practice) refuseFaulty(reader, planRow, 'No live assessment can be added on this plan');
  const pathway = pathwayIn(planRow, wanted.pathway);
  const id = newId();
  const { apprenticeId, planId } = wanted;
  const added = { id, apprenticeId, planId, practice: practice ? 1 : 0, pathway, addedAt: now.toISOString() };
  writer.run(insertAssessment, added);
  const detail = { apprenticeId, planId, planSha256: planRow.sha256, practice };
  record({ type: 'assessment.added', subjectId: id, detail });
  return { id };
};

/** The key of the pathway that was chosen, or null where the plan has none. Throws AppError `pathway.missing`. */
function pathwayIn({ document: { pathways = [] } }: StoredPlan, key: string | undefined): string | null {
  if (pathways.length === 0) return null;
  if (pathways.some(pathway => pathway.key === key)) return key ?? null;
  const titles = formatList(pathways.map(({ title }) => title));
  throw new AppError('pathway.missing', `This plan has pathways. Choose the apprentice’s: ${titles}.`);
}

export const getAssessment: Handler<'assessment.get'> = ({ reader, now }, { id }) => {
  const assessment = assessmentById(reader, id);
  const { plan, sessions, overall, progress } = standingOf(reader, assessment);
  const overallReport = signedReportOn(reader, { kind: 'overall', assessmentId: id });
  const assignment = assignmentOf(reader, id);
  return {
    id,
    apprentice: apprenticeById(reader, assessment.apprenticeId),
    practice: assessment.practice,
    standard: `${plan.standard.reference} ${plan.standard.title} v${plan.standard.version}`,
    frameworkId: planById(reader, assessment.planId).frameworkId,
    plan: { id: plan.id, title: plan.title, version: plan.version, origin: plan.origin },
    pathway: plan.pathways?.find(({ key }) => key === assessment.pathway)?.title ?? null,
    sampling: samplingOf(reader, assessment),
    addedAt: assessment.addedAt,
    stage: progress.stage,
    nextStep: progress.nextStep,
    next: progress.next,
    methods: plan.methods.map(method => ({
      ...methodLine(reader, id, method, sessions.get(method.key)),
      ...attemptLines(reader, attemptsAt(reader, id, plan, method, now), plan),
      ...(assignment && { further: { allowed: false as const, why: `${assignment.assessor} goes on with it.` } }),
    })),
    overall: { grade: overall.grade, lines: [...overall.lines] },
    completion: completionOf(reader, id, plan),
    passedBy: passedBy(reader, plan, sessions),
    overallReport: overallReport ? facts(overallReport) : null,
    assignment: assignment
      ? { assessor: assignment.assessor, assignedAt: assignment.assignedAt, receivedAt: assignment.receivedAt }
      : null,
  };
};

/** What can be sampled by, and what is; null where the plan does not sample. */
function samplingOf(reader: Reader, { planId, versionId }: AssessmentRow) {
  if (!samples(planById(reader, planId).document)) return null;
  const versions = versionsOfPlanById(reader, planId);
  const chosen = versions.find(({ id }) => id === versionId);
  return {
    chosen: chosen ? { id: chosen.id, label: chosen.label } : null,
    versions: versions
      .filter(({ withdrawnReason }) => withdrawnReason === null)
      .map(({ id, label, statements }) => ({ id, label, statements: statements.length })),
  };
}

function methodLine(reader: Reader, assessmentId: string, method: Method, session: SessionRow | undefined) {
  const report = session && signedReportOn(reader, { kind: 'method', sessionId: session.id });
  const minutes = method.parts.map(part => part.minutes);
  return {
    key: method.key,
    name: method.name,
    kind: method.kind,
    minutes: minutes.includes(null) ? null : minutes.reduce<number>((sum, each) => sum + (each ?? 0), 0),
    consentToRecording: consentQuestionOf(method),
    openingRules: { ...openingRulesOf(method), mayBePresent: [...method.conditions.mayBePresent] },
    refusal: refusalOf(reader, assessmentId, method.key),
    withheld: session ? withheldBecause(stopsOf(reader, session.id)) : null,
    session: session ? summaryOf(reader, method, session) : null,
    mayBeRecorded: mayBeRecorded(method),
    isUsuallyRecorded: isUsuallyRecorded(method),
    outcome: (session && outcomeOf(reader, session.id)) ?? null,
    score:
      method.gradeRule?.kind === 'score'
        ? { value: session ? scoreOf(reader, session.id) : null, outOf: method.gradeRule.outOf }
        : null,
    report: report ? facts(report) : null,
  };
}

function attemptLines(reader: Reader, { sessions, chance, windows }: ReturnType<typeof attemptsAt>, plan: Plan) {
  return {
    attempts: sessions.map(session => ({
      sessionId: session.id,
      number: session.attempt,
      kind: session.kind,
      begunAt: session.begunAt,
      heldOn: outcomeOf(reader, session.id)?.heldOn ?? null,
      signedAt: session.signedAt,
      grade: session.signedAt === null ? null : resultOf(reader, session).grade,
      voidReason: session.voidReason,
      exceptional: session.exceptional,
      actionPlan: session.actionPlan,
      lateReason: session.lateReason,
    })),
    further:
      chance.allowed && windows && plan.resits
        ? {
            allowed: true as const,
            windows,
            remark: chance.remark,
            cap: plan.resits.cap,
            capLiftedForExceptionalCircumstances: plan.resits.capLiftedForExceptionalCircumstances,
            actionPlanRequired: plan.resits.actionPlanRequired,
          }
        : { allowed: false as const, why: chance.allowed ? 'This method has not been attempted yet.' : chance.why },
  };
}

function summaryOf(reader: Reader, method: Method, session: SessionRow): SessionSummary {
  const ended = session.state === 'closed' || session.state === 'signed';
  const keys = new Set(descriptorsToJudge(method).map(({ descriptor }) => descriptor.key));
  return {
    id: session.id,
    methodKey: method.key,
    methodName: method.name,
    attempt: session.attempt,
    state: session.state,
    startedAt: ledgerOf(reader, session.id)[0]?.startedAt ?? null,
    closedAt: session.closedAt,
    noteCount: notesOf(reader, session.id).length,
    decided: judgementsOf(reader, session.id).filter(
      ({ decision, descriptorKey }) => decision !== null && keys.has(descriptorKey),
    ).length,
    toDecide: keys.size,
    grade: ended && withheldBecause(stopsOf(reader, session.id)) === null ? resultOf(reader, session).grade : null,
  };
}
