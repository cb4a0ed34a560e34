import { z } from 'zod';
import { formatCount, formatList } from '../british.ts';
import { themeLetter } from './descriptor-labels.ts';
import { ksbCodesIn } from './ksb-codes.ts';
import type { Method } from './plan.ts';

const code = z.string().regex(/^[A-Z]{1,3}\d{1,3}$/);

/** Something that the assessor wants to see, with its KSBs as tags in its words: `Greets by name #K2 #S2`. */
export const lookFor = z.strictObject({ id: z.uuid(), words: z.string().trim().min(1).max(500) });
export type LookFor = Readonly<z.infer<typeof lookFor>>;

/** What an assessor plans for an attempt at a method. */
export const planning = z.strictObject({
  /** The bank's questions that were picked, in the order in which they are to be asked. */
  questionIds: z.array(z.uuid()).max(200),
  lookFors: z.array(lookFor).max(200),
  /** KSBs that are expected to be seen at work. */
  expected: z.array(code).max(200),
  /** KSBs that a question must reach. */
  toAsk: z.array(code).max(200),
});
export type Planning = Readonly<z.infer<typeof planning>>;

export const emptyPlanning: Planning = { questionIds: [], lookFors: [], expected: [], toAsk: [] };

/** How one KSB is planned for. */
export interface PlannedKsb {
  readonly code: string;
  readonly isExpected: boolean;
  readonly isToAsk: boolean;
  /** How many things to look for, picked questions and portfolio places show or reach it. */
  readonly lookFors: number;
  readonly questions: number;
  readonly portfolio: number;
  readonly isPlanned: boolean;
}

/** How one theme is planned for. */
export interface PlannedTheme {
  readonly themeKey: string;
  readonly label: string;
  readonly title: string;
  readonly ksbs: readonly PlannedKsb[];
  /** Questions picked for it, and the plan's minimum; null where it sets none. */
  readonly picked: number;
  readonly minimum: number | null;
}

/** What a method's planning covers, and in words what it leaves open. */
export interface CoveragePlan {
  readonly themes: readonly PlannedTheme[];
  readonly notPlanned: readonly string[];
  readonly openPoints: readonly string[];
}

/** What is known beside the planning itself. */
export interface PlanningFacts {
  /** The picked questions, with the theme and the KSBs of each. */
  readonly picked: readonly { readonly themeKey: string; readonly ksbs: readonly string[] }[];
  /** How many things of the portfolio show each KSB; empty where the method does not refer to it. */
  readonly portfolio: ReadonlyMap<string, number>;
}

/**
 * Lays the planning over the method's KSBs. A KSB is planned for when it is expected to be seen, must be asked, or when something to look for, a picked
 * question or the portfolio shows it. What is marked and not backed (to be asked, and no question reaches it) is told beside what is not planned at all;
 * and where fewer questions are picked than the plan asks for in all or in a theme.
 */
export function coveragePlan(method: Method, plan: Planning, { picked, portfolio }: PlanningFacts): CoveragePlan {
  const looked = plan.lookFors.map(({ words }) => ksbCodesIn(words));
  const counted = (lists: readonly (readonly string[])[], wanted: string): number =>
    lists.filter(list => list.includes(wanted)).length;
  const planned = (code: string): PlannedKsb => {
    const row = {
      code,
      isExpected: plan.expected.includes(code),
      isToAsk: plan.toAsk.includes(code),
      lookFors: counted(looked, code),
      questions: counted(
        picked.map(({ ksbs }) => ksbs),
        code,
      ),
      portfolio: portfolio.get(code) ?? 0,
    };
    const isPlanned = row.isExpected || row.isToAsk || row.lookFors + row.questions + row.portfolio > 0;
    return { ...row, isPlanned };
  };
  const themes = method.themes.map((theme, index) => ({
    themeKey: theme.key,
    label: `Theme ${themeLetter(index)}`,
    title: theme.title,
    ksbs: theme.ksbs.map(planned),
    picked: picked.filter(({ themeKey }) => themeKey === theme.key).length,
    minimum: theme.minimumQuestions ?? null,
  }));
  const all = method.ksbs.map(planned);
  const notPlanned = all.filter(({ isPlanned }) => !isPlanned).map(ksb => ksb.code);
  return { themes, notPlanned, openPoints: openPointsOf(method, all, themes, picked.length) };
}

function openPointsOf(
  method: Method,
  all: readonly PlannedKsb[],
  themes: readonly PlannedTheme[],
  picked: number,
): readonly string[] {
  const notPlanned = all.filter(({ isPlanned }) => !isPlanned).map(({ code }) => code);
  const notReached = all.filter(({ isToAsk, questions }) => isToAsk && questions === 0).map(({ code }) => code);
  const minimum = method.questions?.minimum ?? null;
  const few = themes.filter(theme => theme.minimum !== null && theme.picked < theme.minimum);
  return [
    ...(notPlanned.length > 0 ? [`Nothing is planned for ${formatList(notPlanned)}.`] : []),
    ...(notReached.length > 0 ? [`No question that is picked reaches ${formatList(notReached)}.`] : []),
    ...(minimum !== null && picked < minimum
      ? [`${formatCount(picked, 'question')} picked of at least ${minimum} that the plan asks for.`]
      : []),
    ...few.map(({ label, picked: own, minimum: least }) => `${label}: ${own} of at least ${least} questions picked.`),
  ];
}

/** What the planning of an earlier attempt leaves for the next one: what to look for and what is expected stay; questions asked already drop out where the plan wants others. */
export function carriedOver(before: Planning, isStillOffered: (questionId: string) => boolean): Planning {
  return { ...before, questionIds: before.questionIds.filter(isStillOffered) };
}

/** The list with one entry moved by so many places, as far as that goes. */
export function movedBy<T>(list: readonly T[], entry: T, by: 1 | -1): readonly T[] {
  const at = list.indexOf(entry);
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return list;
  const without = list.filter((_, index) => index !== at);
  return [...without.slice(0, to), entry, ...without.slice(to)];
}
