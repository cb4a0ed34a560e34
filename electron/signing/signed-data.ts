import { createHash } from 'node:crypto';
import { type Certificate, readCertificate } from './certificates.ts';
import { type DerNode, derContent, derElement, derMembers, derSequence, readDer, readOid, TAG } from './der.ts';
import { OID } from './object-identifiers.ts';
import { digestOf, hashNamedBy } from './signature-algorithms.ts';

/** A CMS SignedData (RFC 5652 §5.1) with one signer, taken apart but not checked. */
export interface SignedData {
  /** It has the parts that it must have and no others. */
  readonly complete: boolean;
  readonly version: number;
  readonly digestAlgorithms: readonly DerNode[];
  readonly contentType: string;
  /** What is signed, when the structure brings it along. */
  readonly content?: Buffer;
  readonly certificates: readonly Certificate[];
  readonly signer: SignerInfo;
  /** What is wrong with the number of its parts, in plain words. */
  readonly problems: readonly string[];
}

/** The one signer; `unsigned` holds the attributes that the signature does not cover. */
export interface SignerInfo {
  readonly version: number;
  readonly issuerAndSerial: Buffer;
  readonly digestAlgorithm: DerNode | undefined;
  readonly attributes: DerNode;
  readonly signatureAlgorithm: DerNode | undefined;
  readonly signature: Buffer;
  readonly unsigned: DerNode | undefined;
  readonly complete: boolean;
}

/** Attributes by type, each with its only value; `regular` unless a type or a value is repeated. */
export interface Attributes {
  readonly values: ReadonlyMap<string, DerNode>;
  readonly regular: boolean;
}

const MOST_CERTIFICATES = 10;

/** A version number; anything but one octet is none that is known. */
const readVersion = (node: DerNode | undefined): number => {
  const content = derContent(node, TAG.integer);
  return content.length === 1 ? (content[0] ?? -1) : -1;
};

function readSigner(node: DerNode | undefined): SignerInfo {
  const [version, sid, digestAlgorithm, attributes, signatureAlgorithm, signature, unsigned, ...rest] = derMembers(
    node,
    TAG.sequence,
  );
  derContent(attributes, TAG.context0);
  return {
    version: readVersion(version),
    issuerAndSerial: derContent(sid, TAG.sequence),
    digestAlgorithm,
    attributes: attributes as DerNode,
    signatureAlgorithm,
    signature: derContent(signature, TAG.octetString),
    unsigned,
    complete: rest.length === 0,
  };
}

function readContent(members: readonly DerNode[]): { readonly content?: Buffer } {
  const [, wrapper] = members;
  if (!wrapper) return {};
  const [octets] = derMembers(wrapper, TAG.context0);
  return { content: derContent(octets, TAG.octetString) };
}

/** Takes a SignedData apart. Throws AppError when it is damaged, or has no signed attributes or no certificates. */
export function readSignedData(cms: Buffer): SignedData {
  const [type, wrapper, ...afterWrapper] = derMembers(readDer(cms), TAG.sequence);
  const [signedData, ...afterData] = derMembers(wrapper, TAG.context0);
  const [version, digests, content, certificates, signers, ...rest] = derMembers(signedData, TAG.sequence);
  const contentMembers = derMembers(content, TAG.sequence);
  const signerInfos = derMembers(signers, TAG.set);
  const certificateNodes = derMembers(certificates, TAG.context0);
  const surplus = afterWrapper.length + afterData.length + rest.length;
  return {
    complete: readOid(type) === OID.signedData && surplus === 0 && contentMembers.length <= 2,
    version: readVersion(version),
    digestAlgorithms: derMembers(digests, TAG.set),
    contentType: readOid(contentMembers[0]),
    ...readContent(contentMembers),
    certificates: certificateNodes.slice(0, MOST_CERTIFICATES).map(node => readCertificate(node.bytes)),
    signer: readSigner(signerInfos[0]),
    problems: [
      ...(signerInfos.length === 1 ? [] : ['The signature does not have exactly one signer.']),
      ...(certificateNodes.length <= MOST_CERTIFICATES ? [] : ['The signature carries too many certificates.']),
    ],
  };
}

/** The same SignedData with other certificates in it, which no signature covers. */
export function withCertificates(cms: Buffer, certificates: readonly Certificate[]): Buffer {
  const [type, wrapper] = derMembers(readDer(cms), TAG.sequence);
  const [signedData] = derMembers(wrapper, TAG.context0);
  const members = derMembers(signedData, TAG.sequence).map(({ bytes }) => bytes);
  members[3] = derElement(TAG.context0, ...certificates.map(({ der }) => der));
  return derSequence(type?.bytes ?? Buffer.alloc(0), derElement(TAG.context0, derSequence(...members)));
}

/** The signer's certificate among those that the structure carries. */
export const certificateOfSigner = ({ certificates, signer }: SignedData): Certificate | undefined =>
  certificates.find(({ issuerDer, serialDer }) => Buffer.concat([issuerDer, serialDer]).equals(signer.issuerAndSerial));

/** Reads attributes; `tag` is the one that they carry in their place. Throws AppError when they are damaged. */
export function readAttributes(node: DerNode, tag: number): Attributes {
  const values = new Map<string, DerNode>();
  let isRegular = true;
  for (const member of derMembers(node, tag)) {
    const [type, set, ...rest] = derMembers(member, TAG.sequence);
    const [value, ...others] = derMembers(set, TAG.set);
    const oid = readOid(type);
    if (!value || others.length + rest.length > 0 || values.has(oid)) isRegular = false;
    else values.set(oid, value);
  }
  return { values, regular: isRegular };
}

/** The bytes that the signer signed: its attributes as a SET (RFC 5652 §5.4). */
export function signedBytes(signer: SignerInfo): Buffer {
  const bytes = Buffer.from(signer.attributes.bytes);
  bytes[0] = TAG.set;
  return bytes;
}

const firstCertificateId = (value: DerNode): readonly DerNode[] => {
  const [certificates] = derMembers(value, TAG.sequence);
  return derMembers(derMembers(certificates, TAG.sequence)[0], TAG.sequence);
};

/** Whether the value of a signing-certificate-v2 attribute (RFC 5035 §3) is for this certificate. */
export function isBoundTo(value: DerNode, certificate: Certificate): boolean {
  const [first, second] = firstCertificateId(value);
  if (first?.tag !== TAG.sequence)
    return derContent(first, TAG.octetString).equals(digestOf('sha256', certificate.der));
  const hash = hashNamedBy(first);
  return hash !== undefined && derContent(second, TAG.octetString).equals(digestOf(hash, certificate.der));
}

/** The same for the older signing-certificate attribute (RFC 2634 §5.4), which knows SHA-1 alone; time stamps still use it. */
export function isBoundBySha1(value: DerNode, certificate: Certificate): boolean {
  const [hash] = firstCertificateId(value);
  return derContent(hash, TAG.octetString).equals(createHash('sha1').update(certificate.der).digest());
}
