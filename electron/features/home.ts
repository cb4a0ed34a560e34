import { auditSentence } from '../../shared/domain/audit-events.ts';
import { firstBrokenEvent, recentEvents } from '../core/audit.ts';
import type { Handler, QueryContext } from '../core/contexts.ts';
import { apprenticeById, fullName } from './apprentices.ts';
import { type AssessmentRow, everyAssessmentRow } from './assessment-rows.ts';
import { interruptedSince, lastSavedAt } from './clock.ts';
import { draftsOf } from './drafts.ts';
import { standingOf } from './progress.ts';

export const getHome: Handler<'home.get'> = context => {
  const assessments = everyAssessmentRow(context.reader);
  const standings = assessments.map(assessment => ({ assessment, standing: standingOf(context.reader, assessment) }));
  return {
    interrupted: standings.flatMap(({ assessment, standing }) => interruptedSessions(context, assessment, standing)),
    assessments: standings.map(line(context)).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
  };
};

type Standing = ReturnType<typeof standingOf>;

/** Sessions with words that were typed but not saved, or whose clock ran when the workbench stopped. */
function interruptedSessions(
  { reader, workspace }: QueryContext,
  assessment: AssessmentRow,
  { sessions, plan }: Standing,
) {
  return [...sessions.values()].flatMap(session => {
    const drafts = session.state === 'signed' ? [] : draftsOf(reader, session.id);
    const since = interruptedSince(reader, session.id, workspace.runId);
    if (drafts.length === 0 && since === null) return [];
    return [
      {
        sessionId: session.id,
        assessmentId: assessment.id,
        apprenticeName: fullName(apprenticeById(reader, assessment.apprenticeId)),
        methodName: plan.methods.find(({ key }) => key === session.methodKey)?.name ?? session.methodKey,
        lastSavedAt: lastSavedAt(reader, session.id) ?? session.changedAt,
        clockWasRunning: since !== null,
        drafts,
      },
    ];
  });
}

const line =
  ({ reader }: QueryContext) =>
  ({ assessment, standing }: { assessment: AssessmentRow; standing: Standing }) => {
    const { plan, sessions, progress, overall, changedAt } = standing;
    return {
      id: assessment.id,
      apprenticeName: fullName(apprenticeById(reader, assessment.apprenticeId)),
      standard: `${plan.standard.reference} ${plan.standard.title}`,
      planTitle: plan.title,
      practice: assessment.practice,
      stage: progress.stage,
      nextStep: progress.nextStep,
      next: progress.next,
      sessionId: (progress.next && sessions.get(progress.next.methodKey)?.id) ?? null,
      changedAt,
      grade: overall.grade,
    };
  };

export const listAudit: Handler<'audit.list'> = ({ reader, workspace }, { before, limit }) => ({
  events: recentEvents(reader, before, limit).map(({ sequence, at, actorName, type }) => ({
    sequence,
    at,
    actor: actorName,
    type,
    sentence: auditSentence(type),
  })),
  brokenAt: firstBrokenEvent(reader, workspace.auditPublicKey),
});
