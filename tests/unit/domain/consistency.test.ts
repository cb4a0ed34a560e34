import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { consistencyHints } from '../../../shared/domain/consistency.ts';
import { aJudgement, aMethod, aTheme } from './plans.ts';

const method = aMethod({
  themes: [
    aTheme(
      'a',
      ['K1'],
      [
        ['a1', 'pass', ['K1']],
        ['a2', 'distinction', ['K1']],
      ],
    ),
    aTheme('b', ['K1', 'K2'], [['b1', 'pass', ['K1', 'K2']]]),
  ],
});
const other = aMethod({
  key: 'observation',
  name: 'Observation',
  themes: [aTheme('a', ['K2'], [['o1', 'pass', ['K2']]])],
});
const judged = (key: string, decision: 'met' | 'notMet' | null, rationale = '') =>
  aJudgement(key, decision, { rationale });
const wordsOf = (...own: ReturnType<typeof judged>[]) =>
  consistencyHints({ method, judgements: own }, []).map(({ message }) => message);

it.each([
  [judged('a1', 'met'), judged('b1', 'notMet'), ['K1 is judged met in A1 and not met in B1.']],
  [judged('a1', 'met'), judged('b1', 'met'), []],
  [judged('a1', 'met'), judged('b1', null), []],
  [judged('a1', 'met'), judged('a2', 'notMet'), []],
])('a KSB judged both ways is told', (one, two, words) => {
  expect(wordsOf(one, two)).toEqual(words);
});

it('also where the other judgement is in another method, and leads to the own one', () => {
  const hints = consistencyHints({ method, judgements: [judged('b1', 'met')] }, [
    { method: other, judgements: [judged('o1', 'notMet')] },
  ]);
  expect(hints).toMatchObject([
    { message: 'K2 is judged met in B1 and not met in A1 (Observation).', descriptorKeys: ['b1'] },
  ]);
});

it('a rationale used twice is told, case and spaces aside, but not two empty ones', () => {
  expect(wordsOf(judged('a1', 'met', 'Seen twice.'), judged('a2', 'met', ' seen  twice. '))).toEqual([
    'A1 and A2 have the same rationale, word for word.',
  ]);
  expect(wordsOf(judged('a1', 'met', ' '), judged('a2', 'met', ''))).toEqual([]);
});

test('what contradicts nothing in itself gives no hint, and every hint leads somewhere', () => {
  const decision = fc.constantFrom('met', 'notMet', null);
  fc.assert(
    fc.property(decision, decision, fc.boolean(), (first, second, same) => {
      const hints = consistencyHints(
        { method, judgements: [judged('a1', first, 'One'), judged('b1', second, same ? 'One' : 'Two')] },
        [],
      );
      const expected = (first && second && first !== second ? 1 : 0) + (same ? 1 : 0);
      expect(hints).toHaveLength(expected);
      for (const { descriptorKeys } of hints) expect(descriptorKeys.length).toBeGreaterThan(0);
    }),
  );
});
