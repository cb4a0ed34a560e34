import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { formatDate } from '../../shared/british.ts';
import { AppError } from '../../shared/errors.ts';
import { type Certificate, isValidAt, readCertificate } from './certificates.ts';
import { type SigningIdentity, sha256 } from './cms.ts';
import { keyFingerprint, kindOfKey } from './key-kinds.ts';
import { CERTIFICATE_OID } from './object-identifiers.ts';
import { derBlocks } from './pem.ts';
import { openPkcs12 } from './pkcs12.ts';
import { buildChain, isProvable } from './trust.ts';

/** An identity that came from outside, with what a person should see before keeping it. */
export interface ImportedIdentity {
  readonly identity: SigningIdentity;
  readonly facts: ImportedFacts;
  /** What makes the identity less than ideal, in plain words. */
  readonly warnings: readonly string[];
}

/** Whose identity it is, for showing. */
export interface ImportedFacts {
  readonly name: string;
  readonly organisation?: string;
  readonly issuer: string;
  readonly selfSigned: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Such as `EC P-256` or `RSA 3072`. */
  readonly keyKind: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
}

interface Pair {
  readonly key: KeyObject;
  readonly certificate: Certificate;
}

const MOST_CERTIFICATES = 50;

/**
 * Takes the signing identity out of a PKCS #12 file (.p12, .pfx): of several keys the first whose certificate may sign
 * documents and is valid now. Throws AppError for what `openPkcs12` refuses, and for a file without a usable identity.
 */
export async function readPkcs12(bytes: Uint8Array, password: string, now: Date): Promise<ImportedIdentity> {
  const { certificates: ders, privateKeys } = await openPkcs12(bytes, password);
  if (privateKeys.length === 0) {
    throw new AppError(
      'identity.noKey',
      'The file holds certificates but no private key. Export the identity again and choose to export the private key with it.',
    );
  }
  const certificates = ders.slice(0, MOST_CERTIFICATES).map(readCertificate);
  const pairs = privateKeys.flatMap(key => pairUp(key, certificates));
  return importPair(choosePair(pairs, now), certificates, now);
}

/**
 * Joins the certificate that an authority issued (PEM with the authority's own, or DER) with the key it was requested for.
 * Throws AppError when it is for another key or cannot be used.
 */
export function readIssuedCertificate(reply: Uint8Array, privateKeyPkcs8: Uint8Array, now: Date): ImportedIdentity {
  const certificates = derBlocks(reply, 'CERTIFICATE').slice(0, MOST_CERTIFICATES).map(readCertificate);
  const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' });
  const pairs = pairUp(key, certificates);
  if (pairs.length === 0) {
    throw new AppError(
      'identity.otherKey',
      'The file holds no certificate for the key of this workspace. Open the certificate that was issued for the request you sent.',
    );
  }
  return importPair(choosePair(pairs, now), certificates, now);
}

/**
 * The key with each certificate for it. Keys are compared by their bytes: `KeyObject.equals` leaves an error behind for keys
 * of different kinds, and Node blames the next key that is read for it.
 */
function pairUp(key: KeyObject, certificates: readonly Certificate[]): readonly Pair[] {
  const fingerprint = keyFingerprint(createPublicKey(key));
  return certificates
    .filter(certificate => keyFingerprint(certificate.publicKey) === fingerprint)
    .map(certificate => ({ key, certificate }));
}

function choosePair(pairs: readonly Pair[], now: Date): Pair {
  const signing = pairs.filter(({ certificate }) => certificate.signsDocuments && !certificate.authority);
  const chosen = signing.find(({ certificate }) => isValidAt(certificate, now)) ?? signing[0];
  if (!chosen) {
    throw new AppError(
      'identity.notForSigning',
      'The file holds no certificate for signing documents that belongs to its private key. Choose another identity.',
    );
  }
  return chosen;
}

function importPair({ key, certificate }: Pair, carried: readonly Certificate[], now: Date): ImportedIdentity {
  const kind = kindOfKey(certificate.publicKey);
  requireValid(certificate, now);
  const { chain, isWhole } = wholeChain(certificate, carried);
  const { subject, issuer, selfSigned, notBefore, notAfter } = certificate;
  return {
    identity: {
      chain: [certificate.der, ...chain.slice(1).map(member => member.der)],
      privateKeyPkcs8: new Uint8Array(key.export({ format: 'der', type: 'pkcs8' })),
    },
    facts: {
      name: subject.commonName ?? subject.text,
      ...(subject.organisation !== undefined && { organisation: subject.organisation }),
      issuer: issuer.text,
      selfSigned,
      notBefore,
      notAfter,
      keyKind: kind.name,
      fingerprint: sha256(certificate.der).toString('hex'),
    },
    warnings: warningsAbout(certificate, kind.short, isWhole),
  };
}

function requireValid({ notBefore, notAfter }: Certificate, now: Date): void {
  if (now > notAfter) {
    throw new AppError(
      'identity.expired',
      `The certificate of this identity expired on ${formatDate(notAfter.toISOString())}. Have it renewed and import the new one.`,
    );
  }
  if (now < notBefore) {
    throw new AppError(
      'identity.notYetValid',
      `The certificate of this identity is only valid from ${formatDate(notBefore.toISOString())}. Import it then, or check the date of this computer.`,
    );
  }
}

/** The certificates that a signature may carry: up to a self-signed one, or else only the signer's own, see `isProvable`. */
function wholeChain(leaf: Certificate, carried: readonly Certificate[]) {
  const others = carried.filter(member => !member.der.equals(leaf.der));
  const chain = buildChain(leaf, others);
  const isWhole = isProvable(chain, chain) && (chain.length > 1 || leaf.selfSigned);
  return { chain: isWhole ? chain : [leaf], isWhole };
}

function warningsAbout(certificate: Certificate, isShort: boolean, isWhole: boolean): readonly string[] {
  const purposes = certificate.extendedUsage?.purposes ?? [CERTIFICATE_OID.emailProtection];
  return [
    ...(isShort ? ['The key is shorter than the 3072 bits that are recommended for RSA today.'] : []),
    ...(isWhole
      ? []
      : [
          'The file does not hold the certificates of its authority up to the root. Signatures are right, but a reader must have those certificates to see them as trusted.',
        ]),
    ...(purposes.includes(CERTIFICATE_OID.emailProtection)
      ? []
      : ['The certificate is not meant for documents or e-mail, so that some readers will not show it as trusted.']),
  ];
}
