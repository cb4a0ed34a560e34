import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzyFit } from '../../../renderer/fuzzy.ts';

const best = (query: string, texts: readonly string[]): string | undefined =>
  texts
    .map(text => ({ text, fit: fuzzyFit(query, text) }))
    .filter(({ fit }) => fit !== undefined)
    .sort((a, b) => (b.fit?.score ?? 0) - (a.fit?.score ?? 0))[0]?.text;

describe('fitting what was typed', () => {
  test('the beginning of a name beats letters scattered over a sentence', () => {
    const statement = 'S19 Work together within the wider team to plan and manage safeguarding caseloads';
    expect(best('ama', [statement, 'Amara Okafor'])).toBe('Amara Okafor');
  });

  test('the initials of the words find an action', () => {
    expect(best('lw', ['Follow the flow', 'Lock the workspace'])).toBe('Lock the workspace');
  });

  test('a code finds its own statement before longer codes', () => {
    expect(best('k1', ['K10 Reporting', 'K1 Legislation', 'K31 Recording'])).toBe('K1 Legislation');
  });

  test('letters in another order do not fit', () => {
    expect(fuzzyFit('amara', 'arama')).toBeUndefined();
  });

  test('the letters that fit are those that were typed, in their order', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c ]{0,5}$/), fc.stringMatching(/^[a-c ]{0,30}$/), (query, text) => {
        const fit = fuzzyFit(query, text);
        if (!fit) return;
        expect(fit.at.map(index => text[index]).join('')).toBe(query.replaceAll(' ', ''));
        expect([...fit.at].sort((a, b) => a - b)).toEqual(fit.at);
      }),
    );
  });

  test('every text fits a piece cut out of itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,30}$/), fc.nat(29), fc.nat(30), (text, from, length) => {
        expect(fuzzyFit(text.slice(from, from + length), text)).toBeDefined();
      }),
    );
  });
});
