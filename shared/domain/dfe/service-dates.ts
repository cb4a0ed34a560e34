import { calendarDate, formatClock } from '../../british.ts';

/** The first day that the service takes as the date of an assessment or achievement. */
export const firstServiceDay = '2017-01-01';

/** An instant as the service's CSV has it, in London: `10/09/2018 09:38`. A calendar date is its midnight. */
export function csvDate(iso: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const [year, month, day] = (isDay ? iso : calendarDate(iso)).split('-');
  return `${day}/${month}/${year} ${isDay ? '00:00' : formatClock(iso)}`;
}

/** The same with the seconds that the sample files for updates have; the minute is what counts, so they are 00. */
export const csvDateWithSeconds = (iso: string): string => `${csvDate(iso)}:00`;

/** An instant as the service's JSON has it: the day in London, `2018-09-10`. */
export const jsonDate = (iso: string): string => calendarDate(iso);
