import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  afterPeriod,
  bankHolidays,
  daysAfter,
  daysBetween,
  easterSunday,
  isWorkingDay,
} from '../../../shared/domain/working-days.ts';

const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

test.each([
  ['2000-04-23'],
  ['2008-03-23'],
  ['2011-04-24'],
  ['2024-03-31'],
  ['2025-04-20'],
  ['2026-04-05'],
  ['2027-03-28'],
  ['2038-04-25'],
])('Easter Sunday is %s', date => {
  expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
});

/** As published for England and Wales. */
const published: Readonly<Record<number, readonly string[]>> = {
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
};

test.each(Object.entries(published))('the bank holidays of %s are those that were published', (year, days) => {
  expect(bankHolidays(Number(year))).toEqual(days.map(day => `${year}-${day}`));
});

test('Christmas on a Sunday goes to the Tuesday, because Boxing Day keeps its Monday', () => {
  expect(bankHolidays(2033).slice(-2)).toEqual(['2033-12-26', '2033-12-27']);
  expect(bankHolidays(2022).slice(-2)).toEqual(['2022-12-26', '2022-12-27']);
});

test('every year has eight bank holidays, all of them on weekdays and in order', () => {
  for (let year = 2000; year < 2100; year += 1) {
    const days = bankHolidays(year);
    expect(new Set(days).size).toBe(8);
    expect(days.toSorted()).toEqual(days);
    for (const day of days) expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay());
  }
});

describe('working days', () => {
  test.each([
    ['2026-11-21', 10, '2026-12-04'],
    ['2026-12-23', 2, '2026-12-29'],
    ['2026-12-24', 5, '2027-01-05'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i working days is %s', (from, count, to) => {
    expect(addWorkingDays(from, count)).toBe(to);
  });

  test('so many working days lie after the day, up to and with the day reached', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count);
        const between = Array.from({ length: daysBetween(from, to) }, (_, index) => daysAfter(from, index + 1));
        expect(isWorkingDay(to)).toBe(true);
        expect(between.filter(isWorkingDay)).toHaveLength(count);
      }),
      { numRuns: 200 },
    );
  });

  test('days added and counted agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (from, days) => {
        expect(daysBetween(from, daysAfter(from, days))).toBe(days);
      }),
    );
  });
});

test.each([
  [{ value: 3, unit: 'calendarDays' }, '2026-12-26'],
  [{ value: 3, unit: 'workingDays' }, '2026-12-30'],
  [{ value: 2, unit: 'weeks' }, '2027-01-06'],
  [{ value: 2, unit: 'months' }, '2027-02-23'],
  [{ value: null, unit: 'weeks' }, null],
] as const)('after %j comes %s', (period, date) => {
  expect(afterPeriod('2026-12-23', period)).toBe(date);
});
