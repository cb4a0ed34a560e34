/** Line and paragraph separators other than the line feed. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** One empty line parts paragraphs; more of them would only leave paper blank. */
const emptyLines = /\n(?:[^\S\n]*\n){2,}/g;
/** Spaces of other widths; the narrow no-break space is treated apart, because lines must not break at it. */
const otherSpaces = /[\u1680\u2000-\u200a\u205f\u3000]/g;
/** Controls, invisible formatting (direction overrides among it) and variation selectors: nothing that can be seen. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;

/** What of a text can be seen on paper: composed letters, plain spaces, single line feeds and empty lines, no control characters. */
export function printable(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replace(emptyLines, '\n\n')
    .replaceAll('\t', '    ')
    .replaceAll('\u202f', '\u00a0')
    .replace(otherSpaces, ' ')
    .replace(invisible, '')
    .normalize('NFC');
}

/** A copy of the value with every text in it made printable; numbers, flags and keys stay as they are. */
export function printableCopy<T>(value: T): T {
  return copyOf(value) as T;
}

function copyOf(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}
