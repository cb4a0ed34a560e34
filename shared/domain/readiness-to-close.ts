import { formatCount, formatDuration, formatList } from '../british.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { Obstacle } from './obstacle.ts';
import type { Method } from './plan.ts';
import type { LedgerEntry, Note } from './session.ts';
import { timeAllowed } from './time-allowed.ts';
import { type LedgerTimes, ledgerTimes, type TimeStanding, timeStandings } from './time-ledger.ts';

/** What closing a session depends on besides its notes. A reason that was not asked for or not given is an empty text. */
export interface ClosingFacts {
  readonly ledger: readonly LedgerEntry[];
  /** ISO 8601 in UTC: a stretch that is still running counts up to it. */
  readonly nowIso: string;
  readonly adjustmentPercent: number;
  readonly reasons: {
    /** Why fewer questions were asked than the plan sets. */
    readonly questions: string;
    /** Why the time allowed was overrun. */
    readonly overrun: string;
  };
}

/**
 * What stands in the way of closing a session. Rules: an overrun and questions below the plan's minimum need a reason (practice of published
 * assessment plans); parts not held, a short session and KSBs without evidence are hints.
 */
export function obstaclesToClosing(method: Method, notes: readonly Note[], facts: ClosingFacts): readonly Obstacle[] {
  const coverage = coverageOf(method, notes);
  const times = ledgerTimes(facts.ledger, facts.nowIso);
  const standings = timeStandings(times, timeAllowed(method, facts.adjustmentPercent));
  return [
    ...(facts.reasons.overrun.trim() === '' ? overruns(method, standings) : []),
    ...(facts.reasons.questions.trim() === '' ? missingQuestions(coverage) : []),
    ...partsNotHeld(method, times),
    ...shortTime(standings.total),
    ...ksbsNotSeen(coverage),
  ];
}

function overruns(method: Method, { total, parts }: ReturnType<typeof timeStandings>): readonly Obstacle[] {
  const overrun = (name: string, standing: TimeStanding): Obstacle =>
    toBeExplained(
      'overrunWithoutReason',
      `${name} ran ${formatDuration(standing.overrunSeconds)} over the time allowed.`,
      'Say why.',
    );
  if (total.overrunSeconds > 0) return [overrun(method.name, total)];
  return method.parts.flatMap(part => {
    const standing = parts.get(part.key);
    return standing && standing.overrunSeconds > 0 ? [overrun(part.name, standing)] : [];
  });
}

function missingQuestions(coverage: Coverage): readonly Obstacle[] {
  const missing = (coverage.minimumQuestions ?? 0) - coverage.questions;
  const inTotal: readonly Obstacle[] =
    missing > 0
      ? [
          toBeExplained(
            'questionsBelowMinimum',
            askedOf(coverage.questions, coverage.minimumQuestions),
            `Ask ${missing} more or say why not.`,
          ),
        ]
      : [];
  const inThemes = coverage.themes
    .filter(theme => theme.questions < (theme.minimumQuestions ?? 0))
    .map(
      (theme): Obstacle => ({
        ...toBeExplained(
          'themeQuestionsBelowMinimum',
          `${theme.label}, ${theme.title}: ${askedOf(theme.questions, theme.minimumQuestions)}`,
          'Ask more or say why not.',
        ),
        themeKey: theme.themeKey,
      }),
    );
  return [...inTotal, ...inThemes];
}

const askedOf = (asked: number, minimum: number | null): string =>
  `${formatCount(asked, 'question')} asked; the plan sets at least ${minimum}.`;

const toBeExplained = (rule: string, fact: string, instruction: string): Obstacle => ({
  rule,
  severity: 'blocks',
  message: `${fact} ${instruction}`,
  fact,
});

function partsNotHeld(method: Method, times: LedgerTimes): readonly Obstacle[] {
  return method.parts
    .filter(part => (times.partSeconds.get(part.key) ?? 0) === 0)
    .map(part => ({
      rule: 'partNotHeld',
      severity: 'hint',
      message: `${part.name} has no time in the ledger. Check that it was held.`,
    }));
}

function shortTime(total: TimeStanding): readonly Obstacle[] {
  if (total.state === 'open' || total.belowLowestSeconds === 0) return [];
  const message = `The session is ${formatDuration(total.belowLowestSeconds)} shorter than the plan’s shortest time.`;
  return [{ rule: 'belowLowestTime', severity: 'hint', message }];
}

function ksbsNotSeen(coverage: Coverage): readonly Obstacle[] {
  if (coverage.notSeen.length === 0) return [];
  const message = `No evidence noted yet for ${formatCount(coverage.notSeen.length, 'KSB')}: ${formatList(coverage.notSeen)}.`;
  return [{ rule: 'ksbNotSeen', severity: 'hint', message }];
}
