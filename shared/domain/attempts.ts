import { formatDate } from '../british.ts';
import { aGrade, bestNotAbove, compareGrades } from './grade-names.ts';
import type { DerivationLine } from './judgement.ts';
import type { Grade, Method, Plan } from './plan.ts';

/** How an attempt came about: the first one, again without further learning, or again after it. */
export const attemptKinds = ['first', 'resit', 'retake'] as const;
export type AttemptKind = (typeof attemptKinds)[number];

/** One attempt at a method. */
export interface Attempt {
  readonly number: number;
  readonly kind: AttemptKind;
  /** When its report was signed, ISO 8601 in UTC; null before that. */
  readonly signedAt: string | null;
  /** The grade by its judgements, before any cap; null until it is known. */
  readonly grade: Grade | null;
  /** Why it does not count; null when it counts. */
  readonly voidReason: string | null;
  /** Exceptional circumstances that lift the cap; null when there are none. */
  readonly exceptional: string | null;
}

/** The attempt that counts for its method: the latest that is not void. */
export function countingAttempt(attempts: readonly Attempt[]): Attempt | null {
  return attempts.findLast(attempt => attempt.voidReason === null) ?? null;
}

/** Whether a method may be attempted now, and as what; or why not, in words. */
export type AttemptChance =
  | { readonly allowed: true; readonly kinds: readonly AttemptKind[]; readonly remark: string | null }
  | { readonly allowed: false; readonly why: string };

/**
 * Whether a further attempt at the method is possible on this day (ISO date). Usual rule of published assessment plans: only a failed method is
 * taken again, never to improve a grade, and within the plan's window after the result.
 */
export function attemptChance(plan: Plan, method: Method, attempts: readonly Attempt[], today: string): AttemptChance {
  const last = countingAttempt(attempts);
  const name = method.name.toLowerCase();
  if (!last) return { allowed: true, kinds: ['first'], remark: null };
  if (last.signedAt === null || last.grade === null) {
    return { allowed: false, why: `There is a session of ${name} that is not finished. Go on with that one.` };
  }
  if (last.grade !== 'fail') {
    return { allowed: false, why: `The ${name} is passed. A method is not taken again to improve its grade.` };
  }
  if (!plan.resits) return { allowed: false, why: 'The plan does not say how a failed method is taken again.' };
  return { allowed: true, kinds: ['resit', 'retake'], remark: windowRemark(plan.resits, last.signedAt, today) };
}

/** The last day of a re-sit or re-take after a failed attempt, as an ISO date; null where the plan sets no window. */
export function windowEnd(plan: Plan, kind: Exclude<AttemptKind, 'first'>, failedAt: string): string | null {
  const months = kind === 'resit' ? plan.resits?.resitWithinMonths : plan.resits?.retakeWithinMonths;
  return months ? addMonths(failedAt.slice(0, 10), months) : null;
}

function windowRemark(resits: NonNullable<Plan['resits']>, failedAt: string, today: string): string | null {
  const ends = [resits.resitWithinMonths, resits.retakeWithinMonths].flatMap(months =>
    months ? [addMonths(failedAt.slice(0, 10), months)] : [],
  );
  const last = ends.toSorted().at(-1);
  if (!last || today <= last) return null;
  return `The plan’s window ended on ${formatDate(last)}. Record why this attempt is late.`;
}

/** The same day so many months later; the last day of the month where it has no such day. */
export function addMonths(isoDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}

/** A method's grade after the cap on re-sits and re-takes, with the line that explains it where the cap bites. */
export interface CappedGrade {
  readonly grade: Grade | null;
  readonly line: DerivationLine | null;
}

/**
 * Caps the grade of a re-sit or re-take at the plan's best grade for one; recorded exceptional circumstances lift the cap where the plan says so.
 * Usual rule of published assessment plans.
 */
export function cappedGrade(plan: Plan, method: Method, attempt: Attempt): CappedGrade {
  const { grade, kind } = attempt;
  const resits = plan.resits;
  if (grade === null || kind === 'first' || !resits || compareGrades(grade, resits.cap) <= 0)
    return { grade, line: null };
  const word = kind === 'resit' ? 're-sit' : 're-take';
  if (attempt.exceptional !== null && resits.capLiftedForExceptionalCircumstances) {
    const text = `Exceptional circumstances are recorded for the ${word}, so its grade is not capped.`;
    return { grade, line: { text, methodKey: method.key, effect: 'supports' } };
  }
  const capped = bestNotAbove(resits.cap, method.grades) ?? grade;
  const text = `The judgements reach ${aGrade(grade)}; the plan caps a ${word} at ${aGrade(capped)}: the method grade is ${aGrade(capped)}.`;
  return { grade: capped, line: { text, methodKey: method.key, effect: 'limits' } };
}

/** The day by which every method has to be passed, counted from the first pass that still counts; null where the plan sets none or nothing is passed. */
export function allPassedBy(plan: Plan, counting: readonly (Attempt | null)[]): string | null {
  const months = plan.resits?.allPassedWithinMonths;
  const firstPass = counting
    .flatMap(attempt =>
      attempt?.signedAt && attempt.grade !== null && attempt.grade !== 'fail' ? [attempt.signedAt] : [],
    )
    .toSorted()[0];
  return months && firstPass ? addMonths(firstPass.slice(0, 10), months) : null;
}
