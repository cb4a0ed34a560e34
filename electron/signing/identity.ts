import { webcrypto } from 'node:crypto';
import {
  buildCertificate,
  P256,
  type Subject,
  signerExtensions,
  subjectName,
  validity,
} from './certificate-building.ts';
import type { SigningIdentity } from './cms.ts';
import { x509 } from './x509-library.ts';

/** Whose identity is made, and for how long from `now`. Without `issuer` it is self-signed. */
export interface IdentityRequest extends Omit<Subject, 'title'> {
  readonly email?: string;
  readonly now: Date;
  readonly validYears: number;
  readonly issuer?: SigningIdentity;
}

/** A certificate with its private key (PKCS #8, DER, not encrypted: keep it in the encrypted workspace only). */
export interface Identity extends SigningIdentity {
  readonly certificatePem: string;
  readonly certificateDer: Uint8Array;
}

/** Makes a P-256 key and a certificate to sign documents with. Throws AppError for a name that is empty or too long. */
export const createIdentity = async (request: IdentityRequest): Promise<Identity> =>
  makeIdentity(request, signerExtensions(request.email));

/** Makes an organisation's own authority: its certificate issues identities, and nothing below those. */
export async function createAuthority(request: Omit<IdentityRequest, 'issuer' | 'email'>): Promise<Identity> {
  const usage = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign;
  return makeIdentity(request, [
    new x509.BasicConstraintsExtension(true, 0, true),
    new x509.KeyUsagesExtension(usage, true),
  ]);
}

/** Makes a key that others encrypt to, with its certificate. It signs nothing: a key that does two things does neither well. */
export const createReceiver = async (request: Omit<IdentityRequest, 'email'>): Promise<Identity> =>
  makeIdentity(request, [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyAgreement, true),
  ]);

async function makeIdentity(request: IdentityRequest, extensions: readonly x509.Extension[]): Promise<Identity> {
  const subject = subjectName(request);
  const keys = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const dates = validity(request.now, request.validYears);
  const certificate = await buildCertificate({ subject, keys, ...dates, extensions, issuer: request.issuer });
  const certificateDer = new Uint8Array(certificate.rawData);
  return {
    certificatePem: certificate.toString('pem'),
    certificateDer,
    chain: [certificateDer, ...(request.issuer?.chain ?? [])],
    privateKeyPkcs8: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
  };
}
