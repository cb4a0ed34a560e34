import { calendarDate } from '../../../shared/british.ts';
import type { ReceiptFile, ReviewFile } from '../../../shared/domain/packs/pack-content.ts';
import { AppError } from '../../../shared/errors.ts';
import { emptyLog } from '../../core/audit.ts';
import type { Handler, QueryContext } from '../../core/contexts.ts';
import type { Reader } from '../../db/statements.ts';
import type { FileToPack } from '../../packs/write-pack.ts';
import { attachmentsOf, peopleIn, reviewPath } from './assessment-files.ts';
import { assignmentOf, everyAssignmentRow, updateAnswered } from './assignment-rows.ts';
import { type Correspondent, correspondentOf, receivedHead } from './correspondents.ts';
import { packsFrom } from './pack-lines.ts';
import { recordsOf, tablesFor } from './record-tables.ts';
import { attachmentFiles } from './result-pack.ts';
import { sendPack } from './sending.ts';
import { practiceOf } from './sending-results.ts';
import { jsonFile } from './shared-files.ts';

/** The correspondent. Throws AppError `correspondent.unknown`. */
function requireCorrespondent(reader: Reader, workspaceId: string): Correspondent {
  const found = correspondentOf(reader, workspaceId);
  if (found) return found;
  throw new AppError('correspondent.unknown', 'No pack came from this workspace yet, so there is nobody to answer.');
}

export const sendReviews: Handler<'pack.sendReviews'> = async (context, { workspaceId, assessmentIds, encrypt }) => {
  const { to, practice } = context.query(({ reader }) => {
    for (const id of assessmentIds) {
      if (assignmentOf(reader, id)?.workspaceId === workspaceId) continue;
      throw new AppError(
        'assignment.other',
        'One of these assessments did not come from this assessor. Answer each assessor on their own.',
      );
    }
    return { to: requireCorrespondent(reader, workspaceId), practice: practiceOf(reader, assessmentIds) };
  });
  return sendPack(context, {
    kind: 'review',
    to: { name: to.name, workspaceId },
    assessmentIds,
    practice,
    suggestedName: `Reviews ${to.name} ${calendarDate(context.now.toISOString())}`,
    encryptTo: encrypt ? to.certificate : null,
    files: query => reviewFiles(query, assessmentIds),
    recorded: ({ writer, now }) => {
      for (const assessmentId of assessmentIds) writer.run(updateAnswered, { assessmentId, at: now.toISOString() });
    },
  });
};

const assurance = tablesFor([], 'assurance');

/** The files of a review pack: what was decided on each assessment, and the files that were added to it. */
export function* reviewFiles(context: QueryContext, assessmentIds: readonly string[]): Generator<FileToPack> {
  const { reader } = context;
  const all = assessmentIds.map(id => recordsOf(reader, id, assurance));
  yield jsonFile('people.json', () => ({ schema: 'epa-pack/1', people: peopleIn(reader, all) }));
  for (const id of assessmentIds) {
    const file = reviewFileOf(reader, id);
    yield jsonFile(reviewPath(id), () => file);
    yield* attachmentFiles(context, { ...file.records, report: [] });
  }
}

function reviewFileOf(reader: Reader, assessmentId: string): ReviewFile {
  const { review, reviewReport, reportFile, resultRelease, document } = recordsOf(reader, assessmentId, assurance);
  const records = { review, reviewReport, reportFile, resultRelease, document };
  const attachments = attachmentsOf(reader, { ...records, report: [] });
  return { schema: 'epa-pack/1', assessmentId, records, attachments };
}

export const sendReceipt: Handler<'pack.sendReceipt'> = async (context, { workspaceId }) => {
  const to = context.query(({ reader }) => requireCorrespondent(reader, workspaceId));
  return sendPack(context, {
    kind: 'receipt',
    to: { name: to.name, workspaceId },
    assessmentIds: [],
    practice: context.query(({ workspace }) => workspace.practice),
    suggestedName: `Receipt ${to.name} ${calendarDate(context.now.toISOString())}`,
    encryptTo: null,
    files: ({ reader }) => [jsonFile('receipt.json', () => receiptFileOf(reader, workspaceId))],
  });
};

function receiptFileOf(reader: Reader, workspaceId: string): ReceiptFile {
  const end = receivedHead(reader, workspaceId);
  const received = everyAssignmentRow(reader).filter(row => row.workspaceId === workspaceId && row.receivedAt !== null);
  return {
    schema: 'epa-pack/1',
    workspaceId,
    sequence: end?.sequence ?? 0,
    head: end?.hash ?? emptyLog.head,
    packs: packsFrom(reader, workspaceId).map(({ id, handledAt }) => ({ id, receivedAt: handledAt })),
    assessmentIds: received.map(({ assessmentId }) => assessmentId),
  };
}
