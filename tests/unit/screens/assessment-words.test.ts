import { describe, expect, test } from 'vitest';
import {
  attemptDates,
  attemptName,
  attemptRecord,
  countingWords,
  furtherWords,
} from '../../../renderer/screens/assessment/attempt-words.ts';
import { timeTyped } from '../../../renderer/screens/assessment/booking-time.ts';
import { emptyOpening, openingFor } from '../../../renderer/screens/begin-session-form.ts';

const first = {
  sessionId: '1',
  number: 1,
  kind: 'first',
  begunAt: '2026-11-02T09:30:00Z',
  heldOn: null,
  signedAt: '2026-11-04T15:00:00Z',
  grade: 'fail',
  voidReason: null,
  exceptional: null,
  actionPlan: null,
  lateReason: null,
} as const;
const retake = {
  ...first,
  sessionId: '2',
  number: 2,
  kind: 'retake',
  signedAt: null,
  grade: null,
  actionPlan: 'Two weeks with the lead',
  lateReason: 'Ill until May',
} as const;

test('an attempt is named by its kind and number', () => {
  expect([attemptName(first), attemptName(retake), attemptName({ kind: 'first', number: 2 })]).toEqual([
    'First attempt',
    'Re-take, attempt 2',
    'First attempt, attempt 2',
  ]);
});

test('its dates and what was recorded of it are said in words', () => {
  expect(attemptDates(first)).toBe('Begun 2 November 2026, signed 4 November 2026');
  expect(attemptDates(retake)).toBe('Begun 2 November 2026, report not signed');
  expect(attemptDates({ ...retake, heldOn: '2026-10-30' })).toBe(
    'Held elsewhere on 30 October 2026, report not signed',
  );
  expect(attemptRecord(retake)).toEqual(['Action plan: Two weeks with the lead', 'After the window: Ill until May']);
  expect(attemptRecord({ ...first, voidReason: 'Fire alarm' })).toEqual(['Void, does not count: Fire alarm']);
});

describe('what the plan says of another attempt', () => {
  const further = {
    allowed: true,
    windows: { resit: '2027-02-04', retake: '2027-05-04' },
    remark: null,
    cap: 'pass',
    capLiftedForExceptionalCircumstances: true,
    actionPlanRequired: true,
  } as const;

  test('windows and cap', () => {
    expect(furtherWords(further)).toEqual([
      'A re-sit until 4 February 2027 and a re-take until 4 May 2027.',
      'The best grade is then a pass, unless exceptional circumstances are recorded.',
    ]);
  });

  test('no windows, no lifting, and what has to be explained', () => {
    const open = { windows: { resit: null, retake: null }, capLiftedForExceptionalCircumstances: false };
    expect(furtherWords({ ...further, ...open, remark: 'The plan’s window ended.' })).toEqual([
      'The plan sets no window for another attempt.',
      'The best grade is then a pass.',
      'The plan’s window ended.',
    ]);
  });
});

test('which attempt counts is said once there is more than the first', () => {
  const method = { name: 'Discussion', attempts: [first], session: { id: '1' } } as never as Parameters<
    typeof countingWords
  >[0];
  const voided = { ...retake, voidReason: 'Fire alarm' };
  expect(countingWords(method)).toBeNull();
  expect(countingWords({ ...method, attempts: [first, voided] })).toBe('Discussion: first attempt counts.');
  expect(countingWords({ ...method, attempts: [{ ...first, voidReason: 'Fire' }], session: null })).toBe(
    'Discussion: no attempt counts yet.',
  );
});

test.each([
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['0930', '09:30'],
  [' 14 05 ', '14:05'],
  ['24:00', null],
  ['9:60', null],
  ['half past nine', null],
  ['', null],
])('the time typed as %j is %j', (typed, time) => {
  expect(timeTyped(typed)).toBe(time);
});

describe('the opening checklist', () => {
  const booking = {
    id: '1',
    methodKey: 'observation',
    on: '2026-12-01',
    at: '09:30',
    place: 'Example Care',
    exception: '',
    state: 'booked',
    endedReason: null,
  } as const;
  const reader = {
    id: '1',
    kind: 'reasonableAdjustment',
    methodKey: null,
    what: 'A reader',
    extraTimePercent: 25,
    agreedBy: 'Organisation',
    agreedOn: '2026-11-01',
    withdrawnReason: null,
  } as const;
  const breaks = { ...reader, what: 'Rest breaks', methodKey: 'observation', extraTimePercent: 10 } as const;

  test('takes the booked place, the adjustments for the method and the most extra time', () => {
    const prepared = { bookings: [booking], adjustments: [reader, breaks] };
    expect(openingFor(prepared, 'observation')).toEqual({
      ...emptyOpening,
      place: 'Example Care',
      adjustmentPercent: '25',
      adjustments: 'A reader; Rest breaks',
    });
    expect(openingFor(prepared, 'discussion')).toMatchObject({ place: '', adjustments: 'A reader' });
  });

  test('leaves out what is withdrawn, cancelled or a special consideration', () => {
    const prepared = {
      bookings: [{ ...booking, state: 'cancelled', endedReason: 'Ill' } as const],
      adjustments: [{ ...reader, withdrawnReason: 'Not needed' }, { ...reader, kind: 'specialConsideration' } as const],
    };
    expect(openingFor(prepared, 'observation')).toEqual(emptyOpening);
  });
});
