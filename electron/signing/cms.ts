import { constants, createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readCertificate } from './certificates.ts';
import { derElement, derOctets, derOid, derSequence, derSetOf, derSmallInteger, TAG } from './der.ts';
import { OID } from './object-identifiers.ts';

/** Who signs: the certificate chain as DER, the signer's own first, and the private key as PKCS #8 DER. */
export interface SigningIdentity {
  readonly chain: readonly [Uint8Array, ...Uint8Array[]];
  readonly privateKeyPkcs8: Uint8Array;
}

const NULL = derElement(TAG.null);

const attribute = (type: string, value: Uint8Array): Buffer => derSequence(derOid(type), derSetOf(value));

/** Hashes the parts one after the other with SHA-256. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
}

/** The signing-certificate-v2 attribute (RFC 5035 §3): binds the signature to one certificate by its SHA-256. */
function signingCertificate(certificate: Uint8Array): Buffer {
  const { issuerDer, serialDer } = readCertificate(certificate);
  const issuerSerial = derSequence(derSequence(derElement(TAG.context4, issuerDer)), serialDer);
  return derSequence(derSequence(derSequence(derOctets(sha256(certificate)), issuerSerial)));
}

function signWith(key: KeyObject, message: Uint8Array): { readonly algorithm: Buffer; readonly value: Buffer } {
  if (key.asymmetricKeyType === 'ec') {
    return {
      algorithm: derSequence(derOid(OID.ecdsaWithSha256)),
      value: sign('sha256', message, { key, dsaEncoding: 'der' }),
    };
  }
  return {
    algorithm: derSequence(derOid(OID.rsaWithSha256), NULL),
    value: sign('sha256', message, { key, padding: constants.RSA_PKCS1_PADDING }),
  };
}

/** A signature that is made but not yet wrapped up: `value` is what a time stamp is asked for. */
export interface MadeSignature {
  readonly value: Buffer;
  readonly algorithm: Buffer;
  /** As they were signed: a SET. */
  readonly attributes: Buffer;
  readonly identity: SigningIdentity;
}

/** Signs data with the given SHA-256 by the rules of PAdES B-B. ECDSA and RSA keys. */
export function makeSignature(contentDigest: Uint8Array, identity: SigningIdentity): MadeSignature {
  const attributes = derSetOf(
    attribute(OID.contentType, derOid(OID.data)),
    attribute(OID.messageDigest, derOctets(contentDigest)),
    attribute(OID.signingCertificateV2, signingCertificate(identity.chain[0])),
  );
  const key = createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: 'der', type: 'pkcs8' });
  return { ...signWith(key, attributes), attributes, identity };
}

/** Wraps a signature up as a detached CMS SignedData, with the time stamp token over its value if there is one. */
export function wrapSignature(signature: MadeSignature, timestampToken?: Uint8Array): Buffer {
  const { chain } = signature.identity;
  const { issuerDer, serialDer } = readCertificate(chain[0]);
  const digestAlgorithm = derSequence(derOid(OID.sha256));
  // In the file the attributes carry the tag [0], but what is signed is their SET (RFC 5652 §5.4).
  const implicitAttributes = Buffer.from(signature.attributes);
  implicitAttributes[0] = TAG.context0;
  const signerInfo = derSequence(
    derSmallInteger(1),
    derSequence(issuerDer, serialDer),
    digestAlgorithm,
    implicitAttributes,
    signature.algorithm,
    derOctets(signature.value),
    ...(timestampToken ? [derElement(TAG.context1, attribute(OID.signatureTimestamp, timestampToken))] : []),
  );
  const signedData = derSequence(
    derSmallInteger(1),
    derSetOf(digestAlgorithm),
    derSequence(derOid(OID.data)),
    derElement(TAG.context0, ...chain),
    derSetOf(signerInfo),
  );
  return derSequence(derOid(OID.signedData), derElement(TAG.context0, signedData));
}

/**
 * Builds the detached CMS SignedData of a PAdES B-B signature (ETSI EN 319 142-1 §6) over data with the given SHA-256:
 * no signing-time attribute, since the time stands in the PDF.
 */
export const buildSignedData = (contentDigest: Uint8Array, identity: SigningIdentity): Buffer =>
  wrapSignature(makeSignature(contentDigest, identity));
