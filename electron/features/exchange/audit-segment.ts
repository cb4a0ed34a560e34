import type { AuditFile, PackEvent } from '../../../shared/domain/packs/pack-content.ts';
import { type AuditHead, eventsOfLog, type LoggedEvent } from '../../core/audit.ts';
import type { QueryContext } from '../../core/contexts.ts';
import type { FileToPack } from '../../packs/write-pack.ts';
import { jsonFile } from './shared-files.ts';

/** Where the audit log is in a pack. */
export const auditHeadPath = 'audit/head.json';
export const auditEventsPath = 'audit/events.jsonl';

/** So many events are read at a time. */
const atOnce = 500;

/** An event as a line of a pack has it. */
export const packEventOf = (event: LoggedEvent): PackEvent => ({
  ...event,
  signature: Buffer.from(event.signature).toString('base64'),
});

/** An event of a pack as the log stores it. */
export const loggedEventOf = (event: PackEvent): LoggedEvent => ({
  ...event,
  signature: new Uint8Array(Buffer.from(event.signature, 'base64')),
});

/** The files with the audit log from an event on up to its end. */
export function* auditFiles(context: QueryContext, from: number, head: AuditHead): Generator<FileToPack> {
  const { id, auditPublicKey } = context.workspace;
  const publicKey = Buffer.from(auditPublicKey).toString('base64');
  const file: AuditFile = { schema: 'epa-pack/1', workspaceId: id, publicKey, from, ...head };
  yield jsonFile(auditHeadPath, () => file);
  yield { path: auditEventsPath, open: () => linesOf(context, from, head.sequence) };
}

async function* linesOf({ reader }: QueryContext, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let next = from; next <= to; next += atOnce) {
    const events = eventsOfLog(reader, next, Math.min(atOnce, to - next + 1));
    yield Buffer.from(events.map(event => `${JSON.stringify(packEventOf(event))}\n`).join(''));
  }
}
