import { z } from 'zod';
import { type Reader, read, write } from '../../db/statements.ts';

const assignmentRow = z.strictObject({
  assessmentId: z.string(),
  /** The assessor's name, as the organisation has it. */
  assessor: z.string(),
  /** The assessor's workspace, once something came from it. */
  workspaceId: z.string().nullable(),
  assignedAt: z.string(),
  receivedAt: z.string().nullable(),
  /** Where the assessor's audit log ended when its record was sent. */
  receivedSequence: z.number().nullable(),
  /** When a review pack that holds it was last made. */
  answeredAt: z.string().nullable(),
});
/** To whom the organisation gave an assessment. */
export type AssignmentRow = z.output<typeof assignmentRow>;

const columns = 'assessment_id, assessor, workspace_id, assigned_at, received_at, received_sequence, answered_at';
const everyAssignment = read()(`SELECT ${columns} FROM assignment`, assignmentRow);
const oneAssignment = read<{ assessmentId: string }>()(
  `SELECT ${columns} FROM assignment WHERE assessment_id = @assessmentId`,
  assignmentRow,
);
/** Gives an assessment to an assessor; given again, it is theirs from then on. */
export const putAssignment = write<{ assessmentId: string; assessor: string; workspaceId: string | null; at: string }>(
  `INSERT INTO assignment (assessment_id, assessor, workspace_id, assigned_at) VALUES (@assessmentId, @assessor, @workspaceId, @at)
   ON CONFLICT (assessment_id) DO UPDATE SET assessor = excluded.assessor, workspace_id = excluded.workspace_id, assigned_at = excluded.assigned_at`,
);
/** Notes that the record of an assessment arrived from a workspace. */
export const updateReceived = write<{ assessmentId: string; workspaceId: string; at: string; sequence: number }>(
  'UPDATE assignment SET workspace_id = @workspaceId, received_at = @at, received_sequence = @sequence WHERE assessment_id = @assessmentId',
);
/** Notes that a review pack was made of an assessment. */
export const updateAnswered = write<{ assessmentId: string; at: string }>(
  'UPDATE assignment SET answered_at = @at WHERE assessment_id = @assessmentId',
);
/** Takes an assignment back. */
export const deleteAssignment = write<{ assessmentId: string }>(
  'DELETE FROM assignment WHERE assessment_id = @assessmentId',
);

/** Every assignment. */
export const everyAssignmentRow = (reader: Reader): readonly AssignmentRow[] => reader.all(everyAssignment, {});

/** To whom the assessment was given, or undefined while it is kept here. */
export const assignmentOf = (reader: Reader, assessmentId: string): AssignmentRow | undefined =>
  reader.one(oneAssignment, { assessmentId });
