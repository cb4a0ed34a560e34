import { calendarDate } from '../../../shared/british.ts';
import type { TrustFile } from '../../../shared/domain/packs/pack-content.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler, QueryContext } from '../../core/contexts.ts';
import type { Reader } from '../../db/statements.ts';
import type { FileToPack } from '../../packs/write-pack.ts';
import { readCertificate } from '../../signing/certificates.ts';
import { assessmentById } from '../assessment-rows.ts';
import { everyIssuedRow, requireAuthority } from '../authority-rows.ts';
import { sessionsOf } from '../session-rows.ts';
import { sha256 } from '../stored.ts';
import { listOfIssuer } from '../trust-rows.ts';
import { assignmentOf, deleteAssignment, putAssignment } from './assignment-rows.ts';
import { receiverOf } from './receiver-keys.ts';
import { assessmentFiles } from './result-pack.ts';
import { sendPack } from './sending.ts';
import { practiceOf } from './sending-results.ts';
import { jsonFile } from './shared-files.ts';

/** Refuses an assessment that is somebody else's or was begun here. Throws AppError `assignment.taken` or `assignment.begun`. */
function refuseTaken(reader: Reader, assessmentId: string): void {
  assessmentById(reader, assessmentId);
  const assignment = assignmentOf(reader, assessmentId);
  if (assignment && assignment.receivedAt !== null) {
    throw new AppError('assignment.taken', `${assignment.assessor} has sent a result of this assessment already.`);
  }
  if (!assignment && sessionsOf(reader, assessmentId).length > 0) {
    throw new AppError('assignment.begun', 'This assessment was begun in this workspace, so it is not given away.');
  }
}

export const assign: Handler<'pack.assign'> = async (context, { assessmentIds, assessor, workspaceId, encrypt }) => {
  const { practice, encryptTo } = context.query(({ reader }) => {
    for (const id of assessmentIds) refuseTaken(reader, id);
    return { practice: practiceOf(reader, assessmentIds), encryptTo: encrypt ? receiverOf(reader, workspaceId) : null };
  });
  return sendPack(context, {
    kind: 'assignment',
    to: { name: assessor, workspaceId },
    assessmentIds,
    practice,
    suggestedName: `Assignment ${assessor} ${calendarDate(context.now.toISOString())}`,
    encryptTo,
    files: query => assignmentFiles(query, assessmentIds),
    recorded: ({ writer, record, now }, packId) => {
      for (const assessmentId of assessmentIds) {
        writer.run(putAssignment, { assessmentId, assessor, workspaceId, at: now.toISOString() });
        record({
          type: 'assessment.assigned',
          subjectId: assessmentId,
          detail: { packId, assessorSha256: sha256(assessor) },
        });
      }
    },
  });
};

/** The files of an assignment: the assessments with everything that they rest on, and whom to trust. */
export function* assignmentFiles(context: QueryContext, assessmentIds: readonly string[]): Generator<FileToPack> {
  yield jsonFile('trust.json', () => trustFileOf(context.reader));
  yield* assessmentFiles(context, { assessmentIds, choices: [], wholeBanks: true });
}

function trustFileOf(reader: Reader): TrustFile {
  const [root] = requireAuthority(reader).chain;
  const list = listOfIssuer(reader, readCertificate(root).subject.text);
  const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');
  const issued = everyIssuedRow(reader).filter(({ revokedAt }) => revokedAt === null);
  return {
    schema: 'epa-pack/1',
    root: base64(root),
    issued: issued.map(({ certificate }) => base64(certificate)),
    revocationList: list ? base64(list.list) : null,
  };
}

export const recallAssignment: Handler<'assignment.recall'> = (
  { reader, writer, record },
  { assessmentId, reason },
) => {
  const assignment = assignmentOf(reader, assessmentId);
  if (!assignment) throw new AppError('assignment.unknown', 'This assessment is not assigned to anybody.');
  if (assignment.receivedAt !== null) {
    throw new AppError('assignment.taken', `${assignment.assessor} has sent a result of this assessment already.`);
  }
  writer.run(deleteAssignment, { assessmentId });
  record({ type: 'assessment.recalled', subjectId: assessmentId, detail: { reasonSha256: sha256(reason) } });
  return {};
};
