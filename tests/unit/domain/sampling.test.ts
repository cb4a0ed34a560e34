import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuid7 } from '../../../electron/core/uuid.ts';
import {
  lotOf,
  reasonsToSample,
  type SampledDescriptor,
  type SamplingFacts,
  samplingReasonInWords,
  samplingReasons,
  usualSampling,
} from '../../../shared/domain/sampling.ts';

const descriptors = (...decisions: readonly [SampledDescriptor['grade'], SampledDescriptor['decision']][]) =>
  decisions.map(([grade, decision]) => ({ grade, decision }));

/** An ordinary pass that nothing speaks for sampling: two distinction descriptors were missed. */
const ordinary: SamplingFacts = {
  ofAssessor: 40,
  ofPlan: 40,
  overall: 'pass',
  methods: [
    {
      grade: 'pass',
      descriptors: descriptors(['pass', 'met'], ['distinction', 'notMet'], ['distinction', 'notMet']),
    },
  ],
  adjusted: false,
  complaint: false,
  lot: 99,
};

describe('an assessment is sampled', () => {
  test.each<[string, Partial<SamplingFacts>]>([
    ['newAssessor', { ofAssessor: 3 }],
    ['newPlan', { ofPlan: 3 }],
    ['distinction', { overall: 'distinction' }],
    ['adjustment', { adjusted: true }],
    ['complaint', { complaint: true }],
    ['random', { lot: 9 }],
    ['fail', { overall: 'fail' }],
    ['distinction', { methods: [{ grade: 'distinction', descriptors: descriptors(['pass', 'met']) }] }],
    [
      'borderline',
      {
        methods: [
          {
            grade: 'pass',
            descriptors: descriptors(['pass', 'met'], ['distinction', 'met'], ['distinction', 'notMet']),
          },
        ],
      },
    ],
  ])('because of %s', (reason, facts) => {
    expect(reasonsToSample({ ...ordinary, ...facts }, usualSampling)).toEqual([reason]);
  });

  test('for no reason when it is an ordinary one', () => {
    expect(reasonsToSample(ordinary, usualSampling)).toEqual([]);
  });

  test('a fail by one judgement is a fail and borderline, by two it is a fail', () => {
    const failed = (...decisions: SampledDescriptor['decision'][]) => [
      { grade: 'fail' as const, descriptors: decisions.map(decision => ({ grade: 'pass' as const, decision })) },
    ];
    const one = { ...ordinary, overall: 'fail' as const, methods: failed('met', 'notMet') };
    expect(reasonsToSample(one, usualSampling)).toEqual(['fail', 'borderline']);
    const two = { ...ordinary, overall: 'fail' as const, methods: failed('notMet', 'notMet') };
    expect(reasonsToSample(two, usualSampling)).toEqual(['fail']);
  });

  test('the fourth of an assessor and of a plan is not one of the first three', () => {
    expect(reasonsToSample({ ...ordinary, ofAssessor: 4, ofPlan: 4 }, usualSampling)).toEqual([]);
  });
});

test('a rule of a hundred percent takes every lot, one of none takes nobody by lot', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), lot => {
      expect(reasonsToSample({ ...ordinary, lot }, { ...usualSampling, percent: 100 })).toEqual(['random']);
      expect(reasonsToSample({ ...ordinary, lot }, { ...usualSampling, percent: 0 })).toEqual([]);
    }),
  );
});

test('the lot of an assessment never changes, and lots are spread evenly', () => {
  const ids = Array.from({ length: 2000 }, () => uuid7(new Date('2026-11-16T09:00:00Z')));
  expect(ids.map(lotOf)).toEqual(ids.map(lotOf));
  const drawn = ids.filter(id => lotOf(id) < 10).length;
  expect(drawn).toBeGreaterThan(120);
  expect(drawn).toBeLessThan(280);
});

test('every reason has words of its own', () => {
  expect(new Set(samplingReasons.map(samplingReasonInWords)).size).toBe(samplingReasons.length);
});
