import type { Certificate } from './certificates.ts';
import { type DerNode, derContent, readOid, TAG } from './der.ts';
import { OID } from './object-identifiers.ts';
import { isAlgorithm, signatureProblem } from './signature-algorithms.ts';
import {
  certificateOfSigner,
  isBoundTo,
  readAttributes,
  readSignedData,
  type SignedData,
  type SignerInfo,
  signedBytes,
} from './signed-data.ts';
import { buildChain, isProvable } from './trust.ts';

/** The outcome of checking a CMS signature: the signer's chain, own certificate first, and what is wrong, in plain words. */
export interface CmsCheck {
  readonly chain: readonly Certificate[];
  readonly problems: readonly string[];
  /** The signature value and the time stamp token over it, unchecked, when the signature carries one. */
  readonly timestamp?: { readonly token: Buffer; readonly signatureValue: Buffer };
}

const FOREIGN_CERTIFICATE = 'The signature carries a certificate that is damaged or does not belong to its signer.';
const UNCOVERED = 'The signature carries something that it does not cover.';

function structureProblems(data: SignedData): readonly string[] {
  const { digestAlgorithms, signer } = data;
  const isPlain =
    data.complete &&
    data.version === 1 &&
    data.contentType === OID.data &&
    data.content === undefined &&
    digestAlgorithms.length === 1 &&
    isAlgorithm(digestAlgorithms[0], OID.sha256, 'either');
  const isExpectedSigner =
    signer.complete && signer.version === 1 && isAlgorithm(signer.digestAlgorithm, OID.sha256, 'either');
  return [
    ...(isPlain ? [] : ['The signature is not built as a detached SHA-256 signature.']),
    ...(isExpectedSigner ? [] : ['The signer is not described as a SHA-256 signer.']),
    ...data.problems,
  ];
}

function attributeProblems(signer: SignerInfo, leaf: Certificate, contentDigest: Buffer): readonly string[] {
  const { values, regular } = readAttributes(signer.attributes, TAG.context0);
  const problems = regular ? [] : ['A signed attribute is repeated.'];
  const contentType = values.get(OID.contentType);
  if (!contentType || readOid(contentType) !== OID.data) problems.push('The signature does not name what it signs.');
  const digest = values.get(OID.messageDigest);
  if (!digest || !derContent(digest, TAG.octetString).equals(contentDigest)) {
    problems.push('The document is not the one that was signed: its contents have been changed.');
  }
  if (values.has(OID.signingTime)) problems.push('The signature carries a second time, which PAdES does not allow.');
  const binding = values.get(OID.signingCertificateV2);
  if (!binding) problems.push('The signature is not bound to its certificate (no signing-certificate-v2).');
  else if (!isBoundTo(binding, leaf)) problems.push('The certificate was exchanged.');
  return problems;
}

function valueProblems(signer: SignerInfo, leaf: Certificate): readonly string[] {
  const signature = { algorithm: signer.signatureAlgorithm, signed: signedBytes(signer), value: signer.signature };
  const problem = signatureProblem(signature, leaf.publicKey, 'sha256');
  return problem === undefined ? [] : [problem];
}

/** The only attribute that may stand outside the signature is the time stamp over it (ETSI EN 319 122-1 §5.3). */
function readTimestamp(
  unsigned: DerNode | undefined,
  signatureValue: Buffer,
): Pick<CmsCheck, 'timestamp' | 'problems'> {
  if (!unsigned) return { problems: [] };
  const { values, regular } = readAttributes(unsigned, TAG.context1);
  const token = values.get(OID.signatureTimestamp)?.bytes;
  if (!token) return { problems: [UNCOVERED] };
  return { timestamp: { token, signatureValue }, problems: regular && values.size === 1 ? [] : [UNCOVERED] };
}

/**
 * Checks a detached CMS signature against the SHA-256 of the signed bytes, by the rules of PAdES B-B and B-T. Whether the
 * signer is trusted is another question: see `judgeTrust`. Throws AppError when the structure cannot be read at all.
 */
export function checkSignedData(cms: Buffer, contentDigest: Buffer): CmsCheck {
  const data = readSignedData(cms);
  const { certificates, signer } = data;
  const structure = structureProblems(data);
  const leaf = certificateOfSigner(data);
  if (!leaf) return { chain: [], problems: [...structure, 'The signature does not carry its signer’s certificate.'] };
  const chain = buildChain(
    leaf,
    certificates.filter(certificate => certificate !== leaf),
  );
  const { timestamp, problems } = readTimestamp(signer.unsigned, signer.signature);
  return {
    chain,
    ...(timestamp && { timestamp }),
    problems: [
      ...structure,
      ...attributeProblems(signer, leaf, contentDigest),
      ...valueProblems(signer, leaf),
      ...(isProvable(chain, certificates) ? [] : [FOREIGN_CERTIFICATE]),
      ...problems,
    ],
  };
}
