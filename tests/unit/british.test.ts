import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  capitalised,
  formatClock,
  formatCount,
  formatDate,
  formatDateTime,
  formatDuration,
  formatElapsed,
  formatList,
  formatNumber,
} from '../../shared/british.ts';

describe('dates and times', () => {
  it.each([
    ['2026-11-21T14:05:00.000Z', '21 November 2026, 14:05 GMT', '14:05'],
    ['2026-07-01T14:05:59.999Z', '1 July 2026, 15:05 BST', '15:05'],
    ['2026-12-31T23:59:00Z', '31 December 2026, 23:59 GMT', '23:59'],
    ['2026-06-30T23:30:00Z', '1 July 2026, 00:30 BST', '00:30'],
    ['2026-01-01T00:00:00Z', '1 January 2026, 00:00 GMT', '00:00'],
    ['2024-02-29T12:00:00Z', '29 February 2024, 12:00 GMT', '12:00'],
  ])('%s reads %s in London', (iso, dateTime, clock) => {
    expect(formatDateTime(iso)).toBe(dateTime);
    expect(formatClock(iso)).toBe(clock);
  });

  it('tells the two half past ones apart when the clocks go back', () => {
    expect(formatDateTime('2026-10-25T00:30:00Z')).toBe('25 October 2026, 01:30 BST');
    expect(formatDateTime('2026-10-25T01:30:00Z')).toBe('25 October 2026, 01:30 GMT');
  });

  it('skips the hour that is left out when the clocks go forward', () => {
    expect(formatClock('2026-03-29T00:59:00Z')).toBe('00:59');
    expect(formatClock('2026-03-29T01:00:00Z')).toBe('02:00');
  });

  it('takes a calendar date as that day, and an instant as the day it falls on', () => {
    expect(formatDate('2026-07-01')).toBe('1 July 2026');
    expect(formatDate('2026-06-30T23:30:00Z')).toBe('1 July 2026');
    expect(formatDate('2026-06-30T23:30:00Z', 'UTC')).toBe('30 June 2026');
    expect(formatDate('2026-11-21', 'America/New_York')).toBe('21 November 2026');
  });

  it('shows another time zone when asked', () => {
    expect(formatClock('2026-11-21T14:05:00Z', 'America/New_York')).toBe('09:05');
    expect(formatDateTime('2026-11-21T14:05:00Z', 'UTC')).toBe('21 November 2026, 14:05 UTC');
  });

  it('refuses a text that is no date', () => {
    expect(() => formatDate('yesterday')).toThrow(RangeError);
  });
});

describe('lengths of time', () => {
  it.each([
    [0, '00:00'],
    [7, '00:07'],
    [2467, '41:07'],
    [3960, '66:00'],
    [6000, '100:00'],
    [-65, '−01:05'],
    [-0.5, '00:00'],
    [59.9, '00:59'],
  ])('%d s on the stopwatch is %s', (seconds, face) => {
    expect(formatElapsed(seconds)).toBe(face);
  });

  it.each([
    [0, '0 min'],
    [-5, '0 min'],
    [30, '30 s'],
    [60, '1 min'],
    [2467, '41 min 7 s'],
    [3600, '1 h'],
    [4500, '1 h 15 min'],
    [3605, '1 h 5 s'],
  ])('%d s in words is %s', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });

  it('loses no second of any whole length', () => {
    fc.assert(
      fc.property(fc.nat({ max: 360_000 }), seconds => {
        const units: Record<string, number> = { h: 3600, min: 60, s: 1 };
        const words = [...formatDuration(seconds).matchAll(/(\d+) (h|min|s)/g)];
        expect(words.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0)).toBe(seconds);
      }),
    );
  });
});

describe('counts, numbers and lists', () => {
  it('agrees in number', () => {
    expect([0, 1, 2, 1200].map(count => formatCount(count, 'note'))).toEqual([
      '0 notes',
      '1 note',
      '2 notes',
      '1,200 notes',
    ]);
    expect(formatCount(2, 'criterion', 'criteria')).toBe('2 criteria');
  });

  it('writes numbers with commas and the decimals asked for', () => {
    expect(formatNumber(1234567)).toBe('1,234,567');
    expect(formatNumber(12.5, 1)).toBe('12.5');
    expect(formatNumber(12, 2)).toBe('12.00');
  });

  it('joins a list with commas and «and»', () => {
    expect(formatList([])).toBe('');
    expect(formatList(['A'])).toBe('A');
    expect(formatList(['A', 'B'])).toBe('A and B');
    expect(formatList(['A', 'B', 'C'])).toBe('A, B and C');
  });

  it('capitalises the first letter alone', () => {
    expect(capitalised('the score of A')).toBe('The score of A');
    expect(capitalised('')).toBe('');
  });
});
