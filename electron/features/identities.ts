import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TaskContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { readCertificate } from '../signing/certificates.ts';
import type { SigningIdentity } from '../signing/cms.ts';
import { createIdentity } from '../signing/identity.ts';

const identityRow = z.strictObject({
  id: z.string(),
  certificate: z.instanceof(Uint8Array),
  privateKey: z.instanceof(Uint8Array),
});
const latestIdentity = read<{ personId: string }>()(
  'SELECT id, certificate, private_key FROM signing_identity WHERE person_id = @personId ORDER BY made_at DESC LIMIT 1',
  identityRow,
);
const insertIdentity = write<{
  id: string;
  personId: string;
  certificate: Uint8Array;
  privateKey: Uint8Array;
  madeAt: string;
}>(
  'INSERT INTO signing_identity (id, person_id, certificate, private_key, made_at) VALUES (@id, @personId, @certificate, @privateKey, @madeAt)',
);

/** Years for which a workspace's own certificate is valid. */
const validYears = 3;

/** A signing identity as screens and the audit log name it. */
export interface IdentityFacts {
  /** SHA-256 of the certificate, by which a reader compares it with the organisation's record. */
  readonly fingerprint: string;
  readonly expires: string;
}

const factsOf = (certificate: Uint8Array): IdentityFacts => ({
  fingerprint: createHash('sha256').update(certificate).digest('hex'),
  expires: readCertificate(certificate).notAfter.toISOString(),
});

/** The certificate that this person would sign with, or null before the first signature. */
export function identityFacts(reader: Reader, personId: string): IdentityFacts | null {
  const row = reader.one(latestIdentity, { personId });
  return row ? factsOf(row.certificate) : null;
}

/** The workspace owner's signing identity; made at the first signature, and again when it has expired. The key never leaves the encrypted workspace. */
export async function ownIdentity(context: TaskContext): Promise<SigningIdentity & IdentityFacts> {
  const now = context.now;
  const held = context.query(({ reader, workspace }) => reader.one(latestIdentity, { personId: workspace.ownerId }));
  if (held && Date.parse(factsOf(held.certificate).expires) > now.getTime()) {
    return { chain: [held.certificate], privateKeyPkcs8: held.privateKey, ...factsOf(held.certificate) };
  }
  const { ownerName, organisation } = context.query(({ workspace }) => workspace);
  const made = await createIdentity({ commonName: ownerName, organisation, now, validYears });
  const facts = factsOf(made.certificateDer);
  context.command(({ writer, record, newId, workspace }) => {
    const id = newId();
    const { certificateDer: certificate, privateKeyPkcs8: privateKey } = made;
    writer.run(insertIdentity, { id, personId: workspace.ownerId, certificate, privateKey, madeAt: now.toISOString() });
    record({
      type: 'identity.made',
      subjectId: id,
      detail: { certificateSha256: facts.fingerprint, notAfter: facts.expires },
    });
  });
  return { chain: made.chain, privateKeyPkcs8: made.privateKeyPkcs8, ...facts };
}
