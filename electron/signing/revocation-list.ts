import { AppError } from '../../shared/errors.ts';
import { type Certificate, type Extension, readExtensions, readTime } from './certificates.ts';
import { type DerNode, derContent, derMembers, readDer, TAG } from './der.ts';
import { type DistinguishedName, readName } from './names.ts';
import { CERTIFICATE_OID } from './object-identifiers.ts';
import { derBlocks } from './pem.ts';
import { hashOfSignature, signatureProblem } from './signature-algorithms.ts';

/** Why a certificate was withdrawn, with the codes of RFC 5280 §5.3.1; a hold that can be lifted is not used. */
export const REVOCATION_REASONS = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  privilegeWithdrawn: 9,
} as const;

export type RevocationReason = keyof typeof REVOCATION_REASONS;

/** One withdrawn certificate. */
export interface Revocation {
  readonly at: Date;
  /** `unspecified` also stands for reasons that are not known here. */
  readonly reason: RevocationReason;
}

/** A revocation list as read; whether its issuer signed it is another question: see `isListOf`. */
export interface RevocationList {
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  /** When a newer list is due. */
  readonly nextUpdate?: Date;
  /** By serial number: see `serialKey`. */
  readonly revoked: ReadonlyMap<string, Revocation>;
  readonly issuerDer: Buffer;
  readonly signed: Buffer;
  readonly algorithm: DerNode | undefined;
  readonly signature: Buffer;
}

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
/** Critical extensions change what a list says, so that one with others must not be used (RFC 5280 §5.2). */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  CERTIFICATE_OID.revocationListNumber,
  CERTIFICATE_OID.revocationReason,
]);

const isTime = (node: DerNode | undefined): boolean => node?.tag === UTC_TIME || node?.tag === GENERALIZED_TIME;

/** A serial number as it is looked up: hexadecimal, lower case, without leading zeros. */
export const serialKey = (hex: string): string => hex.toLowerCase().replace(/^0+(?=.)/, '');

function damaged(cause?: unknown): AppError {
  const message = 'This is not a revocation list, or it is damaged. Ask the organisation for its list again.';
  return new AppError('revocationList.damaged', message, { cause });
}

function readUnderstood(sequence: DerNode | undefined): ReadonlyMap<string, Extension> {
  const extensions = sequence ? readExtensions(sequence) : new Map<string, Extension>();
  if ([...extensions].some(([oid, { critical }]) => critical && !UNDERSTOOD.has(oid))) {
    throw new AppError(
      'revocationList.unsupported',
      'The revocation list is not a complete one of a single authority. Ask the organisation for its full list.',
    );
  }
  return extensions;
}

function readRevocation(entry: DerNode): readonly [serial: string, revocation: Revocation] {
  const [serial, at, extensions] = derMembers(entry, TAG.sequence);
  const reason = readUnderstood(extensions).get(CERTIFICATE_OID.revocationReason)?.value;
  const code = reason && derContent(readDer(reason), TAG.enumerated)[0];
  const names = Object.keys(REVOCATION_REASONS) as readonly RevocationReason[];
  return [
    serialKey(derContent(serial, TAG.integer).toString('hex')),
    { at: readTime(at), reason: names.find(name => REVOCATION_REASONS[name] === code) ?? 'unspecified' },
  ];
}

function readList(der: Buffer): RevocationList {
  const [body, algorithm, signature] = derMembers(readDer(der), TAG.sequence);
  const members = derMembers(body, TAG.sequence);
  // The first version of the format does not say so.
  const [innerAlgorithm, issuer, thisUpdate, ...optional] =
    members[0]?.tag === TAG.integer ? members.slice(1) : members;
  const bits = derContent(signature, TAG.bitString);
  const isWhole = body && issuer && innerAlgorithm && algorithm?.bytes.equals(innerAlgorithm.bytes) && bits[0] === 0;
  if (!isWhole) throw damaged();
  const nextUpdate = optional.find(isTime);
  const entries = optional.find(node => node.tag === TAG.sequence);
  const wrapper = optional.find(node => node.tag === TAG.context0);
  readUnderstood(wrapper && derMembers(wrapper, TAG.context0)[0]);
  return {
    issuer: readName(issuer.bytes),
    thisUpdate: readTime(thisUpdate),
    ...(nextUpdate && { nextUpdate: readTime(nextUpdate) }),
    revoked: new Map(entries ? derMembers(entries, TAG.sequence).map(readRevocation) : []),
    issuerDer: issuer.bytes,
    signed: body.bytes,
    algorithm,
    signature: bits.subarray(1),
  };
}

/**
 * Reads a certificate revocation list (RFC 5280 §5), DER or PEM. Throws AppError `revocationList.damaged`, or
 * `revocationList.unsupported` for one that is not complete by itself.
 */
export function readRevocationList(bytes: Uint8Array): RevocationList {
  const [der] = derBlocks(bytes, 'X509 CRL');
  if (!der) throw damaged();
  try {
    return readList(der);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'certificate.damaged') throw error;
    throw damaged(error);
  }
}

/** Whether this authority really signed the list. */
export function isListOf(list: RevocationList, authority: Certificate): boolean {
  const hash = hashOfSignature(list.algorithm);
  if (!hash || !authority.signsRevocationLists || !list.issuerDer.equals(authority.subjectDer)) return false;
  const signature = { algorithm: list.algorithm, signed: list.signed, value: list.signature };
  return signatureProblem(signature, authority.publicKey, hash) === undefined;
}
