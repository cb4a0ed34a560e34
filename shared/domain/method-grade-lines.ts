import { formatCount, formatList } from '../british.ts';
import { aGrade, compareGrades } from './grade-names.ts';
import type { DerivationLine } from './judgement.ts';
import {
  isCritical,
  type JudgedDescriptor,
  type JudgedMethod,
  metOf,
  notMetOf,
  undecidedOf,
} from './method-grade-rules.ts';
import type { Grade } from './plan.ts';

/** The derivation of a method's grade, one step a line; `grade` is null while decisions are outstanding. */
export function derivationLines(judged: JudgedMethod, grade: Grade | null): readonly DerivationLine[] {
  const failed = notMetOf(judged.pass).length > 0;
  const lines = [
    ...judged.pass.map(descriptorLine),
    ...judged.distinction.filter(one => !failed || one.decision !== null).map(descriptorLine),
    ...criticalLines(judged),
    ...passLines(judged),
  ];
  const last = grade === null ? openLine(judged) : resultLine(judged, grade);
  return [...lines, last].map(line => ({ ...line, methodKey: judged.method.key }));
}

function descriptorLine({ themeLabel, label, descriptor, decision }: JudgedDescriptor): DerivationLine {
  const words = decision === null ? 'not yet decided' : decision === 'met' ? 'met' : 'not met';
  return {
    text: `${themeLabel}, ${descriptor.grade} descriptor ${label}: ${words}.`,
    descriptorKey: descriptor.key,
    effect: decision === null ? 'open' : decision === 'met' ? 'supports' : 'limits',
  };
}

function criticalLines({ method, pass }: JudgedMethod): readonly DerivationLine[] {
  return notMetOf(pass)
    .filter(one => isCritical(method, one))
    .map(({ label, descriptor }) => ({
      text: `${label} holds what is critical in this method (${formatList(
        descriptor.ksbs.filter(ksb => method.criticalKsbs.includes(ksb)),
      )}): without it the method is failed, whatever else is met.`,
      descriptorKey: descriptor.key,
      effect: 'limits',
    }));
}

/** Whether the pass descriptors carry at least a pass; silent while that is open and where a score decides. */
function passLines(judged: JudgedMethod): readonly DerivationLine[] {
  const { rule, pass, method } = judged;
  const met = metOf(pass).length;
  const needed = rule.kind === 'count' ? rule.passAtLeast : pass.length;
  const criticalMissing = pass.some(one => isCritical(method, one) && one.decision !== 'met');
  if (rule.kind === 'score' || met < needed || criticalMissing) return [];
  return [
    {
      text:
        met === pass.length
          ? `${allOf(pass, 'pass')} met: at least a pass.`
          : `${metCount(met, pass.length, 'pass')}; a pass needs ${share(needed, pass.length)}: at least a pass.`,
      effect: 'supports',
    },
  ];
}

function openLine(judged: JudgedMethod): DerivationLine {
  const undecided = undecidedOf(judged).length;
  const needed = [
    ...(undecided > 0 ? [formatCount(undecided, 'decision')] : []),
    ...(judged.rule.kind === 'score' && judged.score === null ? ['the score'] : []),
  ];
  return { text: `Still needed before there is a method grade: ${formatList(needed)}.`, effect: 'open' };
}

function resultLine(judged: JudgedMethod, grade: Grade): DerivationLine {
  const reason = judged.rule.kind === 'score' ? scoreReason(judged) : descriptorReason(judged, grade);
  return { text: `${reason}: the method grade is ${aGrade(grade)}.`, effect: 'result' };
}

function descriptorReason({ rule, method, pass, distinction }: JudgedMethod, grade: Grade): string {
  if (grade === 'fail') {
    const met = metOf(pass).length;
    const needed = rule.kind === 'count' ? rule.passAtLeast : pass.length;
    if (met >= needed) return 'A critical descriptor is not met';
    return `${metCount(met, pass.length, 'pass')}; a pass needs ${share(needed, pass.length)}`;
  }
  if (!method.grades.includes('distinction')) return 'This method has no distinction';
  if (metOf(pass).length < pass.length) return 'A distinction needs every pass descriptor';
  const needed = rule.kind === 'count' ? rule.distinctionAtLeast : distinction.length;
  if (needed === undefined || distinction.length === 0) return 'The rule of this method gives no distinction';
  const met = metOf(distinction).length;
  if (met === distinction.length) return `${allOf(distinction, 'distinction')} met`;
  return `${metCount(met, distinction.length, 'distinction')}; a distinction needs ${share(needed, distinction.length)}`;
}

function scoreReason({ rule, method, pass, score }: JudgedMethod): string {
  if (rule.kind !== 'score') return '';
  if (pass.some(one => isCritical(method, one) && one.decision !== 'met')) return 'A critical descriptor is not met';
  const scale = rule.boundaries
    .filter(boundary => boundary.grade !== 'fail')
    .toSorted((a, b) => compareGrades(a.grade, b.grade))
    .map(boundary => `${aGrade(boundary.grade)} needs ${boundary.atLeast}`);
  return `The score is ${score} of ${rule.outOf}; ${formatList(scale)}`;
}

function allOf(descriptors: readonly JudgedDescriptor[], grade: 'pass' | 'distinction'): string {
  if (descriptors.length === 1) return `The one ${grade} descriptor is`;
  return `All ${descriptors.length} ${grade} descriptors are`;
}

function metCount(met: number, all: number, grade: 'pass' | 'distinction'): string {
  if (all === 1) return `The one ${grade} descriptor is not met`;
  return `${met === 0 ? 'None' : met} of ${all} ${grade} descriptors ${met <= 1 ? 'is' : 'are'} met`;
}

function share(needed: number, all: number): string {
  if (all === 1) return 'it';
  return needed === all ? `all ${needed}` : `${needed}`;
}
