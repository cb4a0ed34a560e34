import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { z } from 'zod';
import { type AuditEvent, auditEvents } from '../../shared/domain/audit-events.ts';
import { type Reader, read, type Writer, write } from '../db/statements.ts';

const eventRow = z.strictObject({
  sequence: z.number(),
  at: z.string(),
  actorId: z.string(),
  type: z.string(),
  subjectId: z.string(),
  detail: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  signature: z.instanceof(Uint8Array),
});
/** An event of an audit log as it is stored: what its hash was made of, the hash and the workspace's signature. */
export type LoggedEvent = Readonly<z.infer<typeof eventRow>>;

const lastEvent = read()(
  'SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1',
  eventRow.pick({ sequence: true, hash: true }),
);
const eventsFrom = read<{ from: number; limit: number }>()(
  'SELECT * FROM audit_event WHERE sequence >= @from ORDER BY sequence LIMIT @limit',
  eventRow,
);
const latestEvents = read<{ before: number; limit: number }>()(
  'SELECT sequence, at, type, person.name AS actor_name FROM audit_event JOIN person ON person.id = actor_id WHERE sequence < @before ORDER BY sequence DESC LIMIT @limit',
  eventRow.pick({ sequence: true, at: true, type: true }).extend({ actorName: z.string() }),
);
const insertEvent = write<{
  sequence: number;
  at: string;
  actorId: string;
  type: string;
  subjectId: string;
  detail: string;
  previousHash: string;
  hash: string;
  signature: Uint8Array;
}>(
  'INSERT INTO audit_event (sequence, at, actor_id, type, subject_id, detail, previous_hash, hash, signature) VALUES (@sequence, @at, @actorId, @type, @subjectId, @detail, @previousHash, @hash, @signature)',
);

/** The hash before the first event. */
const genesis = '0'.repeat(64);

/** Where the log ends: the number and hash of its last event. Printed on every report, it anchors the log outside the machine. */
export interface AuditHead {
  readonly sequence: number;
  readonly head: string;
}

export function auditHead(reader: Reader): AuditHead {
  const last = reader.one(lastEvent, {});
  return last ? { sequence: last.sequence, head: last.hash } : { sequence: 0, head: genesis };
}

/** SHA-256 over the event's fields and the hash before it, as a JSON array. */
function hashOf(event: Omit<LoggedEvent, 'hash' | 'signature'>): string {
  const { sequence, at, actorId, type, subjectId, detail, previousHash } = event;
  return createHash('sha256')
    .update(JSON.stringify([sequence, at, actorId, type, subjectId, detail, previousHash]))
    .digest('hex');
}

/** Appends an event to the chain and signs its hash with the workspace's key. Call it inside the transaction of the change. */
export function appendEvent(
  reader: Reader,
  writer: Writer,
  key: KeyObject,
  entry: { readonly event: AuditEvent; readonly actorId: string; readonly at: string },
): void {
  const { event, actorId, at } = entry;
  const { sequence, head } = auditHead(reader);
  const detail = JSON.stringify(auditEvents[event.type].parse(event.detail));
  const body = {
    sequence: sequence + 1,
    at,
    actorId,
    type: event.type,
    subjectId: event.subjectId,
    detail,
    previousHash: head,
  };
  const hash = hashOf(body);
  writer.run(insertEvent, { ...body, hash, signature: sign(null, Buffer.from(hash, 'hex'), key) });
}

/** The latest events, the newest first; those before the given sequence number, where one is given. */
export const recentEvents = (reader: Reader, before: number | null, limit: number) =>
  reader.all(latestEvents, { before: before ?? Number.MAX_SAFE_INTEGER, limit });

/** A new Ed25519 key pair for the audit log, both halves in DER. */
export function makeAuditKeys(): { privateKey: Buffer; publicKey: Buffer } {
  const pair = generateKeyPairSync('ed25519');
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }),
  };
}

export const auditPrivateKey = (der: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(der), type: 'pkcs8', format: 'der' });

/** The log before its first event. */
export const emptyLog: AuditHead = { sequence: 0, head: genesis };

/** The events from a number on, at most so many, in order. */
export const eventsOfLog = (reader: Reader, from: number, limit: number): readonly LoggedEvent[] =>
  reader.all(eventsFrom, { from, limit });

/** The public half of a log's key from its DER. */
export const auditPublicKey = (der: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(der), type: 'spki', format: 'der' });

/** Whether an event is the one that follows this end of a log: numbered, chained and hashed as it should be. */
export const follows = (event: LoggedEvent, before: AuditHead): boolean =>
  event.sequence === before.sequence + 1 && event.previousHash === before.head && event.hash === hashOf(event);

/** Whether the log's key signed the event, and so everything before it in the chain. */
export const isSigned = (event: LoggedEvent, publicKey: KeyObject): boolean =>
  verify(null, Buffer.from(event.hash, 'hex'), publicKey, event.signature);

/** Walks the chain from its start and tells the first event that does not fit, or null when all do. */
export function firstBrokenEvent(reader: Reader, publicKeyDer: Uint8Array): number | null {
  const publicKey = auditPublicKey(publicKeyDer);
  let expected = emptyLog;
  for (;;) {
    const events = eventsOfLog(reader, expected.sequence + 1, 1000);
    for (const event of events) {
      if (!(follows(event, expected) && isSigned(event, publicKey))) return event.sequence;
      expected = { sequence: event.sequence, head: event.hash };
    }
    if (events.length < 1000) return null;
  }
}
