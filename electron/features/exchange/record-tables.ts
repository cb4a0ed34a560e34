import {
  type AssessmentRecords,
  type AttachmentChoice,
  recordShapes,
} from '../../../shared/domain/packs/record-shapes.ts';
import type { Reader } from '../../db/statements.ts';
import { type PackRow, type RecordTable, recordTable, type TableFacts } from './record-table.ts';

const ofAssessment = 'assessment_id = @assessmentId';
const ofSession = 'session_id IN (SELECT id FROM session WHERE assessment_id = @assessmentId)';
const ofNote =
  'note_id IN (SELECT note.id FROM note JOIN session ON session.id = session_id WHERE assessment_id = @assessmentId)';
const ofStop =
  'stop_id IN (SELECT session_stop.id FROM session_stop JOIN session ON session.id = session_id WHERE assessment_id = @assessmentId)';
const ofPiece = 'piece_id IN (SELECT id FROM portfolio_piece WHERE assessment_id = @assessmentId)';
const ofReport = 'report_id IN (SELECT id FROM report WHERE assessment_id = @assessmentId)';
const ofReview = 'review_id IN (SELECT id FROM review WHERE assessment_id = @assessmentId)';

const facts = [
  { name: 'assessment', key: ['id'], of: 'id = @assessmentId' },
  { name: 'gatewayRecord', key: ['assessmentId', 'requirementKey'], of: ofAssessment },
  { name: 'gatewayRecordVersion', key: ['assessmentId', 'requirementKey', 'version'], of: ofAssessment },
  { name: 'gatewayConfirmation', key: ['id'], of: ofAssessment },
  { name: 'adjustment', key: ['id'], of: ofAssessment },
  { name: 'completionRecord', key: ['assessmentId', 'requirementKey'], of: ofAssessment },
  { name: 'session', key: ['id'], of: ofAssessment },
  { name: 'refusal', key: ['id'], of: ofAssessment },
  { name: 'planning', key: ['assessmentId', 'methodKey', 'attempt'], of: ofAssessment },
  { name: 'privateName', key: ['id'], of: ofAssessment },
  { name: 'recordedOutcome', key: ['sessionId'], of: ofSession },
  { name: 'recordedOutcomeVersion', key: ['sessionId', 'version'], of: ofSession },
  { name: 'score', key: ['sessionId'], of: ofSession },
  { name: 'scoreVersion', key: ['sessionId', 'version'], of: ofSession },
  { name: 'sessionStop', key: ['id'], of: ofSession },
  { name: 'stopRecord', key: ['stopId', 'version'], of: ofStop },
  { name: 'sessionMark', key: ['sessionId', 'kind', 'about', 'version'], of: ofSession },
  { name: 'reworded', key: ['id'], of: ofSession },
  { name: 'booking', key: ['id'], of: ofAssessment },
  { name: 'reopening', key: ['sessionId', 'at'], of: ofSession },
  { name: 'ledgerEntry', key: ['id'], of: ofSession },
  { name: 'note', key: ['id'], of: ofSession },
  { name: 'noteVersion', key: ['noteId', 'version'], of: ofNote },
  { name: 'judgement', key: ['sessionId', 'descriptorKey'], of: ofSession },
  {
    name: 'judgementVersion',
    key: ['sessionId', 'descriptorKey', 'version'],
    of: ofSession,
  },
  { name: 'report', key: ['id'], of: ofAssessment },
  {
    name: 'portfolioPiece',
    key: ['id'],
    of: ofAssessment,
    choice: 'portfolio',
  },
  {
    name: 'portfolioPieceVersion',
    key: ['pieceId', 'version'],
    of: ofPiece,
    choice: 'portfolio',
  },
  { name: 'portfolioNote', key: ['noteId'], of: ofPiece, choice: 'portfolio' },
  { name: 'lookForNote', key: ['noteId'], of: ofNote },
  { name: 'reportFile', key: ['reportId', 'step'], of: ofReport, part: 'assurance' },
  { name: 'review', key: ['id'], of: ofAssessment, part: 'assurance' },
  { name: 'reviewReport', key: ['reviewId', 'reportId'], of: ofReview, part: 'assurance' },
  { name: 'resultRelease', key: ['reportId'], of: ofAssessment, part: 'assurance' },
  { name: 'document', key: ['id'], of: ofAssessment, part: 'assurance' },
] satisfies readonly Omit<TableFacts, 'shape'>[];

/** Every table of an assessment's record, those that others refer to first. A table that is added later belongs here or into `notInPacks`; a test says so. */
export const recordTables: readonly RecordTable[] = facts.map(fact =>
  recordTable({ ...fact, shape: recordShapes[fact.name] }),
);

/** Tables that lead to an assessment and stay in their workspace, each with the reason. */
export const notInPacks: Readonly<Record<string, string>> = {
  draft: 'What is still being typed is no part of the record.',
  recording_segment: 'Sound stays where it was recorded, under the recording’s own rules of keeping.',
  recording_destroyed: 'That a recording was destroyed is told by the audit log.',
  note_moment: 'A place in a recording leads nowhere without the recording.',
  dfe_details: 'What the assessment service asks for is the organisation’s own matter.',
  dfe_reference: 'The service’s references are the organisation’s own matter.',
  dfe_file_learner: 'Files for the service are written by the organisation alone.',
  withdrawal: 'A withdrawal is recorded by the organisation, and the assignment is taken back.',
  assignment: 'To whom an assessment was given is the organisation’s own matter.',
  pack_assessment: 'Which packs an assessment was in is told by each workspace for itself.',
};

/** The tables that are sent with these choices. */
export const tablesFor = (choices: readonly AttachmentChoice[], part?: RecordTable['part']): readonly RecordTable[] =>
  recordTables.filter(
    table => (table.choice === null || choices.includes(table.choice)) && (part === undefined || table.part === part),
  );

/** The rows of these tables that belong to an assessment; tables that are not among them are empty. */
export function recordsOf(reader: Reader, assessmentId: string, tables: readonly RecordTable[]): AssessmentRecords {
  const records: Record<string, readonly PackRow[]> = {};
  for (const { name } of recordTables) records[name] = [];
  for (const { name, rows } of tables) records[name] = reader.all(rows, { assessmentId });
  return records as unknown as AssessmentRecords;
}
