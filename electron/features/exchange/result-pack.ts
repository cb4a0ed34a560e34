import type { AuditFile } from '../../../shared/domain/packs/pack-content.ts';
import type { AssessmentRecords, AttachmentChoice } from '../../../shared/domain/packs/record-shapes.ts';
import { type AuditHead, auditHead } from '../../core/audit.ts';
import type { QueryContext } from '../../core/contexts.ts';
import { filesOf } from '../../core/open-workspace.ts';
import { readAttachment } from '../../db/attachments.ts';
import { readSealed, type SealedFile } from '../../db/sealed-files.ts';
import type { FileToPack } from '../../packs/write-pack.ts';
import { assessmentById } from '../assessment-rows.ts';
import { assessmentFileOf, assessmentPath, attachmentsOf, peopleIn } from './assessment-files.ts';
import { auditFiles } from './audit-segment.ts';
import { attachmentById } from './pack-rows.ts';
import { recordsOf, recordTables, tablesFor } from './record-tables.ts';
import { filesOfPlans, jsonFile, plansWithForerunners } from './shared-files.ts';

/** The assessments that go into a pack and what of theirs. */
export interface AssessmentsToPack {
  readonly assessmentIds: readonly string[];
  readonly choices: readonly AttachmentChoice[];
  /** Whether plans are sent with their whole banks of questions, or only with what was asked. */
  readonly wholeBanks: boolean;
}

const namingPeople = recordTables.filter(({ name }) =>
  ['report', 'reportFile', 'review', 'resultRelease', 'note'].includes(name),
);

/** The files of whole assessments: people, standards, plans, questions, the records, and their attachments. */
export function* assessmentFiles(
  { reader, workspace }: QueryContext,
  { assessmentIds, choices, wholeBanks }: AssessmentsToPack,
): Generator<FileToPack> {
  const named = assessmentIds.map(id => recordsOf(reader, id, namingPeople));
  yield jsonFile('people.json', () => ({ schema: 'epa-pack/1', people: peopleIn(reader, named) }));
  const planIds = assessmentIds.map(id => assessmentById(reader, id).planId);
  const plans = plansWithForerunners(reader, planIds);
  yield* filesOfPlans(reader, plans, wholeBanks ? null : askedQuestions(named));
  for (const id of assessmentIds) {
    yield jsonFile(assessmentPath(id), () => assessmentFileOf(reader, id, choices));
    yield* attachmentFiles({ reader, workspace }, recordsOf(reader, id, tablesFor(choices)));
  }
}

const askedQuestions = (records: readonly Pick<AssessmentRecords, 'note'>[]): ReadonlySet<string> =>
  new Set(records.flatMap(({ note }) => note.flatMap(({ bankQuestionId }) => bankQuestionId ?? [])));

/** The content of the attachments that these records refer to. */
export function* attachmentFiles(
  { reader, workspace }: Pick<QueryContext, 'reader' | 'workspace'>,
  records: Parameters<typeof attachmentsOf>[1],
): Generator<FileToPack> {
  const folder = filesOf(workspace.folder).attachments;
  const sealed = sealedIn(records);
  for (const { id, file } of attachmentsOf(reader, records)) {
    const row = reader.one(attachmentById, { id });
    if (!row) continue;
    yield { path: file, open: () => (sealed.has(id) ? piecesOf(folder, row) : readAttachment(folder, row)) };
  }
}

/** The attachments that are sealed in chunks, because they may be larger than memory: pieces of a portfolio. */
export const sealedIn = ({ portfolioPiece = [] }: Partial<AssessmentRecords>): ReadonlySet<string> =>
  new Set(portfolioPiece.map(({ attachmentId }) => attachmentId));

/** As much of a sealed file as is read at a time, in bytes. */
const step = 1024 * 1024;

async function* piecesOf(folder: string, file: SealedFile): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.sizeBytes; from += step) yield readSealed(folder, file, from, from + step);
}

/** The files of a result pack: the assessments, and the audit log from an event on. */
export function* resultFiles(
  context: QueryContext,
  wanted: AssessmentsToPack,
  audit: { readonly from: AuditFile['from']; readonly head: AuditHead },
): Generator<FileToPack> {
  yield* assessmentFiles(context, wanted);
  yield* auditFiles(context, audit.from, audit.head);
}

/** Where the audit log ends now. */
export const auditEnd = ({ reader }: QueryContext): AuditHead => auditHead(reader);
