import { AppError } from '../../shared/errors.ts';

/** A name; `#20` and the like are decoded. */
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** A string; where it was read from a file, `start` and `end` are the file positions of its delimiters. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Buffer;
  readonly start?: number;
  readonly end?: number;
}

/** A reference to an object of generation 0, the only one that is supported. */
export interface PdfRef {
  readonly kind: 'ref';
  readonly number: number;
}

export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}

export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** Any value of a PDF (ISO 32000-1 §7.3) but a stream, which is only found as an object: see `PdfObject`. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict;

/** Makes a name. */
export const pdfName = (name: string): PdfName => ({ kind: 'name', name });

/** Makes a reference. */
export const pdfRef = (number: number): PdfRef => ({ kind: 'ref', number });

/** Makes an array. */
export const pdfArray = (items: readonly PdfValue[]): PdfArray => ({ kind: 'array', items });

/** Makes a dictionary; entries that are undefined are left out. */
export function pdfDict(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  const present = Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined);
  return { kind: 'dict', entries: new Map(present) };
}

/** The dictionary with some entries added or replaced. */
export const withEntries = (dict: PdfDict, changes: Readonly<Record<string, PdfValue>>): PdfDict => ({
  kind: 'dict',
  entries: new Map([...dict.entries, ...Object.entries(changes)]),
});

/** Makes a text string: plain ASCII where possible, else UTF-16 with a byte order mark (ISO 32000-1 §7.9.2.2). */
export function pdfText(text: string): PdfString {
  const isPlain = /^[\x20-\x7e]*$/.test(text);
  return { kind: 'string', bytes: isPlain ? Buffer.from(text) : Buffer.from(`\ufeff${text}`, 'utf16le').swap16() };
}

/** Makes a date string in UTC, to the second (ISO 32000-1 §7.9.4). */
export const pdfDate = (date: Date): PdfString =>
  pdfText(`D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`);

/** The name, or undefined for any other value. */
export const asName = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value?.kind === 'name' ? value.name : undefined;

/** The dictionary, or undefined for any other value. */
export const asDict = (value: PdfValue | undefined): PdfDict | undefined =>
  typeof value === 'object' && value?.kind === 'dict' ? value : undefined;

/** The members of an array, or undefined for any other value. */
export const asItems = (value: PdfValue | undefined): readonly PdfValue[] | undefined =>
  typeof value === 'object' && value?.kind === 'array' ? value.items : undefined;

/** The reference, or undefined for any other value. */
export const asRef = (value: PdfValue | undefined): PdfRef | undefined =>
  typeof value === 'object' && value?.kind === 'ref' ? value : undefined;

/** The string, or undefined for any other value. */
export const asString = (value: PdfValue | undefined): PdfString | undefined =>
  typeof value === 'object' && value?.kind === 'string' ? value : undefined;

/** The text of a string (UTF-16, UTF-8 or, near enough to PDFDocEncoding, Latin-1), or undefined for any other value. */
export function asText(value: PdfValue | undefined): string | undefined {
  const bytes = asString(value)?.bytes;
  if (bytes?.[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes?.toString('latin1');
}

/** The moment that a complete date string names, or undefined for any other value. */
export function asDate(value: PdfValue | undefined): Date | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?|Z00'00'?)$/.exec(asText(value) ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zoneHour = '+00', zoneMinute = '00'] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > 1e15) throw new RangeError(`${value} cannot be written into a PDF`);
  return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '');
}

const writeName = (name: string): string =>
  `/${name.replace(/[^!-~]|[#%()<>[\]{}/]/g, c => `#${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}`;

function writeString(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return /^[\x20-\x7e]*$/.test(text)
    ? `(${text.replace(/[\\()]/g, '\\$&')})`
    : `<${bytes.toString('hex').toUpperCase()}>`;
}

/** Writes a value as PDF syntax, one character a byte; equal values give equal text. */
export function writeValue(value: PdfValue): string {
  if (typeof value === 'number') return writeNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  switch (value.kind) {
    case 'name':
      return writeName(value.name);
    case 'string':
      return writeString(value.bytes);
    case 'ref':
      return `${value.number} 0 R`;
    case 'array':
      return `[${value.items.map(writeValue).join(' ')}]`;
    case 'dict':
      return `<<${[...value.entries].map(([key, entry]) => `${writeName(key)} ${writeValue(entry)}`).join(' ')}>>`;
  }
}

/** Throws the AppError of a PDF that cannot be read: damaged, cut short, or built in a way that reports never are. */
export function unreadable(detail: string): never {
  throw new AppError('pdf.unreadable', `The PDF cannot be read: ${detail}.`);
}
