import { z } from 'zod';
import type { IssuedCertificate } from '../../shared/contract/identities.ts';
import { AppError } from '../../shared/errors.ts';
import { type Reader, read, write } from '../db/statements.ts';
import type { CertificateRole } from '../signing/authority.ts';
import type { SigningIdentity } from '../signing/cms.ts';
import { fingerprintOf } from './identity-rows.ts';

const bytes = z.instanceof(Uint8Array);
const keyRow = z.strictObject({ id: z.string(), certificate: bytes, privateKey: bytes });
const theAuthority = read()('SELECT id, certificate, private_key FROM authority', keyRow);
const latestSeal = read()(
  'SELECT id, certificate, private_key FROM organisation_seal ORDER BY made_at DESC, rowid DESC LIMIT 1',
  keyRow,
);
/** Inserts the workspace's one authority. */
export const insertAuthority = write<{ id: string; certificate: Uint8Array; privateKey: Uint8Array; at: string }>(
  'INSERT INTO authority (id, certificate, private_key, made_at) VALUES (@id, @certificate, @privateKey, @at)',
);
/** Inserts an identity with which the organisation signs. */
export const insertSeal = write<{
  id: string;
  authorityId: string;
  certificate: Uint8Array;
  privateKey: Uint8Array;
  at: string;
}>(
  'INSERT INTO organisation_seal (id, authority_id, certificate, private_key, made_at) VALUES (@id, @authorityId, @certificate, @privateKey, @at)',
);

const issuedRow = z.strictObject({
  id: z.string(),
  serial: z.string(),
  certificate: bytes,
  holder: z.string(),
  role: z.enum(['assessor', 'qualityAssurer']),
  personId: z.string().nullable(),
  issuedAt: z.string(),
  notAfter: z.string(),
  revokedAt: z.string().nullable(),
  revocationReason: z
    .enum([
      'unspecified',
      'keyCompromise',
      'affiliationChanged',
      'superseded',
      'cessationOfOperation',
      'privilegeWithdrawn',
    ])
    .nullable(),
});
export type IssuedRow = z.output<typeof issuedRow>;
const issuedColumns =
  'id, serial, certificate, holder, role, person_id, issued_at, not_after, revoked_at, revocation_reason';
const everyIssued = read()(
  `SELECT ${issuedColumns} FROM issued_certificate ORDER BY issued_at DESC, rowid DESC`,
  issuedRow,
);
const oneIssued = read<{ id: string }>()(`SELECT ${issuedColumns} FROM issued_certificate WHERE id = @id`, issuedRow);
const revokedCertificate = read<{ certificate: Uint8Array }>()(
  'SELECT revoked_at AS at FROM issued_certificate WHERE certificate = @certificate AND revoked_at IS NOT NULL',
  z.strictObject({ at: z.string() }),
);
/** Inserts a certificate that the authority issued. */
export const insertIssued = write<{
  id: string;
  authorityId: string;
  serial: string;
  certificate: Uint8Array;
  holder: string;
  role: CertificateRole;
  personId: string | null;
  issuedAt: string;
  notAfter: string;
}>(
  'INSERT INTO issued_certificate (id, authority_id, serial, certificate, holder, role, person_id, issued_at, not_after) VALUES (@id, @authorityId, @serial, @certificate, @holder, @role, @personId, @issuedAt, @notAfter)',
);
/** Withdraws a certificate, for good. */
export const updateRevoked = write<{ id: string; at: string; reason: string }>(
  'UPDATE issued_certificate SET revoked_at = @at, revocation_reason = @reason WHERE id = @id',
);

/** A key of the organisation's with its chain, and the id of its row. */
export interface OrganisationKey extends SigningIdentity {
  readonly id: string;
}

/** The authority, where this workspace has one. */
export function authorityOf(reader: Reader): OrganisationKey | undefined {
  const row = reader.one(theAuthority, {});
  return row && { id: row.id, chain: [row.certificate], privateKeyPkcs8: row.privateKey };
}

/** The authority. Throws AppError `authority.none` where there is none. */
export function requireAuthority(reader: Reader): OrganisationKey {
  const authority = authorityOf(reader);
  if (authority) return authority;
  throw new AppError('authority.none', 'This workspace has no authority yet. Make one first.');
}

/** The seal that the organisation signs with, where it has one. */
export function sealOf(reader: Reader): OrganisationKey | undefined {
  const row = reader.one(latestSeal, {});
  const authority = authorityOf(reader);
  return (
    row && authority && { id: row.id, chain: [row.certificate, ...authority.chain], privateKeyPkcs8: row.privateKey }
  );
}

/** Everything that the authority issued, the latest first. */
export const everyIssuedRow = (reader: Reader): readonly IssuedRow[] => reader.all(everyIssued, {});

/** The issued certificate with this id. Throws AppError `certificate.unknown`. */
export function issuedById(reader: Reader, id: string): IssuedRow {
  const row = reader.one(oneIssued, { id });
  if (!row) throw new AppError('certificate.unknown', 'The authority of this workspace issued no such certificate.');
  return row;
}

/** When the workspace's own authority withdrew this certificate, or undefined. */
export const revocationOf = (reader: Reader, certificate: Uint8Array): string | undefined =>
  reader.one(revokedCertificate, { certificate })?.at;

/** What screens show of an issued certificate. */
export function issuedFacts(row: IssuedRow): IssuedCertificate {
  const { id, holder, role, serial, certificate, issuedAt, notAfter, personId, revokedAt, revocationReason } = row;
  const revoked = revokedAt !== null && revocationReason !== null ? { at: revokedAt, reason: revocationReason } : null;
  return { id, holder, role, serial, fingerprint: fingerprintOf(certificate), issuedAt, notAfter, personId, revoked };
}
