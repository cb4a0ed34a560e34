import type { KeyObject } from 'node:crypto';
import { formatDate } from '../../shared/british.ts';
import { AppError } from '../../shared/errors.ts';
import {
  authorityKeys,
  buildCertificate,
  importPublicKey,
  P256,
  signerExtensions,
  subjectName,
  validity,
} from './certificate-building.ts';
import { emailOf, type RequestFacts } from './certificate-request.ts';
import { type Certificate, isIssuedBy, isValidAt, readCertificate } from './certificates.ts';
import type { SigningIdentity } from './cms.ts';
import { derUnsigned } from './der.ts';
import { CERTIFICATE_OID } from './object-identifiers.ts';
import { pemOf } from './pem.ts';
import { REPORT_FIELDS, roleOfField } from './report-fields.ts';
import { REVOCATION_REASONS, type RevocationReason } from './revocation-list.ts';
import { x509 } from './x509-library.ts';

/** As what the holder of a certificate signs. */
export type CertificateRole = 'assessor' | 'qualityAssurer';

/** On whose authority, and for how long from `now`; never longer than the authority's own certificate. */
export interface Issuing {
  readonly authority: SigningIdentity;
  readonly now: Date;
  readonly validYears: number;
}

/** An issued certificate. `chainPem` is the file to send back: the certificate and then its authority's. */
export interface IssuedCertificate {
  readonly certificateDer: Uint8Array;
  readonly chainPem: string;
  /** Hexadecimal, lower case; the organisation's record needs it for withdrawing the certificate. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** A certificate that is no longer good. */
export interface RevokedCertificate {
  readonly serial: string;
  readonly at: Date;
  readonly reason: RevocationReason;
}

/** All certificates of an authority that were withdrawn so far, and when the next list is due. */
export interface RevocationListDraft {
  readonly authority: SigningIdentity;
  readonly revoked: readonly RevokedCertificate[];
  readonly now: Date;
  readonly nextUpdate: Date;
}

const LONGEST_VALIDITY = 10;

/**
 * Issues a certificate to sign documents with, for a request that `readCertificateRequest` has read and a person has
 * compared. Throws AppError when the authority cannot issue now or a name cannot go into a certificate.
 */
export async function issueFromRequest(
  request: RequestFacts,
  issuing: Issuing & { readonly role: CertificateRole },
): Promise<IssuedCertificate> {
  const { commonName, organisation, email, publicKey } = request;
  const title = roleOfField(REPORT_FIELDS[issuing.role]);
  const subject = subjectName({ commonName, title, ...(organisation !== undefined && { organisation }) });
  return issue({ subject, email, publicKey }, issuing);
}

/**
 * Issues a certificate with new dates and serial number for the same person, role and key. Throws AppError when the old one
 * is not the authority's.
 */
export async function renewCertificate(certificateDer: Uint8Array, issuing: Issuing): Promise<IssuedCertificate> {
  const old = readCertificate(certificateDer);
  if (old.authority || !isIssuedBy(old, readCertificate(issuing.authority.chain[0]))) {
    throw new AppError('authority.foreign', 'This certificate was not issued by your organisation’s authority.');
  }
  const { subjectName: subject, extensions } = new x509.X509Certificate(old.der);
  return issue({ subject, email: emailOf(extensions), publicKey: old.publicKey }, issuing);
}

interface Holder {
  readonly subject: x509.Name;
  readonly email: string | undefined;
  readonly publicKey: KeyObject;
}

async function issue(holder: Holder, { authority, now, validYears }: Issuing): Promise<IssuedCertificate> {
  const issuer = requireAuthority(authority, now);
  if (!Number.isInteger(validYears) || validYears < 1 || validYears > LONGEST_VALIDITY) {
    throw new AppError('authority.years', `A certificate is valid for 1 to ${LONGEST_VALIDITY} whole years.`);
  }
  const { notBefore, notAfter } = validity(now, validYears);
  const certificate = await buildCertificate({
    subject: holder.subject,
    keys: { publicKey: await importPublicKey(holder.publicKey) },
    notBefore,
    notAfter: notAfter < issuer.notAfter ? notAfter : issuer.notAfter,
    extensions: signerExtensions(holder.email),
    issuer: authority,
  });
  const certificateDer = new Uint8Array(certificate.rawData);
  return {
    certificateDer,
    chainPem: [certificateDer, ...authority.chain].map(der => pemOf(der, 'CERTIFICATE')).join(''),
    serial: certificate.serialNumber,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
  };
}

/** The certificate of an authority that may issue now. */
function requireAuthority(authority: SigningIdentity, now: Date): Certificate {
  const certificate = readCertificate(authority.chain[0]);
  if (!certificate.authority || !certificate.signsRevocationLists) {
    throw new AppError('authority.missing', 'This identity is not an authority and cannot issue certificates.');
  }
  if (!isValidAt(certificate, now)) {
    const dates = `${formatDate(certificate.notBefore.toISOString())} to ${formatDate(certificate.notAfter.toISOString())}`;
    throw new AppError(
      'authority.expired',
      `Your organisation’s authority is valid from ${dates}, which is not now. Check the date of this computer, or make a new authority.`,
    );
  }
  return certificate;
}

/** Makes the authority's complete revocation list (RFC 5280 §5), DER and PEM. Its number follows from `now`. */
export async function revocationList(
  draft: RevocationListDraft,
): Promise<{ readonly der: Uint8Array; readonly pem: string }> {
  const { authority, revoked, now, nextUpdate } = draft;
  requireAuthority(authority, now);
  const issuer = await authorityKeys(authority);
  const seconds = Math.floor(now.getTime() / 1000);
  const list = await x509.X509CrlGenerator.create({
    issuer: issuer.name,
    thisUpdate: new Date(seconds * 1000),
    nextUpdate,
    entries: revoked.map(({ serial, at, reason }) => ({
      serialNumber: serial,
      revocationDate: at,
      reason: REVOCATION_REASONS[reason] as x509.X509CrlReason,
    })),
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      new x509.Extension(CERTIFICATE_OID.revocationListNumber, false, derUnsigned(seconds)),
    ],
    signingAlgorithm: P256,
    signingKey: issuer.privateKey,
  });
  const der = new Uint8Array(list.rawData);
  return { der, pem: pemOf(der, 'X509 CRL') };
}
