import { z } from 'zod';
import type { PackLine } from '../../../shared/contract/packs.ts';
import { packKind } from '../../../shared/domain/packs/pack-kinds.ts';
import type { Handler } from '../../core/contexts.ts';
import { type Reader, read, write } from '../../db/statements.ts';
import { fingerprintOf } from '../identity-rows.ts';
import { everyCorrespondentRow, receivedHead } from './correspondents.ts';

const packRow = z.strictObject({
  id: z.string(),
  kind: packKind,
  direction: z.enum(['sent', 'received']),
  workspaceId: z.string().nullable(),
  counterpart: z.string(),
  signedBy: z.string(),
  madeAt: z.string(),
  handledAt: z.string(),
  assessments: z.number(),
});
const columns =
  'id, kind, direction, workspace_id, counterpart, signed_by, made_at, handled_at, (SELECT count(*) FROM pack_assessment WHERE pack_id = pack.id) AS assessments';
const latestPacks = read()(`SELECT ${columns} FROM pack ORDER BY handled_at DESC, id DESC LIMIT 500`, packRow);
const onePack = read<{ id: string }>()(`SELECT ${columns} FROM pack WHERE id = @id`, packRow);
const packsOfWorkspace = read<{ workspaceId: string }>()(
  `SELECT ${columns} FROM pack WHERE workspace_id = @workspaceId AND direction = 'received' ORDER BY handled_at, id`,
  packRow,
);
/** Keeps that a pack was sent or taken in; taken in again, it stays as it was. */
export const insertPack = write<{
  id: string;
  kind: string;
  direction: 'sent' | 'received';
  workspaceId: string | null;
  counterpart: string;
  signedBy: string;
  certificateSha256: string;
  madeAt: string;
  handledAt: string;
  auditSequence: number | null;
  auditHead: string | null;
}>(
  `INSERT INTO pack (id, kind, direction, workspace_id, counterpart, signed_by, certificate_sha256, made_at, handled_at, audit_sequence, audit_head)
   VALUES (@id, @kind, @direction, @workspaceId, @counterpart, @signedBy, @certificateSha256, @madeAt, @handledAt, @auditSequence, @auditHead) ON CONFLICT (id) DO NOTHING`,
);
/** Keeps that an assessment was in a pack. */
export const insertPackAssessment = write<{ packId: string; assessmentId: string }>(
  'INSERT INTO pack_assessment (pack_id, assessment_id) VALUES (@packId, @assessmentId) ON CONFLICT DO NOTHING',
);

/** The pack with this id, or undefined while it was neither sent nor taken in here. */
export const packById = (reader: Reader, id: string) => reader.one(onePack, { id });

/** The packs that came from a workspace, the first one first. */
export const packsFrom = (reader: Reader, workspaceId: string) => reader.all(packsOfWorkspace, { workspaceId });

export const listPacks: Handler<'pack.list'> = ({ reader }) => ({
  packs: reader.all(latestPacks, {}).map(({ workspaceId: _, ...pack }): PackLine => pack),
  correspondents: everyCorrespondentRow(reader).map(
    ({ workspaceId, role, name, certificate, metAt, acknowledgedSequence }) => ({
      workspaceId,
      role,
      name,
      fingerprint: fingerprintOf(certificate),
      metAt,
      receivedSequence: receivedHead(reader, workspaceId)?.sequence ?? 0,
      acknowledgedSequence,
    }),
  ),
});
