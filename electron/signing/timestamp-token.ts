import { AppError } from '../../shared/errors.ts';
import { type Certificate, isValidAt } from './certificates.ts';
import { type DerNode, derContent, derMembers, readDer, readOid, TAG } from './der.ts';
import { CERTIFICATE_OID, OID } from './object-identifiers.ts';
import { digestOf, type HashName, hashNamedBy, signatureProblem } from './signature-algorithms.ts';
import {
  certificateOfSigner,
  isBoundBySha1,
  isBoundTo,
  readAttributes,
  readSignedData,
  type SignedData,
  signedBytes,
  withCertificates,
} from './signed-data.ts';
import { buildChain, isProvable } from './trust.ts';

/** The outcome of checking a time stamp token: when, by whose chain, and what is wrong, in plain words. */
export interface TimestampCheck {
  /** Missing when it cannot be read. */
  readonly at?: Date;
  /** The number that the token was asked for with, as the content of its INTEGER. */
  readonly nonce?: Buffer;
  readonly chain: readonly Certificate[];
  readonly problems: readonly string[];
}

/** The digest of what should have been stamped, or undefined where it is not known for this hash algorithm. */
export type ImprintOf = (hash: HashName) => Buffer | undefined;

interface TimestampInfo {
  readonly isVersion1: boolean;
  readonly hash: HashName | undefined;
  readonly imprint: Buffer;
  readonly at: Date;
  readonly nonce?: Buffer;
}

const GENERALIZED_TIME = 0x18;
const FOREIGN_CERTIFICATE =
  'The time stamp carries a certificate that is damaged, does not belong to its authority, or lacks those above it.';
const ANOTHER_DOCUMENT = 'The time stamp was made for something else than what it is attached to.';

function readGeneralizedTime(node: DerNode | undefined): Date {
  const text = derContent(node, GENERALIZED_TIME).toString('latin1');
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text);
  const [year, month, day, hour, minute, second, fraction = ''] = match?.slice(1) ?? [];
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`);
  if (Number.isNaN(time.getTime())) throw new AppError('timestamp.damaged', 'The time of the time stamp is damaged.');
  return time;
}

/** Reads a TSTInfo (RFC 3161 §2.4.2). */
function readInfo(content: Buffer): TimestampInfo {
  const [version, policy, imprint, , time, ...optional] = derMembers(readDer(content), TAG.sequence);
  readOid(policy);
  const [algorithm, hashed, ...rest] = derMembers(imprint, TAG.sequence);
  const nonce = optional.find(node => node.tag === TAG.integer);
  return {
    isVersion1: derContent(version, TAG.integer).equals(Buffer.from([1])) && rest.length === 0,
    hash: hashNamedBy(algorithm),
    imprint: derContent(hashed, TAG.octetString),
    at: readGeneralizedTime(time),
    ...(nonce && { nonce: nonce.content }),
  };
}

/** Only the structure that RFC 3161 §2.4.2 describes is accepted; what the signature does not cover can then hide nothing. */
function structureProblems(data: SignedData, hash: HashName | undefined): readonly string[] {
  const { digestAlgorithms, signer } = data;
  const isPlain =
    data.complete &&
    data.version === 3 &&
    data.contentType === OID.timestampInfo &&
    signer.complete &&
    signer.version === 1 &&
    signer.unsigned === undefined &&
    hash !== undefined &&
    digestAlgorithms.length === 1 &&
    hashNamedBy(digestAlgorithms[0]) === hash;
  return [...(isPlain ? [] : ['The time stamp is not built as RFC 3161 says.']), ...data.problems];
}

function attributeProblems(data: SignedData, content: Buffer, leaf: Certificate, hash: HashName): readonly string[] {
  const { values, regular } = readAttributes(data.signer.attributes, TAG.context0);
  const type = values.get(OID.contentType);
  const digest = values.get(OID.messageDigest);
  const isComplete =
    regular &&
    type !== undefined &&
    readOid(type) === OID.timestampInfo &&
    digest !== undefined &&
    derContent(digest, TAG.octetString).equals(digestOf(hash, content));
  const modern = values.get(OID.signingCertificateV2);
  const old = values.get(OID.signingCertificate);
  const isBound = (modern ?? old) && (!modern || isBoundTo(modern, leaf)) && (!old || isBoundBySha1(old, leaf));
  return [
    ...(isComplete ? [] : ['The time stamp has been changed since it was made.']),
    ...(isBound ? [] : ['The time stamp is not bound to its authority’s certificate.']),
  ];
}

/** RFC 3161 §2.3: the certificate is for time stamps alone, and says so in a way that nobody may overlook. */
function authorityProblems(leaf: Certificate, at: Date): readonly string[] {
  const { critical, purposes } = leaf.extendedUsage ?? { critical: false, purposes: [] };
  const isForTimestamps = critical && purposes.length === 1 && purposes[0] === CERTIFICATE_OID.timeStamping;
  return [
    ...(isForTimestamps ? [] : ['The certificate that the time stamp was made with is not one for time stamps.']),
    ...(isValidAt(leaf, at) ? [] : ['The time stamp lies outside the dates of its authority’s certificate.']),
  ];
}

function checkToken(token: Buffer, imprintOf: ImprintOf): TimestampCheck {
  const data = readSignedData(token);
  const { content, certificates, signer } = data;
  if (!content) return { chain: [], problems: ['The time stamp holds no time.'] };
  const info = readInfo(content);
  const hash = hashNamedBy(signer.digestAlgorithm);
  const isImprint = info.hash !== undefined && imprintOf(info.hash)?.equals(info.imprint);
  const known = { at: info.at, ...(info.nonce && { nonce: info.nonce }) };
  const problems = [
    ...structureProblems(data, hash),
    ...(info.isVersion1 ? [] : ['The time stamp is of a version that is not known.']),
    ...(isImprint ? [] : [ANOTHER_DOCUMENT]),
  ];
  const leaf = certificateOfSigner(data);
  if (!leaf || !hash) {
    return {
      ...known,
      chain: [],
      problems: [...problems, 'The time stamp does not carry its authority’s certificate.'],
    };
  }
  const others = certificates.filter(certificate => certificate !== leaf);
  const chain = buildChain(leaf, others);
  const signature = { algorithm: signer.signatureAlgorithm, signed: signedBytes(signer), value: signer.signature };
  const problem = signatureProblem(signature, leaf.publicKey, hash);
  return {
    ...known,
    chain,
    problems: [
      ...problems,
      ...attributeProblems(data, content, leaf, hash),
      ...(problem === undefined ? [] : [problem]),
      ...authorityProblems(leaf, info.at),
      ...(isProvable(chain, certificates) ? [] : [FOREIGN_CERTIFICATE]),
    ],
  };
}

/** Checks a time stamp token (RFC 3161, RFC 5816); never throws. Whether its authority is trusted is another question. */
export function checkTimestampToken(token: Uint8Array, imprintOf: ImprintOf): TimestampCheck {
  try {
    return checkToken(Buffer.from(token), imprintOf);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { chain: [], problems: [error.message] };
  }
}

/**
 * The token with its authority's certificates up to the root, as far as it or `roots` have them. Public authorities leave
 * the root out; only with it does each certificate prove that it is undamaged, see `isProvable`.
 */
export function completeToken(token: Buffer, roots: readonly Certificate[]): Buffer {
  const data = readSignedData(token);
  const leaf = certificateOfSigner(data);
  if (!leaf) return token;
  const others = data.certificates.filter(certificate => certificate !== leaf);
  const chain = buildChain(leaf, [...roots, ...others]);
  return chain.at(-1)?.selfSigned ? withCertificates(token, chain) : token;
}
