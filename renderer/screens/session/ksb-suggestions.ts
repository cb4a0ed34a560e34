import { compareKsbCodes, ksbCodesIn } from '../../../shared/domain/ksb-codes.ts';
import type { Note } from '../../../shared/domain/session.ts';

/** A KSB's code and text. */
export interface Statement {
  readonly code: string;
  readonly text: string;
}

/** The tag that is being typed: where its `#` stands, where the caret is, and what is between them. */
export interface TagAtCaret {
  readonly start: number;
  readonly end: number;
  readonly query: string;
}

/** A code, or letters and up to three more words, after a `#` that begins a word. */
const typedTag = /(?:^|[\s(])#([a-z]{1,3}\d{0,3}|[a-z]+(?: [a-z]*){0,3}|)$/i;

/** The tag under the caret; null where none is being typed. */
export function tagAtCaret(text: string, caret: number): TagAtCaret | null {
  const query = typedTag.exec(text.slice(0, caret))?.[1];
  if (query === undefined) return null;
  return { start: caret - query.length - 1, end: caret, query };
}

/**
 * The KSBs that fit what was typed after `#`: an exact code first, then codes that begin so, then statements with a word for each one typed.
 * `first` are the codes offered first while nothing is typed; the others follow in their natural order.
 */
export function ksbSuggestions(
  query: string,
  statements: readonly Statement[],
  first: readonly string[],
): readonly Statement[] {
  const inOrder = statements.toSorted((a, b) => compareKsbCodes(a.code, b.code));
  if (query === '') {
    const early = first.flatMap(code => inOrder.filter(statement => statement.code === code));
    return [...new Set([...early, ...inOrder])];
  }
  const code = query.toUpperCase();
  const exact = inOrder.filter(statement => statement.code === code);
  const starts = inOrder.filter(statement => statement.code.startsWith(code));
  const words = query.toLowerCase().split(' ').filter(Boolean);
  const byWords = words[0] && words[0].length > 1 ? inOrder.filter(({ text }) => holdsWords(text, words)) : [];
  return [...new Set([...exact, ...starts, ...byWords])];
}

function holdsWords(text: string, words: readonly string[]): boolean {
  const own = text.toLowerCase().split(/[^a-z0-9]+/);
  return words.every(word => own.some(one => one.startsWith(word)));
}

/** Whether what was typed after `#` is a code of the standard as it stands, whatever other codes begin so. */
export function isWholeCode(query: string, known: readonly string[]): boolean {
  const [code] = ksbCodesIn(`#${query}`);
  return known.includes(code ?? query.toUpperCase());
}

/** The words behind a `#` that are no code at all, so that they tag nothing; not the one that begins at `except`, which is still being chosen. */
export function strayTagsIn(text: string, except: number | null): readonly string[] {
  const words = Array.from(text.matchAll(/(?<![^\s(])#([a-z]\w*)/gi), ({ index, 1: word = '' }) => ({ index, word }));
  const strays = words.filter(({ index, word }) => index !== except && ksbCodesIn(`#${word}`).length === 0);
  return [...new Set(strays.map(({ word }) => word))];
}

/** The codes that are likely next: those of the exchange under way, then the latest used, each once. */
export function likelyCodes(notes: readonly Note[]): readonly string[] {
  return [...new Set(notes.toReversed().flatMap(note => (note.struckReason === null ? note.ksbs : [])))].slice(0, 8);
}

/** The text with the tag at the caret written out, and where the caret goes: behind one space. */
export function withTag(
  text: string,
  tag: TagAtCaret,
  code: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(tag.end).replace(/^ /, '');
  const before = `${text.slice(0, tag.start)}#${code} `;
  return { text: before + rest, caret: before.length };
}

/** The text with one more tag at its end; the same where it has the tag already. */
export function withTagAtEnd(text: string, code: string): string {
  if (ksbCodesIn(text).includes(code)) return text;
  return `${text}${text === '' || /\s$/.test(text) ? '' : ' '}#${code} `;
}

/** What a tagged code is: assessed by the method, of the standard but not of this method, or not in the standard at all. */
export type TagStanding = 'assessed' | 'elsewhere' | 'unknown';

/** The codes tagged in a text with their standing, in the order of the text. */
export function tagsIn(
  text: string,
  assessed: readonly string[],
  known: readonly string[],
): readonly { readonly code: string; readonly standing: TagStanding }[] {
  return ksbCodesIn(text).map(code => ({
    code,
    standing: assessed.includes(code) ? 'assessed' : known.includes(code) ? 'elsewhere' : 'unknown',
  }));
}
