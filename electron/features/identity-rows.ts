import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CertificateFacts } from '../../shared/contract/identities.ts';
import type { CommandContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { type Certificate, readCertificate } from '../signing/certificates.ts';
import type { SigningIdentity } from '../signing/cms.ts';
import { stored } from './stored.ts';

/** Where a person's identity came from: made here and vouched for by nobody, taken in from a file, or issued by an authority. */
export type IdentityOrigin = 'own' | 'imported' | 'issued';

const identityRow = z.strictObject({
  id: z.string(),
  certificate: z.instanceof(Uint8Array),
  /** The certificates above it, Base64. */
  authorities: stored(z.array(z.base64())),
  privateKey: z.instanceof(Uint8Array),
  origin: z.enum(['own', 'imported', 'issued']),
});
const latestIdentity = read<{ personId: string }>()(
  'SELECT id, certificate, authorities, private_key, origin FROM signing_identity WHERE person_id = @personId ORDER BY made_at DESC, rowid DESC LIMIT 1',
  identityRow,
);
const insertIdentity = write<{
  id: string;
  personId: string;
  certificate: Uint8Array;
  authorities: string;
  privateKey: Uint8Array;
  origin: IdentityOrigin;
  madeAt: string;
}>(
  'INSERT INTO signing_identity (id, person_id, certificate, authorities, private_key, origin, made_at) VALUES (@id, @personId, @certificate, @authorities, @privateKey, @origin, @madeAt)',
);

/** An identity that a person holds, with its whole chain. */
export interface HeldIdentity extends SigningIdentity {
  readonly origin: IdentityOrigin;
}

/** The identity that this person would sign with: the one that came last. */
export function heldIdentity(reader: Reader, personId: string): HeldIdentity | undefined {
  const row = reader.one(latestIdentity, { personId });
  if (!row) return undefined;
  const above = row.authorities.map(text => new Uint8Array(Buffer.from(text, 'base64')));
  return { chain: [row.certificate, ...above], privateKeyPkcs8: row.privateKey, origin: row.origin };
}

/** Keeps an identity for a person, who signs with it from then on. */
export function keepIdentity(
  { writer, newId, now }: CommandContext,
  personId: string,
  { chain: [certificate, ...authorities], privateKeyPkcs8: privateKey, origin }: HeldIdentity,
): string {
  const id = newId();
  writer.run(insertIdentity, {
    id,
    personId,
    certificate,
    authorities: JSON.stringify(authorities.map(der => Buffer.from(der).toString('base64'))),
    privateKey,
    origin,
    madeAt: now.toISOString(),
  });
  return id;
}

/** SHA-256 of a certificate in hex, by which people compare it. */
export const fingerprintOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

/** A certificate as screens name it. */
export function certificateFacts(der: Uint8Array, certificate: Certificate = readCertificate(der)): CertificateFacts {
  const { subject, issuer, notBefore, notAfter, selfSigned } = certificate;
  return {
    subject: subject.text,
    issuer: issuer.text,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    fingerprint: fingerprintOf(der),
    selfSigned,
  };
}
