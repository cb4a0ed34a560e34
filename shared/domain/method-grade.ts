import type { DerivationLine, Judgement } from './judgement.ts';
import { whatWouldChange } from './method-grade-change.ts';
import { derivationLines } from './method-grade-lines.ts';
import { type JudgedMethod, judgedMethod, reachedGrade, undecidedOf } from './method-grade-rules.ts';
import type { Grade, Method } from './plan.ts';

/** A method's grade with its derivation. */
export interface MethodGrade {
  /** Null until everything that the rule needs is decided: no hint of an outcome before that. */
  readonly grade: Grade | null;
  readonly lines: readonly DerivationLine[];
  /** How many decisions (and the score of a test) are still needed. */
  readonly outstanding: number;
  /** What would have made the grade a better one, in one sentence; null at the best grade and while there is none. */
  readonly wouldChange: string | null;
}

/**
 * Computes a method's grade by the plan's rule and explains it. `score` is the mark of a test and counts under a score rule alone.
 * Usual rule of published assessment plans: any pass descriptor not met fails, all met pass, and all distinction descriptors as well make a distinction.
 */
export function gradeMethod(
  method: Method,
  judgements: readonly Judgement[],
  score: number | null = null,
): MethodGrade {
  if (!method.gradeRule) return withoutGrade(method, 'The plan leaves open how this method is graded.');
  const judged = judgedMethod(method, method.gradeRule, judgements, score);
  if (judged.rule.kind !== 'score' && judged.pass.length === 0) {
    return withoutGrade(method, 'The plan has no pass descriptors for this method, so nothing can be judged.');
  }
  const outstanding = undecidedOf(judged).length + (isScoreMissing(judged) ? 1 : 0);
  const reached = reachedGrade(judged);
  if (reached === null) {
    return withoutGrade(method, 'The plan lists no grade for this method that its rule can reach.');
  }
  const grade = outstanding > 0 ? null : reached;
  return {
    grade,
    lines: derivationLines(judged, grade),
    outstanding,
    wouldChange: grade === null ? null : whatWouldChange(judged, grade),
  };
}

function isScoreMissing({ rule, score }: JudgedMethod): boolean {
  return rule.kind === 'score' && score === null;
}

function withoutGrade(method: Method, text: string): MethodGrade {
  return {
    grade: null,
    lines: [{ text, methodKey: method.key, effect: 'open' }],
    outstanding: 0,
    wouldChange: null,
  };
}
