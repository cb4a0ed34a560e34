import { write } from '../../db/statements.ts';

type Columns = Record<string, string | number | null>;

/** Opens the mark under which records are taken in; the transaction cannot end while it stands (schema 14). */
export const openTakingIn = write('INSERT INTO taking_in (only_row, ended) VALUES (1, 1)');
/** Takes the mark away. */
export const closeTakingIn = write('DELETE FROM taking_in');

/** Adds somebody who works in another workspace; whoever is known stays as they are. */
export const insertPersonElsewhere = write<{ id: string; name: string; role: string; addedAt: string; keptBy: string }>(
  'INSERT INTO person (id, name, role, added_at, kept_by) VALUES (@id, @name, @role, @addedAt, @keptBy) ON CONFLICT (id) DO NOTHING',
);
/** Adds a standard as it is in a pack. */
export const insertStandard = write<{
  id: string;
  reference: string;
  version: string;
  document: string;
  sha256: string;
  addedAt: string;
}>(
  'INSERT INTO framework (id, reference, version, document, sha256, added_at) VALUES (@id, @reference, @version, @document, @sha256, @addedAt)',
);
/** Adds a plan with its standing as it is in a pack. */
export const insertPlanWhole = write<Columns>(
  `INSERT INTO plan (id, framework_id, status, document, sha256, built_in, supersedes, typed_by, checked_by, checked_at, confirmed_by, confirmed_at, source_document, source_version, added_at, changed_at)
   VALUES (@id, @frameworkId, @status, @document, @sha256, @builtIn, @supersedes, @typedBy, @checkedBy, @checkedAt, @confirmedBy, @confirmedAt, @sourceDocument, @sourceVersion, @addedAt, @changedAt)`,
);
/** Adds an assessment version of a plan. */
export const insertVersionWhole = write<Columns>(
  'INSERT INTO assessment_version (id, plan_id, label, statements, added_at, withdrawn_reason) VALUES (@id, @planId, @label, @statements, @addedAt, @withdrawnReason) ON CONFLICT DO NOTHING',
);
/** Says that a plan was superseded where the pack comes from. */
export const updatePlanSuperseded = write<{ id: string }>(
  "UPDATE plan SET status = 'superseded' WHERE id = @id AND status = 'confirmed'",
);
/** Adds a question of a bank as it is in a pack. */
export const insertQuestionWhole = write<Columns>(
  `INSERT INTO bank_question (id, plan_id, method_key, theme_key, origin_id, kind, text, ksbs, pass_pointers, distinction_pointers, status, author, version, added_at, changed_at, approved_by, approved_at)
   VALUES (@id, @planId, @methodKey, @themeKey, @originId, @kind, @text, @ksbs, @passPointers, @distinctionPointers, @status, @author, @version, @addedAt, @changedAt, @approvedBy, @approvedAt)`,
);
/** Adds an apprentice as they are in a pack. */
export const insertApprenticeWhole = write<
  Record<'id' | 'givenNames' | 'familyName' | 'uln' | 'employer' | 'trainingProvider' | 'addedAt', string>
>(
  'INSERT INTO apprentice (id, given_names, family_name, uln, employer, training_provider, added_at) VALUES (@id, @givenNames, @familyName, @uln, @employer, @trainingProvider, @addedAt)',
);
/** Brings an apprentice's details to what the organisation has. */
export const updateApprenticeWhole = write<
  Record<'id' | 'givenNames' | 'familyName' | 'uln' | 'employer' | 'trainingProvider', string>
>(
  'UPDATE apprentice SET given_names = @givenNames, family_name = @familyName, uln = @uln, employer = @employer, training_provider = @trainingProvider WHERE id = @id',
);
/** Adds the row of an attachment with the id that it has in the pack. */
export const insertAttachmentWhole = write<{
  id: string;
  fileName: string;
  fileKey: Uint8Array;
  mediaType: string;
  sha256: string;
  sizeBytes: number;
  addedAt: string;
}>(
  'INSERT INTO attachment (id, file_name, file_key, media_type, sha256, size_bytes, added_at) VALUES (@id, @fileName, @fileKey, @mediaType, @sha256, @sizeBytes, @addedAt)',
);
