import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDate } from '../../shared/british.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler, TaskContext } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import type { Reader } from '../db/statements.ts';
import { readCertificate } from '../signing/certificates.ts';
import type { SigningIdentity } from '../signing/cms.ts';
import type { ImportedIdentity } from '../signing/identity-import.ts';
import { revocationOf } from './authority-rows.ts';
import { certificateFacts, fingerprintOf, type HeldIdentity, heldIdentity, keepIdentity } from './identity-rows.ts';
import { everyone, personById } from './people.ts';

// What makes and takes in certificates brings a library with it that takes long to load, so it waits for its first use.
const requests = () => import('../signing/certificate-request.ts');
const making = () => import('../signing/identity.ts');
const importing = () => import('../signing/identity-import.ts');

/** Years for which a certificate of a workspace's own making is valid. */
const validYears = 3;
/** The largest file that is read as an identity or certificate, in bytes: real ones have a hundredth of it. */
const largestFile = 1_000_000;

/** A signing identity as screens and the audit log name it. */
export interface IdentityFacts {
  /** SHA-256 of the certificate, by which a reader compares it with the organisation's record. */
  readonly fingerprint: string;
  readonly expires: string;
}

const factsOf = (certificate: Uint8Array): IdentityFacts => ({
  fingerprint: fingerprintOf(certificate),
  expires: readCertificate(certificate).notAfter.toISOString(),
});

/** The certificate that this person would sign with, or null before the first signature. */
export function identityFacts(reader: Reader, personId: string): IdentityFacts | null {
  const held = heldIdentity(reader, personId);
  return held && !isOutgrown(held, personById(reader, personId).name) ? factsOf(held.chain[0]) : null;
}

/** A certificate of the workspace's own making follows its owner's name; one that somebody else vouches for does not. */
const isOutgrown = ({ origin, chain: [certificate] }: HeldIdentity, name: string): boolean =>
  origin === 'own' && readCertificate(certificate).subject.commonName !== name;

/**
 * The identity that a person signs with. Without one, or when one of the workspace's own making has expired or bears an earlier name, a new one is
 * made; the key never leaves the encrypted workspace. Throws AppError `identity.expired` or `identity.revoked` for one that somebody else has to renew.
 */
export async function signingIdentity(
  context: TaskContext,
  personId: string,
): Promise<SigningIdentity & IdentityFacts> {
  const held = context.query(({ reader }) => heldIdentity(reader, personId));
  const { name } = context.query(({ reader }) => personById(reader, personId));
  if (!held || isOutgrown(held, name)) return makeOwn(context, personId);
  const facts = factsOf(held.chain[0]);
  if (Date.parse(facts.expires) <= context.now.getTime()) {
    if (held.origin === 'own') return makeOwn(context, personId);
    throw new AppError(
      'identity.expired',
      `The certificate of this signing identity expired on ${formatDate(facts.expires)}. Have it renewed, or take in a new one.`,
    );
  }
  if (context.query(({ reader }) => revocationOf(reader, held.chain[0]))) {
    throw new AppError(
      'identity.revoked',
      'The certificate of this signing identity was withdrawn. Have a new one issued before signing.',
    );
  }
  return { ...held, ...facts };
}

/** The workspace owner's signing identity: see `signingIdentity`. */
export const ownIdentity = (context: TaskContext): Promise<SigningIdentity & IdentityFacts> =>
  signingIdentity(
    context,
    context.query(({ workspace }) => workspace.ownerId),
  );

async function makeOwn(context: TaskContext, personId: string): Promise<SigningIdentity & IdentityFacts> {
  const { name, organisation } = context.query(({ reader, workspace }) => ({
    name: personById(reader, personId).name,
    organisation: workspace.organisation,
  }));
  const { createIdentity } = await making();
  const made = await createIdentity({ commonName: name, organisation, now: context.now, validYears });
  const facts = factsOf(made.certificateDer);
  context.command(command => {
    const id = keepIdentity(command, personId, { ...made, origin: 'own' });
    const detail = { certificateSha256: facts.fingerprint, notAfter: facts.expires };
    command.record({ type: 'identity.made', subjectId: id, detail });
  });
  return { chain: made.chain, privateKeyPkcs8: made.privateKeyPkcs8, ...facts };
}

const shownIdentity = ({ chain: [certificate], origin }: HeldIdentity) => ({
  ...certificateFacts(certificate),
  origin,
});

export const listIdentities: Handler<'identity.list'> = ({ reader }) =>
  everyone(reader).map(({ id, name, role }) => {
    const held = heldIdentity(reader, id);
    return { personId: id, name, role, identity: held ? shownIdentity(held) : null };
  });

export const makeIdentity: Handler<'identity.make'> = async (context, { personId }) => {
  const made = await makeOwn(context, personId);
  return shownIdentity({ ...made, origin: 'own' });
};

/** Asks for a file and reads it. Null when nobody chose one. Throws AppError `file.tooLarge`. */
export async function readChosenFile(
  { dialogs }: TaskContext,
  title: string,
  kind: { readonly name: string; readonly extensions: readonly string[] },
): Promise<{ fileName: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const file = await dialogs.chooseFile(title, kind);
  if (file === null) return null;
  const bytes = new Uint8Array(readFileSync(file));
  if (bytes.length <= largestFile) return { fileName: path.basename(file), bytes };
  throw new AppError('file.tooLarge', 'This file is far too large for what was asked for. Choose another one.');
}

export const chooseIdentityFile: Handler<'identity.chooseFile'> = context =>
  readChosenFile(context, 'Choose a signing identity', { name: 'Signing identity', extensions: ['p12', 'pfx'] });

export const importIdentity: Handler<'identity.import'> = async (context, { personId, bytes, password }) => {
  if (bytes.length > largestFile) throw new AppError('file.tooLarge', 'This file is too large for a signing identity.');
  const { readPkcs12 } = await importing();
  return takeIn(context, personId, await readPkcs12(bytes, password, context.now), 'imported');
};

function takeIn(context: TaskContext, personId: string, imported: ImportedIdentity, origin: HeldIdentity['origin']) {
  const { identity, warnings } = imported;
  const { fingerprint, expires } = factsOf(identity.chain[0]);
  context.command(command => {
    personById(command.reader, personId);
    const id = keepIdentity(command, personId, { ...identity, origin });
    const detail = { personId, certificateSha256: fingerprint, notAfter: expires };
    command.record({ type: 'identity.imported', subjectId: id, detail });
  });
  return { identity: shownIdentity({ ...identity, origin }), warnings: [...warnings] };
}

/** A certificate request for the person's key; without an identity one is made first. */
export async function requestOf(context: TaskContext, personId: string) {
  const held = context.query(({ reader }) => heldIdentity(reader, personId)) ?? (await makeOwn(context, personId));
  const { name, organisation } = context.query(({ reader, workspace }) => ({
    name: personById(reader, personId).name,
    organisation: workspace.organisation,
  }));
  const { privateKeyPkcs8 } = held;
  const { certificateRequest } = await requests();
  return { ...(await certificateRequest({ commonName: name, organisation, privateKeyPkcs8 })), privateKeyPkcs8 };
}

export const saveRequest: Handler<'identity.saveRequest'> = async (context, { personId }) => {
  const { pem, der } = await requestOf(context, personId);
  const { readCertificateRequest } = await requests();
  const { commonName, keySha256 } = await readCertificateRequest(der);
  const file = await context.dialogs.saveFile('Save the certificate request', `${commonName} certificate request.csr`);
  if (file === null) return null;
  writeDurably(file, Buffer.from(pem));
  context.command(({ record }) =>
    record({ type: 'identity.requested', subjectId: personId, detail: { personId, keySha256 } }),
  );
  return { file };
};

export const installIssued: Handler<'identity.installIssued'> = async (context, { personId }) => {
  const held = context.query(({ reader }) => heldIdentity(reader, personId));
  if (!held) throw new AppError('identity.none', 'Save a certificate request for this person first.');
  const kind = { name: 'Certificate', extensions: ['pem', 'crt', 'cer'] };
  const chosen = await readChosenFile(context, 'Choose the certificate that was issued', kind);
  if (!chosen) return null;
  const { readIssuedCertificate } = await importing();
  return takeIn(context, personId, readIssuedCertificate(chosen.bytes, held.privateKeyPkcs8, context.now), 'issued');
};
