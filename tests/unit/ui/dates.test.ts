import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, britishDay, localToday, parseBritishDate } from '../../../renderer/ui/british-date.ts';
import { instantWords } from '../../../renderer/ui/instant.ts';
import { formatDate } from '../../../shared/british.ts';

const today = '2026-11-21';
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('dates as they are typed', () => {
  test.each([
    ['21/11/2026', '2026-11-21'],
    ['1.2.26', '2026-02-01'],
    ['3-4', '2026-04-03'],
    ['3 dec', '2026-12-03'],
    ['3rd December', '2026-12-03'],
    ['Thursday 3 December 2026', '2026-12-03'],
    ['29 feb 2028', '2028-02-29'],
    ['2026-11-01', '2026-11-01'],
    [' Today ', '2026-11-21'],
    ['tomorrow', '2026-11-22'],
    ['yesterday', '2026-11-20'],
    ['+14', '2026-12-05'],
    ['-21', '2026-10-31'],
  ])('%s is %s', (typed, iso) => {
    expect(parseBritishDate(typed, today)).toBe(iso);
  });

  test.each(['31/2/2026', '29 feb 2027', '13/13/2026', '0/1/2026', '5 j', '5', 'soon', '', '21/11/202', '1/1/1899'])(
    '“%s” is no date',
    typed => {
      expect(parseBritishDate(typed, today)).toBeUndefined();
    },
  );

  test('day comes before month', () => {
    expect(parseBritishDate('4/5/2026', today)).toBe('2026-05-04');
  });

  test('every date reads back from the words that it is shown with', () => {
    fc.assert(
      fc.property(anyDay, iso => {
        expect(parseBritishDate(formatDate(iso), today)).toBe(iso);
        expect(parseBritishDate(britishDay(iso), today)).toBe(iso);
      }),
    );
  });

  test('going on by days and back again ends where it began, summer time or not', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (iso, days) => {
        expect(addDays(addDays(iso, days), -days)).toBe(iso);
      }),
    );
  });

  test('today is the day of this computer’s clock, not of Greenwich', () => {
    expect(localToday(new Date(2026, 10, 21, 0, 5))).toBe('2026-11-21');
    expect(localToday(new Date(2026, 0, 2, 23, 55))).toBe('2026-01-02');
  });
});

describe('instants in words', () => {
  const now = '2026-11-21T14:30:00.000Z';
  test.each([
    ['2026-11-21T09:05:00.000Z', 'today at 09:05'],
    ['2026-11-20T23:59:00.000Z', 'yesterday at 23:59'],
    ['2026-11-19T14:05:00.000Z', '19 November 2026 at 14:05'],
    ['2026-07-01T14:05:00.000Z', '1 July 2026 at 15:05'],
  ])('%s is %s', (instant, words) => {
    expect(instantWords(instant, now)).toBe(words);
  });
});
