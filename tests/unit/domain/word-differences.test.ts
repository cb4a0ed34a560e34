import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDifferences } from '../../../shared/domain/word-differences.ts';

const word = fc.constantFrom('safe', 'care', 'K1', 'co-operate', 'don’t', '.', ',', ' ', '  ', '\n', '中', '🙂');
const text = fc.array(word, { maxLength: 40 }).map(words => words.join(''));
const without = (runs: ReturnType<typeof wordDifferences>, kind: 'added' | 'removed'): string =>
  runs.flatMap(run => (run.kind === kind ? [] : run.text)).join('');

describe('word differences', () => {
  test('one word in the middle is told as removed and added', () => {
    expect(wordDifferences('Ways to sell goods to people.', 'Ways to sell services to people.')).toEqual([
      { kind: 'same', text: 'Ways to sell ' },
      { kind: 'removed', text: 'goods' },
      { kind: 'added', text: 'services' },
      { kind: 'same', text: ' to people.' },
    ]);
  });

  test('a text is compared with nothing, and with itself', () => {
    expect(wordDifferences('', 'One two')).toEqual([{ kind: 'added', text: 'One two' }]);
    expect(wordDifferences('One two', '')).toEqual([{ kind: 'removed', text: 'One two' }]);
    expect(wordDifferences('One two', 'One two')).toEqual([{ kind: 'same', text: 'One two' }]);
    expect(wordDifferences('', '')).toEqual([]);
  });

  test('the runs give back both texts, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
        const runs = wordDifferences(before, after);
        expect(without(runs, 'added')).toBe(before);
        expect(without(runs, 'removed')).toBe(after);
      }),
    );
  });

  test('no two neighbouring runs are of one kind', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kinds = wordDifferences(before, after).map(run => run.kind);
        expect(kinds.filter((kind, index) => kind === kinds[index - 1])).toEqual([]);
      }),
    );
  });

  test('very long texts are compared in little time', () => {
    const words = (name: string) => Array.from({ length: 20_000 }, (_, index) => `${name}${index}`).join(' ');
    const runs = wordDifferences(`Begin ${words('a')} end`, `Begin ${words('b')} end`);
    expect(runs.map(run => run.kind)).toEqual(['same', 'removed', 'added', 'same']);
  });
});
