import { z } from 'zod';
import { explanation, openingChecklist } from '../../shared/contract/shapes.ts';
import { type AttemptKind, attemptKinds } from '../../shared/domain/attempts.ts';
import { type Method, methodOf, type Plan } from '../../shared/domain/plan.ts';
import { type SessionState, sessionState } from '../../shared/domain/session.ts';
import { AppError } from '../../shared/errors.ts';
import { type Reader, read, type Writer, write } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { planById } from './plan-rows.ts';
import { stored } from './stored.ts';

const sessionRow = z.strictObject({
  id: z.string(),
  assessmentId: z.string(),
  planId: z.string(),
  pathway: z.string().nullable(),
  methodKey: z.string(),
  attempt: z.number(),
  kind: z.enum(attemptKinds),
  exceptional: z.string().nullable(),
  actionPlan: z.string().nullable(),
  lateReason: z.string().nullable(),
  voidReason: z.string().nullable(),
  signedAt: z.string().nullable(),
  /** Why its judgements are open again after a report was signed; null when they are not. */
  revising: z.string().nullable(),
  /** The assessment version that it was begun with, in plans that sample; null where every statement is assessed. */
  versionId: z.string().nullable(),
  state: sessionState,
  checklist: stored(openingChecklist),
  explanations: stored(z.array(explanation)),
  begunAt: z.string(),
  closedAt: z.string().nullable(),
  changedAt: z.string(),
});
export type SessionRow = z.output<typeof sessionRow>;

const columns =
  'session.id, assessment_id, assessment.plan_id, assessment.pathway, method_key, attempt, kind, exceptional, action_plan, late_reason, void_reason, signed_at, revising, session.version_id, state, checklist, explanations, begun_at, closed_at, changed_at';
const oneSession = read<{ id: string }>()(
  `SELECT ${columns} FROM session JOIN assessment ON assessment.id = assessment_id WHERE session.id = @id`,
  sessionRow,
);
const sessionsOfAssessment = read<{ assessmentId: string }>()(
  `SELECT ${columns} FROM session JOIN assessment ON assessment.id = assessment_id WHERE assessment_id = @assessmentId ORDER BY begun_at, session.id`,
  sessionRow,
);
/** Inserts a session that has not run yet. */
export const insertSession = write<{
  id: string;
  assessmentId: string;
  methodKey: string;
  attempt: number;
  kind: AttemptKind;
  exceptional: string | null;
  actionPlan: string | null;
  lateReason: string | null;
  versionId: string | null;
  checklist: string;
  at: string;
}>(
  "INSERT INTO session (id, assessment_id, method_key, attempt, kind, exceptional, action_plan, late_reason, version_id, state, checklist, explanations, begun_at, changed_at) VALUES (@id, @assessmentId, @methodKey, @attempt, @kind, @exceptional, @actionPlan, @lateReason, @versionId, 'planned', @checklist, '[]', @at, @at)",
);
const updateState = write<{ id: string; state: SessionState; at: string }>(
  'UPDATE session SET state = @state, changed_at = @at WHERE id = @id',
);
/** Closes a session with its explanations. */
export const updateClosed = write<{ id: string; explanations: string; at: string }>(
  "UPDATE session SET state = 'closed', explanations = @explanations, closed_at = @at, changed_at = @at WHERE id = @id",
);
/** Locks a session for good: its report is signed. */
export const updateSigned = write<{ id: string; at: string }>(
  "UPDATE session SET state = 'signed', signed_at = @at, revising = NULL, changed_at = @at WHERE id = @id",
);
/** Opens the judgements of a signed session for a new version of its report. */
export const updateRevising = write<{ id: string; reason: string; at: string }>(
  "UPDATE session SET state = 'closed', signed_at = NULL, revising = @reason, changed_at = @at WHERE id = @id",
);
/** Declares an attempt void: it stays as it is and no longer counts. */
export const updateVoid = write<{ id: string; reason: string; at: string }>(
  'UPDATE session SET void_reason = @reason, changed_at = @at WHERE id = @id',
);
const reopenings = read<{ sessionId: string }>()(
  'SELECT at, reason FROM reopening WHERE session_id = @sessionId ORDER BY at',
  z.strictObject({ at: z.string(), reason: z.string() }),
);
/** Keeps why a closed session was opened again. */
export const insertReopening = write<{ sessionId: string; at: string; reason: string }>(
  'INSERT INTO reopening (session_id, at, reason) VALUES (@sessionId, @at, @reason)',
);
/** Writes the opening checklist anew. */
export const updateChecklist = write<{ id: string; checklist: string }>(
  'UPDATE session SET checklist = @checklist WHERE id = @id',
);
const touch = write<{ id: string; at: string }>('UPDATE session SET changed_at = @at WHERE id = @id');

/** The session with this id. Throws AppError `session.unknown`. */
export function sessionById(reader: Reader, id: string): SessionRow {
  const row = reader.one(oneSession, { id });
  if (!row) throw new AppError('session.unknown', 'This session is not in the workspace.');
  return row;
}

/** The sessions of an assessment in the order in which they were begun. */
export const sessionsOf = (reader: Reader, assessmentId: string): readonly SessionRow[] =>
  reader.all(sessionsOfAssessment, { assessmentId });

/** The session that counts for each method, by the method's key: the latest that is not void. */
export function countingSessions(reader: Reader, assessmentId: string): ReadonlyMap<string, SessionRow> {
  const counting = sessionsOf(reader, assessmentId).filter(({ voidReason }) => voidReason === null);
  return new Map(counting.map(session => [session.methodKey, session]));
}

/** When and why the session was opened again after it was closed. */
export const reopeningsOf = (reader: Reader, sessionId: string) => reader.all(reopenings, { sessionId });

/** The session's method as its pinned plan has it on the day that the session was begun, and the plan. */
export function methodOfSession(
  reader: Reader,
  session: SessionRow,
): { readonly plan: Plan; readonly method: Method; readonly frameworkId: string } {
  const plan = planOfAssessment(reader, session, session.begunAt);
  return { plan, method: methodOf(plan, session.methodKey), frameworkId: planById(reader, session.planId).frameworkId };
}

interface Writing {
  readonly writer: Writer;
  readonly now: Date;
}

export function setState({ writer, now }: Writing, id: string, state: SessionState): void {
  writer.run(updateState, { id, state, at: now.toISOString() });
}

/** Marks the session as changed now, which moves it up on the home page. */
export function markChanged({ writer, now }: Writing, id: string): void {
  writer.run(touch, { id, at: now.toISOString() });
}

/** Refuses a change of a session that is signed or void. Throws AppError `session.signed` or `session.void`. */
export function refuseSigned(session: SessionRow): void {
  if (session.voidReason !== null) {
    throw new AppError('session.void', 'This attempt was declared void and stays as it is.');
  }
  if (session.state === 'signed') {
    throw new AppError(
      'session.signed',
      'This session is signed and cannot be changed. What has to be put right goes into a new version of the report.',
    );
  }
}

/** Refuses what belongs into a session that is going on. Throws AppError `session.signed` or `session.closed`. */
export function refuseEnded(session: SessionRow): void {
  refuseSigned(session);
  if (session.state === 'closed') {
    throw new AppError('session.closed', 'This session is closed. Open it again, with a reason, to change its notes.');
  }
}
