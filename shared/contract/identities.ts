import { z } from 'zod';
import { command, query, task } from './channel.ts';
import { personRole } from './quality-assurance.ts';
import { id, instant, line, nothing, signedReport } from './shapes.ts';

const file = z.strictObject({ file: z.string() }).nullable();
const bytes = z.instanceof(Uint8Array);
/** For how many whole years a certificate is valid; never longer than its authority's own. */
const validYears = z.number().int().min(1).max(10);
const role = z.enum(['assessor', 'qualityAssurer']);

/** A certificate as people compare it. */
const certificate = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  notBefore: instant,
  notAfter: instant,
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: z.string(),
  selfSigned: z.boolean(),
});
export type CertificateFacts = Readonly<z.infer<typeof certificate>>;

const identity = certificate.extend({
  /** `own`: made here and vouched for by nobody; `issued`: by this workspace's authority, or by another one on a request from here. */
  origin: z.enum(['own', 'imported', 'issued']),
});

const issued = z.strictObject({
  id,
  holder: z.string(),
  role,
  serial: z.string(),
  fingerprint: z.string(),
  issuedAt: instant,
  notAfter: instant,
  /** The person of this workspace whom it was issued to; null for one issued for a request file. */
  personId: id.nullable(),
  revoked: z.strictObject({ at: instant, reason: z.string() }).nullable(),
});
export type IssuedCertificate = Readonly<z.infer<typeof issued>>;

/** Why a certificate is withdrawn, by the names of RFC 5280 §5.3.1. */
const revocationReason = z.enum([
  'unspecified',
  'keyCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'privilegeWithdrawn',
]);

const request = z.strictObject({
  name: z.string(),
  organisation: z.string().nullable(),
  email: z.string().nullable(),
  keyKind: z.string(),
  /** SHA-256 of the public key: to be compared with what the sender reads out. */
  keySha256: z.string(),
});

export const identityChannels = {
  /** Everybody with the identity that they would sign with; null before one is made. */
  'identity.list': query(
    nothing,
    z.array(z.strictObject({ personId: id, name: z.string(), role: personRole, identity: identity.nullable() })),
  ),
  /** Makes a new key with a certificate that nobody else vouches for. */
  'identity.make': task(z.strictObject({ personId: id }), identity),
  /** Asks for a PKCS #12 file. Null when the person changed their mind. */
  'identity.chooseFile': task(nothing, z.strictObject({ fileName: z.string(), bytes }).nullable()),
  /** Takes the identity out of a PKCS #12 file; from then on the person signs with it. */
  'identity.import': task(
    z.strictObject({ personId: id, bytes, password: z.string().max(1000) }),
    z.strictObject({ identity, warnings: z.array(z.string()) }),
  ),
  /** Saves a request for a certificate for the person's key, to be sent to an organisation's authority. */
  'identity.saveRequest': task(z.strictObject({ personId: id }), file),
  /** Asks for the certificate that an authority issued for such a request; from then on the person signs with it. */
  'identity.installIssued': task(
    z.strictObject({ personId: id }),
    z.strictObject({ identity, warnings: z.array(z.string()) }).nullable(),
  ),

  /** The organisation's authority in this workspace with what it issued, the latest first; null before it is made. */
  'authority.get': query(
    nothing,
    z
      .strictObject({
        certificate,
        issued: z.array(issued),
        /** When the newest revocation list was made; null before anything was withdrawn or a list was saved. */
        listMadeAt: instant.nullable(),
      })
      .nullable(),
  ),
  /** Makes the authority, and the seal with which the organisation signs documents. */
  'authority.create': task(z.strictObject({ name: line, validYears }), certificate),
  /** Issues a certificate to a person of this workspace, for the key they have or a new one; from then on they sign with it. */
  'authority.issue': task(z.strictObject({ personId: id, validYears }), issued),
  /** Asks for a request file and reads it. Null when the person changed their mind. */
  'authority.readRequest': task(nothing, z.strictObject({ facts: request, bytes }).nullable()),
  /** Issues a certificate for a request that was compared, and asks where to save it for sending back. Null when no place was chosen: nothing is issued then. */
  'authority.issueForRequest': task(z.strictObject({ bytes, role, validYears }), issued.nullable()),
  /** Issues the same certificate again with new dates. One that was issued for a request file is saved for sending; null when no place was chosen. */
  'authority.renew': task(z.strictObject({ certificateId: id, validYears }), issued.nullable()),
  /** Withdraws a certificate: signatures made with it from now on are not trusted. */
  'authority.revoke': task(z.strictObject({ certificateId: id, reason: revocationReason }), nothing),
  'authority.saveRevocationList': task(nothing, file),
  /** Saves the authority's certificate, by which other workspaces and PDF readers trust what it issued. */
  'authority.saveCertificate': task(nothing, file),

  'trust.list': query(
    nothing,
    z.strictObject({
      roots: z.array(certificate.extend({ id, purpose: z.enum(['signing', 'timestamps']), addedAt: instant })),
      revocationLists: z.array(
        z.strictObject({ id, issuer: z.string(), listedAt: instant, nextUpdate: instant.nullable() }),
      ),
    }),
  ),
  /** Asks for a certificate file and says whose it is, so that its fingerprint can be compared before it is trusted. Of a chain it is the last, the authority's. Null when the person changed their mind. */
  'trust.read': task(nothing, z.strictObject({ facts: certificate, der: z.instanceof(Uint8Array) }).nullable()),
  /** Trusts a certificate that was read and compared, for signatures or for time stamps. */
  'trust.add': command(
    z.strictObject({ purpose: z.enum(['signing', 'timestamps']), der: z.instanceof(Uint8Array) }),
    certificate,
  ),
  'trust.remove': command(z.strictObject({ id }), nothing),
  /** Asks for a revocation list and goes by it from then on; one that was there from the same issuer is replaced by a newer one. */
  'trust.addRevocationList': task(
    nothing,
    z.strictObject({ issuer: z.string(), revoked: z.number().int() }).nullable(),
  ),

  /** Where time stamps come from; off until somebody has agreed to it. */
  'timestamp.get': query(nothing, z.strictObject({ address: z.string().nullable(), agreed: z.boolean() })),
  /** Sets the address of a time stamp authority, or null for none. `agreed`: the person was told that the request leaves the computer and carries only a hash. */
  'timestamp.set': command(
    z.strictObject({
      address: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .nullable(),
      agreed: z.boolean(),
    }),
    nothing,
  ),
  /** Adds a time stamp over a signed report with all its signatures. */
  'report.timestamp': task(z.strictObject({ reportId: id }), signedReport),
} as const;
