import { formatElapsed } from '../../shared/british.ts';

/** Where the clock stands: within the time, in the tolerance, or past what is allowed. */
export type ClockState = 'within' | 'tolerance' | 'over';

/** The state of a clock; times in seconds. */
export function clockState(elapsed: number, base: number, allowed: number): ClockState {
  if (elapsed > allowed) return 'over';
  return elapsed > base ? 'tolerance' : 'within';
}

/** A mark on the clock's scale: its place from 0 to 100 and, on the major ones, its minutes. */
export interface Tick {
  readonly at: number;
  readonly minutes: number;
  readonly isMajor: boolean;
}

/** Marks every 1, 5 or 10 minutes, so that a scale of `total` seconds gets no more than about forty. */
export function clockTicks(total: number): readonly Tick[] {
  const minutes = total / 60;
  const step = minutes <= 40 ? 1 : minutes <= 200 ? 5 : 10;
  const major = minutes <= 40 ? 5 : minutes <= 100 ? 10 : 30;
  const count = Math.floor(minutes / step);
  return Array.from({ length: count + 1 }, (_, index) => {
    const minute = index * step;
    return { at: (minute / minutes) * 100, minutes: minute, isMajor: minute % major === 0 };
  });
}

/** The whole reading in words, for whoever cannot see the bar. */
export function clockWords(elapsed: number, base: number, allowed: number): string {
  const limit = allowed > base ? `, ${formatElapsed(allowed)} with the tolerance` : '';
  const state = { within: '', tolerance: '; in the tolerance', over: '; past the time allowed' };
  return `${formatElapsed(elapsed)} of ${formatElapsed(base)}${limit}${state[clockState(elapsed, base, allowed)]}`;
}
