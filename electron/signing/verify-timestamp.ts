import { AppError } from '../../shared/errors.ts';
import type { PdfState } from './pdf-state.ts';
import { type Authorities, trustsTimestamp } from './revocation.ts';
import { digestOf } from './signature-algorithms.ts';
import { coveredParts, rangeProblems, readCms, type SignedField } from './signed-field.ts';
import { checkTimestampToken, type TimestampCheck } from './timestamp-token.ts';
import type { VerifiedTimestamp } from './verification-result.ts';
import { describeCertificate } from './verified-certificate.ts';

/** What a checked token means to a reader who trusts these authorities. */
export function examineTimestamp(check: TimestampCheck, authorities: Authorities): VerifiedTimestamp {
  const { at, chain, problems } = check;
  const [leaf] = chain;
  return {
    ...(at && { at: at.toISOString() }),
    authority: leaf?.subject.commonName ?? leaf?.subject.text ?? 'unknown',
    trusted: at !== undefined && problems.length === 0 && trustsTimestamp(chain, authorities, at),
    ...(leaf && { certificate: describeCertificate(leaf) }),
    problems,
  };
}

/** Examines a time stamp over the document, in the file's newest state. Throws AppError when the PDF around it cannot be read. */
export function examineDocumentTimestamp(
  state: PdfState,
  field: SignedField,
  authorities: Authorities,
): VerifiedTimestamp {
  const irregular = rangeProblems(state, field);
  const { problems, ...stamp } = examineTimestamp(checkField(state, field), authorities);
  const all = [...irregular, ...problems];
  return { ...stamp, trusted: stamp.trusted && irregular.length === 0, problems: all };
}

function checkField({ file }: PdfState, { signature }: SignedField): TimestampCheck {
  try {
    const parts = coveredParts(file, signature);
    return checkTimestampToken(readCms(file, signature), hash => digestOf(hash, ...parts));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { chain: [], problems: [error.message] };
  }
}
