import { formatCount, formatList } from '../british.ts';
import { aGrade, compareGrades } from './grade-names.ts';
import { isCritical, type JudgedDescriptor, type JudgedMethod, metOf, reachedGrade } from './method-grade-rules.ts';
import type { Grade } from './plan.ts';

/** The smallest change for the better: all of some descriptors, and so many of others. */
interface Change {
  readonly all: readonly JudgedDescriptor[];
  readonly count: number;
  readonly of: readonly JudgedDescriptor[];
}

/** What would have made the grade a better one, in one sentence; null at the best grade that the method has. */
export function whatWouldChange(judged: JudgedMethod, grade: Grade): string | null {
  if (!judged.method.grades.some(other => compareGrades(other, grade) > 0)) return null;
  const change = betterBy(judged, grade);
  if (change.all.length + change.count === 0) return judged.rule.kind === 'score' ? moreMarks(judged, grade) : null;
  const target = reachedGrade(withMet(judged, change));
  if (target === null || compareGrades(target, grade) <= 0) return null;
  const some = change.count > 0 ? [`any ${change.count} of ${labelsOf(change.of)}`] : [];
  const wanted = [...change.all.map(one => one.label), ...some];
  return `It would have been ${aGrade(target)} if ${formatList(wanted)} had been met.`;
}

function betterBy({ method, rule, pass, distinction }: JudgedMethod, grade: Grade): Change {
  const missingPass = pass.filter(one => one.decision !== 'met');
  const missingDistinction = distinction.filter(one => one.decision !== 'met');
  if (rule.kind === 'score') return changeOf(missingPass, 0, []);
  if (rule.kind === 'allDescriptors') return changeOf(grade === 'fail' ? missingPass : missingDistinction, 0, []);
  if (grade === 'fail') {
    const critical = missingPass.filter(one => isCritical(method, one));
    const others = missingPass.filter(one => !critical.includes(one));
    return changeOf(critical, rule.passAtLeast - metOf(pass).length - critical.length, others);
  }
  return changeOf(missingPass, (rule.distinctionAtLeast ?? 0) - metOf(distinction).length, missingDistinction);
}

/** A count that takes in every candidate needs no choice. */
function changeOf(all: readonly JudgedDescriptor[], count: number, of: readonly JudgedDescriptor[]): Change {
  if (count >= of.length) return { all: [...all, ...of], count: 0, of: [] };
  return { all, count: Math.max(0, count), of };
}

function withMet(judged: JudgedMethod, change: Change): JudgedMethod {
  const met = new Set([...change.all, ...change.of.slice(0, change.count)]);
  const apply = (descriptors: readonly JudgedDescriptor[]) =>
    descriptors.map(one => (met.has(one) ? { ...one, decision: 'met' as const } : one));
  return { ...judged, pass: apply(judged.pass), distinction: apply(judged.distinction) };
}

function moreMarks({ method, rule, score }: JudgedMethod, grade: Grade): string | null {
  if (rule.kind !== 'score') return null;
  const next = rule.boundaries
    .filter(boundary => compareGrades(boundary.grade, grade) > 0 && method.grades.includes(boundary.grade))
    .toSorted((a, b) => a.atLeast - b.atLeast)
    .at(0);
  if (!next) return null;
  return `${formatCount(next.atLeast - (score ?? 0), 'more mark')} would have made it ${aGrade(next.grade)}.`;
}

function labelsOf(descriptors: readonly JudgedDescriptor[]): string {
  return formatList(descriptors.map(one => one.label));
}
