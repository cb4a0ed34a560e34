import { openPdf } from '../../../electron/signing/pdf-file.ts';
import { catalogOf, entryOf, latestState, objectOf, type PdfState } from '../../../electron/signing/pdf-state.ts';
import { type PdfUpdate, putObject, startUpdate, writeUpdate } from '../../../electron/signing/pdf-update.ts';
import { asDict, asItems, asRef, type PdfDict } from '../../../electron/signing/pdf-values.ts';

/** What an attacker does: adds a well-formed update to a signed file without signing it. */
export function tamper(pdf: Uint8Array, change: (update: PdfUpdate, state: PdfState) => void): Uint8Array {
  const file = openPdf(pdf);
  const update = startUpdate(file);
  change(update, latestState(file));
  return writeUpdate(update).bytes;
}

/** Replaces the dictionary of an object. */
export function editDict(update: PdfUpdate, state: PdfState, number: number, edit: (dict: PdfDict) => PdfDict): void {
  const object = objectOf(state, number);
  const dict = asDict(object?.value);
  if (!dict) throw new Error(`object ${number} is no dictionary`);
  putObject(update, number, edit(dict), object?.stream);
}

/** Object number of a page, counted from 1. */
export function pageNumber(state: PdfState, page: number): number {
  const pages = asDict(entryOf(state, catalogOf(state).dict, 'Pages'));
  return numberOf(asItems(pages?.entries.get('Kids'))?.[page - 1]);
}

/** Object number that a value refers to. */
export function numberOf(value: Parameters<typeof asRef>[0]): number {
  const ref = asRef(value);
  if (!ref) throw new Error('not a reference');
  return ref.number;
}

/** The file with one bit turned over. */
export function flipBit(pdf: Uint8Array, bit: number): Uint8Array {
  const flipped = new Uint8Array(pdf);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

/** Pseudo-random whole numbers below a limit, always the same ones for a seed (xorshift). */
export function seededNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
