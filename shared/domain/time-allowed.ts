import type { Method, Tolerance } from './plan.ts';

/** The times of a method or of one of its parts, in whole seconds; all null where the plan leaves the minutes open. */
export interface TimeBounds {
  /** The plan's time. */
  readonly base: number | null;
  /** The plan's time with the reasonable adjustment in it. */
  readonly adjusted: number | null;
  /** The shortest time that keeps to the plan. */
  readonly lowest: number | null;
  /** The longest time that keeps to the plan. */
  readonly highest: number | null;
}

/** The times allowed for a method: the total's, and each part's in the plan's order. */
export interface TimeAllowed {
  readonly total: TimeBounds;
  readonly parts: readonly (TimeBounds & { readonly partKey: string; readonly name: string })[];
}

const open: TimeBounds = { base: null, adjusted: null, lowest: null, highest: null };
const noTolerance: Tolerance = { minusPercent: 0, plusPercent: 0, scope: 'whole', allocation: 'free' };

/**
 * The time allowed: base × (1 + adjustment) × (1 + tolerance), or with the tolerance taken of the plan's time alone where the plan says so. Where
 * a part has a range of minutes, its lowest and highest times start from that. A tolerance that the plan leaves open counts as none.
 * Extra time is an entitlement that need not be used, so it does not lengthen the lowest time.
 * Rule: ours, over the tolerances of published assessment plans. Throws RangeError for a negative adjustment.
 */
export function timeAllowed(method: Method, adjustmentPercent: number): TimeAllowed {
  if (!(adjustmentPercent >= 0)) throw new RangeError(`An adjustment of ${adjustmentPercent} % is not possible`);
  const growth = 1 + adjustmentPercent / 100;
  const toleranceGrowth = method.toleranceOn === 'adjustedTime' ? growth : 1;
  const tolerance = method.tolerance ?? noTolerance;
  const { base, shortest, longest } = secondsOf(method);
  const minus = sharesOf(tolerance, tolerance.minusPercent ?? 0, shortest);
  const plus = sharesOf(tolerance, tolerance.plusPercent ?? 0, longest);
  const parts = method.parts.map((part, index) => ({
    partKey: part.key,
    name: part.name,
    ...(part.minutes === null
      ? open
      : {
          base: at(base, index),
          adjusted: Math.round(at(base, index) * growth),
          lowest: Math.max(0, Math.round(at(shortest, index) - at(minus.parts, index))),
          highest: Math.round(at(longest, index) * growth + at(plus.parts, index) * toleranceGrowth),
        }),
  }));
  if (method.parts.some(part => part.minutes === null)) return { total: open, parts };
  const total = {
    base: sum(base),
    adjusted: Math.round(sum(base) * growth),
    lowest: Math.max(0, Math.round(sum(shortest) - minus.total)),
    highest: Math.round(sum(longest) * growth + plus.total * toleranceGrowth),
  };
  return { total, parts };
}

/** The parts' times in seconds; nought for what the plan leaves open. */
function secondsOf(method: Method) {
  return {
    base: method.parts.map(part => (part.minutes ?? 0) * 60),
    shortest: method.parts.map(part => (part.minimumMinutes ?? part.minutes ?? 0) * 60),
    longest: method.parts.map(part => (part.maximumMinutes ?? part.minutes ?? 0) * 60),
  };
}

/** The tolerance in seconds: how much the whole method has, and how much of it each part may use. */
function sharesOf(
  tolerance: Tolerance,
  percent: number,
  seconds: readonly number[],
): { readonly total: number; readonly parts: readonly number[] } {
  const own = seconds.map(time => (time * percent) / 100);
  switch (tolerance.allocation) {
    case 'free':
      return { total: sum(own), parts: own.map(() => sum(own)) };
    case 'perPart':
      return { total: sum(own), parts: own };
    case 'lastPart': {
      const total = tolerance.scope === 'whole' ? sum(own) : at(own, own.length - 1);
      return { total, parts: own.map((_, index) => (index === own.length - 1 ? total : 0)) };
    }
  }
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
