import type { Verification } from '../../shared/contract/reports.ts';
import { reportModel } from '../../shared/domain/report-model.ts';
import { editionOf } from '../reports/edition.ts';
import { fullName, titleOf } from '../reports/parts/cover.ts';
import { attachedFile } from '../signing/attached-file.ts';
import { describeVerification } from '../signing/describe-verification.ts';
import type { Trust } from '../signing/trust.ts';
import type {
  VerifiedDocumentTimestamp,
  VerifiedSignature,
  VerifiedTimestamp,
} from '../signing/verification-result.ts';
import { type VerifyOptions, verifyPdf } from '../signing/verify-pdf.ts';
import { sha256 } from './stored.ts';

const trustWords: Readonly<Record<Trust, string>> = {
  trusted: 'The certificate was issued by an authority that is trusted here.',
  'self-signed':
    'The certificate is the signer’s own: it proves that the same key signed, not whose key it is. Compare its fingerprint.',
  'unknown issuer':
    'The certificate was issued by an authority that is not known here. Trust that authority’s certificate, or compare the fingerprint.',
  'expired at signing': 'The certificate was not valid when the signature says it was made.',
  revoked: 'The certificate was withdrawn before the signature was made. Do not trust this signature.',
};

/** A file with its name, and whom to trust. */
export interface FileToCheck {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly options: VerifyOptions;
}

/** Checks a PDF and says in words whether it is intact, unchanged since each signature, and by whom it was signed; `options` say whom to trust. */
export function verifyReport(fileName: string, bytes: Uint8Array, options: VerifyOptions = {}): Verification {
  const result = verifyPdf(bytes, options);
  return {
    fileName,
    ok: result.verdict === 'intact',
    sha256: sha256(bytes),
    document: result.verdict === 'intact' ? documentOf(bytes) : null,
    sentences: [...describeVerification(result)],
    signatures: result.signatures.map(shownSignature),
    documentTimestamps: result.documentTimestamps.map(shownDocumentTimestamp),
  };
}

/** What an intact document says that it is; null where the attached content is no report of ours. */
function documentOf(bytes: Uint8Array): Verification['document'] {
  const attached = attachedFile(bytes);
  const model = attached && reportModel.safeParse(jsonOf(attached)).data;
  if (!model) return null;
  const { documentId, practice } = model;
  return { documentId, title: titleOf(editionOf(null), model), apprentice: fullName(model), practice };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

function shownSignature(signature: VerifiedSignature): Verification['signatures'][number] {
  const { role, signerName, signedAt, intact, unchangedSince, trust, certificate, timestamp, remarks } = signature;
  return {
    role,
    signerName,
    signedAt: signedAt ?? null,
    intact,
    unchangedSince,
    trust,
    trustWords: trustWords[trust],
    certificateFingerprint: certificate?.sha256 ?? '',
    issuer: certificate?.issuer ?? '',
    validFrom: certificate?.notBefore ?? null,
    validUntil: certificate?.notAfter ?? null,
    timestamp: timestamp ? shownTimestamp(timestamp) : null,
    remarks: [...remarks],
    problems: [...signature.problems, ...signature.changes],
  };
}

const shownTimestamp = ({ at, authority, trusted, problems }: VerifiedTimestamp) => ({
  at: at ?? null,
  authority,
  trusted,
  problems: [...problems],
});

const shownDocumentTimestamp = (stamp: VerifiedDocumentTimestamp): Verification['documentTimestamps'][number] => ({
  ...shownTimestamp(stamp),
  problems: [...stamp.problems, ...stamp.changes],
  intact: stamp.intact,
  unchangedSince: stamp.unchangedSince,
});
