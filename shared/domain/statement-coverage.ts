import { type OutcomeStatement, outcomeStatements } from './assessment-versions.ts';
import { addMonths } from './attempts.ts';
import type { Plan } from './plan.ts';

/** One line of the sampling log: a method that was held, on a day (ISO date), and the statements that it assessed. */
export interface SampledSession {
  readonly methodKey: string;
  readonly on: string;
  readonly statements: readonly string[];
}

/**
 * How a statement stands: `missed` where a mandatory one was left out of a session, `overdue` and `due` by the plan's period, `never` where nothing says by
 * when, and `covered`.
 */
export const coverageStandings = ['missed', 'overdue', 'due', 'never', 'covered'] as const;
export type CoverageStanding = (typeof coverageStandings)[number];

/** How often and when a statement was assessed, and by when it has to be assessed again. */
export interface StatementCoverage extends OutcomeStatement {
  readonly times: number;
  /** In how many sessions of its method it was left out. */
  readonly leftOut: number;
  /** ISO date; null while it was never assessed. */
  readonly lastOn: string | null;
  /** ISO date; null where the plan sets no period or nothing was assessed yet. */
  readonly dueBy: string | null;
  readonly standing: CoverageStanding;
}

/** So many months before its day a statement is told as due. */
const noticeMonths = 2;

/**
 * The coverage report over time: every statement with how often and when it was assessed. It is due again when the plan's period has run since it was last
 * assessed, or since the first session where it never was. Source: Skills England's requirements for assessment plans; the notice before it is ours.
 */
export function statementCoverage(
  plan: Plan,
  log: readonly SampledSession[],
  today: string,
): readonly StatementCoverage[] {
  const begun = log.map(({ on }) => on).toSorted()[0] ?? null;
  const months = plan.sampling?.coveredWithinMonths;
  return outcomeStatements(plan).map(statement => {
    const held = log.filter(({ methodKey }) => methodKey === statement.methodKey);
    const covering = held.filter(({ statements }) => statements.includes(statement.code));
    const lastOn =
      covering
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? null;
    const since = lastOn ?? begun;
    const dueBy = months === undefined || since === null ? null : addMonths(since, months);
    const figures = { times: covering.length, leftOut: held.length - covering.length, lastOn, dueBy };
    return { ...statement, ...figures, standing: standingOf({ ...statement, ...figures }, today) };
  });
}

function standingOf(
  { isMandatory, leftOut, lastOn, dueBy }: Omit<StatementCoverage, 'standing'>,
  today: string,
): CoverageStanding {
  if (isMandatory && leftOut > 0) return 'missed';
  if (dueBy !== null && dueBy < today) return 'overdue';
  if (dueBy !== null && dueBy <= addMonths(today, noticeMonths)) return 'due';
  return lastOn === null ? 'never' : 'covered';
}
