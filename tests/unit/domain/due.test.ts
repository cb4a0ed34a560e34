import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookingRemarks } from '../../../shared/domain/bookings.ts';
import { type DueFacts, dueLines } from '../../../shared/domain/due.ts';
import { daysAfter } from '../../../shared/domain/working-days.ts';

const nothing: DueFacts = {
  assessmentId: 'a',
  apprenticeName: 'Ada Example',
  bookings: [],
  unsigned: [],
  releaseWithinWorkingDays: 10,
  periodEnd: null,
  notHeld: [],
  passedBy: null,
  notPassed: [],
  furtherAttempts: [],
};
const today = '2026-11-18';
const booked = (on: string): DueFacts => ({
  ...nothing,
  bookings: [{ methodName: 'Observation', on, at: '09:30', place: 'Example Care' }],
});

test.each<[string, DueFacts, string | null, RegExp]>([
  ['a booking today', booked('2026-11-18'), 'today', /^Observation at 09:30, Example Care$/],
  ['a booking in a week', booked('2026-11-25'), 'week', /09:30/],
  ['a booking in eight days', booked('2026-11-26'), null, /./],
  ['a booking that passed', booked('2026-11-17'), 'overdue', /booked for 17 November 2026 and no session was begun/],
  [
    'a report whose result is due this week',
    { ...nothing, unsigned: [{ methodName: 'Observation', endedOn: '2026-11-09' }] },
    'week',
    /the result is due by 23 November 2026/,
  ],
  [
    'a report whose result is overdue',
    { ...nothing, unsigned: [{ methodName: 'Observation', endedOn: '2026-11-03' }] },
    'overdue',
    /the result was due by 17 November 2026/,
  ],
  [
    'a report where the plan sets no days',
    { ...nothing, releaseWithinWorkingDays: null, unsigned: [{ methodName: 'O', endedOn: '2025-11-03' }] },
    null,
    /./,
  ],
  [
    'a period near its end',
    { ...nothing, periodEnd: '2026-12-10', notHeld: ['Observation', 'Discussion'] },
    'soon',
    /ends on 10 December 2026; still to be held: Observation and Discussion/,
  ],
  ['a period in which all was held', { ...nothing, periodEnd: '2026-11-10' }, null, /./],
  [
    'a period that is over',
    { ...nothing, periodEnd: '2026-11-10', notHeld: ['Observation'] },
    'overdue',
    /ended on 10 November 2026; not held: Observation/,
  ],
  [
    'a day near by which all must be passed',
    { ...nothing, passedBy: '2026-12-01', notPassed: ['Discussion'] },
    'soon',
    /has to be passed by 1 December 2026; still to be passed: Discussion/,
  ],
  [
    'a day passed by which all had to be passed',
    { ...nothing, passedBy: '2026-11-01', notPassed: ['Discussion'] },
    'overdue',
    /not passed: Discussion\. All methods are taken again/,
  ],
  ['a day by which all are passed', { ...nothing, passedBy: '2026-11-01' }, null, /./],
  [
    'a re-sit window near its end',
    { ...nothing, furtherAttempts: [{ methodName: 'Observation', resit: '2026-12-01', retake: '2027-03-01' }] },
    'soon',
    /last day for a re-sit is 1 December 2026/,
  ],
  [
    'a re-sit window that is over',
    { ...nothing, furtherAttempts: [{ methodName: 'Observation', resit: '2026-11-01', retake: '2027-03-01' }] },
    'overdue',
    /a later attempt is a re-take/,
  ],
])('%s', (_, facts, when, words) => {
  const lines = dueLines([facts], today);
  expect(lines.map(line => line.when)).toEqual(when === null ? [] : [when]);
  for (const line of lines) expect(line.words).toMatch(words);
});

test('what is most urgent comes first, and nothing is told of a day more than four weeks away', () => {
  const days = fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 8 });
  fc.assert(
    fc.property(days, days, (bookings, periods) => {
      const facts = [
        ...bookings.map(days => booked(daysAfter(today, days))),
        ...periods.map(days => ({ ...nothing, periodEnd: daysAfter(today, days), notHeld: ['Observation'] })),
      ];
      const lines = dueLines(facts, today);
      expect(lines).toHaveLength(bookings.filter(d => d <= 7).length + periods.filter(d => d <= 28).length);
      expect(lines.map(({ on }) => on)).toEqual(lines.map(({ on }) => on).toSorted());
    }),
  );
});

test.each([
  ['2026-12-02', null, []],
  ['2026-12-01', null, ['The plan asks for 10 working days of notice: the first day is 2 December 2026.']],
  ['2026-12-02', '2026-12-01', ['The assessment period ends on 1 December 2026.']],
])('a booking on %s with a period to %s', (on, periodEnd, remarks) => {
  expect(bookingRemarks({ notice: { value: 10, unit: 'workingDays' } }, { today, on, periodEnd })).toEqual(remarks);
});

test('a plan that leaves the notice open says nothing against a day', () => {
  expect(bookingRemarks({ notice: null }, { today, on: today, periodEnd: null })).toEqual([]);
  expect(bookingRemarks({ notice: { value: null, unit: 'weeks' } }, { today, on: today, periodEnd: null })).toEqual([]);
});
