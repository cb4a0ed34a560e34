import { capitalised, formatDate, formatList } from '../../../shared/british.ts';
import type { AttemptKind } from '../../../shared/domain/attempts.ts';
import { aGrade } from '../../../shared/domain/grade-names.ts';
import type { Assessment } from '../assessment.tsx';

type MethodLine = Assessment['methods'][number];
type Attempt = MethodLine['attempts'][number];
type Further = Extract<MethodLine['further'], { readonly allowed: true }>;

const names: Readonly<Record<AttemptKind, string>> = { first: 'First attempt', resit: 'Re-sit', retake: 'Re-take' };

/** What an attempt is called: `First attempt`, `Re-sit, attempt 2`; a first one begun again after a void one keeps its number too. */
export function attemptName({ kind, number }: Pick<Attempt, 'kind' | 'number'>): string {
  return number === 1 ? names[kind] : `${names[kind]}, attempt ${number}`;
}

/** When an attempt was begun, or held elsewhere, and when its report was signed. */
export function attemptDates({ begunAt, heldOn, signedAt }: Pick<Attempt, 'begunAt' | 'heldOn' | 'signedAt'>): string {
  const signed = signedAt === null ? 'report not signed' : `signed ${formatDate(signedAt)}`;
  return `${heldOn === null ? `Begun ${formatDate(begunAt)}` : `Held elsewhere on ${formatDate(heldOn)}`}, ${signed}`;
}

/** What was recorded of an attempt, one sentence each. */
export function attemptRecord({ exceptional, actionPlan, lateReason, voidReason }: Attempt): readonly string[] {
  const said = [
    ['Void, does not count', voidReason],
    ['Action plan', actionPlan],
    ['Exceptional circumstances', exceptional],
    ['After the window', lateReason],
  ] as const;
  return said.flatMap(([what, words]) => (words === null ? [] : [`${what}: ${words}`]));
}

/** What the plan says of taking a failed method again, one sentence each. */
export function furtherWords({ windows, cap, capLiftedForExceptionalCircumstances, ...further }: Further): string[] {
  const ends = [
    windows.resit && `a re-sit until ${formatDate(windows.resit)}`,
    windows.retake && `a re-take until ${formatDate(windows.retake)}`,
  ].filter(words => typeof words === 'string');
  const lifted = capLiftedForExceptionalCircumstances ? ', unless exceptional circumstances are recorded' : '';
  return [
    ...(ends.length > 0 ? [`${capitalised(formatList(ends))}.`] : ['The plan sets no window for another attempt.']),
    `The best grade is then ${aGrade(cap)}${lifted}.`,
    ...(further.remark === null ? [] : [further.remark]),
  ];
}

/** How the attempts of a method count towards the overall grade; null while there is only the first. */
export function countingWords({ name, attempts, session }: MethodLine): string | null {
  if (attempts.length < 2 && attempts.every(({ voidReason }) => voidReason === null)) return null;
  const counting = attempts.find(({ sessionId }) => sessionId === session?.id);
  if (!counting) return `${name}: no attempt counts yet.`;
  return `${name}: ${attemptName(counting).replace(/^\w/, letter => letter.toLowerCase())} counts.`;
}
