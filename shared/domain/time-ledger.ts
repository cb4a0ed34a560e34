import { formatClock, formatDuration, formatElapsed } from '../british.ts';
import type { Method } from './plan.ts';
import type { LedgerEntry } from './session.ts';
import type { TimeAllowed, TimeBounds } from './time-allowed.ts';

/** What a session's ledger adds up to, in whole seconds. Breaks do not count as assessment time. */
export interface LedgerTimes {
  readonly assessmentSeconds: number;
  readonly breakSeconds: number;
  /** Assessment seconds by the key of the part; a part that has not begun is absent. */
  readonly partSeconds: ReadonlyMap<string, number>;
  /** The stretch or break that has not ended. */
  readonly running: LedgerEntry | null;
}

/** Where the time spent stands against the time allowed, in whole seconds. */
export interface TimeStanding {
  readonly state: 'open' | 'within' | 'inTolerance' | 'overrun';
  readonly spentSeconds: number;
  /** Seconds until the adjusted time is up; null where the plan leaves the time open. */
  readonly leftSeconds: number | null;
  /** Seconds until even the tolerance is used up; null where the plan leaves the time open. */
  readonly leftWithToleranceSeconds: number | null;
  readonly toleranceUsedSeconds: number;
  readonly overrunSeconds: number;
  /** Seconds still to go until the shortest time that keeps to the plan. */
  readonly belowLowestSeconds: number;
}

/** The length of an entry in whole seconds: as measured, else by the wall clock; never negative, also when that clock was set back. */
export function secondsOfEntry(entry: LedgerEntry, nowIso: string): number {
  if (entry.measuredSeconds !== null) return Math.max(0, entry.measuredSeconds);
  return Math.max(0, Math.floor((Date.parse(entry.endedAt ?? nowIso) - Date.parse(entry.startedAt)) / 1000));
}

/** The ledger's sums at an instant (ISO 8601): the entry that is still running counts up to it. */
export function ledgerTimes(ledger: readonly LedgerEntry[], nowIso: string): LedgerTimes {
  const partSeconds = new Map<string, number>();
  let breakSeconds = 0;
  for (const entry of ledger) {
    const seconds = secondsOfEntry(entry, nowIso);
    if (entry.kind === 'break') breakSeconds += seconds;
    else partSeconds.set(entry.partKey, (partSeconds.get(entry.partKey) ?? 0) + seconds);
  }
  return {
    assessmentSeconds: [...partSeconds.values()].reduce((sum, seconds) => sum + seconds, 0),
    breakSeconds,
    partSeconds,
    running: ledger.findLast(entry => entry.endedAt === null) ?? null,
  };
}

/** Compares time spent with the bounds of a method or of a part. */
export function timeStanding(spentSeconds: number, bounds: TimeBounds): TimeStanding {
  const { adjusted, highest } = bounds;
  const overrunSeconds = highest === null ? 0 : Math.max(0, spentSeconds - highest);
  const overAdjusted = adjusted === null ? 0 : Math.max(0, spentSeconds - adjusted);
  const toleranceUsedSeconds = Math.max(0, overAdjusted - overrunSeconds);
  return {
    state:
      adjusted === null ? 'open' : overrunSeconds > 0 ? 'overrun' : toleranceUsedSeconds > 0 ? 'inTolerance' : 'within',
    spentSeconds,
    leftSeconds: adjusted === null ? null : Math.max(0, adjusted - spentSeconds),
    leftWithToleranceSeconds: highest === null ? null : Math.max(0, highest - spentSeconds),
    toleranceUsedSeconds,
    overrunSeconds,
    belowLowestSeconds: Math.max(0, (bounds.lowest ?? 0) - spentSeconds),
  };
}

/** What is left of the time, how much of the tolerance is in use, or by how much it was overrun; empty where the plan leaves the time open. */
export function leftWords({ state, leftSeconds, toleranceUsedSeconds, overrunSeconds }: TimeStanding): string {
  switch (state) {
    case 'open':
      return '';
    case 'within':
      return `${formatElapsed(leftSeconds ?? 0)} left`;
    case 'inTolerance':
      return `${formatElapsed(toleranceUsedSeconds)} of the tolerance used`;
    case 'overrun':
      return `${formatElapsed(overrunSeconds)} over the time allowed`;
  }
}

/** The standing of the whole method and of each of its parts, by the part's key. */
export function timeStandings(
  times: LedgerTimes,
  allowed: TimeAllowed,
): { readonly total: TimeStanding; readonly parts: ReadonlyMap<string, TimeStanding> } {
  return {
    total: timeStanding(times.assessmentSeconds, allowed.total),
    parts: new Map(
      allowed.parts.map(part => [part.partKey, timeStanding(times.partSeconds.get(part.partKey) ?? 0, part)]),
    ),
  };
}

/** One line of the ledger as a report prints it. */
export interface LedgerLine {
  readonly kind: LedgerEntry['kind'];
  readonly seconds: number;
  /** False where the length was taken from the wall clock, because the measurement was interrupted. */
  readonly measured: boolean;
  /** For example `Observation, 14:05 to 15:05: 1 h` or `Break, 14:30 to 14:35: 5 min (fire alarm)`. */
  readonly text: string;
}

/** The kinds of pause as a ledger names them. */
export const pauseNames = { break: 'Break', split: 'Session split', stop: 'Stopped' } as const;

/** The ledger in plain words, in its own order, with local times. */
export function ledgerLines(
  ledger: readonly LedgerEntry[],
  method: Method,
  nowIso: string,
  timeZone?: string,
): readonly LedgerLine[] {
  return ledger.map(entry => {
    const seconds = secondsOfEntry(entry, nowIso);
    const name =
      entry.kind === 'break'
        ? pauseNames[entry.pause ?? 'break']
        : (method.parts.find(part => part.key === entry.partKey)?.name ?? entry.partKey);
    const end = entry.endedAt === null ? 'still running' : `to ${formatClock(entry.endedAt, timeZone)}`;
    const reason = entry.reason ? ` (${entry.reason})` : '';
    const text = `${name}, ${formatClock(entry.startedAt, timeZone)} ${end}: ${formatDuration(seconds)}${reason}`;
    return { kind: entry.kind, seconds, measured: entry.measuredSeconds !== null, text };
  });
}
