import type { AppError } from '../../shared/errors.ts';
import { sha256 } from './cms.ts';
import type { WrittenUpdate } from './pdf-update.ts';
import { type PdfDict, type PdfRef, type PdfValue, pdfArray, pdfDict } from './pdf-values.ts';

/** A file that is finished but for the value of one signature: `start` and `end` are the positions of its delimiters. */
export interface SignatureGap {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Bytes kept free for the CMS. Without a time stamp it takes 1.3 to 2.3 kB; a time stamp's chain may take 10 kB. */
const RESERVED = 12_288;
/** Ten digits wide, so that the real number fits in its place. */
const UNKNOWN_OFFSET = 9_999_999_999;

/**
 * A signature dictionary with room for its value. /ByteRange and /Contents stand before all entries that are given:
 * `openGap` looks for them, and texts could contain anything.
 */
export function dictionaryWithGap(
  kind: Readonly<Record<'Type' | 'Filter' | 'SubFilter', PdfValue>>,
  entries: Readonly<Record<string, PdfValue | undefined>> = {},
): PdfDict {
  return pdfDict({
    ...kind,
    ByteRange: pdfArray([0, UNKNOWN_OFFSET, UNKNOWN_OFFSET, UNKNOWN_OFFSET]),
    Contents: { kind: 'string', bytes: Buffer.alloc(RESERVED) },
    ...entries,
  });
}

/** Finds the gap in a written update whose object `signature` is such a dictionary, and writes the real /ByteRange. */
export function openGap({ bytes, offsets }: WrittenUpdate, signature: PdfRef): SignatureGap {
  const from = offsets.get(signature.number) ?? 0;
  const placeholder = `[0 ${UNKNOWN_OFFSET} ${UNKNOWN_OFFSET} ${UNKNOWN_OFFSET}]`;
  const rangeAt = bytes.indexOf(placeholder, from, 'latin1');
  const start = bytes.indexOf('/Contents <', from, 'latin1') + '/Contents '.length;
  const end = start + RESERVED * 2 + 2;
  const range = `[0 ${start} ${end} ${bytes.length - end}`;
  bytes.write(`${range.padEnd(placeholder.length - 1)}]`, rangeAt, 'latin1');
  return { bytes, start, end };
}

/** SHA-256 of everything but the gap. */
export const digestAround = ({ bytes, start, end }: SignatureGap): Buffer =>
  sha256(bytes.subarray(0, start), bytes.subarray(end));

/** Fills the gap. Throws `tooLarge` when the value does not fit. */
export function fillGap({ bytes, start }: SignatureGap, value: Buffer, tooLarge: AppError): Uint8Array {
  if (value.length > RESERVED) throw tooLarge;
  bytes.write(value.toString('hex').toUpperCase(), start + 1, 'latin1');
  return bytes;
}
