import { calendarDate, formatCount, formatDate, formatList } from '../british.ts';
import type { Obstacle } from './obstacle.ts';
import type { Method } from './plan.ts';
import type { LedgerEntry } from './session.ts';
import { addWorkingDays } from './working-days.ts';

/** Why the clock may stand: a break, the session split to go on later, or a stop for danger, safeguarding, malpractice or illness. */
export const pauses = ['break', 'split', 'stop'] as const;
export type Pause = (typeof pauses)[number];

/** Why a session of this method cannot be split, in the user's words; null where the plan allows it. */
export function splitRefusal({ name, split }: Method): string | null {
  if (split?.allowed) return null;
  return split === null
    ? `The plan says nothing about splitting ${name}. Take a break instead, or ask the organisation.`
    : `The plan does not allow ${name} to be split. Take a break instead, or close the session with a reason.`;
}

/** What the plan says of splitting, in one sentence: within which days, and for which reasons. */
export function splitWords({ split }: Method): string {
  if (!split?.allowed) return '';
  const { withinWorkingDays: days, reasons } = split;
  const within =
    days === undefined
      ? ''
      : days === 1
        ? ' within the same working day'
        : ` within ${formatCount(days, 'working day')}`;
  const why = reasons.length === 0 ? '' : `, for these reasons: ${formatList(reasons)}`;
  return `The plan allows the session to be split${within}${why}.`;
}

/** The last day (ISO date) on which a session that first ran at this instant may go on; null where the plan sets none. The day itself counts as the first. */
export function lastDayOf({ split }: Method, firstStartedAt: string): string | null {
  if (split === null) return null;
  const first = calendarDate(firstStartedAt);
  if (!split.allowed) return first;
  return split.withinWorkingDays === undefined ? null : addWorkingDays(first, split.withinWorkingDays - 1);
}

/** A session that went on after the last day that the plan allows has to be explained. Rule: the split of published assessment plans. */
export function splitObstacles(method: Method, ledger: readonly LedgerEntry[], reason: string): readonly Obstacle[] {
  const stretches = ledger.filter(({ kind }) => kind === 'part');
  const [first] = stretches;
  const last = stretches.at(-1);
  const until = first ? lastDayOf(method, first.startedAt) : null;
  if (!last || until === null || reason.trim() !== '' || calendarDate(last.startedAt) <= until) return [];
  const fact = `${method.name} went on until ${formatDate(last.startedAt)}; the plan wants it held by ${formatDate(until)}.`;
  return [{ rule: 'splitTooLong', severity: 'blocks', message: `${fact} Say why.`, fact }];
}
