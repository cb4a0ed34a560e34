import { z } from 'zod';
import { auditSentence } from '../../shared/domain/audit-events.ts';
import { timeAllowed } from '../../shared/domain/time-allowed.ts';
import { ledgerTimes } from '../../shared/domain/time-ledger.ts';
import { firstBrokenEvent, recentEvents } from '../core/audit.ts';
import type { Handler, QueryContext } from '../core/contexts.ts';
import { type Reader, read } from '../db/statements.ts';
import { apprenticeById, fullName } from './apprentices.ts';
import { type AssessmentRow, assessmentById } from './assessment-rows.ts';
import { interruptedSince, lastSavedAt, ledgerOf } from './clock.ts';
import { draftsOf } from './drafts.ts';
import { standingOf } from './progress.ts';
import { segmentsOf } from './recording-rows.ts';
import { countingSessions, methodOfSession, type SessionRow, sessionById } from './session-rows.ts';
import { listedAssessments } from './standing-lists.ts';

/** As many as a person looks through; the others are found on the page of apprentices and by the palette. */
const listed = { unsigned: 50, signed: 20 };

const idRow = z.strictObject({ id: z.string() });
const cutShort = read<{ runId: string }>()(
  "SELECT id FROM session WHERE id IN (SELECT session_id FROM draft) AND state <> 'signed' OR id IN (SELECT session_id FROM ledger_entry WHERE ended_at IS NULL AND kind = 'part' AND run_id <> @runId)",
  idRow,
);
const goingOn = read()(
  "SELECT id FROM session WHERE state IN ('running', 'paused') AND void_reason IS NULL ORDER BY state = 'running' DESC, changed_at DESC",
  idRow,
);

export const getHome: Handler<'home.get'> = context => {
  const { reader, workspace } = context;
  const { rows, unsigned, signed } = listedAssessments(reader, listed);
  const counting = (ids: readonly { readonly id: string }[]): readonly SessionRow[] =>
    ids.map(({ id }) => sessionById(reader, id)).filter(session => isCounting(reader, session));
  return {
    interrupted: counting(reader.all(cutShort, { runId: workspace.runId })).flatMap(interrupted(context)),
    goingOn: counting(reader.all(goingOn, {})).map(clockOf(context)),
    assessments: rows.map(row => line(reader, row)).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
    totals: { unsigned, signed },
  };
};

const isCounting = (reader: Reader, { id, assessmentId, methodKey }: SessionRow): boolean =>
  countingSessions(reader, assessmentId).get(methodKey)?.id === id;

const whose = (reader: Reader, session: SessionRow) => ({
  sessionId: session.id,
  assessmentId: session.assessmentId,
  apprenticeName: fullName(apprenticeById(reader, assessmentById(reader, session.assessmentId).apprenticeId)),
  methodName: methodOfSession(reader, session).method.name,
});

/** Sessions with words that were typed but not saved, or whose clock ran when the workbench stopped. */
const interrupted =
  ({ reader, workspace }: QueryContext) =>
  (session: SessionRow) => {
    const drafts = session.state === 'signed' ? [] : draftsOf(reader, session.id);
    const since = interruptedSince(reader, session.id, workspace.runId);
    if (drafts.length === 0 && since === null) return [];
    const lastSaved = lastSavedAt(reader, session.id) ?? session.changedAt;
    return [
      {
        ...whose(reader, session),
        lastSavedAt: lastSaved,
        clockWasRunning: since !== null,
        recordedUntil: recordedUntil(reader, session.id),
        drafts,
      },
    ];
  };

/** A session that goes on, with its clock as it stands now. */
const clockOf =
  ({ reader, now }: QueryContext) =>
  (session: SessionRow) => {
    const asOf = now.toISOString();
    const { assessmentSeconds, running } = ledgerTimes(ledgerOf(reader, session.id), asOf);
    const { method } = methodOfSession(reader, session);
    return {
      ...whose(reader, session),
      asOf,
      seconds: assessmentSeconds,
      isRunning: running?.kind === 'part',
      pause: running?.kind === 'break' ? { kind: running.pause ?? 'break', reason: running.reason ?? '' } : null,
      allowedSeconds: timeAllowed(method, session.checklist.adjustmentPercent).total.adjusted,
    };
  };

function line(reader: Reader, assessment: AssessmentRow) {
  const { plan, sessions, progress, overall, changedAt } = standingOf(reader, assessment);
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
}

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

/** Until when there is a recording that the workbench could not end itself; null where it did, or nothing was recorded. */
function recordedUntil(reader: Reader, sessionId: string): string | null {
  const last = segmentsOf(reader, sessionId).at(-1);
  return last?.ending === 'interrupted' ? last.endedAt : null;
}
