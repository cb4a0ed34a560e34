import { type LabelledDescriptor, labelledDescriptors } from './descriptor-labels.ts';
import { bestNotAbove, compareGrades } from './grade-names.ts';
import type { Decision, Judgement } from './judgement.ts';
import type { Grade, GradeRule, Method } from './plan.ts';

/** A descriptor with its labels and the decision on it; null as long as there is none. */
export type JudgedDescriptor = LabelledDescriptor & { readonly decision: Decision | null };

/** A method as it stands: its rule, its descriptors with their decisions, and the score where the rule asks for one. */
export interface JudgedMethod {
  readonly method: Method;
  readonly rule: GradeRule;
  readonly pass: readonly JudgedDescriptor[];
  readonly distinction: readonly JudgedDescriptor[];
  readonly score: number | null;
}

/**
 * Brings together the method's descriptors and the judgements on them. Under a score rule only descriptors with a critical KSB are judged; distinction
 * descriptors of a method without that grade are left out. Throws RangeError for a score that the test cannot give.
 */
export function judgedMethod(
  method: Method,
  rule: GradeRule,
  judgements: readonly Judgement[],
  score: number | null,
): JudgedMethod {
  if (rule.kind === 'score' && score !== null && !(score >= 0 && score <= rule.outOf)) {
    throw new RangeError(`A score of ${score} out of ${rule.outOf} is not possible`);
  }
  const decisions = new Map(judgements.map(judgement => [judgement.descriptorKey, judgement.decision]));
  const judged = labelledDescriptors(method).map(labelled => ({
    ...labelled,
    decision: decisions.get(labelled.descriptor.key) ?? null,
  }));
  const pass = judged.filter(one => one.descriptor.grade === 'pass');
  const hasDistinction = rule.kind !== 'score' && method.grades.includes('distinction');
  return {
    method,
    rule,
    pass: rule.kind === 'score' ? pass.filter(one => isCritical(method, one)) : pass,
    distinction: hasDistinction ? judged.filter(one => one.descriptor.grade === 'distinction') : [],
    score,
  };
}

/** The descriptors that are judged: all of them, but under a score rule those alone whose not being met fails the method. */
export function descriptorsToJudge(method: Method): readonly LabelledDescriptor[] {
  const all = labelledDescriptors(method);
  if (method.gradeRule?.kind !== 'score') return all;
  return all.filter(one => one.descriptor.grade === 'pass' && isCritical(method, one));
}

/** Whether the descriptor holds a KSB without which the method is failed. */
export function isCritical(method: Method, one: LabelledDescriptor): boolean {
  return one.descriptor.ksbs.some(ksb => method.criticalKsbs.includes(ksb));
}

/** The descriptors that are met. */
export function metOf(descriptors: readonly JudgedDescriptor[]): readonly JudgedDescriptor[] {
  return descriptors.filter(one => one.decision === 'met');
}

/** The descriptors that are judged not met. */
export function notMetOf(descriptors: readonly JudgedDescriptor[]): readonly JudgedDescriptor[] {
  return descriptors.filter(one => one.decision === 'notMet');
}

/**
 * The descriptors that must still be judged before there is a grade. Distinction descriptors no longer count once a pass descriptor is not met,
 * because a distinction needs every one of those: the usual rule of published assessment plans.
 */
export function undecidedOf(judged: JudgedMethod): readonly JudgedDescriptor[] {
  const distinctionOpen = notMetOf(judged.pass).length === 0;
  return [...judged.pass, ...(distinctionOpen ? judged.distinction : [])].filter(one => one.decision === null);
}

/** The grade that the decisions reach, everything undecided taken as not met; null when the plan gives the method no such grade. */
export function reachedGrade(judged: JudgedMethod): Grade | null {
  const { method, pass } = judged;
  const criticalMissing = pass.some(one => isCritical(method, one) && one.decision !== 'met');
  return bestNotAbove(criticalMissing ? 'fail' : gradeByRule(judged), method.grades);
}

function gradeByRule({ rule, pass, distinction, score }: JudgedMethod): Grade {
  const passMet = metOf(pass).length;
  const distinctionMet = metOf(distinction).length;
  switch (rule.kind) {
    case 'allDescriptors':
      if (passMet < pass.length) return 'fail';
      return distinction.length > 0 && distinctionMet === distinction.length ? 'distinction' : 'pass';
    case 'count':
      if (passMet < rule.passAtLeast) return 'fail';
      if (rule.distinctionAtLeast === undefined || passMet < pass.length) return 'pass';
      return distinctionMet >= rule.distinctionAtLeast ? 'distinction' : 'pass';
    case 'score':
      return rule.boundaries
        .filter(boundary => (score ?? 0) >= boundary.atLeast)
        .map(boundary => boundary.grade)
        .reduce<Grade>((best, grade) => (compareGrades(grade, best) > 0 ? grade : best), 'fail');
  }
}
