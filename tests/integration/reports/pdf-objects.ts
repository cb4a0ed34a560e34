import { inflateSync } from 'node:zlib';

/** A name, a reference, a text as bytes in Latin-1, or a nested array or dictionary of a PDF file. */
export type PdfValue =
  | number
  | boolean
  | null
  | { readonly name: string }
  | { readonly ref: number }
  | { readonly text: string }
  | readonly PdfValue[]
  | PdfDictionary;
export interface PdfDictionary {
  readonly dict: Readonly<Record<string, PdfValue>>;
}

export interface PdfObject {
  readonly value: PdfValue;
  readonly stream: Buffer | null;
}

/** A PDF file with a classic cross-reference table, read by its offsets: an independent, small reader for the tests. */
export interface PdfObjects {
  readonly trailer: PdfDictionary;
  resolve(value: PdfValue | undefined): PdfValue;
  dictionary(value: PdfValue | undefined): Readonly<Record<string, PdfValue>>;
  list(value: PdfValue | undefined): readonly PdfValue[];
  stream(value: PdfValue | undefined): Buffer;
}

const isRef = (value: PdfValue | undefined): value is { ref: number } =>
  typeof value === 'object' && value !== null && 'ref' in value;

/** The name that a value is, or an empty text. */
export function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
}

/** The text that a value is, decoded from UTF-16 where it says so. */
export function textOf(value: PdfValue | undefined): string {
  if (typeof value !== 'object' || value === null || !('text' in value)) return '';
  const bytes = Buffer.from(value.text, 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : value.text;
}

/** Reads the objects of a file as our printer writes it. Throws on anything that it does not know. */
export function readPdf(bytes: Uint8Array): PdfObjects {
  const source = Buffer.from(bytes).toString('latin1');
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const offsets = Array.from(source.slice(startxref).matchAll(/(\d{10}) \d{5} n/g), match => Number(match[1]));
  const objects = new Map<number, PdfObject>();
  for (const offset of offsets) {
    const head = /^(\d+) 0 obj\s/.exec(source.slice(offset, offset + 20));
    if (!head) throw new Error(`No object at ${offset}`);
    const reader = valueReader(source, offset + head[0].length);
    const value = reader.value();
    objects.set(Number(head[1]), { value, stream: streamAfter(source, bytes, reader.position(), value) });
  }
  const trailer = valueReader(source, source.lastIndexOf('trailer') + 7).value();
  return reading(objects, trailer as PdfDictionary);
}

function streamAfter(source: string, bytes: Uint8Array, position: number, value: PdfValue): Buffer | null {
  const opening = /^\s*stream\r?\n/.exec(source.slice(position, position + 20));
  if (!opening || typeof value !== 'object' || value === null || !('dict' in value)) return null;
  const start = position + opening[0].length;
  const raw = Buffer.from(bytes.subarray(start, start + Number(value.dict['Length'])));
  return nameOf(value.dict['Filter']) === 'FlateDecode' ? inflateSync(raw) : raw;
}

function reading(objects: ReadonlyMap<number, PdfObject>, trailer: PdfDictionary): PdfObjects {
  const resolve = (value: PdfValue | undefined): PdfValue =>
    isRef(value) ? resolve(objects.get(value.ref)?.value) : (value ?? null);
  return {
    trailer,
    resolve,
    dictionary(value) {
      const found = resolve(value);
      return typeof found === 'object' && found !== null && 'dict' in found ? found.dict : {};
    },
    list(value) {
      const found = resolve(value);
      return Array.isArray(found) ? found : found === null ? [] : [found];
    },
    stream(value) {
      const stream = isRef(value) ? objects.get(value.ref)?.stream : null;
      if (!stream) throw new Error('There is no stream');
      return stream;
    },
  };
}

const token =
  /\s*(?:%[^\n]*\n\s*)*(<<|>>|\[|\]|\/[^\s/<>[\]()%]*|\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|[^\s/<>[\]()%]+)/y;

/** Reads one value after another from a position: objects of a file, and operands and operators of a content stream. */
export function valueReader(source: string, start: number) {
  let at = start;
  const next = (): string | null => {
    token.lastIndex = at;
    const match = token.exec(source);
    if (!match) return null;
    at = token.lastIndex;
    return match[1] ?? null;
  };
  const until = (end: string): PdfValue[] => {
    const values: PdfValue[] = [];
    for (let word = next(); word !== null && word !== end; word = next()) values.push(parse(word));
    return values;
  };
  const parse = (word: string): PdfValue => {
    if (word === '<<') return dictionaryOf(until('>>'));
    if (word === '[') return until(']');
    if (word.startsWith('/')) return { name: word.slice(1) };
    if (word.startsWith('(')) return { text: unescaped(word.slice(1, -1)) };
    if (word.startsWith('<')) return { text: Buffer.from(word.slice(1, -1), 'hex').toString('latin1') };
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    return numberOrReference(word);
  };
  const numberOrReference = (word: string): PdfValue => {
    const reference = /^ (\d+) R/.exec(source.slice(at, at + 12));
    if (!reference || !/^\d+$/.test(word)) return Number(word);
    at += reference[0].length;
    return { ref: Number(word) };
  };
  return { value: () => parse(next() ?? 'null'), word: next, parse, position: () => at };
}

function dictionaryOf(values: readonly PdfValue[]): PdfDictionary {
  const dict: Record<string, PdfValue> = {};
  for (let index = 0; index < values.length; index += 2) dict[nameOf(values[index])] = values[index + 1] ?? null;
  return { dict };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter);
