import {
  type Attempt,
  type AttemptChance,
  allPassedBy,
  attemptChance,
  countingAttempt,
  windowEnd,
} from '../../shared/domain/attempts.ts';
import { gradeMethod } from '../../shared/domain/method-grade.ts';
import type { Method, Plan } from '../../shared/domain/plan.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { endRunning } from './clock.ts';
import { judgementsOf } from './judgements.ts';
import { endRecording } from './recording-sealing.ts';
import { scoreOf } from './scores.ts';
import { type SessionRow, sessionById, sessionsOf, updateVoid } from './session-rows.ts';
import { sha256 } from './stored.ts';

/** The session as an attempt: its grade is known once the session is closed, and is the one before any cap. */
export function attemptOf(reader: Reader, session: SessionRow, method: Method): Attempt {
  const ended = session.state === 'closed' || session.state === 'signed';
  return {
    number: session.attempt,
    kind: session.kind,
    signedAt: session.signedAt,
    grade: ended ? gradeMethod(method, judgementsOf(reader, session.id), scoreOf(reader, session.id)).grade : null,
    voidReason: session.voidReason,
    exceptional: session.exceptional,
  };
}

/** The attempts at one method of an assessment, the first one first, and whether a further one is possible now. */
export function attemptsAt(reader: Reader, assessmentId: string, plan: Plan, method: Method, now: Date) {
  const sessions = sessionsOf(reader, assessmentId).filter(({ methodKey }) => methodKey === method.key);
  const attempts = sessions.map(session => attemptOf(reader, session, method));
  const last = countingAttempt(attempts);
  return {
    sessions,
    chance: attemptChance(plan, method, attempts, now.toISOString().slice(0, 10)),
    /** Until when a re-sit and a re-take are possible, where the last attempt was failed. */
    windows:
      last?.grade === 'fail' && last.signedAt !== null
        ? { resit: windowEnd(plan, 'resit', last.signedAt), retake: windowEnd(plan, 'retake', last.signedAt) }
        : null,
  };
}

/** The day by which every method has to be passed, or null. */
export function passedBy(reader: Reader, plan: Plan, sessions: ReadonlyMap<string, SessionRow>): string | null {
  return allPassedBy(
    plan,
    plan.methods.map(method => {
      const session = sessions.get(method.key);
      return session ? attemptOf(reader, session, method) : null;
    }),
  );
}

/** What a further attempt is recorded with. */
export interface FurtherAttempt {
  readonly kind: 'resit' | 'retake';
  readonly actionPlan: string;
  readonly exceptional: string;
  readonly lateReason: string;
}

/** Refuses an attempt that the plan does not allow, or that lacks what the plan asks for. Throws AppError `attempt.refused` or `attempt.incomplete`. */
export function refuseAttempt(plan: Plan, chance: AttemptChance, further: FurtherAttempt | null): void {
  if (!chance.allowed) throw new AppError('attempt.refused', chance.why);
  const isFirst = chance.kinds.includes('first');
  if (isFirst && further)
    throw new AppError('attempt.refused', 'This is the first attempt, so it is no re-sit or re-take.');
  if (isFirst) return;
  if (!further) throw new AppError('attempt.incomplete', 'Say whether this is a re-sit or a re-take.');
  if (plan.resits?.actionPlanRequired && further.kind === 'retake' && further.actionPlan === '') {
    throw new AppError('attempt.incomplete', 'The plan asks for an action plan before a re-take. Say what was agreed.');
  }
  if (chance.remark !== null && further.lateReason === '') throw new AppError('attempt.incomplete', chance.remark);
}

export const voidAttempt: Handler<'session.void'> = (context, { sessionId, reason }) => {
  const session = sessionById(context.reader, sessionId);
  if (session.voidReason !== null) throw new AppError('session.isVoid', 'This attempt is void already.');
  endRunning(context, sessionId);
  endRecording(context, sessionId, 'closed', null);
  context.writer.run(updateVoid, { id: sessionId, reason, at: context.now.toISOString() });
  context.record({ type: 'session.voided', subjectId: sessionId, detail: { reasonSha256: sha256(reason) } });
  return {};
};
