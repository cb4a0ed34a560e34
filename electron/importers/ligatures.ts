import type { Findings } from './findings.ts';
import { noteRepair } from './findings.ts';
import { isLigatureWord } from './ligature-words.ts';

/** What stands where a letter or letters could not be copied. */
export const lost = '\uFFFD';
const ligatures = ['ffi', 'ffl', 'fi', 'ff', 'fl'] as const;
const wholeWord = /[\p{L}\p{M}\uFFFD]+/gu;

/** How often each word of a text occurs, in small letters, those with lost letters left out. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Counts the words of a text. */
export function vocabularyOf(text: string): Vocabulary {
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(wholeWord)) {
    if (!word.includes(lost)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

/** A damaged word as it may have been. */
interface Guess {
  readonly word: string;
  readonly certain: boolean;
}

/**
 * Restores the ligatures (fi, ff, fl, ffi, ffl) that a PDF's text lost, word by word: the form that the text itself uses elsewhere, or that the word list knows.
 * Where none or several fit, the likeliest is taken and noted as uncertain. No U+FFFD is left.
 */
export function repairLigatures(text: string, vocabulary: Vocabulary, findings: Findings, place: string): string {
  if (!text.includes(lost)) return text;
  return text.replace(wholeWord, (word, offset: number) => {
    if (!word.includes(lost)) return word;
    const guess = restored(word, vocabulary) ?? restoredMark(word, text, offset);
    noteRepair(findings, place, word, guess.word, guess.certain);
    return guess.word;
  });
}

const mostLost = 3;

function restored(word: string, vocabulary: Vocabulary): Guess | null {
  const parts = word.split(lost);
  if (parts.length > mostLost + 1 || parts.join('') === '') return null;
  const candidates = candidatesOf(parts);
  const inText = candidates.filter(candidate => vocabulary.has(candidate.toLowerCase()));
  const fitting = inText.length > 0 ? inText : candidates.filter(candidate => isLigatureWord(candidate.toLowerCase()));
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1) return { word: first, certain: true };
  const usual = fitting.toSorted((a, b) => uses(vocabulary, b) - uses(vocabulary, a))[0];
  return { word: usual ?? byPosition(parts), certain: false };
}

const uses = (vocabulary: Vocabulary, word: string): number => vocabulary.get(word.toLowerCase()) ?? 0;

function candidatesOf(parts: readonly string[]): readonly string[] {
  const [first = '', ...rest] = parts;
  return rest.reduce<readonly string[]>(
    (begun, part) => begun.flatMap(start => ligatures.map(ligature => start + inCase(ligature, start, part) + part)),
    [first],
  );
}

/** A word in capitals gets its ligature in capitals; a ligature that begins a word begins as the word does, in small letters. */
function inCase(ligature: string, start: string, rest: string): string {
  const letters = start + rest;
  return letters.length > 1 && letters === letters.toUpperCase() ? ligature.toUpperCase() : ligature;
}

/** The likeliest letters for an unknown word: words begin with fi and fl and end in ff; before a vowel inside a word it is ff. */
function byPosition(parts: readonly string[]): string {
  const [first = '', ...rest] = parts;
  return rest.reduce((start, part) => {
    if (part === '') return `${start}ff`;
    const beforeVowel = /^[aeiouy]/i.test(part);
    return `${start}${start === '' && beforeVowel ? 'fl' : beforeVowel ? 'ff' : 'fi'}${part}`;
  }, first);
}

/** A mark that stands alone: a bullet at the beginning of a line, else a dash; among others it is shown as lost. */
function restoredMark(word: string, text: string, offset: number): Guess {
  const before = text.slice(0, offset);
  if (word === lost && /(?:^|\n)\s*$/.test(before.slice(-80))) return { word: '•', certain: false };
  if (word === lost && /\s$/.test(before)) return { word: '–', certain: false };
  return { word: '[…]', certain: false };
}

/** Whole words that would also be others without their ligature. */
const wholeWords: ReadonlySet<string> = new Set(
  'beauties classier pipetted pipetting reveries terriers trackers tracking'.split(' '),
);

/** Finds the words of a text in which a ligature seems to have been lost without a trace, such as "condentiality", with what they may have been. */
export type LossFinder = (text: string) => ReadonlyMap<string, string>;

/** A finder that looks at each word once, however many texts it is given. */
export function lossFinder(): LossFinder {
  const looked = new Map<string, string | null>();
  const lookedAt = (word: string): string | null => {
    const known = looked.get(word);
    if (known !== undefined) return known;
    const found = wholeWords.has(word) ? null : (missingLigature(word) ?? null);
    looked.set(word, found);
    return found;
  };
  return text => {
    const suspects = new Map<string, string>();
    for (const [word] of text.matchAll(/(?<!\p{L})\p{L}{8,24}(?!\p{L})/gu)) {
      const found = lookedAt(word.toLowerCase());
      if (found !== null) suspects.set(word, found);
    }
    return suspects;
  };
}

function missingLigature(word: string): string | undefined {
  for (let index = 1; index < word.length; index += 1) {
    for (const ligature of ligatures) {
      const candidate = word.slice(0, index) + ligature + word.slice(index);
      if (isLigatureWord(candidate)) return candidate;
    }
  }
  return undefined;
}
