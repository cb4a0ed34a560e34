import { AppError } from '../../shared/errors.ts';

/** Writes lines of a label and a value, as bagit.txt and bag-info.txt have them (RFC 8493 §2.2.2). */
export const tagLines = (pairs: readonly (readonly [label: string, value: string])[]): string =>
  pairs.map(([label, value]) => `${label}: ${value}\n`).join('');

/**
 * Reads such lines by label in lower case; a line that begins with a space goes on with the one before. Throws AppError
 * `pack.info` for anything else, and for a label that is there twice: one of the two would be believed by some reader.
 */
export function tagValues(text: string, file: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ');
  for (const line of unfolded.split('\n').filter(one => one.trim() !== '')) {
    const colon = line.indexOf(':');
    const label = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (label === '' || values.has(label)) {
      throw new AppError(
        'pack.info',
        `The pack’s ${file} cannot be read: a line is not a label with a value, or is there twice. Ask the sender for a new pack; nothing was read.`,
      );
    }
    values.set(label, line.slice(colon + 1).trim());
  }
  return values;
}
