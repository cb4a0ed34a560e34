import { AppError } from '../../shared/errors.ts';
import { checkTimestampToken, type TimestampCheck } from './timestamp-token.ts';

/** Asks a time stamp authority for a token (DER) over a SHA-256: see `httpTimestamp`. */
export type Timestamp = (digest: Uint8Array) => Promise<Uint8Array>;

/** Checks a token over this SHA-256. Throws AppError `timestamp.invalid` with what is wrong. */
export function requireRightToken(token: Uint8Array, digest: Uint8Array): TimestampCheck {
  const check = checkTimestampToken(token, hash => (hash === 'sha256' ? Buffer.from(digest) : undefined));
  if (check.problems.length > 0) throw unusableAnswer(check.problems.join(' '));
  return check;
}

/** The AppError for an answer that is no right time stamp. */
export const unusableAnswer = (detail: string, options?: ErrorOptions): AppError =>
  new AppError(
    'timestamp.invalid',
    `The time stamp authority’s answer cannot be used: ${detail} Nothing was changed. Try again, or choose another authority.`,
    options,
  );

/** Gets a token for the digest and checks it, whoever made it. Throws AppError when it is not right. */
export async function timestampOver(digest: Uint8Array, timestamp: Timestamp): Promise<Buffer> {
  const token = Buffer.from(await timestamp(digest));
  requireRightToken(token, digest);
  return token;
}

/** The AppError for a token that does not fit into the place that the document has for it. */
export const timestampTooLarge = (): AppError =>
  new AppError(
    'timestamp.tooLarge',
    'The time stamp is too large for the place that the document has for it. Choose another time stamp authority, or go on without a time stamp.',
  );
