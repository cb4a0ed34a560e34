import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler, TaskContext } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import type { CertificateRole, IssuedCertificate as Issued } from '../signing/authority.ts';
import { readCertificate } from '../signing/certificates.ts';
import { pemOf } from '../signing/pem.ts';
import {
  authorityOf,
  everyIssuedRow,
  insertAuthority,
  insertIssued,
  insertSeal,
  issuedById,
  issuedFacts,
  type OrganisationKey,
  requireAuthority,
  sealOf,
} from './authority-rows.ts';
import { readChosenFile, requestOf } from './identities.ts';
import { certificateFacts, fingerprintOf, heldIdentity, keepIdentity } from './identity-rows.ts';
import { personById } from './people.ts';
import { listOfIssuer } from './trust-rows.ts';

// What makes certificates brings a library with it that takes long to load, so it waits for its first use.
const issuing = () => import('../signing/authority.ts');
const requests = () => import('../signing/certificate-request.ts');
const making = () => import('../signing/identity.ts');

/** Years for which the organisation's seal is valid; it is renewed by itself. */
const sealYears = 5;

export const getAuthority: Handler<'authority.get'> = ({ reader }) => {
  const authority = authorityOf(reader);
  if (!authority) return null;
  const certificate = certificateFacts(authority.chain[0]);
  const list = listOfIssuer(reader, certificate.subject);
  return { certificate, issued: everyIssuedRow(reader).map(issuedFacts), listMadeAt: list?.listedAt ?? null };
};

export const makeAuthority: Handler<'authority.create'> = async (context, { name, validYears }) => {
  if (context.query(({ reader }) => authorityOf(reader))) {
    throw new AppError('authority.exists', 'This workspace has an authority already.');
  }
  const organisation = context.query(({ workspace }) => workspace.organisation);
  const { createAuthority } = await making();
  const { certificateDer, privateKeyPkcs8 } = await createAuthority({
    commonName: name,
    organisation,
    now: context.now,
    validYears,
  });
  const facts = certificateFacts(certificateDer);
  context.command(({ writer, newId, now, record }) => {
    const id = newId();
    writer.run(insertAuthority, {
      id,
      certificate: certificateDer,
      privateKey: privateKeyPkcs8,
      at: now.toISOString(),
    });
    const detail = { certificateSha256: facts.fingerprint, notAfter: facts.notAfter };
    record({ type: 'authority.created', subjectId: id, detail });
  });
  await organisationSeal(context);
  return facts;
};

/** The identity with which the organisation signs documents, renewed when it has expired; undefined without an authority. */
export async function organisationSeal(context: TaskContext): Promise<OrganisationKey | undefined> {
  const { authority, seal, organisation } = context.query(({ reader, workspace }) => ({
    authority: authorityOf(reader),
    seal: sealOf(reader),
    organisation: workspace.organisation,
  }));
  if (!authority) return undefined;
  if (seal && readCertificate(seal.chain[0]).notAfter > context.now) return seal;
  const { createIdentity } = await making();
  const made = await createIdentity({
    commonName: organisation,
    organisation,
    now: context.now,
    validYears: sealYears,
    issuer: authority,
  });
  const { certificateDer: certificate, privateKeyPkcs8: privateKey } = made;
  return context.command(({ writer, newId, now, record, reader }) => {
    const id = newId();
    writer.run(insertSeal, { id, authorityId: authority.id, certificate, privateKey, at: now.toISOString() });
    const { fingerprint: certificateSha256, notAfter } = certificateFacts(certificate);
    record({ type: 'seal.made', subjectId: id, detail: { certificateSha256, notAfter } });
    return sealOf(reader);
  });
}

/** As what somebody of this role signs. Throws AppError `person.signsNothing`. */
function signingRole(role: string): CertificateRole {
  if (role === 'assessor' || role === 'qualityAssurer') return role;
  throw new AppError('person.signsNothing', 'Certificates are issued to assessors and quality assurers.');
}

export const issueToPerson: Handler<'authority.issue'> = async (context, { personId, validYears }) => {
  const { authority, person } = context.query(({ reader }) => ({
    authority: requireAuthority(reader),
    person: personById(reader, personId),
  }));
  const role = signingRole(person.role);
  const { der, privateKeyPkcs8 } = await requestOf(context, personId);
  const now = context.now;
  const [{ issueFromRequest }, { readCertificateRequest }] = await Promise.all([issuing(), requests()]);
  const issued = await issueFromRequest(await readCertificateRequest(der), { authority, now, validYears, role });
  return context.command(command => {
    keepIdentity(command, personId, {
      chain: [issued.certificateDer, ...authority.chain],
      privateKeyPkcs8,
      origin: 'issued',
    });
    return keepIssued(command, { issued, authorityId: authority.id, holder: person.name, role, personId });
  });
};

interface Issuance {
  readonly issued: Issued;
  readonly authorityId: string;
  readonly holder: string;
  readonly role: CertificateRole;
  readonly personId: string | null;
}

function keepIssued({ reader, writer, newId, now, record }: CommandContext, issuance: Issuance) {
  const { issued, ...whose } = issuance;
  const { serial, certificateDer: certificate } = issued;
  const id = newId();
  const notAfter = issued.notAfter.toISOString();
  writer.run(insertIssued, { id, ...whose, serial, certificate, issuedAt: now.toISOString(), notAfter });
  const detail = {
    serial,
    role: whose.role,
    personId: whose.personId,
    certificateSha256: fingerprintOf(certificate),
    notAfter,
  };
  record({ type: 'certificate.issued', subjectId: id, detail });
  return issuedFacts(issuedById(reader, id));
}

export const readRequest: Handler<'authority.readRequest'> = async context => {
  const kind = { name: 'Certificate request', extensions: ['csr', 'pem', 'p10'] };
  const chosen = await readChosenFile(context, 'Choose a certificate request', kind);
  if (!chosen) return null;
  const { readCertificateRequest } = await requests();
  const { commonName: name, organisation, email, keyKind, keySha256 } = await readCertificateRequest(chosen.bytes);
  const facts = { name, organisation: organisation ?? null, email: email ?? null, keyKind, keySha256 };
  return { facts, bytes: chosen.bytes };
};

export const issueForRequest: Handler<'authority.issueForRequest'> = async (context, { bytes, role, validYears }) => {
  const authority = context.query(({ reader }) => requireAuthority(reader));
  const [{ issueFromRequest }, { readCertificateRequest }] = await Promise.all([issuing(), requests()]);
  const request = await readCertificateRequest(bytes);
  const issued = await issueFromRequest(request, { authority, now: context.now, validYears, role });
  const file = await saveChain(context, request.commonName, issued);
  if (file === null) return null;
  const holder = request.commonName;
  return context.command(command =>
    keepIssued(command, { issued, authorityId: authority.id, holder, role, personId: null }),
  );
};

/** Asks where, and saves the certificate with its authority's there. Null when no place was chosen. */
async function saveChain({ dialogs }: TaskContext, name: string, { chainPem }: Issued): Promise<string | null> {
  const file = await dialogs.saveFile('Save the certificate to send back', `${name} certificate.pem`);
  if (file !== null) writeDurably(file, Buffer.from(chainPem));
  return file;
}

export const renewIssued: Handler<'authority.renew'> = async (context, { certificateId, validYears }) => {
  const { authority, old } = context.query(({ reader }) => ({
    authority: requireAuthority(reader),
    old: issuedById(reader, certificateId),
  }));
  if (old.revokedAt !== null) {
    throw new AppError('certificate.revoked', 'This certificate was withdrawn and is not renewed. Issue a new one.');
  }
  const { renewCertificate } = await issuing();
  const issued = await renewCertificate(old.certificate, { authority, now: context.now, validYears });
  const { holder, role, personId } = old;
  const held = personId === null ? undefined : context.query(({ reader }) => heldIdentity(reader, personId));
  const isHeld = held !== undefined && fingerprintOf(held.chain[0]) === fingerprintOf(old.certificate);
  if (!isHeld && (await saveChain(context, holder, issued)) === null) return null;
  return context.command(command => {
    if (held && personId !== null && isHeld) {
      keepIdentity(command, personId, { ...held, chain: [issued.certificateDer, ...authority.chain] });
    }
    return keepIssued(command, { issued, authorityId: authority.id, holder, role, personId });
  });
};

export const saveAuthorityCertificate: Handler<'authority.saveCertificate'> = async context => {
  const { authority, organisation } = context.query(({ reader, workspace }) => ({
    authority: requireAuthority(reader),
    organisation: workspace.organisation,
  }));
  const file = await context.dialogs.saveFile('Save the authority’s certificate', `${organisation} certificate.pem`);
  if (file === null) return null;
  writeDurably(file, Buffer.from(pemOf(authority.chain[0], 'CERTIFICATE')));
  const detail = { certificateSha256: fingerprintOf(authority.chain[0]) };
  context.command(({ record }) => record({ type: 'authority.saved', subjectId: authority.id, detail }));
  return { file };
};
