import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallbackFamily, fontFamilies, mainFamily } from '../../../electron/reports/fonts.ts';
import { glyphsOf } from '../../../electron/reports/tagged/document.ts';
import { fontRuns, replacementCharacter, runsRightToLeft } from '../../../electron/reports/tagged/font-runs.ts';

const main = glyphsOf(mainFamily);
const fallback = glyphsOf(fallbackFamily);
const runs = (text: string) => fontRuns(text, main, fallback);

describe('The fonts of a word', () => {
  it.each(['Patel', 'Nguyễn', 'Żółć', 'Siân', 'O’Connor', '✓', '½', '≥'])('are the main font alone for %s', word => {
    expect(runs(word)).toEqual([{ text: word, font: 'main' }]);
  });

  it.each(['محمد', 'שלום', '😀'])('are the fallback font for %s', word => {
    expect(runs(word)).toEqual([{ text: word, font: 'fallback' }]);
  });

  it('change within a word where its letters ask for it', () => {
    expect(runs('aمb')).toEqual([
      { text: 'a', font: 'main' },
      { text: 'م', font: 'fallback' },
      { text: 'b', font: 'main' },
    ]);
  });

  it('show what neither has as a replacement character, one for each character', () => {
    expect(runs('中文')).toEqual([{ text: replacementCharacter.repeat(2), font: 'fallback' }]);
    expect(runs('\ud83d')).toEqual([{ text: replacementCharacter, font: 'fallback' }]);
  });

  it('keep a letter and its mark in one font', () => {
    expect(runs('m\u0302')).toEqual([{ text: 'm\u0302', font: 'main' }]);
  });

  it('have a glyph for every character that is shown, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const run of runs(text)) {
          const has = run.font === 'main' ? main : fallback;
          expect(Array.from(run.text).every(character => has(character.codePointAt(0) ?? 0))).toBe(true);
        }
      }),
    );
  });
});

it('has the same letters in all faces of a family, so that one face answers for them', () => {
  for (const letters of [0x20, 0x41, 0xe9, 0x142, 0x1eef, 0x2013, 0x2019, 0x2713, 0x25cf]) {
    expect(main(letters)).toBe(true);
  }
  expect(Object.keys(fontFamilies)).toEqual([mainFamily, fallbackFamily]);
});

it('tells text that runs from right to left', () => {
  expect(['محمد', 'a שלום b', 'ﻣ'].map(runsRightToLeft)).toEqual([true, true, true]);
  expect(['Patel', 'Żółć', '😀', ''].map(runsRightToLeft)).toEqual([false, false, false, false]);
});
