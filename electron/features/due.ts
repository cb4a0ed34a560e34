import { calendarDate } from '../../shared/british.ts';
import { type DueFacts, dueLines } from '../../shared/domain/due.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { apprenticeById, fullName } from './apprentices.ts';
import type { AssessmentRow } from './assessment-rows.ts';
import { attemptsAt, passedBy } from './attempts.ts';
import { bookingsOf } from './bookings.ts';
import { dueCandidates } from './due-candidates.ts';
import { periodEndOf } from './gateway.ts';
import { standingOf } from './progress.ts';
import { resultOf } from './session-results.ts';
import type { SessionRow } from './session-rows.ts';

export const listDue: Handler<'due.list'> = ({ reader, now }) => {
  const today = calendarDate(now.toISOString());
  const facts = dueCandidates(reader, today).map(assessment => factsOf(reader, assessment, now));
  return [...dueLines(facts, today)];
};

/** What is known of one assessment for telling what is due. */
export function factsOf(reader: Reader, assessment: AssessmentRow, now: Date): DueFacts {
  const { plan, sessions } = standingOf(reader, assessment);
  const nameOf = (key: string): string => plan.methods.find(method => method.key === key)?.name ?? key;
  return {
    assessmentId: assessment.id,
    apprenticeName: fullName(apprenticeById(reader, assessment.apprenticeId)),
    bookings: bookingsOf(reader, assessment.id)
      .filter(({ state }) => state === 'booked')
      .map(({ methodKey, heldOn, heldAt, place }) => ({
        methodName: nameOf(methodKey),
        on: heldOn,
        at: heldAt,
        place,
      })),
    unsigned: [...sessions.values()].flatMap(({ state, closedAt, methodKey }) =>
      state === 'closed' && closedAt !== null
        ? [{ methodName: nameOf(methodKey), endedOn: calendarDate(closedAt) }]
        : [],
    ),
    releaseWithinWorkingDays: plan.results?.releaseWithinWorkingDays ?? null,
    periodEnd: periodEndOf(reader, assessment.id, plan),
    notHeld: plan.methods.filter(({ key }) => !sessions.has(key)).map(({ name }) => name),
    passedBy: passedBy(reader, plan, sessions),
    notPassed: plan.methods.filter(({ key }) => !isPassed(reader, sessions.get(key))).map(({ name }) => name),
    furtherAttempts: plan.methods.flatMap(method => {
      if (sessions.get(method.key)?.state !== 'signed') return [];
      const { chance, windows } = attemptsAt(reader, assessment.id, plan, method, now);
      return chance.allowed && windows ? [{ methodName: method.name, ...windows }] : [];
    }),
  };
}

function isPassed(reader: Reader, session: SessionRow | undefined): boolean {
  if (session?.state !== 'signed') return false;
  const { grade } = resultOf(reader, session);
  return grade !== null && grade !== 'fail';
}
