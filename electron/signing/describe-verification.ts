import { formatDate, formatDateTime } from '../../shared/british.ts';
import type {
  StandingSince,
  VerificationResult,
  VerifiedCertificate,
  VerifiedDocumentTimestamp,
  VerifiedSignature,
  VerifiedTimestamp,
} from './verification-result.ts';

const VERDICTS: Readonly<Record<VerificationResult['verdict'], string>> = {
  intact: 'INTACT: the report is exactly what was signed.',
  changed: 'CHANGED: do not rely on this report. It is not, or not only, what was signed.',
  unsigned: 'NOT SIGNED: the file carries no signature, so nothing can be said about who wrote it.',
  unreadable: 'NOT READABLE: the file could not be checked.',
};

/** Control characters, and those that turn the direction of writing, come from the file and could forge lines on a terminal. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '�');

/** The fingerprint in groups that can be read out and compared. */
const grouped = (hex: string): string => (hex.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');

function describeTrust(signature: VerifiedSignature, certificate: VerifiedCertificate): readonly string[] {
  const fingerprint = `  Fingerprint (SHA-256): ${grouped(certificate.sha256)}`;
  switch (signature.trust) {
    case 'trusted':
      return [`Certificate: issued by ${certificate.issuer}, which is trusted here.`];
    case 'self-signed':
      return [
        'Certificate: the signer’s own. It proves that the same key signed, not whose key it is:',
        '  compare its fingerprint with the organisation’s record.',
        fingerprint,
      ];
    case 'unknown issuer':
      return [
        `Certificate: issued by ${certificate.issuer}, which is not known here.`,
        '  Ask the organisation for its authority’s certificate, or compare the fingerprint with its record.',
        fingerprint,
      ];
    case 'expired at signing':
      return [
        `Certificate: valid from ${formatDate(certificate.notBefore)} to ${formatDate(certificate.notAfter)}, which is not when the signature says it was made.`,
        fingerprint,
      ];
    case 'revoked':
      return [
        `Certificate: issued by ${certificate.issuer}, which withdrew it. Do not trust this signature.`,
        fingerprint,
      ];
  }
}

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [count === 1 ? `one later ${one}` : `${count} later ${many}`];

function describeSince(since: StandingSince, what: string): readonly string[] {
  const { laterSignatures, laterTimestamps, changes } = since;
  if (changes.length > 0) {
    return [`Changed after this ${what}:`, ...changes.map(change => `  - ${change}`)];
  }
  if (!since.intact || !since.unchangedSince) return ['Whether the document is unchanged since cannot be said.'];
  const later = [
    ...counted(laterSignatures, 'signature', 'signatures'),
    ...counted(laterTimestamps, 'time stamp', 'time stamps'),
  ].join(' and ');
  return [later === '' ? `Unchanged since this ${what}.` : `Unchanged since this ${what}, but for ${later}.`];
}

/** `what` existed at a time, and who says so. */
function describeTimestamp(timestamp: VerifiedTimestamp, what: string): readonly string[] {
  const { at, authority, trusted, certificate, problems } = timestamp;
  if (problems.length > 0) return ['Its time stamp is NOT valid:', ...problems.map(problem => `  - ${problem}`)];
  const known = trusted ? 'trusted here' : 'not known here';
  const when = at === undefined ? 'at a time that cannot be read' : `at ${formatDateTime(at)}`;
  return [
    `${what} existed ${when} according to ${authority}, which is ${known}.`,
    ...(trusted || !certificate ? [] : [`  Fingerprint (SHA-256): ${grouped(certificate.sha256)}`]),
  ];
}

function describeDocumentTimestamp(timestamp: VerifiedDocumentTimestamp, number: number): readonly string[] {
  const lines = [
    ...describeTimestamp(timestamp, 'The report, with the signatures before it,'),
    ...describeSince(timestamp, 'time stamp'),
  ];
  return ['', `Time stamp ${number}: ${timestamp.authority}`, ...lines.map(line => `  ${line}`)];
}

function describeSignature(signature: VerifiedSignature, number: number): readonly string[] {
  const { signerName, organisation, role, signedAt, timestamp, certificate } = signature;
  const signer = organisation === undefined ? signerName : `${signerName}, ${organisation}`;
  const lines = [
    signedAt === undefined
      ? 'It does not say when it was made.'
      : `Signed on ${formatDateTime(signedAt)}, as the signer’s computer had it.`,
    ...(signature.intact
      ? ['The signature is intact.']
      : ['The signature is NOT intact:', ...signature.problems.map(problem => `  - ${problem}`)]),
    ...(timestamp ? describeTimestamp(timestamp, 'The signature') : []),
    ...describeSince(signature, 'signature'),
    ...(signature.certifies ? ['It allows nothing to be done to the report but signing it again.'] : []),
    ...(certificate ? describeTrust(signature, certificate) : ['Its certificate cannot be read.']),
    ...signature.remarks,
  ];
  return ['', `Signature ${number}: ${signer}, as ${role}`, ...lines.map(line => `  ${line}`)];
}

/** Says the result of `verifyPdf` in plain English, line by line, for a terminal. */
export function describeVerification(result: VerificationResult): readonly string[] {
  return [
    VERDICTS[result.verdict],
    ...(result.problem === undefined ? [] : [result.problem]),
    ...result.signatures.flatMap((signature, index) => describeSignature(signature, index + 1)),
    ...result.documentTimestamps.flatMap((timestamp, index) => describeDocumentTimestamp(timestamp, index + 1)),
  ].map(printable);
}
