import { z } from 'zod';
import type { PackPerson } from '../../../shared/domain/packs/pack-content.ts';
import { read } from '../../db/statements.ts';
import { stored } from '../stored.ts';

const bytes = z.instanceof(Uint8Array);

/** An attachment's row, by which its content is read. */
export const attachmentById = read<{ id: string }>()(
  'SELECT id, file_name, file_key, media_type, sha256, size_bytes, added_at FROM attachment WHERE id = @id',
  z.strictObject({
    id: z.string(),
    fileName: z.string(),
    fileKey: bytes,
    mediaType: z.string(),
    sha256: z.string(),
    sizeBytes: z.number(),
    addedAt: z.string(),
  }),
);

/** Everybody, also those who work elsewhere. */
export const personEverywhere = read<{ id: string }>()(
  'SELECT id, name, role, added_at FROM person WHERE id = @id',
  z.strictObject({
    id: z.string(),
    name: z.string(),
    role: z.enum(['assessor', 'qualityAssurer', 'administrator']),
    addedAt: z.string(),
  }) satisfies z.ZodType<PackPerson>,
);

/** A framework's text as it is stored. */
export const frameworkText = read<{ id: string }>()(
  'SELECT id, reference, version, document, sha256, added_at FROM framework WHERE id = @id',
  z.strictObject({
    id: z.string(),
    reference: z.string(),
    version: z.string(),
    document: z.string(),
    sha256: z.string(),
    addedAt: z.string(),
  }),
);

/** The framework of a reference and version. */
export const frameworkNamed = read<{ reference: string; version: string }>()(
  'SELECT id, sha256 FROM framework WHERE reference = @reference AND version = @version',
  z.strictObject({ id: z.string(), sha256: z.string() }),
);

/** The assessment versions of a plan. */
export const versionsOfPlan = read<{ planId: string }>()(
  'SELECT id, label, statements, added_at, withdrawn_reason FROM assessment_version WHERE plan_id = @planId ORDER BY added_at, id',
  z.strictObject({
    id: z.string(),
    label: z.string(),
    statements: stored(z.array(z.string())),
    addedAt: z.string(),
    withdrawnReason: z.string().nullable(),
  }),
);

/** The event that a report was signed, here or in a workspace whose log was received. */
export const signingEvent = read<{ reportId: string }>()(
  "SELECT detail FROM received_event WHERE subject_id = @reportId AND type = 'report.signed' UNION ALL SELECT detail FROM audit_event WHERE subject_id = @reportId AND type = 'report.signed'",
  z.strictObject({ detail: z.string() }),
);
