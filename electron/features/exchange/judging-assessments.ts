import type { PackItem } from '../../../shared/contract/packs.ts';
import type { AssessmentFile } from '../../../shared/domain/packs/pack-content.ts';
import { type AttachmentChoice, attachmentChoices } from '../../../shared/domain/packs/record-shapes.ts';
import { type JudgedItem, standingOfAssigned, standingOfResult } from '../../../shared/domain/packs/standing.ts';
import { isSamePerson } from '../../../shared/domain/plan-standing.ts';
import type { Reader } from '../../db/statements.ts';
import { fullName } from '../apprentices.ts';
import { assignmentOf } from './assignment-rows.ts';
import type { PackContents } from './pack-contents.ts';
import { changedIn, differs, missingFrom, type RecordChanges, recordChanges } from './record-changes.ts';
import { faultOf, planOf } from './record-faults.ts';
import { tablesFor } from './record-tables.ts';

/** An assessment of a pack with how it stands here and what taking it in would change. */
export interface JudgedAssessment extends JudgedItem {
  readonly file: AssessmentFile;
  readonly id: string;
  readonly changes: RecordChanges;
}

/** What is known of the pack that an assessment is in. */
export interface PackFacts {
  readonly contents: PackContents;
  /** Who signed the pack. */
  readonly signer: string;
  /** Which question here each question of the pack is. */
  readonly questions: ReadonlyMap<string, string>;
}

const sentChoices = ({ leftOut }: AssessmentFile): readonly AttachmentChoice[] =>
  attachmentChoices.filter(choice => !leftOut.includes(choice));

/** Notes that were asked from a question which is here under another identity point to that one. */
function withQuestionsHere(file: AssessmentFile, questions: ReadonlyMap<string, string>): AssessmentFile {
  const note = file.records.note.map(row => ({
    ...row,
    bankQuestionId: row.bankQuestionId === null ? null : (questions.get(row.bankQuestionId) ?? row.bankQuestionId),
  }));
  return { ...file, records: { ...file.records, note } };
}

/** Judges an assessment of a result pack. */
export function judgeResult(reader: Reader, pack: PackFacts, sent: AssessmentFile): JudgedAssessment {
  const file = withQuestionsHere(sent, pack.questions);
  const id = file.records.assessment[0]?.id ?? '';
  const changes = recordChanges(reader, id, file.records, tablesFor(sentChoices(file)));
  const assignment = assignmentOf(reader, id);
  const isHere = !changes.tables.some(({ table, added }) => table.name === 'assessment' && added.length > 0);
  const isSenders =
    assignment &&
    (assignment.workspaceId === null
      ? isSamePerson(assignment.assessor, pack.signer)
      : assignment.workspaceId === pack.contents.sender.workspaceId);
  const judged = standingOfResult({
    isHere,
    differs: differs(changes),
    missing: missingWork(changes),
    keptBy: assignment ? (isSenders ? 'sender' : { name: assignment.assessor }) : 'here',
    isOlder: (pack.contents.log?.file.sequence ?? 0) <= (assignment?.receivedSequence ?? -1),
    fault:
      changedIn(changes, 'assessment').length > 0
        ? 'It says that it follows another plan, or is of another apprentice, than the assessment here.'
        : faultOf(reader, pack.contents, file),
  });
  return { ...judged, file, id, changes };
}

/** Rows of the assessor's own that are here and not in the pack; what quality assurance added here is no matter. */
const missingWork = ({ tables }: RecordChanges): number =>
  missingFrom({ tables: tables.filter(({ table }) => table.part === 'work') });

/** Judges an assessment of an assignment. */
export function judgeAssigned(reader: Reader, pack: PackFacts, sent: AssessmentFile): JudgedAssessment {
  const file = withQuestionsHere(sent, pack.questions);
  const id = file.records.assessment[0]?.id ?? '';
  const changes = recordChanges(reader, id, file.records, tablesFor(sentChoices(file)));
  const plan = planOf(reader, pack.contents, file);
  if (typeof plan === 'string') return { standing: 'conflicting', why: plan, file, id, changes };
  const judged = standingOfAssigned({
    isHere: !changes.tables.some(({ table, added }) => table.name === 'assessment' && added.length > 0),
    differs: differs(changes),
    missing: missingFrom(changes),
    isSame: changedIn(changes, 'assessment').length === 0,
  });
  return { ...judged, file, id, changes };
}

/** The line of an assessment in a preview. */
export function assessmentItem({ file, id, standing, why }: JudgedAssessment): PackItem {
  const { grade } = file.computed.overall;
  const reports = file.records.report.filter(({ supersededAt }) => supersededAt === null).length;
  const state = reports > 0 ? `, ${grade ?? 'no overall grade'}` : '';
  const note = `${file.standard.reference} ${file.standard.title}${state}`;
  return { kind: 'assessment', id, title: fullName(file.apprentice), note, standing, why };
}
