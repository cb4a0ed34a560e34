import { capitalised, formatCount, formatDuration, formatList } from '../../../shared/british.ts';
import type { Method, Part, Period, Plan, Tolerance } from '../../../shared/domain/plan.ts';
import { timeAllowed } from '../../../shared/domain/time-allowed.ts';

/** What stands where a plan leaves something open. */
export const leftOpen = 'Left open';

const units: Readonly<Record<Period['unit'], string>> = {
  calendarDays: 'calendar day',
  workingDays: 'working day',
  weeks: 'week',
  months: 'month',
};

/** A period in words, after `at least` or `within`: `At least 10 working days`. */
export function periodWords(before: string, period: Period | null): string {
  return !period || period.value === null ? leftOpen : `${before} ${formatCount(period.value, units[period.unit])}`;
}

/** The time of a part: `60 minutes`, with its range where it has one. */
export function partWords({ minutes, minimumMinutes, maximumMinutes }: Part): string {
  if (minutes === null) return leftOpen;
  const range = [minimumMinutes && `at least ${minimumMinutes}`, maximumMinutes && `at most ${maximumMinutes}`].filter(
    word => typeof word === 'string',
  );
  return `${formatCount(minutes, 'minute')}${range.length > 0 ? ` (${formatList(range)})` : ''}`;
}

const places: Readonly<Record<Tolerance['allocation'], string>> = {
  free: 'in any part',
  perPart: 'in the part that it comes from',
  lastPart: 'in the last part only',
};

/** The tolerance with the times that it leads to: `Up to 10 % more, 1 h 22 min 30 s in all, to be spent in any part.` */
export function toleranceWords(method: Method): string {
  const { tolerance } = method;
  if (!tolerance) return leftOpen;
  const { lowest, highest } = timeAllowed(method, 0).total;
  const less = bound('less', tolerance.minusPercent, lowest);
  const more = bound('more', tolerance.plusPercent, highest);
  if (!less && !more) return 'None: the time of the plan is kept exactly.';
  const sides = formatList([more, less].filter(Boolean));
  const place = method.parts.length > 1 ? `, to be spent ${places[tolerance.allocation]}` : '';
  return `${capitalised(sides)}${place}.${tolerance.purpose ? ` ${tolerance.purpose}.` : ''}`;
}

function bound(word: 'less' | 'more', percent: number | null, seconds: number | null): string {
  if (percent === 0) return '';
  if (percent === null) return `how much ${word} is left open`;
  return `up to ${percent} % ${word}${seconds === null ? '' : ` (${formatDuration(seconds)} in all)`}`;
}

const when = { during: 'during the method', after: 'afterwards', both: 'during the method or afterwards' } as const;

/** How questions are asked. */
export function questionWords({ questions }: Method): string {
  if (!questions) return leftOpen;
  return [
    questions.minimum === null
      ? `How many is left open; asked ${when[questions.when]}.`
      : `At least ${formatCount(questions.minimum, 'question')}, ${when[questions.when]}.`,
    questions.followUpsAllowed ? 'Follow-up questions may be asked; they do not count.' : 'No follow-up questions.',
    questions.forKsbsNotObserved ? 'They reach the KSBs that were not observed.' : '',
    questions.differentOnResit ? 'Different ones on a re-sit.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Whether and why the method may be split. */
export function splitWords({ split }: Method): string {
  if (!split) return leftOpen;
  if (!split.allowed) return 'The method is not split.';
  const within = split.withinWorkingDays
    ? `within ${split.withinWorkingDays === 1 ? 'one working day' : formatCount(split.withinWorkingDays, 'working day')}`
    : 'with breaks';
  const reasons = split.reasons.map(reason => reason.charAt(0).toLowerCase() + reason.slice(1));
  return `It may be split ${within}${reasons.length > 0 ? `: ${reasons.join('; ')}` : ''}. Breaks do not count as time.`;
}

/** What may be recorded. */
export function recordingWords({ recording }: Method): string {
  if (!recording) return leftOpen;
  const { audio, video, consentRequired, retentionMonths } = recording;
  if (audio === 'none' && video === 'none') return 'Nothing is recorded.';
  const kept = retentionMonths ? ` Kept for ${formatCount(retentionMonths, 'month')}.` : '';
  return `Audio ${audio === 'none' ? 'not recorded' : audio}, video ${video === 'none' ? 'not recorded' : video}.${consentRequired ? ' With consent.' : ''}${kept}`;
}

/** The conditions that a plan may set or leave open, as short sentences. */
export function conditionWords({ conditions }: Method): readonly string[] {
  return [
    conditions.oneApprenticeAtATime ? 'One apprentice at a time' : 'Several apprentices may be assessed together',
    permission('Simulation', conditions.simulationAllowed),
    permission('A remote session', conditions.remoteAllowed),
    conditions.portfolioMayBeReferredTo ? 'The portfolio may be referred to' : 'The portfolio is not referred to',
  ];
}

function permission(what: string, allowed: boolean | null): string {
  if (allowed === null) return `${what}: left open`;
  return `${what} is ${allowed ? 'allowed' : 'not allowed'}`;
}

/** How the method's grade follows from its descriptors or score. */
export function gradeRuleWords({ gradeRule }: Method): string {
  switch (gradeRule?.kind) {
    case undefined:
      return leftOpen;
    case 'allDescriptors':
      return 'Any pass descriptor not met: fail. All pass descriptors met: pass. All pass and all distinction descriptors met: distinction.';
    case 'count':
      return `Pass with at least ${formatCount(gradeRule.passAtLeast, 'pass descriptor')}${gradeRule.distinctionAtLeast ? `; distinction with all of them and at least ${formatCount(gradeRule.distinctionAtLeast, 'distinction descriptor')}` : ''}.`;
    case 'score':
      return `${gradeRule.boundaries.map(({ grade, atLeast }) => `${capitalised(grade)} from ${atLeast}`).join(', ')}, out of ${gradeRule.outOf}.`;
  }
}

/** In which order the methods are taken. */
export function orderWords({ order, methods }: Plan): string {
  const name = (key: string): string => methods.find(method => method.key === key)?.name ?? key;
  switch (order.kind) {
    case 'any':
      return 'In any order';
    case 'fixed':
      return `In this order: ${order.methods.map(name).join(', then ')}`;
    case 'passedBefore':
      return order.pairs
        .map(({ earlier, later }) => `${name(earlier)} must be passed before ${name(later)}`)
        .join('; ');
  }
}

/** The rules of re-sits and re-takes, one sentence each. */
export function resitWords(resits: NonNullable<Plan['resits']>): readonly string[] {
  const within = (what: string, months: number | null): string =>
    `${what}: ${months === null ? 'time left open' : `within ${formatCount(months, 'month')}`}.`;
  return [
    within('A re-sit, without further learning', resits.resitWithinMonths),
    within('A re-take, after further learning', resits.retakeWithinMonths),
    `The best grade is then ${resits.cap}${resits.capLiftedForExceptionalCircumstances ? ', unless exceptional circumstances are recorded' : ''}.`,
    resits.onlyFailedMethods ? 'Only failed methods are taken again.' : 'All methods are taken again.',
    resits.allPassedWithinMonths === null
      ? 'The time within which all methods must be passed is left open.'
      : `All methods must be passed within ${formatCount(resits.allPassedWithinMonths, 'month')}, else all are taken again.`,
    ...(resits.actionPlanRequired ? ['An action plan is required before it.'] : []),
  ];
}
