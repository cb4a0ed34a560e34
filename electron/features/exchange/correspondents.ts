import { z } from 'zod';
import { workspaceRoles } from '../../../shared/domain/packs/pack-kinds.ts';
import { type Reader, read, write } from '../../db/statements.ts';

const bytes = z.instanceof(Uint8Array);
const correspondentRow = z.strictObject({
  workspaceId: z.string(),
  role: z.enum(workspaceRoles),
  name: z.string(),
  certificate: bytes,
  auditPublicKey: bytes.nullable(),
  acknowledgedSequence: z.number(),
  metAt: z.string(),
});
/** Another workspace that packs came from. */
export type Correspondent = z.output<typeof correspondentRow>;

const columns = 'workspace_id, role, name, certificate, audit_public_key, acknowledged_sequence, met_at';
const everyCorrespondent = read()(
  `SELECT ${columns} FROM correspondent ORDER BY met_at, workspace_id`,
  correspondentRow,
);
const oneCorrespondent = read<{ workspaceId: string }>()(
  `SELECT ${columns} FROM correspondent WHERE workspace_id = @workspaceId`,
  correspondentRow,
);
/** Keeps a correspondent; one that was there gets the newer name and certificate, and keeps its key. */
export const putCorrespondent = write<{
  workspaceId: string;
  role: string;
  name: string;
  certificate: Uint8Array;
  auditPublicKey: Uint8Array | null;
  metAt: string;
}>(
  `INSERT INTO correspondent (workspace_id, role, name, certificate, audit_public_key, met_at) VALUES (@workspaceId, @role, @name, @certificate, @auditPublicKey, @metAt)
   ON CONFLICT (workspace_id) DO UPDATE SET name = excluded.name, certificate = excluded.certificate, audit_public_key = coalesce(audit_public_key, excluded.audit_public_key)`,
);
/** Notes up to which event of this workspace's log a correspondent holds it. */
export const updateAcknowledged = write<{ workspaceId: string; sequence: number }>(
  'UPDATE correspondent SET acknowledged_sequence = max(acknowledged_sequence, @sequence) WHERE workspace_id = @workspaceId',
);

/** The other workspaces that packs came from, the first met first. */
export const everyCorrespondentRow = (reader: Reader): readonly Correspondent[] => reader.all(everyCorrespondent, {});

/** The correspondent with this workspace, or undefined. */
export const correspondentOf = (reader: Reader, workspaceId: string): Correspondent | undefined =>
  reader.one(oneCorrespondent, { workspaceId });

const eventRow = z.strictObject({
  sequence: z.number(),
  hash: z.string(),
});
const receivedEnd = read<{ workspaceId: string }>()(
  'SELECT sequence, hash FROM received_event WHERE workspace_id = @workspaceId ORDER BY sequence DESC LIMIT 1',
  eventRow,
);
const receivedHash = read<{ workspaceId: string; sequence: number }>()(
  'SELECT sequence, hash FROM received_event WHERE workspace_id = @workspaceId AND sequence = @sequence',
  eventRow,
);
/** Keeps an event of another workspace's audit log. */
export const insertReceivedEvent = write<{
  workspaceId: string;
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
  'INSERT INTO received_event (workspace_id, sequence, at, actor_id, type, subject_id, detail, previous_hash, hash, signature) VALUES (@workspaceId, @sequence, @at, @actorId, @type, @subjectId, @detail, @previousHash, @hash, @signature)',
);

/** Where the received part of a workspace's audit log ends; undefined before anything came. */
export const receivedHead = (reader: Reader, workspaceId: string) => reader.one(receivedEnd, { workspaceId });

/** The hash of a received event, or undefined where it was not received. */
export const receivedHashAt = (reader: Reader, workspaceId: string, sequence: number): string | undefined =>
  reader.one(receivedHash, { workspaceId, sequence })?.hash;
