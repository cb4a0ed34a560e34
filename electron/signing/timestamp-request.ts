import { AppError } from '../../shared/errors.ts';
import type { Certificate } from './certificates.ts';
import {
  type DerNode,
  derContent,
  derElement,
  derMembers,
  derOctets,
  derOid,
  derSequence,
  derSmallInteger,
  readDer,
  TAG,
} from './der.ts';
import { OID } from './object-identifiers.ts';
import { requireRightToken, unusableAnswer } from './timestamp.ts';
import { completeToken } from './timestamp-token.ts';

/** What a time stamp is asked for: a SHA-256, and a random number that the answer must repeat. */
export interface TimestampQuestion {
  readonly digest: Uint8Array;
  /** From `nonceFrom`. */
  readonly nonce: Uint8Array;
  /** Root certificates of the authority, which most answers leave out. */
  readonly roots: readonly Certificate[];
}

const UTF8_STRING = 0x0c;
const GRANTED = 0;
const GRANTED_WITH_CHANGES = 1;
const LONGEST_REASON = 200;

/** The bits of PKIFailureInfo that RFC 3161 §2.4.2 names. */
const FAILURES: ReadonlyMap<number, string> = new Map([
  [0, 'it does not know the hash algorithm'],
  [2, 'it does not allow this request'],
  [5, 'it could not read the request'],
  [14, 'its clock is not available'],
  [15, 'it does not offer the policy'],
  [16, 'it does not offer the extension'],
  [17, 'it does not have what was asked for'],
  [25, 'it has a fault'],
]);

/** Random bytes as a positive integer of full length. */
export function nonceFrom(random: Uint8Array): Buffer {
  const nonce = Buffer.from(random);
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return nonce;
}

/** Writes a TimeStampReq (RFC 3161 §2.4.1) that asks for the authority's certificates as well. */
export function timestampRequest({ digest, nonce }: Pick<TimestampQuestion, 'digest' | 'nonce'>): Buffer {
  const algorithm = derSequence(derOid(OID.sha256), derElement(TAG.null));
  return derSequence(
    derSmallInteger(1),
    derSequence(algorithm, derOctets(digest)),
    derElement(TAG.integer, nonce),
    derElement(TAG.boolean, Buffer.from([0xff])),
  );
}

/**
 * Reads a TimeStampResp (RFC 3161 §2.4.2) and returns its token, DER, with the authority's chain as far as it is known.
 * Throws AppError `timestamp.refused` when the authority said no, and `timestamp.invalid` when the answer is damaged or not
 * the one to this question.
 */
export function readTimestampResponse(response: Uint8Array, question: TimestampQuestion): Buffer {
  const [status, token, ...rest] = readParts(response);
  requireGranted(status);
  if (!token || rest.length > 0) throw unusableAnswer('It holds no time stamp.');
  const complete = readOrRefuse(() => completeToken(token.bytes, question.roots));
  const { nonce } = requireRightToken(complete, question.digest);
  if (!nonce?.equals(question.nonce)) throw unusableAnswer('It was made for another request.');
  return complete;
}

const readParts = (response: Uint8Array): readonly DerNode[] =>
  readOrRefuse(() => derMembers(readDer(Buffer.from(response)), TAG.sequence));

function readOrRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw unusableAnswer('It is not a time stamp, or it is damaged; the address may be wrong.', { cause });
  }
}

function requireGranted(status: DerNode | undefined): void {
  const { granted, reasons } = readStatus(status);
  if (granted) return;
  const reason = reasons.length > 0 ? `: ${reasons.join('; ')}` : '';
  throw new AppError(
    'timestamp.refused',
    `The time stamp authority refused to give a time stamp${reason}. Nothing was changed. Try again later, or choose another authority.`,
  );
}

/** Reads a PKIStatusInfo; the server's own words cannot break a line or go on for ever. */
function readStatus(node: DerNode | undefined): { readonly granted: boolean; readonly reasons: readonly string[] } {
  return readOrRefuse(() => {
    const [status, ...optional] = derMembers(node, TAG.sequence);
    const code = derContent(status, TAG.integer);
    const isGranted = code.length === 1 && (code[0] === GRANTED || code[0] === GRANTED_WITH_CHANGES);
    const texts = optional
      .filter(member => member.tag === TAG.sequence)
      .flatMap(list => derMembers(list, TAG.sequence));
    const words = texts.map(text => derContent(text, UTF8_STRING).toString('utf8'));
    const bits = optional.find(member => member.tag === TAG.bitString)?.content.subarray(1) ?? Buffer.alloc(0);
    const failures = [...FAILURES].filter(([bit]) => ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
    return { granted: isGranted, reasons: [...failures.map(([, reason]) => reason), ...words.map(quoted)] };
  });
}

const quoted = (text: string): string =>
  `“${text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ').slice(0, LONGEST_REASON)}”`;
