import { createPrivateKey, createPublicKey, randomBytes, webcrypto } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { SigningIdentity } from './cms.ts';
import { CERTIFICATE_OID } from './object-identifiers.ts';
import { x509 } from './x509-library.ts';

/** Whom a certificate is for. `title` is as what the person signs. */
export interface Subject {
  readonly commonName: string;
  readonly organisation?: string;
  readonly title?: string;
}

/** The parts of a certificate that its issuer decides. Without `issuer` it is signed with the subject's own key. */
export interface CertificateDraft {
  readonly subject: x509.Name;
  readonly keys: { readonly publicKey: webcrypto.CryptoKey; readonly privateKey?: webcrypto.CryptoKey };
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly x509.Extension[];
  readonly issuer: SigningIdentity | undefined;
}

/** A key pair of an authority, ready to sign with, and its name. */
export interface AuthorityKeys {
  readonly name: x509.Name;
  readonly publicKey: webcrypto.CryptoKey;
  readonly privateKey: webcrypto.CryptoKey;
}

/** The algorithm of all keys that are made here, authorities' among them. */
export const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const LONGEST_NAME = 64; // RFC 5280 appendix A.1, ub-common-name and ub-organization-name
const LONGEST_EMAIL = 255; // the same, ub-emailaddress-length
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

function namePart(value: string, what: string): string {
  const text = value.trim();
  if (text === '' || text.length > LONGEST_NAME || /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(text)) {
    throw new AppError(
      'identity.name',
      `The ${what} must have 1 to ${LONGEST_NAME} ordinary characters to go into a certificate.`,
    );
  }
  return text;
}

/** The subject as a certificate has it, the person last. Throws AppError for a name that is empty or too long. */
export function subjectName({ commonName, organisation, title }: Subject): x509.Name {
  return new x509.Name([
    ...(organisation ? [{ O: [{ utf8String: namePart(organisation, 'organisation') }] }] : []),
    ...(title ? [{ [CERTIFICATE_OID.title]: [{ utf8String: title }] }] : []),
    { CN: [{ utf8String: namePart(commonName, 'name') }] },
  ]);
}

/** The extension with an e-mail address, if there is one. Throws AppError for one that cannot go into a certificate. */
export function emailExtension(email: string | undefined): readonly x509.Extension[] {
  if (!email) return [];
  if (email.length > LONGEST_EMAIL || !EMAIL.test(email)) {
    throw new AppError(
      'identity.email',
      'The e-mail address cannot go into a certificate. Correct it or leave it out.',
    );
  }
  return [new x509.SubjectAlternativeNameExtension([{ type: 'email', value: email }])];
}

/**
 * The extensions of a certificate to sign documents with. Besides documentSigning it names emailProtection, without which
 * NSS, and so pdfsig, does not accept it.
 */
export function signerExtensions(email: string | undefined): readonly x509.Extension[] {
  const usage = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation;
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(usage, true),
    new x509.ExtendedKeyUsageExtension([CERTIFICATE_OID.documentSigning, CERTIFICATE_OID.emailProtection], false),
    ...emailExtension(email),
  ];
}

/** From `now`, to the second, for some years. */
export function validity(now: Date, years: number): { readonly notBefore: Date; readonly notAfter: Date } {
  const notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  return { notBefore, notAfter };
}

/** 16 random bytes as a positive integer of full length (RFC 5280 §4.1.2.2 allows up to 20). */
function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

/** The algorithm of a key in WebCrypto's words. */
function algorithmOf(key: ReturnType<typeof createPublicKey>) {
  if (key.asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
  const namedCurve = key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'P-384' : 'P-256';
  return { name: 'ECDSA', namedCurve, hash: 'SHA-256' } as const;
}

/** A private key (PKCS #8) as a pair for the certificate library, with the algorithm that it signs by. */
export async function importKeyPair(privateKeyPkcs8: Uint8Array) {
  const key = createPublicKey(createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' }));
  const algorithm = algorithmOf(key);
  const { subtle } = webcrypto;
  const publicKey = await importPublicKey(key);
  const privateKey = await subtle.importKey('pkcs8', privateKeyPkcs8, algorithm, false, ['sign']);
  return { algorithm, keys: { publicKey, privateKey } };
}

/** A public key for the certificate library. */
export const importPublicKey = (key: ReturnType<typeof createPublicKey>): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('spki', key.export({ format: 'der', type: 'spki' }), algorithmOf(key), true, ['verify']);

/** The keys and name of an authority that was made here. */
export async function authorityKeys(authority: SigningIdentity): Promise<AuthorityKeys> {
  const { keys } = await importKeyPair(authority.privateKeyPkcs8);
  return { name: new x509.X509Certificate(Buffer.from(authority.chain[0])).subjectName, ...keys };
}

/** Makes and signs a certificate with a random serial number and the identifiers of its own and its issuer's key. */
export async function buildCertificate(draft: CertificateDraft): Promise<x509.X509Certificate> {
  const { subject, keys, notBefore, notAfter } = draft;
  const own = keys.privateKey && { name: subject, publicKey: keys.publicKey, privateKey: keys.privateKey };
  const issuer = draft.issuer ? await authorityKeys(draft.issuer) : own;
  if (!issuer) throw new TypeError('a certificate needs a key that signs it');
  return x509.X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    notBefore,
    notAfter,
    subject,
    issuer: issuer.name,
    publicKey: keys.publicKey,
    signingKey: issuer.privateKey,
    signingAlgorithm: P256,
    extensions: [
      ...draft.extensions,
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
}
