import { AppError } from '../../shared/errors.ts';
import { readCertificate } from './certificates.ts';
import { openPdf, type PdfFile } from './pdf-file.ts';
import { latestState, type PdfState, signatureFields } from './pdf-state.ts';
import { unreadable } from './pdf-values.ts';
import { changesInStep, collectReferences } from './revision-diff.ts';
import type { Authorities } from './revocation.ts';
import { readRevocationList } from './revocation-list.ts';
import { asSigned, isDocumentTimestamp, type SignedField } from './signed-field.ts';
import type {
  StandingSince,
  VerificationResult,
  VerifiedDocumentTimestamp,
  VerifiedSignature,
} from './verification-result.ts';
import { examineSignature } from './verify-signature.ts';
import { examineDocumentTimestamp } from './verify-timestamp.ts';

/** What the reader's organisation goes by. */
export interface VerifyOptions {
  /** Certificates (DER) of authorities, and of single signers, that are trusted to sign. */
  readonly trustedRoots?: readonly Uint8Array[];
  /** Certificates (DER) of authorities that are trusted to give time stamps. */
  readonly timestampRoots?: readonly Uint8Array[];
  /** Revocation lists (DER or PEM); those that no issuer in question signed have no effect. */
  readonly revocationLists?: readonly Uint8Array[];
}

interface ReadablePart {
  readonly file: PdfFile;
  /** What stands after the newest revision that can be read, and why it cannot. */
  readonly rest: { readonly length: number; readonly problem: string } | undefined;
}

const MOST_ATTEMPTS = 16;
const MOST_SIGNATURES = 16;
const MOST_CHANGES = 20;

/** The file with all that is signed or stamped in it, in that order, and what became of the document after each. */
interface SignedFile {
  readonly state: PdfState;
  readonly signed: readonly SignedField[];
  readonly standings: ReadonlyMap<SignedField, Omit<StandingSince, 'field' | 'intact' | 'problems'>>;
}

/** What a reader goes by, taken out of the files that it is kept in. Throws AppError for one that is not what it should be. */
export const readAuthorities = (options: VerifyOptions): Authorities => ({
  roots: (options.trustedRoots ?? []).map(readCertificate),
  timestampRoots: (options.timestampRoots ?? []).map(readCertificate),
  revocationLists: (options.revocationLists ?? []).map(readRevocationList),
});

/**
 * Verifies every signature and time stamp of a PDF, offline, and compares the document with what each signer signed. Never
 * throws on what a file contains; time and memory are bounded by the limits of `openPdf`. An option that is not a
 * certificate or a revocation list throws.
 */
export function verifyPdf(bytes: Uint8Array, options: VerifyOptions = {}): VerificationResult {
  const authorities = readAuthorities(options);
  try {
    const { file, rest } = openReadablePart(bytes);
    const state = latestState(file);
    const signed = signedFields(state);
    if (signed.length === 0) return withoutSignature(file, rest?.problem);
    const standings = standingsOf(file, signed, rest?.length);
    const problem = removedSignature(state, signed) ?? rest?.problem;
    return conclude(examineAll({ state, signed, standings }, authorities), problem);
  } catch (error) {
    const problem = error instanceof AppError ? error.message : 'The PDF cannot be read: it is damaged.';
    return { verdict: 'unreadable', problem, signatures: [], documentTimestamps: [] };
  }
}

/** What became of the document after each field was signed; `rest` is the length of what cannot be read after it. */
function standingsOf(file: PdfFile, signed: readonly SignedField[], rest: number | undefined): SignedFile['standings'] {
  const steps = changesPerRevision(file, signed);
  const trailing = rest === undefined ? [] : [`${rest} bytes were added that cannot be checked`];
  return new Map(
    signed.map((field, index) => {
      const changes = shorten([...new Set([...steps.slice(Math.max(0, field.revision + 1)).flat(), ...trailing])]);
      const later = signed.slice(index + 1);
      const laterTimestamps = later.filter(isDocumentTimestamp).length;
      const standing = {
        coversWholeFile: rest === undefined && field.revision === file.revisions.length - 1,
        unchangedSince: field.revision >= 0 && changes.length === 0,
        laterSignatures: later.length - laterTimestamps,
        laterTimestamps,
        changes,
      };
      return [field, standing];
    }),
  );
}

type Examined = Pick<VerificationResult, 'signatures' | 'documentTimestamps'>;

function examineAll({ state, signed, standings }: SignedFile, authorities: Authorities): Examined {
  const standing = (field: SignedField) => standings.get(field) ?? unreadable('a signature is missing');
  const stamps = signed.filter(isDocumentTimestamp).map(field => {
    const findings = examineDocumentTimestamp(state, field, authorities);
    const intact = findings.problems.length === 0;
    const since = standing(field);
    const unchangedSince = intact && since.unchangedSince;
    return { field, verified: { field: field.name, ...findings, ...since, intact, unchangedSince } };
  });
  const signatures = signed
    .filter(field => !isDocumentTimestamp(field))
    .map((field): VerifiedSignature => {
      const proofs = stamps.filter(stamp => stamp.field.revision > field.revision).map(stamp => stamp.verified);
      const findings = examineSignature(state, field, authorities, earliestTrusted(proofs));
      const intact = findings.problems.length === 0;
      const since = standing(field);
      return { ...findings, ...since, intact, unchangedSince: intact && since.unchangedSince };
    });
  return { signatures, documentTimestamps: stamps.map(stamp => stamp.verified) };
}

function earliestTrusted(stamps: readonly VerifiedDocumentTimestamp[]): Date | undefined {
  const [first] = stamps
    .filter(stamp => stamp.trusted)
    .map(stamp => stamp.at ?? '')
    .sort();
  return first === undefined ? undefined : new Date(first);
}

/** Opens the file, or else the longest part of it that ends where a revision may end. */
function openReadablePart(bytes: Uint8Array): ReadablePart {
  try {
    return { file: openPdf(bytes), rest: undefined };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const file = openEarlierPart(bytes);
    if (!file) throw error;
    return { file, rest: { length: bytes.length - file.bytes.length, problem: error.message } };
  }
}

function openEarlierPart(source: Uint8Array): PdfFile | undefined {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
  let mark = bytes.length;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    mark = mark > 0 ? bytes.lastIndexOf('%%EOF', mark - 1, 'latin1') : -1;
    if (mark < 0) return undefined;
    const [ending = ''] = /^%%EOF(?:\r\n|\n|\r)?/.exec(bytes.toString('latin1', mark, mark + 7)) ?? [];
    try {
      return openPdf(bytes.subarray(0, mark + ending.length));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return undefined;
}

function signedFields(state: PdfState): readonly SignedField[] {
  const signed = signatureFields(state)
    .map(field => asSigned(state.file, field))
    .filter(field => field !== undefined);
  if (signed.length > MOST_SIGNATURES) throw new AppError('pdf.unreadable', 'The PDF has too many signatures.');
  return signed.sort((a, b) => a.revision - b.revision);
}

function withoutSignature(file: PdfFile, damage: string | undefined): VerificationResult {
  const nothing = { signatures: [], documentTimestamps: [] };
  if (damage !== undefined) return { verdict: 'unreadable', problem: damage, ...nothing };
  if (!file.bytes.includes('/ByteRange')) return { verdict: 'unsigned', ...nothing };
  const problem = 'The file holds the remains of a signature, but the signature itself was removed or damaged.';
  return { verdict: 'changed', problem, ...nothing };
}

/** For each revision what it changed in a signed document; nothing for those up to the first signature. */
function changesPerRevision(file: PdfFile, signed: readonly SignedField[]): readonly (readonly string[])[] {
  const firstSigned = signed.find(field => field.revision >= 0)?.revision ?? 0;
  const referred = new Set<number>();
  const changes: (readonly string[])[] = [];
  try {
    for (const upTo of file.revisions.keys()) {
      const signing = signed.find(field => field.revision === upTo);
      const step = { before: { file, upTo: upTo - 1 }, after: { file, upTo }, signing, referred };
      changes.push(upTo <= firstSigned ? [] : changesInStep(step));
      if (upTo < file.revisions.length - 1) collectReferences(file, upTo, referred);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const uncheckable = ['an update was added in a form that cannot be checked'];
    while (changes.length < file.revisions.length) changes.push(uncheckable);
  }
  return changes;
}

const shorten = (changes: readonly string[]): readonly string[] =>
  changes.length <= MOST_CHANGES
    ? changes
    : [...changes.slice(0, MOST_CHANGES), `and ${changes.length - MOST_CHANGES} more changes were made`];

/** A signature that an earlier revision had and that is gone or exchanged now. */
function removedSignature(state: PdfState, signed: readonly SignedField[]): string | undefined {
  const isKept = (number: number, signature: unknown): boolean =>
    signed.some(field => field.number === number && field.signature === signature);
  for (let upTo = 0; upTo < state.upTo; upTo++) {
    const lost = signatureFields({ ...state, upTo }).find(
      field => field.signature && !isKept(field.number, field.signature),
    );
    if (lost) return `The signature in the field “${lost.name}” was removed or exchanged afterwards.`;
  }
  return undefined;
}

function conclude(examined: Examined, problem: string | undefined): VerificationResult {
  const { signatures, documentTimestamps } = examined;
  const isIntact =
    problem === undefined &&
    [...signatures, ...documentTimestamps].every(member => member.intact && member.unchangedSince) &&
    signatures.every(({ timestamp }) => !timestamp || timestamp.problems.length === 0);
  const verdict = isIntact ? (signatures.length > 0 ? 'intact' : 'unsigned') : 'changed';
  return { verdict, ...(problem !== undefined && { problem }), ...examined };
}
