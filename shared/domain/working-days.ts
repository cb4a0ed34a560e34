import { addMonths } from './attempts.ts';
import type { Period } from './plan.ts';

const dayLength = 86_400_000;
const timeOf = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`);
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** 0 is Sunday. */
const weekday = (isoDate: string): number => new Date(timeOf(isoDate)).getUTCDay();
const isWeekend = (isoDate: string): boolean => weekday(isoDate) % 6 === 0;
const day = (year: number, month: number, dayOfMonth: number): string => dateOf(Date.UTC(year, month - 1, dayOfMonth));

/** The ISO date so many days later, or earlier. */
export const daysAfter = (isoDate: string, days: number): string => dateOf(timeOf(isoDate) + days * dayLength);

/** The days from one ISO date to another; negative when the second is the earlier one. */
export const daysBetween = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / dayLength;

/** Easter Sunday of a year of the Gregorian calendar. Source: the anonymous algorithm printed in Nature, 20 April 1876. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return day(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function firstMonday(year: number, month: number): string {
  const first = day(year, month, 1);
  return daysAfter(first, (8 - weekday(first)) % 7);
}

const lastMonday = (year: number, month: number): string => {
  const last = day(year, month + 1, 0);
  return daysAfter(last, -((weekday(last) + 6) % 7));
};

/** The first weekday from this one on that is no holiday yet: where a holiday on a weekend goes. */
function substitute(isoDate: string, taken: readonly string[]): string {
  return isWeekend(isoDate) || taken.includes(isoDate) ? substitute(daysAfter(isoDate, 1), taken) : isoDate;
}

/**
 * The bank holidays of England and Wales in a year, in order, with the days in lieu of those on a weekend. Source: Banking and Financial Dealings
 * Act 1971, schedule 1, and the yearly proclamations that follow it. A day proclaimed once, as for a coronation, is not known here.
 */
export function bankHolidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const [christmas, boxing] = [day(year, 12, 25), day(year, 12, 26)];
  const atChristmas = [christmas, boxing].filter(date => !isWeekend(date));
  for (const date of [christmas, boxing].filter(isWeekend)) atChristmas.push(substitute(date, atChristmas));
  return [
    substitute(day(year, 1, 1), []),
    daysAfter(easter, -2),
    daysAfter(easter, 1),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...atChristmas.toSorted(),
  ];
}

/** Whether an ISO date is a working day in England and Wales: Monday to Friday and no bank holiday. */
export const isWorkingDay = (isoDate: string): boolean =>
  !isWeekend(isoDate) && !bankHolidays(Number(isoDate.slice(0, 4))).includes(isoDate);

/** The ISO date so many working days after another; the day itself does not count. Zero gives the day itself, whatever it is. */
export function addWorkingDays(isoDate: string, count: number): string {
  let date = isoDate;
  for (let left = count; left > 0; ) {
    date = daysAfter(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/** The first ISO date that lies a whole period after another; null where the plan leaves the period open. */
export function afterPeriod(isoDate: string, { value, unit }: Period): string | null {
  if (value === null) return null;
  switch (unit) {
    case 'calendarDays':
      return daysAfter(isoDate, value);
    case 'weeks':
      return daysAfter(isoDate, 7 * value);
    case 'months':
      return addMonths(isoDate, value);
    case 'workingDays':
      return addWorkingDays(isoDate, value);
  }
}
