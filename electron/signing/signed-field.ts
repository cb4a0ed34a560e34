import { AppError } from '../../shared/errors.ts';
import { readDerPrefix } from './der.ts';
import type { PdfFile } from './pdf-file.ts';
import { objectOf, type PdfState, type SignatureField } from './pdf-state.ts';
import { asDict, asItems, asName, asString, type PdfDict, type PdfValue, writeValue } from './pdf-values.ts';

/** A signed field with the index of the revision that the signature ends, or -1 if it covers no whole revision. */
export interface SignedField extends SignatureField {
  readonly signature: PdfDict;
  readonly revision: number;
}

type ByteRange = readonly [start: number, gapStart: number, gapEnd: number, rest: number];

const isOffset = (value: PdfValue | undefined): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function byteRange(signature: PdfDict): ByteRange | undefined {
  const [start, gapStart, gapEnd, rest, ...more] = asItems(signature.entries.get('ByteRange')) ?? [];
  const isRange = isOffset(start) && isOffset(gapStart) && isOffset(gapEnd) && isOffset(rest) && more.length === 0;
  return isRange && gapStart <= gapEnd ? [start, gapStart, gapEnd, rest] : undefined;
}

/** The field as a signed one, or undefined when it is empty. */
export function asSigned(file: PdfFile, field: SignatureField): SignedField | undefined {
  if (!field.signature) return undefined;
  const range = byteRange(field.signature);
  const end = range && range[2] + range[3];
  return {
    ...field,
    signature: field.signature,
    revision: file.revisions.findIndex(candidate => candidate.end === end),
  };
}

/** The signature must cover its revision from the first byte to the last, but for the value of its own /Contents. */
export function rangeProblems(state: PdfState, field: SignedField): readonly string[] {
  const { file } = state;
  const range = byteRange(field.signature);
  const contents = asString(field.signature.entries.get('Contents'));
  if (range?.[0] !== 0 || field.revision < 0) {
    return ['The signature does not cover the whole document as it was when it was signed.'];
  }
  const problems: string[] = [];
  const previousEnd = file.revisions[field.revision - 1]?.end ?? 0;
  const isOwnGap = contents?.start === range[1] && contents.end === range[2] && range[1] > previousEnd;
  if (!isOwnGap) problems.push('The signature leaves out more of the document than itself.');
  const inRevision = objectOf({ ...state, upTo: field.revision }, field.number);
  if (
    writeValue(asDict(inRevision?.value)?.entries.get('V') ?? null) !== writeValue(field.dict.entries.get('V') ?? null)
  ) {
    problems.push('The signature was put into its field only after it was made.');
  }
  return problems;
}

const LARGEST_CMS = 1024 * 1024;

/**
 * The CMS in /Contents. All digits must be in upper or all in lower case: a single `a` for `A` is a changed byte, though the
 * value is the same. Throws AppError when it is damaged.
 */
export function readCms(file: PdfFile, signature: PdfDict): Buffer {
  const contents = asString(signature.entries.get('Contents'));
  const damaged = (how: string): never => {
    throw new AppError('signature.damaged', `The signature is damaged: ${how}.`);
  };
  if (!contents || contents.bytes.length > LARGEST_CMS) return damaged('it is missing or far too large');
  const written = file.bytes.toString('latin1', contents.start, contents.end);
  const digits = contents.bytes.toString('hex');
  if (written !== `<${digits}>` && written !== `<${digits.toUpperCase()}>`) damaged('it is not in clean hexadecimal');
  const cms = readDerPrefix(contents.bytes).bytes;
  if (contents.bytes.subarray(cms.length).some(byte => byte !== 0)) damaged('something is hidden behind it');
  return cms;
}

/** The bytes that the signature covers, as far as the file has them. */
export function coveredParts(file: PdfFile, signature: PdfDict): readonly [before: Buffer, after: Buffer] {
  const [, gapStart, gapEnd, rest] = byteRange(signature) ?? [0, 0, 0, 0];
  const from = Math.min(gapEnd, file.bytes.length);
  return [file.bytes.subarray(0, gapStart), file.bytes.subarray(from, from + rest)];
}

/** Whether the field holds a time stamp over the document (ETSI EN 319 142-1 §5.4.3) and not a signature. */
export const isDocumentTimestamp = ({ signature }: SignedField): boolean =>
  asName(signature.entries.get('SubFilter')) === 'ETSI.RFC3161';
