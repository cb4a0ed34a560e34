import { formatCount, formatList } from '../british.ts';
import type { Coverage } from './coverage.ts';
import type { Method } from './plan.ts';
import { evidenceNotes, type Note } from './session.ts';
import { timeAllowed } from './time-allowed.ts';
import type { LedgerTimes } from './time-ledger.ts';

/** A question that may still be asked, with the KSBs that it speaks of. */
interface QuestionLeft {
  readonly ksbs: readonly string[];
}

/** What a session still lacks, and how far the questions that are left can bring it. */
export interface Outlook {
  /** KSBs without evidence that the assessor has not called enough. */
  readonly missing: readonly string[];
  /** Those of them that a question which is left speaks of. */
  readonly reached: readonly string[];
  readonly unreached: readonly string[];
  /** Questions still to be asked for the plan's minimum, in total and in each theme. */
  readonly questions: number;
}

/** What is missing now, from the coverage, the assessor's word for enough, and the questions of the bank that were not asked. */
export function coverageOutlook(
  coverage: Coverage,
  enough: ReadonlySet<string>,
  left: readonly QuestionLeft[],
): Outlook {
  const missing = coverage.notSeen.filter(code => !enough.has(code));
  const reachable = new Set(left.flatMap(({ ksbs }) => ksbs));
  const inThemes = coverage.themes
    .map(theme => Math.max(0, (theme.minimumQuestions ?? 0) - theme.questions))
    .reduce((sum, count) => sum + count, 0);
  return {
    missing,
    reached: missing.filter(code => reachable.has(code)),
    unreached: missing.filter(code => !reachable.has(code)),
    questions: Math.max(inThemes, (coverage.minimumQuestions ?? 0) - coverage.questions, 0),
  };
}

/** Until three questions were asked, one is taken to last five minutes: ninety minutes with some eighteen questions. Rule: ours. */
const usualSeconds = 300;
const enoughToMeasure = 3;
/** KSBs that a question is taken to reach while none that was asked tells otherwise. Rule: ours. */
const usualReach = 2;

/** Whether the time left fits what is missing, in whole seconds. */
export interface TimeFit {
  readonly leftSeconds: number;
  readonly needSeconds: number;
  readonly questions: number;
  readonly secondsEach: number;
  readonly fits: boolean;
}

/**
 * Compares the time left for questions, tolerance not counted, with what is missing: so many questions as the plan's minimum or the missing KSBs ask
 * for, each as long as those asked so far were on average, and reaching as many KSBs. What an observation has yet to show is not counted while it
 * goes on. Null where the plan leaves the time open. Rule: ours.
 */
export function timeFit(
  method: Method,
  outlook: Outlook,
  notes: readonly Note[],
  clock: { readonly times: LedgerTimes; readonly adjustmentPercent: number },
): TimeFit | null {
  const leftSeconds = secondsForQuestions(method, clock);
  if (leftSeconds === null) return null;
  const asked = evidenceNotes(notes).filter(({ kind }) => kind === 'question');
  const secondsEach = averageSeconds(asked, clock.times.assessmentSeconds);
  const isStillObserved = method.kind === 'observation' && clock.times.running?.partKey === method.parts[0]?.key;
  const forKsbs = isStillObserved && method.parts.length > 1 ? 0 : Math.ceil(outlook.missing.length / reachOf(asked));
  const questions = Math.max(outlook.questions, forKsbs);
  const needSeconds = questions * secondsEach;
  return { leftSeconds, needSeconds, questions, secondsEach, fits: needSeconds <= leftSeconds };
}

/** The time of the parts in which questions are asked, from the one under way on; null where the plan leaves one open. */
function secondsForQuestions(
  method: Method,
  { times, adjustmentPercent }: { readonly times: LedgerTimes; readonly adjustmentPercent: number },
): number | null {
  const { parts } = timeAllowed(method, adjustmentPercent);
  const now = Math.max(
    0,
    parts.findIndex(({ partKey }) => partKey === times.running?.partKey),
  );
  const from = method.questions?.when === 'after' ? Math.max(now, parts.length - 1) : now;
  let left = 0;
  for (const { partKey, adjusted } of parts.slice(from)) {
    if (adjusted === null) return null;
    left += Math.max(0, adjusted - (times.partSeconds.get(partKey) ?? 0));
  }
  return left;
}

function averageSeconds(asked: readonly Note[], nowSeconds: number): number {
  const [first] = asked;
  if (!first || asked.length < enoughToMeasure) return usualSeconds;
  return Math.max(1, Math.round((nowSeconds - first.offsetSeconds) / asked.length));
}

function reachOf(asked: readonly Note[]): number {
  const codes = asked.reduce((sum, { ksbs }) => sum + ksbs.length, 0);
  return asked.length === 0 ? usualReach : Math.max(1, codes / asked.length);
}

/** What is missing, in a sentence or two; empty when nothing is. */
export function outlookWords({ missing, reached, unreached, questions }: Outlook): string {
  const ask = questions > 0 ? `${formatCount(questions, 'question')} still to be asked.` : '';
  if (missing.length === 0) return ask;
  const seen = `${formatCount(missing.length, 'KSB')} not seen yet`;
  const reach =
    unreached.length === 0
      ? 'the questions left reach all of them.'
      : reached.length === 0
        ? 'no question left reaches them.'
        : `the questions left reach ${reached.length}, but not ${formatList(unreached)}.`;
  return [ask, `${seen}: ${reach}`].filter(Boolean).join(' ');
}

/** The warning that the time left no longer fits, with what it rests on; null while it fits. */
export function fitWords(fit: TimeFit): string | null {
  if (fit.fits) return null;
  const minutes = (seconds: number): string => `${Math.max(0, Math.round(seconds / 60))} min`;
  return `About ${minutes(fit.leftSeconds)} left for ${formatCount(fit.questions, 'question')}: at ${minutes(fit.secondsEach)} each they need ${minutes(fit.needSeconds)}.`;
}
