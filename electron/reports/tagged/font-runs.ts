/** Whether a font of ours has a glyph for a character. */
export type HasGlyph = (codePoint: number) => boolean;

/** Characters that are set in one font. */
export interface FontRun {
  readonly text: string;
  readonly font: 'main' | 'fallback';
}

/** Shown for a character that no font of ours has: U+FFFD, a question mark in a black diamond. */
export const replacementCharacter = '\ufffd';

const onlyAscii = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The characters a reader perceives, each with its combining marks. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Whether a text holds letters that run from right to left (Hebrew, Arabic and their kin). */
export function runsRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/**
 * Splits a word where its font must change. A letter and its marks stay in one font when one has them all;
 * what neither font has becomes the replacement character, so that no missing-glyph box is ever shown.
 */
export function fontRuns(text: string, main: HasGlyph, fallback: HasGlyph): FontRun[] {
  if (onlyAscii.test(text)) return [{ text, font: 'main' }];
  const runs: { text: string; font: 'main' | 'fallback' }[] = [];
  for (const grapheme of graphemesOf(text)) {
    for (const run of runsOf(grapheme, main, fallback)) {
      const last = runs.at(-1);
      if (last?.font === run.font) last.text += run.text;
      else runs.push({ ...run });
    }
  }
  return runs;
}

function runsOf(grapheme: string, main: HasGlyph, fallback: HasGlyph): FontRun[] {
  const characters = Array.from(grapheme);
  const shownBy = (has: HasGlyph) => characters.every(character => has(character.codePointAt(0) ?? 0));
  if (shownBy(main)) return [{ text: grapheme, font: 'main' }];
  if (shownBy(fallback)) return [{ text: grapheme, font: 'fallback' }];
  if (characters.length === 1) return [{ text: replacementCharacter, font: 'fallback' }];
  return characters.flatMap(character => runsOf(character, main, fallback));
}
