import { type KeyObject, X509Certificate } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { type DerNode, derContent, derMembers, readDer, readOid, TAG } from './der.ts';
import { type DistinguishedName, readName } from './names.ts';
import { CERTIFICATE_OID } from './object-identifiers.ts';

/** What a certificate says, with the raw DER of the parts that signatures refer to. */
export interface Certificate {
  readonly der: Buffer;
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  readonly serialDer: Buffer;
  readonly issuerDer: Buffer;
  readonly subjectDer: Buffer;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Signed with its own key; it need not be an authority's for that. */
  readonly selfSigned: boolean;
  /** May issue certificates, with at most `pathLength` further authorities below it. */
  readonly authority: boolean;
  readonly pathLength: number;
  /** May sign documents: its key usage names digitalSignature or nonRepudiation, or nothing is named. */
  readonly signsDocuments: boolean;
  /** May be used to agree on a key, so that something can be encrypted to it. */
  readonly agreesKeys: boolean;
  /** May sign revocation lists. */
  readonly signsRevocationLists: boolean;
  /** What the key may be used for, as object identifiers; missing when the certificate does not limit it. */
  readonly extendedUsage?: ExtendedUsage;
}

/** The extended key usage of a certificate; `critical` when software that does not know it must refuse the certificate. */
export interface ExtendedUsage {
  readonly critical: boolean;
  readonly purposes: readonly string[];
}

/** An extension of a certificate or revocation list: `value` is the DER inside. */
export interface Extension {
  readonly critical: boolean;
  readonly value: Buffer;
}

const DIGITAL_SIGNATURE_OR_NON_REPUDIATION = 0xc0;
const KEY_AGREEMENT = 0x08;
const KEY_CERT_SIGN = 0x04;
const CRL_SIGN = 0x02;

/** Reads a UTCTime or GeneralizedTime as certificates and revocation lists write it: UTC, to the second. */
export function readTime(node: DerNode | undefined): Date {
  const text = node?.content.toString('latin1') ?? '';
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  const [year = '', month, day, hour, minute, second] = match?.slice(1) ?? [];
  const century = year.length === 4 ? '' : Number(year) < 50 ? '20' : '19';
  const time = new Date(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(time.getTime()))
    throw new AppError('certificate.damaged', 'A date in the certificate cannot be read.');
  return time;
}

/** Reads a SEQUENCE OF Extension (RFC 5280 §4.1) by identifier. */
export function readExtensions(sequence: DerNode | undefined): ReadonlyMap<string, Extension> {
  return new Map(
    derMembers(sequence, TAG.sequence).map(extension => {
      const members = derMembers(extension, TAG.sequence);
      const isCritical = members.length === 3 && derContent(members[1], TAG.boolean)[0] !== 0;
      return [readOid(members[0]), { critical: isCritical, value: derContent(members.at(-1), TAG.octetString) }];
    }),
  );
}

function extensionsOf(body: readonly DerNode[]): ReadonlyMap<string, Extension> {
  const wrapper = body.find(node => node.tag === TAG.context3);
  return wrapper ? readExtensions(derMembers(wrapper, TAG.context3)[0]) : new Map();
}

function readExtendedUsage(extension: Extension | undefined): Pick<Certificate, 'extendedUsage'> {
  if (!extension) return {};
  const purposes = derMembers(readDer(extension.value), TAG.sequence).map(readOid);
  return { extendedUsage: { critical: extension.critical, purposes } };
}

function readConstraints(value: Buffer | undefined): Pick<Certificate, 'authority' | 'pathLength'> {
  const members = value ? derMembers(readDer(value), TAG.sequence) : [];
  const limit = members.find(node => node.tag === TAG.integer);
  return {
    authority: members[0]?.tag === TAG.boolean && members[0].content[0] !== 0,
    pathLength: limit ? (limit.content[0] ?? 0) : Number.POSITIVE_INFINITY,
  };
}

/** Reads an X.509 certificate. Throws AppError `certificate.damaged` when it is damaged. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const der = Buffer.from(bytes);
  const all = derMembers(derMembers(readDer(der), TAG.sequence)[0], TAG.sequence);
  const body = all[0]?.tag === TAG.context0 ? all.slice(1) : all;
  const [serial, , issuer, validity, subject] = body;
  if (!serial || !issuer || !subject) throw new AppError('certificate.damaged', 'The certificate is damaged.');
  const [notBefore, notAfter] = derMembers(validity, TAG.sequence);
  const extensions = extensionsOf(body);
  const usageBits = extensions.get(CERTIFICATE_OID.keyUsage)?.value;
  const usage = usageBits ? (derContent(readDer(usageBits), TAG.bitString)[1] ?? 0) : 0xff;
  const constraints = readConstraints(extensions.get(CERTIFICATE_OID.basicConstraints)?.value);
  const library = parseWithLibrary(der);
  return {
    der,
    ...library,
    serialDer: serial.bytes,
    issuerDer: issuer.bytes,
    subjectDer: subject.bytes,
    issuer: readName(issuer.bytes),
    subject: readName(subject.bytes),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    selfSigned: issuer.bytes.equals(subject.bytes) && isSignedWith(library.x509, library.publicKey),
    authority: constraints.authority && (usage & KEY_CERT_SIGN) !== 0,
    pathLength: constraints.pathLength,
    signsDocuments: (usage & DIGITAL_SIGNATURE_OR_NON_REPUDIATION) !== 0,
    agreesKeys: (usage & KEY_AGREEMENT) !== 0,
    signsRevocationLists: (usage & CRL_SIGN) !== 0,
    ...readExtendedUsage(extensions.get(CERTIFICATE_OID.extendedKeyUsage)),
  };
}

/** The key is read at once, since the library only finds out then that it is damaged or of an unknown kind. */
function parseWithLibrary(der: Buffer): Pick<Certificate, 'x509' | 'publicKey'> {
  try {
    const x509 = new X509Certificate(der);
    return { x509, publicKey: x509.publicKey };
  } catch (cause) {
    throw new AppError('certificate.damaged', 'The certificate is damaged.', { cause });
  }
}

function isSignedWith(x509: X509Certificate, key: KeyObject): boolean {
  try {
    return x509.verify(key);
  } catch {
    return false; // signed with an algorithm that this computer's OpenSSL does not know
  }
}

/** Whether the moment lies within the certificate's dates. */
export const isValidAt = (certificate: Certificate, moment: Date): boolean =>
  certificate.notBefore <= moment && moment <= certificate.notAfter;

/** Whether the authority `issuer` really signed the certificate: names, key identifiers, key usage and the signature itself. */
export const isIssuedBy = (certificate: Certificate, issuer: Certificate): boolean =>
  certificate.x509.checkIssued(issuer.x509) && isSignedWith(certificate.x509, issuer.publicKey);
