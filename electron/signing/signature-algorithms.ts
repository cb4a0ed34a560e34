import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { type DerNode, derMembers, readOid, TAG } from './der.ts';
import { OID } from './object-identifiers.ts';

/** The hash algorithms that are accepted, by their names in node:crypto. */
export type HashName = keyof typeof HASHES;

const HASHES = {
  sha256: { hash: OID.sha256, ecdsa: OID.ecdsaWithSha256, rsa: OID.rsaWithSha256 },
  sha384: { hash: OID.sha384, ecdsa: OID.ecdsaWithSha384, rsa: OID.rsaWithSha384 },
  sha512: { hash: OID.sha512, ecdsa: OID.ecdsaWithSha512, rsa: OID.rsaWithSha512 },
} as const;

const HASH_NAMES = Object.keys(HASHES) as readonly HashName[];
const SHORTEST_RSA_KEY = 2048;

/** A signature as certificates, revocation lists and the CMS carry it. */
export interface SignatureValue {
  readonly algorithm: DerNode | undefined;
  readonly signed: Buffer;
  readonly value: Buffer;
}

/** Hashes the parts one after the other. */
export function digestOf(hash: HashName, ...parts: readonly Uint8Array[]): Buffer {
  return parts.reduce((state, part) => state.update(part), createHash(hash)).digest();
}

/** Whether the AlgorithmIdentifier is this one and nothing more; some algorithms must have NULL for parameters, some none. */
export function isAlgorithm(node: DerNode | undefined, oid: string, parameters: 'absent' | 'null' | 'either'): boolean {
  const [identifier, parameter, ...rest] = derMembers(node, TAG.sequence);
  if (readOid(identifier) !== oid || rest.length > 0) return false;
  if (!parameter) return parameters !== 'null';
  return parameters !== 'absent' && parameter.tag === TAG.null && parameter.content.length === 0;
}

/** The hash algorithm that an AlgorithmIdentifier names, or undefined when it is not accepted. */
export const hashNamedBy = (node: DerNode | undefined): HashName | undefined =>
  HASH_NAMES.find(name => isAlgorithm(node, HASHES[name].hash, 'either'));

/** The hash algorithm of a signature whose own identifier names it, as in certificates and revocation lists. */
export const hashOfSignature = (node: DerNode | undefined): HashName | undefined =>
  HASH_NAMES.find(
    name => isAlgorithm(node, HASHES[name].ecdsa, 'absent') || isAlgorithm(node, HASHES[name].rsa, 'either'),
  );

/** What is wrong with a signature by this key over data hashed like this, in plain words; undefined when it is right. */
export function signatureProblem(signature: SignatureValue, key: KeyObject, hash: HashName): string | undefined {
  const names = (oid: string, parameters: 'absent' | 'null'): boolean =>
    isAlgorithm(signature.algorithm, oid, parameters);
  const isEc = key.asymmetricKeyType === 'ec' && names(HASHES[hash].ecdsa, 'absent');
  const isRsaName = names(HASHES[hash].rsa, 'null') || names(OID.rsaEncryption, 'null'); // both by RFC 3370 §3.2
  const isRsa = key.asymmetricKeyType === 'rsa' && isRsaName;
  if (!isEc && !isRsa) return 'The signature uses an algorithm that is not accepted.';
  if (isRsa && (key.asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_RSA_KEY)
    return 'The signing key is too short.';
  const options = isEc ? { key, dsaEncoding: 'der' as const } : { key, padding: constants.RSA_PKCS1_PADDING };
  const isRight = verify(hash, signature.signed, options, signature.value);
  return isRight ? undefined : 'The signature does not match its certificate.';
}
