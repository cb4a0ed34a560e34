import { AppError } from '../../shared/errors.ts';
import type { Handler, TaskContext } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import type { RevokedCertificate } from '../signing/authority.ts';
import { everyIssuedRow, issuedById, requireAuthority, updateRevoked } from './authority-rows.ts';
import { sha256 } from './stored.ts';
import { keepList } from './trust-rows.ts';

/** How long a list is good for. Until the next one is made, readers go by it. */
const listDays = 90;
const dayInMs = 24 * 60 * 60 * 1000;

/** The authority's list with everything withdrawn so far, and `more`. */
async function makeList(context: TaskContext, more: readonly RevokedCertificate[]) {
  const { now } = context;
  const { authority, issued } = context.query(({ reader }) => ({
    authority: requireAuthority(reader),
    issued: everyIssuedRow(reader),
  }));
  const withdrawn = issued.flatMap(({ serial, revokedAt, revocationReason: reason }) =>
    revokedAt === null || reason === null ? [] : [{ serial, at: new Date(revokedAt), reason }],
  );
  const nextUpdate = new Date(now.getTime() + listDays * dayInMs);
  // The certificate library takes long to load, so it waits for its first use.
  const { revocationList } = await import('../signing/authority.ts');
  return revocationList({ authority, revoked: [...withdrawn, ...more], now, nextUpdate });
}

export const revokeIssued: Handler<'authority.revoke'> = async (context, { certificateId, reason }) => {
  const { serial, revokedAt } = context.query(({ reader }) => issuedById(reader, certificateId));
  if (revokedAt !== null) throw new AppError('certificate.revoked', 'This certificate was withdrawn already.');
  const at = context.now;
  const { der } = await makeList(context, [{ serial, at, reason }]);
  context.command(command => {
    command.writer.run(updateRevoked, { id: certificateId, at: at.toISOString(), reason });
    keepList(command, der);
    command.record({ type: 'certificate.revoked', subjectId: certificateId, detail: { serial, reason } });
  });
  return {};
};

export const saveRevocationList: Handler<'authority.saveRevocationList'> = async context => {
  const { der, pem } = await makeList(context, []);
  const file = await context.dialogs.saveFile('Save the list of withdrawn certificates', 'withdrawn certificates.crl');
  if (file === null) return null;
  writeDurably(file, Buffer.from(pem));
  context.command(command => {
    keepList(command, der);
    command.record({
      type: 'revocationList.saved',
      subjectId: command.workspace.id,
      detail: { sha256: sha256(der) },
    });
  });
  return { file };
};
