import { formatDate, formatList } from '../british.ts';
import { addWorkingDays, daysBetween } from './working-days.ts';

/** What is known of one assessment for telling what is due. Days are ISO dates. */
export interface DueFacts {
  readonly assessmentId: string;
  readonly apprenticeName: string;
  /** Bookings that stand, without a session begun on them. */
  readonly bookings: readonly {
    readonly methodName: string;
    readonly on: string;
    readonly at: string;
    readonly place: string;
  }[];
  /** Sessions that have ended and whose reports are not signed. */
  readonly unsigned: readonly { readonly methodName: string; readonly endedOn: string }[];
  /** The plan's working days from an assessment to its result; null where it leaves them open. */
  readonly releaseWithinWorkingDays: number | null;
  /** The end of the assessment period and the methods still to be held in it. */
  readonly periodEnd: string | null;
  readonly notHeld: readonly string[];
  /** The day by which every method has to be passed, once one is, and the methods that are not. */
  readonly passedBy: string | null;
  readonly notPassed: readonly string[];
  /** Failed methods that can be taken again, with the last day of each kind of attempt. */
  readonly furtherAttempts: readonly {
    readonly methodName: string;
    readonly resit: string | null;
    readonly retake: string | null;
  }[];
}

/** How near a day is: past, today, within seven days, or within four weeks. */
export const dueTimes = ['overdue', 'today', 'week', 'soon'] as const;
export type DueTime = (typeof dueTimes)[number];

/** One thing that is due, in words with its date. */
export interface DueLine {
  readonly assessmentId: string;
  readonly apprenticeName: string;
  readonly when: DueTime;
  readonly on: string;
  readonly words: string;
}

/** How many days ahead a deadline is told at the earliest. */
export const dueWithinDays = 28;

interface Deadline {
  readonly on: string;
  /** How near it is told first. */
  readonly from: 'week' | 'soon';
  readonly coming: string;
  readonly over: string;
}

/** What is due, of all assessments, the earliest day first. Bookings and results are told a week ahead, ends of periods four weeks ahead. Rule: ours. */
export function dueLines(assessments: readonly DueFacts[], today: string): readonly DueLine[] {
  return assessments
    .flatMap(facts => deadlinesOf(facts).flatMap(deadline => lineOf(facts, deadline, today)))
    .toSorted(
      (a, b) => dueTimes.indexOf(a.when) - dueTimes.indexOf(b.when) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
    );
}

function lineOf({ assessmentId, apprenticeName }: DueFacts, deadline: Deadline, today: string): readonly DueLine[] {
  const { on, from, coming, over } = deadline;
  const when = nearness(daysBetween(today, on));
  if (when === null || (when === 'soon' && from === 'week')) return [];
  return [{ assessmentId, apprenticeName, when, on, words: when === 'overdue' ? over : coming }];
}

function nearness(days: number): DueTime | null {
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  if (days <= 7) return 'week';
  return days <= dueWithinDays ? 'soon' : null;
}

function deadlinesOf(facts: DueFacts): readonly Deadline[] {
  return [
    ...facts.bookings.map(bookingDeadline),
    ...reportDeadlines(facts),
    ...periodDeadline(facts),
    ...passingDeadline(facts),
    ...facts.furtherAttempts.flatMap(furtherDeadlines),
  ];
}

function bookingDeadline({ methodName, on, at, place }: DueFacts['bookings'][number]): Deadline {
  return {
    on,
    from: 'week',
    coming: `${methodName} at ${at}, ${place}`,
    over: `${methodName} was booked for ${formatDate(on)} and no session was begun. Begin it, move the booking or cancel it`,
  };
}

function reportDeadlines({ unsigned, releaseWithinWorkingDays }: DueFacts): readonly Deadline[] {
  if (releaseWithinWorkingDays === null) return [];
  return unsigned.map(({ methodName, endedOn }) => {
    const on = addWorkingDays(endedOn, releaseWithinWorkingDays);
    return {
      on,
      from: 'week',
      coming: `${methodName}: the report is not signed, and the result is due by ${formatDate(on)}`,
      over: `${methodName}: the report is not signed, and the result was due by ${formatDate(on)}`,
    };
  });
}

function periodDeadline({ periodEnd, notHeld }: DueFacts): readonly Deadline[] {
  if (periodEnd === null || notHeld.length === 0) return [];
  const names = formatList(notHeld);
  const on = formatDate(periodEnd);
  return [
    {
      on: periodEnd,
      from: 'soon',
      coming: `The assessment period ends on ${on}; still to be held: ${names}`,
      over: `The assessment period ended on ${on}; not held: ${names}`,
    },
  ];
}

function passingDeadline({ passedBy, notPassed }: DueFacts): readonly Deadline[] {
  if (passedBy === null || notPassed.length === 0) return [];
  const names = formatList(notPassed);
  const on = formatDate(passedBy);
  return [
    {
      on: passedBy,
      from: 'soon',
      coming: `Every method has to be passed by ${on}; still to be passed: ${names}`,
      over: `Every method had to be passed by ${on}; not passed: ${names}. All methods are taken again`,
    },
  ];
}

function furtherDeadlines({ methodName, resit, retake }: DueFacts['furtherAttempts'][number]): readonly Deadline[] {
  const ends = [
    ['re-sit', resit],
    ['re-take', retake],
  ] as const;
  const last = [resit, retake]
    .flatMap(end => end ?? [])
    .toSorted()
    .at(-1);
  return ends.flatMap(([word, on]) =>
    on === null
      ? []
      : [
          {
            on,
            from: 'soon',
            coming: `${methodName}: last day for a ${word} is ${formatDate(on)}`,
            over:
              on === last
                ? `${methodName}: the time for another attempt ended on ${formatDate(on)}`
                : `${methodName}: the time for a ${word} ended on ${formatDate(on)}; a later attempt is a re-take`,
          },
        ],
  );
}
