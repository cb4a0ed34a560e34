import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlightsIn, matchExpression, searchWords } from '../../../shared/domain/statement-search.ts';

test('words are taken small, without diacritics and without signs', () => {
  expect(searchWords('  Équipe-CAFÉ "K5"* ')).toEqual(['equipe', 'cafe', 'k5']);
  expect(matchExpression(['equipe', 'k5'])).toBe('"equipe"* "k5"*');
});

test('what was typed is marked at the beginnings of words only, the longest fit counts', () => {
  const text = 'Safeguarding: safe, unsafe, SAFEGUARD.';
  const marked = highlightsIn(text, ['safe', 'safeguard']).map(({ start, end }) => text.slice(start, end));
  expect(marked).toEqual(['Safeguard', 'safe', 'SAFEGUARD']);
});

test('a word with combining accents is marked whole', () => {
  const text = 'a cafe\u0301 b';
  expect(highlightsIn(text, ['caf']).map(({ start, end }) => text.slice(start, end))).toEqual(['cafe\u0301']);
});

test('ranges lie within the text, in order and apart, and every query is made of quoted words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
      const words = searchWords(query);
      expect(words.every(word => !/["*():^\s]/.test(word))).toBe(true);
      let from = 0;
      for (const { start, end } of highlightsIn(text, words)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        from = end;
      }
    }),
  );
});
