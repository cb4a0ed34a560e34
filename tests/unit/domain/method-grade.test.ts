import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/domain/judgement.ts';
import { gradeMethod } from '../../../shared/domain/method-grade.ts';
import type { Grade, Method } from '../../../shared/domain/plan.ts';
import { aMethod, aTheme, gradeScale, judgementsOf } from './plans.ts';

const keys = ['a1', 'a2', 'a3', 'b1', 'b2'] as const;
type Decisions = Readonly<Record<string, Decision | null>>;

function decided(met: string): Decisions {
  return Object.fromEntries(keys.map(key => [key, met.split(' ').includes(key) ? 'met' : 'notMet']));
}

function textsOf(method: Method, decisions: Decisions, score?: number): readonly string[] {
  return gradeMethod(method, judgementsOf(decisions), score ?? null).lines.map(line => line.text);
}

const anyDecision = fc.constantFrom<Decision | null>('met', 'notMet', null);
const anyDecisions = fc.record({ a1: anyDecision, a2: anyDecision, a3: anyDecision, b1: anyDecision, b2: anyDecision });
const anyMethod: fc.Arbitrary<Method> = fc
  .record({
    rule: fc.oneof(
      fc.constant({ kind: 'allDescriptors' as const }),
      fc.record({
        kind: fc.constant('count' as const),
        passAtLeast: fc.integer({ min: 1, max: 3 }),
        distinctionAtLeast: fc.integer({ min: 1, max: 2 }),
      }),
    ),
    criticalKsbs: fc.subarray(['K1', 'K2', 'S1']),
    hasDistinction: fc.boolean(),
  })
  .map(({ rule, criticalKsbs, hasDistinction }) =>
    aMethod({
      gradeRule: rule,
      criticalKsbs,
      grades: hasDistinction ? ['fail', 'pass', 'distinction'] : ['fail', 'pass'],
    }),
  );

describe('the usual rule: all descriptors', () => {
  it.each<[met: string, grade: Grade, wouldChange: string | null]>([
    ['', 'fail', 'It would have been a pass if A1, A2 and B1 had been met.'],
    ['a1 a2', 'fail', 'It would have been a pass if B1 had been met.'],
    ['a1 a2 a3 b2', 'fail', 'It would have been a distinction if B1 had been met.'],
    ['a1 a2 b1', 'pass', 'It would have been a distinction if A3 and B2 had been met.'],
    ['a1 a2 b1 b2', 'pass', 'It would have been a distinction if A3 had been met.'],
    ['a1 a2 a3 b1 b2', 'distinction', null],
  ])('with «%s» met, the grade is %s', (met, grade, wouldChange) => {
    expect(gradeMethod(aMethod(), judgementsOf(decided(met)))).toMatchObject({ grade, wouldChange, outstanding: 0 });
  });

  it('is explained line by line', () => {
    expect(textsOf(aMethod(), decided('a1 a2 b1 b2'))).toEqual([
      'Theme A, pass descriptor A1: met.',
      'Theme A, pass descriptor A2: met.',
      'Theme B, pass descriptor B1: met.',
      'Theme A, distinction descriptor A3: not met.',
      'Theme B, distinction descriptor B2: met.',
      'All 3 pass descriptors are met: at least a pass.',
      '1 of 2 distinction descriptors is met; a distinction needs all 2: the method grade is a pass.',
    ]);
  });

  it('says what is still needed and gives no hint of a grade before', () => {
    const { grade, lines, outstanding, wouldChange } = gradeMethod(aMethod(), judgementsOf({ a1: 'met', a2: 'met' }));
    expect({ grade, outstanding, wouldChange }).toEqual({ grade: null, outstanding: 3, wouldChange: null });
    expect(lines.at(-1)).toEqual({
      text: 'Still needed before there is a method grade: 3 decisions.',
      effect: 'open',
      methodKey: 'discussion',
    });
  });

  it('asks for no distinction descriptors once a pass descriptor is not met', () => {
    const result = gradeMethod(aMethod(), judgementsOf({ a1: 'met', a2: 'notMet', b1: 'met' }));
    expect(result).toMatchObject({ grade: 'fail', outstanding: 0 });
    expect(result.lines.at(-1)?.text).toBe(
      '2 of 3 pass descriptors are met; a pass needs all 3: the method grade is a fail.',
    );
  });

  it('says of none as of one that it is met', () => {
    const last = (a1: 'met' | 'notMet') =>
      gradeMethod(aMethod(), judgementsOf({ a1, a2: 'notMet', b1: 'notMet' })).lines.at(-1)?.text;
    expect(last('notMet')).toBe('None of 3 pass descriptors is met; a pass needs all 3: the method grade is a fail.');
    expect(last('met')).toBe('1 of 3 pass descriptors is met; a pass needs all 3: the method grade is a fail.');
  });

  it('gives at most a pass in a method without a distinction', () => {
    const method = aMethod({ grades: ['fail', 'pass'] });
    const result = gradeMethod(method, judgementsOf({ a1: 'met', a2: 'met', b1: 'met' }));
    expect(result).toMatchObject({ grade: 'pass', outstanding: 0, wouldChange: null });
    expect(result.lines.at(-1)?.text).toBe('This method has no distinction: the method grade is a pass.');
  });

  it('gives no distinction where the plan has no distinction descriptors', () => {
    const method = aMethod({ themes: [aTheme('a', ['K1'], [['a1', 'pass', ['K1']]])] });
    const result = gradeMethod(method, judgementsOf({ a1: 'met' }));
    expect(result).toMatchObject({ grade: 'pass', wouldChange: null });
    expect(result.lines.at(-1)?.text).toBe('The rule of this method gives no distinction: the method grade is a pass.');
  });

  it('speaks of a single descriptor as one', () => {
    const method = aMethod({ themes: [aTheme('a', ['K1'], [['a1', 'pass', ['K1']]])], grades: ['fail', 'pass'] });
    expect(textsOf(method, { a1: 'notMet' }).at(-1)).toBe(
      'The one pass descriptor is not met; a pass needs it: the method grade is a fail.',
    );
  });
});

describe('the rule that counts descriptors', () => {
  const method = aMethod({ gradeRule: { kind: 'count', passAtLeast: 2, distinctionAtLeast: 1 } });

  it.each<[met: string, grade: Grade, wouldChange: string | null]>([
    ['a1', 'fail', 'It would have been a pass if any 1 of A2 and B1 had been met.'],
    ['a1 b1', 'pass', 'It would have been a distinction if A2 and any 1 of A3 and B2 had been met.'],
    ['a1 b1 a3 b2', 'pass', 'It would have been a distinction if A2 had been met.'],
    ['a1 a2 b1 b2', 'distinction', null],
  ])('with «%s» met, the grade is %s', (met, grade, wouldChange) => {
    expect(gradeMethod(method, judgementsOf(decided(met)))).toMatchObject({ grade, wouldChange });
  });

  it('fails when a critical KSB is missing, however many others are met', () => {
    const critical = { ...method, criticalKsbs: ['S1'] };
    const result = gradeMethod(critical, judgementsOf(decided('a1 a3 b1 b2')));
    expect(result.grade).toBe('fail');
    expect(result.lines.map(line => line.text)).toContain(
      'A2 holds what is critical in this method (S1): without it the method is failed, whatever else is met.',
    );
    expect(result.lines.at(-1)?.text).toBe('A critical descriptor is not met: the method grade is a fail.');
    expect(result.wouldChange).toBe('It would have been a distinction if A2 had been met.');
  });

  it('says which critical descriptor and how many others would have made a pass', () => {
    const critical = { ...method, criticalKsbs: ['S1'] };
    expect(gradeMethod(critical, judgementsOf(decided(''))).wouldChange).toBe(
      'It would have been a pass if A2 and any 1 of A1 and B1 had been met.',
    );
  });
});

describe('the rule of a marked test', () => {
  const boundaries = [
    { grade: 'pass' as const, atLeast: 24 },
    { grade: 'distinction' as const, atLeast: 34 },
  ];
  const method = aMethod({ kind: 'test', themes: [], gradeRule: { kind: 'score', outOf: 40, boundaries } });

  it.each<[score: number, grade: Grade, wouldChange: string | null]>([
    [0, 'fail', '24 more marks would have made it a pass.'],
    [23, 'fail', '1 more mark would have made it a pass.'],
    [24, 'pass', '10 more marks would have made it a distinction.'],
    [33, 'pass', '1 more mark would have made it a distinction.'],
    [34, 'distinction', null],
    [40, 'distinction', null],
  ])('makes a score of %i %s', (score, grade, wouldChange) => {
    expect(gradeMethod(method, [], score)).toMatchObject({ grade, wouldChange });
  });

  it('explains the score by the boundaries', () => {
    expect(textsOf(method, {}, 30)).toEqual([
      'The score is 30 of 40; a pass needs 24 and a distinction needs 34: the method grade is a pass.',
    ]);
  });

  it('waits for the score', () => {
    expect(gradeMethod(method, [])).toMatchObject({ grade: null, outstanding: 1 });
    expect(textsOf(method, {})).toEqual(['Still needed before there is a method grade: the score.']);
  });

  it('refuses a score that the test cannot give', () => {
    expect(() => gradeMethod(method, [], 41)).toThrow(RangeError);
    expect(() => gradeMethod(method, [], -1)).toThrow(RangeError);
    expect(() => gradeMethod(method, [], Number.NaN)).toThrow(RangeError);
  });

  it('fails on a critical question, whatever the score', () => {
    const critical = aMethod({ gradeRule: { kind: 'score', outOf: 40, boundaries }, criticalKsbs: ['K1'] });
    expect(gradeMethod(critical, judgementsOf({ a1: 'notMet' }), 40)).toMatchObject({
      grade: 'fail',
      wouldChange: 'It would have been a distinction if A1 had been met.',
    });
    expect(gradeMethod(critical, judgementsOf({ a1: 'notMet' }), 10)).toMatchObject({
      grade: 'fail',
      wouldChange: null,
    });
    expect(gradeMethod(critical, judgementsOf({ a1: 'met' }), 40).grade).toBe('distinction');
    expect(gradeMethod(critical, [], 40)).toMatchObject({ grade: null, outstanding: 1 });
  });
});

describe('a method that the plan leaves open', () => {
  it('has no grade and says why', () => {
    expect(gradeMethod(aMethod({ gradeRule: null }), [])).toMatchObject({ grade: null, outstanding: 0 });
    expect(textsOf(aMethod({ gradeRule: null }), {})).toEqual(['The plan leaves open how this method is graded.']);
    expect(textsOf(aMethod({ themes: [] }), {})).toEqual([
      'The plan has no pass descriptors for this method, so nothing can be judged.',
    ]);
    expect(textsOf(aMethod({ grades: [] }), decided('a1'))).toEqual([
      'The plan lists no grade for this method that its rule can reach.',
    ]);
  });
});

describe('any method grade', () => {
  it('is there exactly when nothing is outstanding, with exactly one line that states it', () => {
    fc.assert(
      fc.property(anyMethod, anyDecisions, (method, decisions) => {
        const { grade, outstanding, lines } = gradeMethod(method, judgementsOf(decisions));
        expect(grade === null).toBe(outstanding > 0);
        const results = lines.filter(line => line.effect === 'result');
        expect(results.map(line => line.text.endsWith(`the method grade is a ${grade}.`))).toEqual(
          grade === null ? [] : [true],
        );
      }),
    );
  });

  it('never falls when one more descriptor is met', () => {
    fc.assert(
      fc.property(anyMethod, anyDecisions, fc.constantFrom(...keys), (method, decisions, key) => {
        const complete = Object.fromEntries(keys.map(name => [name, decisions[name] ?? 'notMet']));
        const before = gradeMethod(method, judgementsOf(complete)).grade ?? 'fail';
        const after = gradeMethod(method, judgementsOf({ ...complete, [key]: 'met' })).grade ?? 'fail';
        expect(gradeScale.indexOf(after)).toBeGreaterThanOrEqual(gradeScale.indexOf(before));
      }),
    );
  });

  it('does not depend on the order of the judgements', () => {
    fc.assert(
      fc.property(anyMethod, anyDecisions, (method, decisions) => {
        const judgements = judgementsOf(decisions);
        expect(gradeMethod(method, judgements.toReversed())).toEqual(gradeMethod(method, judgements));
      }),
    );
  });

  it('keeps what it says would have changed it', () => {
    fc.assert(
      fc.property(anyMethod, anyDecisions, (method, decisions) => {
        const { wouldChange } = gradeMethod(method, judgementsOf(decisions));
        const promise =
          wouldChange === null ? null : /^It would have been a (\w+) if (.*) had been met\.$/.exec(wouldChange);
        fc.pre(promise !== null);
        const [, promised, wanted = ''] = promise ?? [];
        const [all = '', choice = ''] = wanted.split(/any (?=\d)/);
        const labels = [
          ...all.matchAll(/[A-Z]\d/g),
          ...[...choice.matchAll(/[A-Z]\d/g)].slice(0, Number.parseInt(choice, 10) || 0),
        ];
        const met = Object.fromEntries(labels.map(([label]) => [label.toLowerCase(), 'met' as const]));
        const complete = Object.fromEntries(keys.map(name => [name, decisions[name] ?? 'notMet']));
        expect(gradeMethod(method, judgementsOf({ ...complete, ...met })).grade).toBe(promised);
      }),
    );
  });
});
