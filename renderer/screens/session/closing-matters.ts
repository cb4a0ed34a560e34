import type { SessionView } from './session-view.ts';

type Obstacle = SessionView['obstaclesToClosing'][number];
type Explanation = SessionView['explanations'][number];

/** Obstacles that one reason explains. */
export interface ClosingMatter {
  readonly key: string;
  readonly title: string;
  readonly question: string;
  readonly obstacles: readonly Obstacle[];
  readonly covers: (rule: string) => boolean;
}

/** What a reason may stand in for, as the rules of closing take it: too few questions, in total or in a theme, an overrun, activities not seen, a split over too many days and a recording that is missing. */
const explainable = [
  {
    key: 'questions',
    title: 'Fewer questions than the plan sets',
    question: 'Why were fewer questions asked?',
    rules: ['questionsBelowMinimum', 'themeQuestionsBelowMinimum'],
  },
  {
    key: 'overrun',
    title: 'Longer than the time allowed',
    question: 'Why did it run over?',
    rules: ['overrunWithoutReason'],
  },
  {
    key: 'activities',
    title: 'Activities that the plan wants to see',
    question: 'Why were they not seen?',
    rules: ['activityNotSeen'],
  },
  {
    key: 'split',
    title: 'Held over more days than the plan allows',
    question: 'Why did it take longer?',
    rules: ['splitTooLong'],
  },
  {
    key: 'recording',
    title: 'Not recorded, although the plan asks for it',
    question: 'Why is there no recording?',
    rules: ['notRecorded'],
  },
] as const;

const coveredBy = (rules: readonly string[]) => (rule: string) => rules.includes(rule);

/** Sorts what stands in the way of closing: to be explained, to be mended first, and worth noticing only. */
export function closingMatters(obstacles: readonly Obstacle[]): {
  readonly explain: readonly ClosingMatter[];
  readonly mend: readonly string[];
  readonly notice: readonly string[];
} {
  const blocking = obstacles.filter(({ severity }) => severity === 'blocks');
  const explain = explainable.flatMap(({ rules, ...words }) => {
    const covers = coveredBy(rules);
    const own = blocking.filter(({ rule }) => covers(rule));
    return own.length > 0 ? [{ ...words, obstacles: own, covers }] : [];
  });
  const mend = blocking.filter(({ rule }) => !explain.some(({ covers }) => covers(rule)));
  return {
    explain,
    mend: mend.map(({ message }) => message),
    notice: obstacles.filter(({ severity }) => severity === 'hint').map(({ message }) => message),
  };
}

/** One explanation for each obstacle of the matters, with what was missing beside the reason; undefined while a reason is missing. */
export function explanationsOf(
  matters: readonly ClosingMatter[],
  reasons: Readonly<Record<string, string>>,
): readonly Explanation[] | undefined {
  const given = matters.map(matter => ({ matter, reason: (reasons[matter.key] ?? '').trim().slice(0, 200) }));
  if (given.some(({ reason }) => reason === '')) return undefined;
  return given.flatMap(({ matter, reason }) =>
    matter.obstacles.map(({ rule, fact, message }) => ({ rule, matter: fact ?? message, reason })),
  );
}
