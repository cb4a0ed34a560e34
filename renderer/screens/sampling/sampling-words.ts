import { formatCount, formatDate } from '../../../shared/british.ts';
import type { SamplingLog } from '../../../shared/contract/assessment-versions.ts';
import type { CoverageStanding } from '../../../shared/domain/statement-coverage.ts';
import type { StatusTone } from '../../ui/status-tag.tsx';

export type Covered = SamplingLog['coverage'][number];

/** How a statement stands, by tone and word. */
export const standingTags: Readonly<Record<CoverageStanding, { readonly tone: StatusTone; readonly word: string }>> = {
  missed: { tone: 'not-met', word: 'Left out' },
  overdue: { tone: 'not-met', word: 'Overdue' },
  due: { tone: 'warning', word: 'Due soon' },
  never: { tone: 'open', word: 'Not covered yet' },
  covered: { tone: 'met', word: 'Covered' },
};

const urgency: readonly CoverageStanding[] = ['missed', 'overdue', 'due', 'never', 'covered'];

/** The statements, the most urgent first; those alike stay in the plan's order. */
export const byUrgency = (coverage: readonly Covered[]): readonly Covered[] =>
  coverage.toSorted((a, b) => urgency.indexOf(a.standing) - urgency.indexOf(b.standing));

/** The whole of the coverage in a sentence or two. */
export function coverageWords({ coverage, coveredWithinMonths, log }: SamplingLog): string {
  const count = (...standings: CoverageStanding[]): number =>
    coverage.filter(({ standing }) => standings.includes(standing)).length;
  const covered = coverage.filter(({ times }) => times > 0).length;
  const period =
    coveredWithinMonths === null
      ? 'The plan does not say within how many months all of them have to be covered.'
      : `The plan wants every one of them within ${formatCount(coveredWithinMonths, 'month')}.`;
  if (log.length === 0) return `Nothing was assessed by this plan yet. ${period}`;
  const urgent = [
    ...(count('missed') > 0 ? [`${count('missed')} mandatory left out`] : []),
    ...(count('overdue') > 0 ? [`${count('overdue')} overdue`] : []),
    ...(count('due') > 0 ? [`${count('due')} due soon`] : []),
  ];
  const state = urgent.length > 0 ? urgent.join(', ') : 'nothing is due';
  return `${covered} of ${formatCount(coverage.length, 'statement')} covered so far; ${state}. ${period}`;
}

/** A day, or a dash where there is none. */
export const dayWords = (day: string | null): string => (day === null ? '–' : formatDate(day));

/**
 * The statements that a new version starts with: every mandatory one, what is due or was not covered yet, and where an outcome would be left without any,
 * the one of it that was covered longest ago.
 */
export function suggestedStatements(coverage: readonly Covered[]): readonly string[] {
  const wanted = coverage.filter(({ isMandatory, standing }) => isMandatory || standing !== 'covered');
  const outcomes = new Set(coverage.map(outcomeOf));
  for (const one of wanted) outcomes.delete(outcomeOf(one));
  const oldest = [...outcomes].flatMap(outcome =>
    coverage
      .filter(one => outcomeOf(one) === outcome)
      .toSorted((a, b) => ((a.lastOn ?? '') < (b.lastOn ?? '') ? -1 : 1))
      .slice(0, 1),
  );
  return [...wanted, ...oldest].map(({ code }) => code);
}

/** What tells an outcome from the others of the plan. */
export const outcomeOf = ({ methodKey, themeKey }: Covered): string => `${methodKey}/${themeKey}`;
