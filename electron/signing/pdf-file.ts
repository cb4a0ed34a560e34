import { type Cursor, cursorAt, expectWord, type ReadLimits, readValue, skipSpace } from './pdf-lexer.ts';
import { asDict, asRef, type PdfDict, type PdfValue, unreadable } from './pdf-values.ts';

/** One revision of a file: what its cross-reference table says and where the revision ends. */
export interface Revision {
  /** Position of the table. */
  readonly table: number;
  /** Position after the revision's `%%EOF` line. */
  readonly end: number;
  /** Object number to position; null for an object that the revision deletes. */
  readonly offsets: ReadonlyMap<number, number | null>;
  readonly trailer: PdfDict;
}

/** A PDF as its revisions, oldest first. Objects are read when they are asked for, once. */
export interface PdfFile {
  readonly bytes: Buffer;
  readonly revisions: readonly [Revision, ...Revision[]];
  readonly limits: ReadLimits;
  readonly objects: Map<number, PdfObject>;
}

/** An indirect object: `start` and `end` are file positions, `stream` the raw bytes of its stream if it has one. */
export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  readonly stream?: Buffer;
  readonly start: number;
  readonly end: number;
}

const LARGEST_FILE = 256 * 1024 * 1024;
const MOST_REVISIONS = 32;
const MOST_OBJECTS = 500_000;
const MOST_VALUES = 2_000_000;
const LARGEST_OBJECT_NUMBER = 8_388_607; // ISO 32000-1 annex C
// Comments are not looked for in these places: a reader that takes them for content would see another document.
const OBJECT_START = /^(\d{1,7}) 0 obj(?=[\s<[(/])/;
const REVISION_END = /^\s*startxref\s+(\d{1,10})\s+%%EOF(?:\r\n|\n|\r)?/;
const FILE_END = /startxref\s+(\d{1,10})\s+%%EOF(?:\r\n|\n|\r)?$/;
const RANGE = /^(\d{1,7}) (\d{1,7}) *(?:\r\n|\n|\r)/;
const ENTRY = /^(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)$/;

/**
 * Opens a PDF with classic cross-reference tables, which is how reports are written; a file that was stored again by
 * another program in another form is refused. Throws AppError `pdf.unreadable`.
 */
export function openPdf(source: Uint8Array): PdfFile {
  if (source.length > LARGEST_FILE) unreadable('it is larger than 256 MB');
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
  const limits: ReadLimits = { values: MOST_VALUES, characters: bytes.length * 8 + 1_000_000 };
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 64));
  const startxref = FILE_END.exec(tail)?.[1];
  if (startxref === undefined) unreadable(bytes.length ? 'its end is missing' : 'it is empty');
  const [oldest = unreadable('it is empty'), ...later] = readRevisions(bytes, Number(startxref), limits).reverse();
  if ((later.at(-1) ?? oldest).end !== bytes.length) unreadable('its end does not belong to its newest revision');
  return { bytes, revisions: [oldest, ...later], limits, objects: new Map() };
}

/** Follows /Prev from the newest table; each revision must lie wholly before the next, so no loop is possible. */
function readRevisions(bytes: Buffer, newest: number, limits: ReadLimits): Revision[] {
  const found: Revision[] = [];
  let objects = 0;
  for (let table: number | undefined = newest; table !== undefined; ) {
    const revision = readRevision(bytes, table, limits);
    const next = found.at(-1);
    if (next && revision.end > next.table) unreadable('its revisions overlap');
    found.push(revision);
    objects += revision.offsets.size;
    if (found.length > MOST_REVISIONS || objects > MOST_OBJECTS) unreadable('it has too many revisions or objects');
    const previous = revision.trailer.entries.get('Prev');
    if (previous !== undefined && typeof previous !== 'number') unreadable('its revisions are not linked');
    table = previous;
  }
  return found;
}

function readRevision(bytes: Buffer, table: number, limits: ReadLimits): Revision {
  const cursor = cursorAt(bytes, table, limits);
  if (bytes.toString('latin1', table, table + 4) !== 'xref') {
    unreadable('it was stored by another program in a form that reports do not have, or is damaged');
  }
  cursor.at += 4;
  const offsets = readOffsets(cursor, table);
  expectWord(cursor, 'trailer');
  const trailer = asDict(readValue(cursor)) ?? unreadable('its trailer is damaged');
  if (trailer.entries.has('Encrypt')) unreadable('it is protected by a password');
  if (trailer.entries.has('XRefStm')) unreadable('it has a second, hidden table of contents');
  if (!asRef(trailer.entries.get('Root'))) unreadable('its catalogue is missing');
  const [ending = '', startxref] = REVISION_END.exec(bytes.toString('latin1', cursor.at, cursor.at + 64)) ?? [];
  if (Number(startxref) !== table) unreadable('the end of a revision is damaged');
  return { table, end: cursor.at + ending.length, offsets, trailer };
}

function readOffsets(cursor: Cursor, table: number): ReadonlyMap<number, number | null> {
  const offsets = new Map<number, number | null>();
  for (;;) {
    skipSpace(cursor, false);
    if (cursor.bytes.toString('latin1', cursor.at, cursor.at + 7) === 'trailer') return offsets;
    const [range, first, count] = readRange(cursor);
    cursor.at += range.length;
    for (let number = first; number < first + count; number++) {
      const [, offset, generation, use] = ENTRY.exec(cursor.bytes.toString('latin1', cursor.at, cursor.at + 20)) ?? [];
      const isUsed = use === 'n';
      if (offsets.has(number) || use === undefined) unreadable('its table of contents is damaged');
      if (isUsed && (generation !== '00000' || Number(offset) >= table))
        unreadable('an object is not where it should be');
      offsets.set(number, isUsed ? Number(offset) : null);
      cursor.at += 20;
    }
  }
}

function readRange({ bytes, at }: Cursor): readonly [range: string, first: number, count: number] {
  const [range, first, count] = RANGE.exec(bytes.toString('latin1', at, at + 20)) ?? [];
  if (range === undefined || Number(first) + Number(count) > LARGEST_OBJECT_NUMBER) {
    unreadable('its table of contents is damaged');
  }
  return [range, Number(first), Number(count)];
}

/** Reads the object at a position, which must say that it has this number. */
export function readObjectAt(file: PdfFile, offset: number, number?: number): PdfObject {
  const known = file.objects.get(offset);
  const object = known ?? parseObject(file, offset);
  if (number !== undefined && object.number !== number) unreadable(`object ${number} is not where it should be`);
  if (!known) file.objects.set(offset, object);
  return object;
}

function parseObject(file: PdfFile, start: number): PdfObject {
  const [header, number] = OBJECT_START.exec(file.bytes.toString('latin1', start, start + 16)) ?? [];
  if (header === undefined) unreadable(`there is no object at byte ${start}`);
  const cursor = cursorAt(file.bytes, start + header.length, file.limits);
  const value = readValue(cursor);
  skipSpace(cursor);
  const dict = asDict(value);
  const isStream = dict && file.bytes.toString('latin1', cursor.at, cursor.at + 6) === 'stream';
  const stream = isStream ? readStream(cursor, dict) : undefined;
  expectWord(cursor, 'endobj');
  return { number: Number(number), value, ...(stream && { stream }), start, end: cursor.at };
}

/** Only a length that stands in the dictionary itself is accepted: one that is kept elsewhere could be changed there. */
function readStream(cursor: Cursor, dict: PdfDict): Buffer {
  const length = dict.entries.get('Length');
  const [opening] = /^stream(?:\r\n|\n)/.exec(cursor.bytes.toString('latin1', cursor.at, cursor.at + 8)) ?? [];
  if (opening === undefined || typeof length !== 'number' || !Number.isInteger(length) || length < 0) {
    unreadable(`a stream is damaged at byte ${cursor.at}`);
  }
  const start = cursor.at + opening.length;
  cursor.at = start + length;
  expectWord(cursor, 'endstream');
  return cursor.bytes.subarray(start, start + length);
}
