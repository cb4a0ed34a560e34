import { AppError } from '../../shared/errors.ts';

const LONGEST_PATH = 180; // with the folder in front of it, and a place to unpack it to, below the 260 of Windows
const SEGMENT = /^[a-z0-9][a-z0-9._-]*$/;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;

/**
 * Whether a path may be in a pack: parts of a-z, 0-9, dot, hyphen and underscore, none that Windows keeps for itself. So no
 * path leads outside, and no two can be one file on a disk that does not tell capitals or accents apart.
 */
export const isPackPath = (path: string): boolean =>
  path.length <= LONGEST_PATH &&
  path.split('/').every(part => SEGMENT.test(part) && !part.endsWith('.') && !RESERVED.test(part));

/** A name from outside, for a message: what cannot be printed is written as its code, and long ones are cut. */
export function shown(name: string): string {
  const printable = name.replace(
    /[^\p{L}\p{N}\p{P}\p{S} ]/gu,
    mark => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `“${printable.length > 80 ? `${printable.slice(0, 79)}…` : printable}”`;
}

/** Refuses a path that may not be in a pack: AppError `pack.name`. */
export function requirePackPath(path: string): void {
  if (isPackPath(path)) return;
  throw new AppError(
    'pack.name',
    `The pack holds a file named ${shown(path)}, and such a name is not allowed in one: it could be written to a place where it does not belong. Nothing was read. Ask the sender who made this pack.`,
  );
}
