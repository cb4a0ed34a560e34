import type { AttemptKind } from '../attempts.ts';
import type { Grade } from '../plan.ts';
import type { DfeAttempt } from './record.ts';

/** A session that counted in an overall result. */
export interface CountedSession {
  readonly id: string;
  readonly kind: AttemptKind;
  readonly isVoid: boolean;
  /** When it was held, ISO 8601 in UTC. */
  readonly heldAt: string;
}

/** An overall report with the sessions that it rests on. */
export interface OverallResult {
  readonly grade: Grade;
  readonly released: boolean;
  /** Whether it, or a report that it rests on, was opened for a new version since: it is no longer the result then. */
  readonly isOverturned: boolean;
  readonly sessions: readonly CountedSession[];
}

/** The attempts up to the latest released one with its grade, and whether a later one waits to be released. */
export interface AttemptList {
  readonly attempts: readonly DfeAttempt[];
  readonly grade: Grade | null;
  readonly hasLater: boolean;
}

/**
 * The attempts that the service is told of, from every overall report of an assessment, the first signed first. A report on the same sessions
 * as an earlier one corrects it and is no further attempt; one that was overturned or rests on a void session is none. Rule: the service counts whole
 * assessments, each with an outcome and the date on which its last method was assessed.
 */
export function attemptList(results: readonly OverallResult[]): AttemptList {
  const own = latestOfEach(results.filter(({ isOverturned, sessions }) => !isOverturned && sessions.every(isCounted)));
  const last = own.findLastIndex(({ released }) => released);
  const told = own.slice(0, last + 1);
  return {
    attempts: told.map((result, place) => attemptOf(result, told[place - 1])),
    grade: told.at(-1)?.grade ?? null,
    hasLater: last >= 0 && last < own.length - 1,
  };
}

const isCounted = ({ isVoid }: CountedSession): boolean => !isVoid;

/** One result for each set of sessions, the latest. */
function latestOfEach(results: readonly OverallResult[]): readonly OverallResult[] {
  const keyOf = ({ sessions }: OverallResult) => JSON.stringify(sessions.map(({ id }) => id).toSorted());
  return [...new Map(results.map(result => [keyOf(result), result])).values()];
}

function attemptOf(result: OverallResult, before: OverallResult | undefined): DfeAttempt {
  const earlier = new Set(before?.sessions.map(({ id }) => id));
  const kinds = result.sessions.filter(({ id }) => !earlier.has(id)).map(({ kind }) => kind);
  const further = kinds.includes('retake') ? 'retake' : 'resit';
  return {
    at: result.sessions.reduce((latest, { heldAt }) => (heldAt > latest ? heldAt : latest), ''),
    outcome: result.grade === 'fail' ? 'Fail' : 'Pass',
    kind: before ? further : 'first',
    released: result.released,
  };
}
