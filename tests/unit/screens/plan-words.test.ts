import { describe, expect, test } from 'vitest';
import {
  gradeRuleWords,
  leftOpen,
  orderWords,
  partWords,
  periodWords,
  questionWords,
  recordingWords,
  resitWords,
  splitWords,
  toleranceWords,
} from '../../../renderer/screens/plan/plan-words.ts';
import type { Tolerance } from '../../../shared/domain/plan.ts';
import { aMethod, aPlan } from '../domain/plans.ts';

const two = [
  { key: 'watch', name: 'Observation', minutes: 60 },
  { key: 'ask', name: 'Questions', minutes: 30 },
];
const tolerance = (changes: Partial<Tolerance>): Tolerance => ({
  minusPercent: 0,
  plusPercent: 10,
  scope: 'whole',
  allocation: 'free',
  ...changes,
});

describe('a plan in words', () => {
  test.each([
    [tolerance({}), 'Up to 10 % more (1 h 39 min in all), to be spent in any part.'],
    [
      tolerance({ minusPercent: 10 }),
      'Up to 10 % more (1 h 39 min in all) and up to 10 % less (1 h 21 min in all), to be spent in any part.',
    ],
    [
      tolerance({ allocation: 'lastPart', purpose: 'To finish an answer' }),
      'Up to 10 % more (1 h 39 min in all), to be spent in the last part only. To finish an answer.',
    ],
    [tolerance({ plusPercent: 0 }), 'None: the time of the plan is kept exactly.'],
    [null, leftOpen],
  ])('its tolerance names the times that it leads to', (given, words) => {
    expect(toleranceWords(aMethod({ parts: two, tolerance: given }))).toBe(words);
  });

  test('a tolerance of one part or of open minutes says no more than is known', () => {
    expect(toleranceWords(aMethod())).toBe('Up to 10 % more (1 h 6 min in all).');
    expect(toleranceWords(aMethod({ parts: [{ key: 'talk', name: 'Discussion', minutes: null }] }))).toBe(
      'Up to 10 % more.',
    );
  });

  test('what is filled in by half is said to be left open by half', () => {
    expect(periodWords('At least', { value: 10, unit: 'workingDays' })).toBe('At least 10 working days');
    expect(periodWords('At least', { value: null, unit: 'workingDays' })).toBe(leftOpen);
    expect(periodWords('At least', null)).toBe(leftOpen);
    expect(toleranceWords(aMethod({ tolerance: tolerance({ plusPercent: null }) }))).toBe(
      'How much more is left open.',
    );
    const questions = aMethod().questions;
    expect(questionWords(aMethod({ questions: questions && { ...questions, minimum: null } }))).toMatch(
      /^How many is left open; asked during the method\./,
    );
  });

  test('the minutes of a part come with their range', () => {
    expect(partWords({ key: 'a', name: 'A', minutes: 60 })).toBe('60 minutes');
    expect(partWords({ key: 'a', name: 'A', minutes: null })).toBe(leftOpen);
    expect(partWords({ key: 'a', name: 'A', minutes: 60, minimumMinutes: 50, maximumMinutes: 70 })).toBe(
      '60 minutes (at least 50 and at most 70)',
    );
  });

  test('questions, breaks and recording are told in sentences', () => {
    expect(questionWords(aMethod())).toBe(
      'At least 3 questions, during the method. Follow-up questions may be asked; they do not count. Different ones on a re-sit.',
    );
    expect(splitWords(aMethod())).toBe('The method is not split.');
    expect(splitWords(aMethod({ split: { allowed: true, withinWorkingDays: 1, reasons: ['For comfort'] } }))).toBe(
      'It may be split within one working day: for comfort. Breaks do not count as time.',
    );
    expect(recordingWords(aMethod())).toBe('Nothing is recorded.');
    expect(
      recordingWords(
        aMethod({ recording: { audio: 'required', video: 'none', consentRequired: true, retentionMonths: 12 } }),
      ),
    ).toBe('Audio required, video not recorded. With consent. Kept for 12 months.');
  });

  test.each([
    [{ kind: 'count', passAtLeast: 3, distinctionAtLeast: 2 }, /^Pass with at least 3 pass descriptors; distinction/],
    [{ kind: 'score', outOf: 40, boundaries: [{ grade: 'pass', atLeast: 28 }] }, /^Pass from 28, out of 40\.$/],
    [null, /^Left open$/],
  ] as const)('how a grade is made: %o', (gradeRule, words) => {
    expect(gradeRuleWords(aMethod({ gradeRule: gradeRule as never }))).toMatch(words);
  });

  test('the order names the methods', () => {
    const methods = [aMethod(), aMethod({ key: 'watch', name: 'Observation' })];
    const plan = aPlan(methods);
    expect(orderWords({ ...plan, order: { kind: 'any' } })).toBe('In any order');
    expect(orderWords({ ...plan, order: { kind: 'fixed', methods: ['watch', 'discussion'] } })).toBe(
      'In this order: Observation, then Professional discussion',
    );
  });

  test('re-sit rules say what the plan leaves open', () => {
    const lines = resitWords({
      resitWithinMonths: 3,
      retakeWithinMonths: null,
      cap: 'pass',
      capLiftedForExceptionalCircumstances: true,
      onlyFailedMethods: true,
      allPassedWithinMonths: null,
      actionPlanRequired: false,
    });
    expect(lines).toContain('A re-sit, without further learning: within 3 months.');
    expect(lines).toContain('A re-take, after further learning: time left open.');
    expect(lines).toContain('The best grade is then pass, unless exceptional circumstances are recorded.');
    expect(lines).not.toContain('An action plan is required before it.');
  });
});
