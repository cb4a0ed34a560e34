import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  addMonths,
  allPassedBy,
  attemptChance,
  cappedGrade,
  countingAttempt,
  windowEnd,
} from '../../../shared/domain/attempts.ts';
import { type Grade, grades, type Plan } from '../../../shared/domain/plan.ts';
import { aMethod, aPlan } from './plans.ts';

const resits: Plan['resits'] = {
  resitWithinMonths: 3,
  retakeWithinMonths: 6,
  cap: 'pass',
  capLiftedForExceptionalCircumstances: true,
  onlyFailedMethods: true,
  allPassedWithinMonths: 6,
  actionPlanRequired: true,
};
const method = aMethod();
const plan = aPlan([method], { resits });

const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  kind: 'first',
  signedAt: '2026-03-31T15:00:00.000Z',
  grade: 'fail',
  voidReason: null,
  exceptional: null,
  ...changes,
});

describe('a further attempt', () => {
  it.each<[string, readonly Attempt[], string, boolean]>([
    ['is the first when there was none', [], '2026-04-01', true],
    ['is refused while the session goes on', [attempt({ signedAt: null, grade: null })], '2026-04-01', false],
    ['is refused before the report is signed', [attempt({ signedAt: null })], '2026-04-01', false],
    ['is never there to improve a pass', [attempt({ grade: 'pass' })], '2026-04-01', false],
    ['is there after a fail', [attempt()], '2026-04-01', true],
    [
      'is the first again when the one before is void',
      [attempt({ grade: 'pass', voidReason: 'fire' })],
      '2026-04-01',
      true,
    ],
    [
      'follows the one that counts',
      [attempt(), attempt({ number: 2, grade: 'pass', voidReason: 'x' })],
      '2026-04-01',
      true,
    ],
  ])('%s', (_, attempts, today, allowed) => {
    expect(attemptChance(plan, method, attempts, today).allowed).toBe(allowed);
  });

  it('has to be explained when every window has ended', () => {
    expect(attemptChance(plan, method, [attempt()], '2026-09-30')).toMatchObject({ allowed: true, remark: null });
    expect(attemptChance(plan, method, [attempt()], '2026-10-01')).toMatchObject({
      remark: expect.stringContaining('30 September 2026'),
    });
  });

  it('is refused in words when the plan says nothing of it', () => {
    expect(attemptChance({ ...plan, resits: null }, method, [attempt()], '2026-04-01')).toMatchObject({
      allowed: false,
    });
  });
});

describe('the cap', () => {
  it.each<[Attempt['kind'], Grade, string | null, boolean, Grade, boolean]>([
    ['first', 'distinction', null, true, 'distinction', false],
    ['resit', 'distinction', null, true, 'pass', true],
    ['retake', 'distinction', null, true, 'pass', true],
    ['resit', 'pass', null, true, 'pass', false],
    ['resit', 'fail', null, true, 'fail', false],
    ['resit', 'distinction', 'bereavement', true, 'distinction', true],
    ['resit', 'distinction', 'bereavement', false, 'pass', true],
  ])(
    'of a %s that reaches %s (exceptional: %s, lifted: %s) gives %s',
    (kind, grade, exceptional, lifted, expected, explained) => {
      const capped = { ...plan, resits: { ...resits, capLiftedForExceptionalCircumstances: lifted } };
      const result = cappedGrade(capped, method, attempt({ kind, grade, exceptional }));
      expect(result.grade).toBe(expected);
      expect(result.line !== null).toBe(explained);
    },
  );

  it('never raises a grade', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...grades),
        fc.constantFrom<Attempt['kind']>('first', 'resit', 'retake'),
        (grade, kind) => {
          const result = cappedGrade(plan, aMethod({ grades: [...grades] }), attempt({ kind, grade }));
          expect(grades.indexOf(result.grade ?? 'fail')).toBeLessThanOrEqual(grades.indexOf(grade));
        },
      ),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-21', 3, '2027-02-21'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  it('end the windows and the time to pass everything', () => {
    expect(windowEnd(plan, 'resit', '2026-03-31T15:00:00Z')).toBe('2026-06-30');
    expect(windowEnd(plan, 'retake', '2026-03-31T15:00:00Z')).toBe('2026-09-30');
    expect(allPassedBy(plan, [attempt({ grade: 'pass' }), attempt()])).toBe('2026-09-30');
    expect(allPassedBy(plan, [attempt(), null])).toBeNull();
  });
});

it('the attempt that counts is the latest that is not void', () => {
  expect(countingAttempt([attempt(), attempt({ number: 2, voidReason: 'x' })])?.number).toBe(1);
  expect(countingAttempt([])).toBeNull();
});
