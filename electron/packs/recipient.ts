import { createECDH, createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { type Certificate, readCertificate } from '../signing/certificates.ts';
import type { SigningIdentity } from '../signing/cms.ts';
import {
  type DerNode,
  derContent,
  derElement,
  derMembers,
  derOctets,
  derOid,
  derSequence,
  derSmallInteger,
  readOid,
  TAG,
} from '../signing/der.ts';
import { ENVELOPE_OID } from '../signing/object-identifiers.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';

const KEY_BITS = Buffer.from([0, 0, 1, 0]); // 256
const WRAP = derSequence(derOid(ENVELOPE_OID.aes256Wrap));
const CONTEXT2 = 0xa2;
const CURVES = ['prime256v1', 'secp384r1'];

/** A certificate that something can be encrypted to. Throws AppError `pack.recipient` for any other. */
export function readRecipient(der: Uint8Array): Certificate {
  const certificate = readCertificate(der);
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  const isKnown = asymmetricKeyType === 'ec' && CURVES.includes(asymmetricKeyDetails?.namedCurve ?? '');
  if (isKnown && certificate.agreesKeys) return certificate;
  throw new AppError(
    'pack.recipient',
    'Nothing can be encrypted to this certificate: it is for signing, or of another kind than EC P-256 and P-384. Ask the receiver for the certificate to send packs to.',
  );
}

const curveOf = (key: KeyObject): string => key.asymmetricKeyDetails?.namedCurve ?? '';

/** The point of a public key, as it is sent: uncompressed (SEC 1 §2.3.3). */
function pointOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}

/** The key that the content key is encrypted with (RFC 5753 §7.2, with the key derivation of SEC 1 §3.6.1). */
function wrappingKey(secret: Uint8Array): Buffer {
  const sharedInfo = derSequence(WRAP, derElement(CONTEXT2, derOctets(KEY_BITS)));
  const first = Buffer.from([0, 0, 0, 1]);
  return createHash('sha256').update(secret).update(first).update(sharedInfo).digest();
}

/** Encrypts a content key to a recipient: a KeyAgreeRecipientInfo (RFC 5652 §6.2.2) with a key made for this once. */
export function keyForRecipient(recipient: Certificate, contentKey: Uint8Array): Buffer {
  const ephemeral = createECDH(curveOf(recipient.publicKey));
  const point = ephemeral.generateKeys();
  const wrapped = wrapKey(contentKey, wrappingKey(ephemeral.computeSecret(pointOf(recipient.publicKey))));
  const algorithm = derSequence(derOid(ENVELOPE_OID.ecPublicKey));
  const originatorKey = derElement(TAG.context1, algorithm, derElement(TAG.bitString, Buffer.from([0]), point));
  const { issuerDer, serialDer } = recipient;
  return derElement(
    TAG.context1,
    derSmallInteger(3),
    derElement(TAG.context0, originatorKey),
    derSequence(derOid(ENVELOPE_OID.ecdhWithSha256), WRAP),
    derSequence(derSequence(derSequence(issuerDer, serialDer), derOctets(wrapped))),
  );
}

interface RecipientInfo {
  readonly point: Buffer;
  readonly issuerAndSerial: Buffer;
  readonly wrapped: Buffer;
}

/** Takes a RecipientInfo apart; undefined for one of another kind than is written here. Throws AppError when it is damaged. */
function readRecipientInfo(node: DerNode): RecipientInfo | undefined {
  if (node.tag !== TAG.context1) return undefined;
  const [, originator, algorithm, keys] = derMembers(node, TAG.context1);
  const [agreement, wrap] = derMembers(algorithm, TAG.sequence);
  if (readOid(agreement) !== ENVELOPE_OID.ecdhWithSha256 || !wrap?.bytes.equals(WRAP)) return undefined;
  const [, bits] = derMembers(derMembers(originator, TAG.context0)[0], TAG.context1);
  const [key] = derMembers(keys, TAG.sequence);
  const [identifier, wrapped] = derMembers(key, TAG.sequence);
  return {
    point: derContent(bits, TAG.bitString).subarray(1),
    issuerAndSerial: derContent(identifier, TAG.sequence),
    wrapped: derContent(wrapped, TAG.octetString),
  };
}

function agreed(receiver: SigningIdentity, point: Buffer): Buffer | undefined {
  const key = createPrivateKey({ key: Buffer.from(receiver.privateKeyPkcs8), format: 'der', type: 'pkcs8' });
  try {
    const own = createECDH(curveOf(key));
    own.setPrivateKey(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'));
    return own.computeSecret(point);
  } catch {
    return undefined; // a point that is on no curve, or a key that agrees on nothing
  }
}

/** The content key, if one of the recipients is among the receivers, and which. Throws AppError when something is damaged. */
export function keyFromRecipients(
  recipients: readonly DerNode[],
  receivers: readonly SigningIdentity[],
): { readonly contentKey: Buffer; readonly certificate: Certificate } | undefined {
  for (const recipient of recipients.map(readRecipientInfo)) {
    for (const receiver of receivers) {
      const certificate = readCertificate(receiver.chain[0]);
      const { issuerDer, serialDer } = certificate;
      if (!recipient?.issuerAndSerial.equals(Buffer.concat([issuerDer, serialDer]))) continue;
      const secret = agreed(receiver, recipient.point);
      const isWrapped = recipient.wrapped.length === 40;
      const contentKey = secret && isWrapped ? unwrapKey(recipient.wrapped, wrappingKey(secret)) : undefined;
      if (contentKey) return { contentKey, certificate };
    }
  }
  return undefined;
}
