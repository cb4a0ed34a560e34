import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { readCertificate } from '../signing/certificates.ts';
import { derBlocks } from '../signing/pem.ts';
import { isListOf, readRevocationList } from '../signing/revocation-list.ts';
import { authorityOf } from './authority-rows.ts';
import { readChosenFile } from './identities.ts';
import { certificateFacts, fingerprintOf } from './identity-rows.ts';
import { sha256 } from './stored.ts';
import { deleteRoot, insertRoot, keepList, revocationLists, trustedRoots } from './trust-rows.ts';

export const listTrust: Handler<'trust.list'> = ({ reader }) => ({
  roots: trustedRoots(reader).map(({ id, purpose, addedAt, certificate }) => ({
    ...certificateFacts(certificate),
    id,
    purpose,
    addedAt,
  })),
  revocationLists: revocationLists(reader).map(({ id, issuer, listedAt, nextUpdate }) => ({
    id,
    issuer,
    listedAt,
    nextUpdate,
  })),
});

export const readTrust: Handler<'trust.read'> = async context => {
  const kind = { name: 'Certificate', extensions: ['pem', 'crt', 'cer', 'der'] };
  const chosen = await readChosenFile(context, 'Choose the certificate to trust', kind);
  if (!chosen) return null;
  const der = derBlocks(chosen.bytes, 'CERTIFICATE').at(-1); // the last one of a chain is its authority's
  if (!der) throw new AppError('certificate.none', 'The file holds no certificate. Choose another one.');
  return { facts: certificateFacts(der, readCertificate(der)), der: new Uint8Array(der) };
};

export const addTrust: Handler<'trust.add'> = ({ writer, newId, now, record }, { purpose, der }) => {
  const certificate = new Uint8Array(der);
  const facts = certificateFacts(certificate, readCertificate(certificate));
  const { fingerprint: certificateSha256 } = facts;
  const id = newId();
  writer.run(insertRoot, { id, purpose, certificate, sha256: certificateSha256, addedAt: now.toISOString() });
  record({ type: 'trust.added', subjectId: id, detail: { purpose, certificateSha256 } });
  return facts;
};

export const removeTrust: Handler<'trust.remove'> = ({ reader, writer, record }, { id }) => {
  const root = trustedRoots(reader).find(candidate => candidate.id === id);
  if (!root) throw new AppError('trust.unknown', 'This certificate is not among those that are trusted.');
  writer.run(deleteRoot, { id });
  const detail = { purpose: root.purpose, certificateSha256: fingerprintOf(root.certificate) };
  record({ type: 'trust.removed', subjectId: id, detail });
  return {};
};

/** Refuses a list that none of the authorities that are believed here signed: it could push out a right one. */
function refuseStrangersList(reader: Reader, list: Uint8Array): void {
  const own = authorityOf(reader);
  const known = [...(own ? [own.chain[0]] : []), ...trustedRoots(reader).map(root => root.certificate)];
  const read = readRevocationList(list);
  if (known.some(der => isListOf(read, readCertificate(der)))) return;
  throw new AppError(
    'revocationList.stranger',
    'No authority that is trusted here signed this list. Trust the authority’s certificate first, then add its list.',
  );
}

export const addRevocationList: Handler<'trust.addRevocationList'> = async context => {
  const kind = { name: 'List of withdrawn certificates', extensions: ['crl', 'pem', 'der'] };
  const chosen = await readChosenFile(context, 'Choose the list of withdrawn certificates', kind);
  if (!chosen) return null;
  context.query(({ reader }) => refuseStrangersList(reader, chosen.bytes));
  return context.command(command => {
    const kept = keepList(command, chosen.bytes);
    const detail = { issuer: sha256(kept.issuer), sha256: sha256(chosen.bytes) };
    command.record({ type: 'revocationList.added', subjectId: command.workspace.id, detail });
    return kept;
  });
};
