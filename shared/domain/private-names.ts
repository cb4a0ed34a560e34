import type { Obstacle } from './obstacle.ts';

/** A word that the assessor marked as the name of a service user, and what is written in its place: initials or a role. */
export interface PrivateName {
  readonly id: string;
  readonly word: string;
  readonly replacement: string;
}

/** A text that a report would print, with the way to it. */
export interface PrintedText {
  /** Where it stands, as one says it: `The note at 12:05`. */
  readonly where: string;
  readonly text: string;
  readonly noteId?: string;
  readonly descriptorKey?: string;
}

/** Letters and digits of any script, and what joins them in a name. */
const beside = String.raw`[\p{L}\p{M}\p{N}_]`;

const patternOf = (word: string): RegExp =>
  new RegExp(`(?<!${beside})${word.trim().split(/\s+/).map(escaped).join(String.raw`\s+`)}(?!${beside})`, 'giu');

const escaped = (text: string): string => text.normalize('NFC').replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** Whether a text holds the name as whole words, whatever its case. `Ann’s` holds `Ann`; `Annual` does not. */
export function holdsName(text: string, word: string): boolean {
  return word.trim() !== '' && patternOf(word).test(text.normalize('NFC'));
}

/** The text with every occurrence of the name replaced; the same text where it does not hold it. */
export function withoutName(text: string, { word, replacement }: Pick<PrivateName, 'word' | 'replacement'>): string {
  return holdsName(text, word) ? text.normalize('NFC').replaceAll(patternOf(word), () => replacement) : text;
}

/** Every place where a report would print a name. Rule: service users appear as initials or roles, never by name. */
export function nameObstacles(names: readonly PrivateName[], texts: readonly PrintedText[]): readonly Obstacle[] {
  return names.flatMap(({ word }) =>
    texts
      .filter(({ text }) => holdsName(text, word))
      .map(({ where, noteId, descriptorKey }) => ({
        rule: 'nameInReport',
        severity: 'blocks',
        message: `${where} names somebody: “${word}”. Replace it by initials or a role.`,
        ...(noteId === undefined ? {} : { noteId }),
        ...(descriptorKey === undefined ? {} : { descriptorKey }),
      })),
  );
}

const capitalisedWord = /(?<![\p{L}\p{N}#])\p{Lu}\p{Ll}[\p{L}’'-]*/gu;
/** Before the first letter of a sentence: the start, or a full stop and the like, quotation marks and brackets aside. */
const sentenceStart = /(^|[.!?:…\n])[\s“”"‘’'([–—-]*$/u;
const calendar =
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December';
const neverNames = new Set(
  `${calendar} I I’m I’ll I’d I’ve English British Christmas Easter Teams Word Excel`.split(' '),
);

/** Words in the middle of a sentence that begin with a capital and may be names, most frequent first; those of the given texts are known and left out. Rule: ours, to be looked through by a person. */
export function likelyNames(texts: readonly string[], known: readonly string[]): readonly string[] {
  const left = new Set(known.flatMap(text => text.toLowerCase().split(/[^\p{L}’'-]+/u)));
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const match of text.matchAll(capitalisedWord)) {
      const word = match[0].replace(/[’']s$/, '');
      const isStart = sentenceStart.test(text.slice(0, match.index));
      if (isStart || neverNames.has(word) || left.has(word.toLowerCase())) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, many], [b, few]) => few - many || a.localeCompare(b)).map(([word]) => word);
}

/** Initials as a first proposal for what to write instead: `Mary-Ann Smith` → `M.S.`. */
export function initialsOf(word: string): string {
  return word
    .trim()
    .split(/\s+/)
    .flatMap(part => [...part][0] ?? [])
    .map(letter => `${letter.toUpperCase()}.`)
    .join('');
}
