import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { stored } from './stored.ts';

const versionRow = z.strictObject({
  id: z.string(),
  planId: z.string(),
  label: z.string(),
  statements: stored(z.array(z.string())),
  addedAt: z.string(),
  withdrawnReason: z.string().nullable(),
});
export type VersionRow = z.output<typeof versionRow>;

const oneVersion = read<{ id: string }>()('SELECT * FROM assessment_version WHERE id = @id', versionRow);
const versionsOfPlan = read<{ planId: string }>()(
  'SELECT * FROM assessment_version WHERE plan_id = @planId ORDER BY added_at, id',
  versionRow,
);
/** The plan with those that it supersedes, the newest first: the log goes on over the versions of a plan. */
const plansBefore = read<{ planId: string }>()(
  'WITH RECURSIVE line (id, step) AS (SELECT @planId, 0 UNION SELECT plan.supersedes, step + 1 FROM plan JOIN line ON plan.id = line.id WHERE plan.supersedes IS NOT NULL) SELECT id FROM line ORDER BY step',
  z.strictObject({ id: z.string() }),
);
const heldSessions = read<{ planIds: string; practice: number }>()(
  `SELECT session.id, method_key, coalesce(held_on, substr(closed_at, 1, 10)) AS held_on, assessment_version.label
   FROM session JOIN assessment ON assessment.id = assessment_id
   LEFT JOIN recorded_outcome ON recorded_outcome.session_id = session.id
   LEFT JOIN assessment_version ON assessment_version.id = session.version_id
   WHERE assessment.plan_id IN (SELECT value FROM json_each(@planIds)) AND practice = @practice AND state IN ('closed', 'signed') AND void_reason IS NULL
   ORDER BY 3 DESC, session.id DESC`,
  z.strictObject({ id: z.string(), methodKey: z.string(), heldOn: z.string(), label: z.string().nullable() }),
);
const insertVersion = write<{ id: string; planId: string; label: string; statements: string; at: string }>(
  'INSERT INTO assessment_version (id, plan_id, label, statements, added_at) VALUES (@id, @planId, @label, @statements, @at)',
);
const updateWithdrawn = write<{ id: string; reason: string }>(
  'UPDATE assessment_version SET withdrawn_reason = @reason WHERE id = @id',
);
const updateChosen = write<{ assessmentId: string; versionId: string | null }>(
  'UPDATE assessment SET version_id = @versionId WHERE id = @assessmentId',
);

/** The assessment version with this id. Throws AppError `assessmentVersion.unknown`. */
export function versionById(reader: Reader, id: string): VersionRow {
  const row = reader.one(oneVersion, { id });
  if (!row) throw new AppError('assessmentVersion.unknown', 'This assessment version is not in the workspace.');
  return row;
}

/** Refuses an assessment version that was withdrawn. Throws AppError `assessmentVersion.withdrawn`. */
export function refuseWithdrawn(reader: Reader, id: string | null): void {
  const version = id === null ? null : versionById(reader, id);
  if (version === null || version.withdrawnReason === null) return;
  throw new AppError(
    'assessmentVersion.withdrawn',
    `The assessment version “${version.label}” is withdrawn. Choose another one for this assessment.`,
  );
}

/** The statements of a version; null where none was chosen, and every statement is assessed. */
export const statementsOfVersion = (reader: Reader, id: string | null): readonly string[] | null =>
  id === null ? null : versionById(reader, id).statements;

/** The assessment versions of a plan, the first added first. */
export const versionsOfPlanById = (reader: Reader, planId: string): readonly VersionRow[] =>
  reader.all(versionsOfPlan, { planId });

/** The sessions that were held by this plan or one that it supersedes and that count, the latest first, with the label of their version. */
export function sessionsByPlan(reader: Reader, planId: string, practice: boolean) {
  const planIds = JSON.stringify(reader.all(plansBefore, { planId }).map(({ id }) => id));
  return reader.all(heldSessions, { planIds, practice: practice ? 1 : 0 });
}

export { insertVersion, updateChosen, updateWithdrawn };
