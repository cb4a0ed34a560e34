/** Where something stands in a text: from a place up to, but without, another, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
const mostWords = 12;

/** A word as the search compares it: small, and without its diacritics. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a query as they are searched for, each as the beginning of a word: at most twelve. */
export function searchWords(query: string): readonly string[] {
  return Array.from(query.matchAll(word), ([found]) => folded(found))
    .filter(found => found !== '')
    .slice(0, mostWords);
}

/** The query for FTS5 that finds what holds every word. The words are quoted, so that nothing typed is taken for its syntax. */
export const matchExpression = (words: readonly string[]): string => words.map(one => `"${one}"*`).join(' ');

/** Where the words begin words of the text, in its order. */
export function highlightsIn(text: string, words: readonly string[]): readonly TextRange[] {
  return Array.from(text.matchAll(word)).flatMap(({ 0: found, index }) => {
    const plain = folded(found);
    const longest = Math.max(0, ...words.filter(one => plain.startsWith(one)).map(one => one.length));
    if (longest === 0) return [];
    const length = plain.length === found.length ? longest : found.length;
    return [{ start: index, end: index + length }];
  });
}
