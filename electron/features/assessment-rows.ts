import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { type Reader, read, write } from '../db/statements.ts';

const assessmentRow = z.strictObject({
  id: z.string(),
  apprenticeId: z.string(),
  planId: z.string(),
  practice: z.number().transform(flag => flag === 1),
  /** The key of the apprentice's pathway; null where the plan has none. */
  pathway: z.string().nullable(),
  addedAt: z.string(),
  /** The assessment version that the next session begins with, in plans that sample; null: every statement is assessed. */
  versionId: z.string().nullable(),
});
export type AssessmentRow = z.output<typeof assessmentRow>;

const everyAssessment = read()('SELECT * FROM assessment ORDER BY added_at DESC, id DESC', assessmentRow);
const oneAssessment = read<{ id: string }>()('SELECT * FROM assessment WHERE id = @id', assessmentRow);
export const insertAssessment = write<{
  id: string;
  apprenticeId: string;
  planId: string;
  practice: number;
  pathway: string | null;
  addedAt: string;
}>(
  'INSERT INTO assessment (id, apprentice_id, plan_id, practice, pathway, added_at) VALUES (@id, @apprenticeId, @planId, @practice, @pathway, @addedAt)',
);

/** All assessments, the latest added first. */
export const everyAssessmentRow = (reader: Reader): readonly AssessmentRow[] => reader.all(everyAssessment, {});

/** The assessment with this id. Throws AppError `assessment.unknown`. */
export function assessmentById(reader: Reader, id: string): AssessmentRow {
  const row = reader.one(oneAssessment, { id });
  if (!row) throw new AppError('assessment.unknown', 'This assessment is not in the workspace.');
  return row;
}
