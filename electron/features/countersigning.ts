import { declarations } from '../../shared/domain/report-signatures.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler, QueryContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { readAttachment, storeAttachment } from '../db/attachments.ts';
import { REPORT_FIELDS } from '../signing/report-fields.ts';
import { signingIdentity } from './identities.ts';
import { personById } from './people.ts';
import { whyNotCountersigned } from './review-cases.ts';
import { decisionOn, reviewsOf } from './review-rows.ts';
import { refuseReviewer } from './reviews.ts';
import { facts, insertReportFile, keepAttachment, type ReportRow, reportById } from './signed-reports.ts';
import { signInField } from './signing-in-field.ts';

/** The report, where this reviewer may countersign it now. Throws AppError `report.notCountersigned`, `review.own` or `review.notQualityAssurer`. */
function countersignable({ reader }: QueryContext, reportId: string, reviewerId: string): ReportRow {
  const row = reportById(reader, reportId);
  refuseReviewer(reader, reviewerId, [row]);
  const review = decisionOn(reviewsOf(reader, row.assessmentId), reportId);
  const why = whyNotCountersigned(row, review?.decision ?? null);
  if (why !== null) throw new AppError('report.notCountersigned', why);
  if (review?.reviewerId !== reviewerId) {
    throw new AppError(
      'report.notCountersigned',
      `${review?.reviewerName} reviewed this report, so that only they can countersign it.`,
    );
  }
  return row;
}

export const countersignReport: Handler<'report.countersign'> = async (context, given) => {
  const { reportId, reviewerId, mark, timestamp } = given;
  const { row, name, folder } = context.query(query => ({
    row: countersignable(query, reportId, reviewerId),
    name: personById(query.reader, reviewerId).name,
    folder: filesOf(query.workspace.folder).attachments,
  }));
  const identity = await signingIdentity(context, reviewerId);
  const signedAt = context.now;
  const pdf = await signInField(context, readAttachment(folder, row), {
    field: REPORT_FIELDS.qualityAssurer,
    identity,
    mark,
    name,
    role: 'Internal quality assurer',
    reason: declarations.countersigned,
    signedAt,
    certify: false,
    timestamp,
  });
  const attachment = storeAttachment(folder, pdf);
  return context.command(command => {
    if (countersignable(command, reportId, reviewerId).sha256 !== row.sha256) {
      throw new AppError('report.overtaken', 'The report was changed meanwhile. Nothing was signed; look at it again.');
    }
    const { writer, reader, record } = command;
    const attachmentId = keepAttachment(command, attachment);
    const at = signedAt.toISOString();
    writer.run(insertReportFile, { reportId, kind: 'countersigned', attachmentId, byId: reviewerId, at });
    const detail = {
      documentId: row.documentId,
      sha256: attachment.sha256,
      certificateSha256: identity.fingerprint,
    };
    record({ type: 'report.countersigned', subjectId: reportId, detail }, reviewerId);
    return facts(reportById(reader, reportId));
  });
};
