import { type PdfDict, type PdfString, type PdfValue, pdfName, pdfRef, unreadable } from './pdf-values.ts';

/** What reading one file may still cost; shared by every cursor on it, so that no file can keep us busy for long. */
export interface ReadLimits {
  values: number;
  characters: number;
}

/** A place in a file from which values are read. */
export interface Cursor {
  readonly bytes: Buffer;
  readonly limits: ReadLimits;
  at: number;
  depth: number;
}

const DEEPEST_NESTING = 64;
const LONGEST_WORD = 512;
const LARGEST_NUMBER = 1e15;
const LESS = 0x3c;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const PERCENT = 0x25;
const OPEN_PAREN = 0x28;
const CLOSE_PAREN = 0x29;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const ZERO = 0x30;
const LF = 0x0a;
const CR = 0x0d;

const WHITE = new Set([0x00, 0x09, LF, 0x0c, CR, 0x20]);
const DELIMITERS = new Set([...Buffer.from('()<>[]{}/%')]);
/** \n \r \t \b \f */
const ESCAPES: Readonly<Record<number, number>> = { 110: 0x0a, 114: 0x0d, 116: 0x09, 98: 0x08, 102: 0x0c };

/** Starts reading at a position of a file. */
export const cursorAt = (bytes: Buffer, at: number, limits: ReadLimits): Cursor => ({ bytes, at, limits, depth: 0 });

function spend(cursor: Cursor, characters: number): void {
  cursor.limits.characters -= characters;
  if (cursor.limits.characters < 0) unreadable('it is built to take very long to read');
}

/** Moves over white space, and over comments unless `comments` is false. */
export function skipSpace(cursor: Cursor, comments = true): void {
  const { bytes } = cursor;
  const start = cursor.at;
  for (;;) {
    const byte = bytes[cursor.at] ?? -1;
    if (WHITE.has(byte)) cursor.at++;
    else if (byte === PERCENT && comments) {
      while (cursor.at < bytes.length && bytes[cursor.at] !== LF && bytes[cursor.at] !== CR) cursor.at++;
    } else break;
  }
  spend(cursor, cursor.at - start);
}

const isRegular = (byte: number | undefined): boolean =>
  byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte);

/** Reads the regular characters at the cursor: a number, a keyword, the rest of a name, or nothing. */
export function readWord(cursor: Cursor): string {
  const start = cursor.at;
  while (isRegular(cursor.bytes[cursor.at])) {
    if (++cursor.at - start > LONGEST_WORD) unreadable('a word in it is too long');
  }
  spend(cursor, cursor.at - start);
  return cursor.bytes.toString('latin1', start, cursor.at);
}

/** Moves over white space and the keyword that must follow. */
export function expectWord(cursor: Cursor, word: string): void {
  skipSpace(cursor);
  if (readWord(cursor) !== word) unreadable(`“${word}” is missing at byte ${cursor.at}`);
}

/** Reads the value at the cursor. Throws AppError `pdf.unreadable` for anything that is not one, or that exceeds the limits. */
export function readValue(cursor: Cursor): PdfValue {
  skipSpace(cursor);
  if (--cursor.limits.values < 0) unreadable('it has too many parts');
  switch (cursor.bytes[cursor.at]) {
    case SLASH:
      return pdfName(readName(cursor));
    case OPEN_PAREN:
      return readLiteralString(cursor);
    case OPEN_BRACKET:
      return nested(cursor, readArray);
    case LESS:
      return cursor.bytes[cursor.at + 1] === LESS ? nested(cursor, readDict) : readHexString(cursor);
    default:
      return readKeyword(cursor);
  }
}

function nested<T>(cursor: Cursor, read: (cursor: Cursor) => T): T {
  if (++cursor.depth > DEEPEST_NESTING) unreadable('it is nested too deeply');
  const value = read(cursor);
  cursor.depth--;
  return value;
}

function readName(cursor: Cursor): string {
  cursor.at++;
  return readWord(cursor).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function readArray(cursor: Cursor): PdfValue {
  const items: PdfValue[] = [];
  cursor.at++;
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === CLOSE_BRACKET) break;
    items.push(readValue(cursor));
  }
  cursor.at++;
  return { kind: 'array', items };
}

/** A key that is there twice is refused: readers differ on which of the two counts. */
function readDict(cursor: Cursor): PdfDict {
  const entries = new Map<string, PdfValue>();
  cursor.at += 2;
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === GREATER && cursor.bytes[cursor.at + 1] === GREATER) break;
    if (cursor.bytes[cursor.at] !== SLASH) unreadable(`a dictionary is damaged at byte ${cursor.at}`);
    const key = readName(cursor);
    if (entries.has(key)) unreadable(`a dictionary has ${key} twice at byte ${cursor.at}`);
    entries.set(key, readValue(cursor));
  }
  cursor.at += 2;
  return { kind: 'dict', entries };
}

function readHexString(cursor: Cursor): PdfString {
  const start = cursor.at;
  const close = cursor.bytes.indexOf(GREATER, start);
  const end = close < 0 ? unreadable('a string does not end') : close + 1;
  spend(cursor, end - start);
  const digits = cursor.bytes.toString('latin1', start + 1, close).replace(/[\0\t\n\f\r ]+/g, '');
  if (!/^[0-9a-fA-F]*$/.test(digits)) unreadable(`a string is damaged at byte ${start}`);
  cursor.at = end;
  return { kind: 'string', bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'), start, end };
}

function readLiteralString(cursor: Cursor): PdfString {
  const { bytes } = cursor;
  const start = cursor.at++;
  for (let depth = 1; depth > 0; cursor.at++) {
    const byte = bytes[cursor.at] ?? unreadable('a string does not end');
    if (byte === BACKSLASH) cursor.at++;
    else if (byte === OPEN_PAREN) depth++;
    else if (byte === CLOSE_PAREN) depth--;
  }
  spend(cursor, cursor.at - start);
  return { kind: 'string', bytes: withoutEscapes(bytes.subarray(start + 1, cursor.at - 1)), start, end: cursor.at };
}

/** The content of a literal string without its escapes (ISO 32000-1 §7.3.4.2). */
function withoutEscapes(written: Buffer): Buffer {
  const content = Buffer.alloc(written.length);
  let length = 0;
  for (let at = 0; at < written.length; at++) {
    const byte = written[at] ?? 0;
    if (byte !== BACKSLASH) {
      content[length++] = byte;
      continue;
    }
    const escaped = written[++at] ?? 0;
    if (escaped === CR && written[at + 1] === LF) at++;
    else if (isOctal(escaped)) {
      let code = 0;
      for (let digits = 0; digits < 3 && isOctal(written[at]); digits++) code = code * 8 + Number(written[at++]) - ZERO;
      content[length++] = code & 0xff;
      at--;
    } else if (escaped !== LF && escaped !== CR) content[length++] = ESCAPES[escaped] ?? escaped;
  }
  return content.subarray(0, length);
}

const isOctal = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte < ZERO + 8;

function readKeyword(cursor: Cursor): PdfValue {
  const start = cursor.at;
  const word = readWord(cursor);
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  const number = Number(word);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) || Math.abs(number) > LARGEST_NUMBER) {
    unreadable(`unknown content at byte ${start}`);
  }
  return /^\d{1,10}$/.test(word) && readReferenceRest(cursor) ? pdfRef(number) : number;
}

/** After a whole number: moves over `0 R` if that follows, else stays. */
function readReferenceRest(cursor: Cursor): boolean {
  const start = cursor.at;
  skipSpace(cursor);
  const generation = readWord(cursor);
  if (/^\d{1,5}$/.test(generation)) {
    skipSpace(cursor);
    if (cursor.bytes.toString('latin1', cursor.at, cursor.at + 1) === 'R' && !isRegular(cursor.bytes[cursor.at + 1])) {
      if (generation !== '0') unreadable('it refers to objects of a later generation');
      cursor.at++;
      return true;
    }
  }
  cursor.at = start;
  return false;
}
