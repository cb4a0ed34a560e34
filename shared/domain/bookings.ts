import { formatCount, formatDate } from '../british.ts';
import type { Method, Period } from './plan.ts';
import { afterPeriod } from './working-days.ts';

/** What became of a booking: it stands, a session was begun on it, or it was moved or cancelled with a reason. */
export const bookingStates = ['booked', 'kept', 'moved', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

const units: Readonly<Record<Period['unit'], string>> = {
  calendarDays: 'calendar day',
  workingDays: 'working day',
  weeks: 'week',
  months: 'month',
};

/** The first day (ISO date) that keeps the plan's notice when it is given today; null where the plan leaves the notice open. */
const earliestWithNotice = ({ notice }: Pick<Method, 'notice'>, today: string): string | null =>
  notice ? afterPeriod(today, notice) : null;

/** What speaks against a day, one sentence each: it is booked with a reason then, or another day is taken. Both days and the period's end are ISO dates. */
export function bookingRemarks(
  { notice }: Pick<Method, 'notice'>,
  { today, on, periodEnd }: { readonly today: string; readonly on: string; readonly periodEnd: string | null },
): readonly string[] {
  const earliest = earliestWithNotice({ notice }, today);
  return [
    ...(notice?.value && earliest && on < earliest
      ? [
          `The plan asks for ${formatCount(notice.value, units[notice.unit])} of notice: the first day is ${formatDate(earliest)}.`,
        ]
      : []),
    ...(periodEnd && on > periodEnd ? [`The assessment period ends on ${formatDate(periodEnd)}.`] : []),
  ];
}
