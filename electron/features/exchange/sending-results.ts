import { calendarDate } from '../../../shared/british.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../core/contexts.ts';
import type { Reader } from '../../db/statements.ts';
import { apprenticeById, fullName } from '../apprentices.ts';
import { assessmentById } from '../assessment-rows.ts';
import { type Standing, standingOf } from '../progress.ts';
import { signedReportOn } from '../signed-reports.ts';
import { correspondentOf } from './correspondents.ts';
import { receiverOf } from './receiver-keys.ts';
import { resultFiles } from './result-pack.ts';
import { sendPack } from './sending.ts';

/** Whether all of these are practice. Throws AppError `pack.mixed` where some are and some are not. */
export function practiceOf(reader: Reader, assessmentIds: readonly string[]): boolean {
  const kinds = new Set(assessmentIds.map(id => assessmentById(reader, id).practice));
  if (kinds.size > 1) {
    throw new AppError(
      'pack.mixed',
      'Practice and real assessments do not travel in one pack. Choose only the ones or only the others.',
    );
  }
  return kinds.has(true);
}

/** Whether every report of an assessment is signed, the overall one on top of the methods'. */
export const isSigned = (reader: Reader, assessmentId: string, { progress }: Standing): boolean =>
  progress.stage === 'signed' && signedReportOn(reader, { kind: 'overall', assessmentId }) !== undefined;

/** Refuses an assessment that is no result yet. Throws AppError `assessment.notSigned`. */
function refuseUnsigned(reader: Reader, id: string): void {
  const assessment = assessmentById(reader, id);
  if (isSigned(reader, id, standingOf(reader, assessment))) return;
  const name = fullName(apprenticeById(reader, assessment.apprenticeId));
  throw new AppError(
    'assessment.notSigned',
    `The assessment of ${name} is not signed yet, so there is no result to send.`,
  );
}

export const sendResults: Handler<'pack.sendResults'> = async (
  context,
  { assessmentIds, choices, workspaceId, encrypt },
) => {
  const { practice, to, encryptTo } = context.query(({ reader, workspace }) => {
    for (const id of assessmentIds) refuseUnsigned(reader, id);
    const known = workspaceId === null ? undefined : correspondentOf(reader, workspaceId);
    return {
      practice: practiceOf(reader, assessmentIds),
      to: known ?? { name: workspace.organisation, acknowledgedSequence: 0 },
      encryptTo: encrypt ? receiverOf(reader, workspaceId) : null,
    };
  });
  return sendPack(context, {
    kind: 'result',
    to: { name: to.name, workspaceId },
    assessmentIds,
    practice,
    suggestedName: `Results ${calendarDate(context.now.toISOString())}`,
    encryptTo,
    files: (query, head) =>
      resultFiles(query, { assessmentIds, choices, wholeBanks: false }, { from: to.acknowledgedSequence + 1, head }),
  });
};
