import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { assessmentById } from './assessment-rows.ts';
import { personById } from './people.ts';
import { reviewCaseOf } from './review-cases.ts';
import { decisionOn, insertRelease, insertReview, insertReviewReport, reviewsOf } from './review-rows.ts';
import { updateRevising } from './session-rows.ts';
import { type ReportRow, reportById, signedReportOn, updateSuperseded } from './signed-reports.ts';
import { sha256 } from './stored.ts';

export const recordReview: Handler<'review.record'> = (context, given) => {
  const { reader, writer, newId, now, record } = context;
  const { assessmentId, reportIds, reviewerId, decision, reasons } = given;
  if (decision !== 'agreed' && reasons === '') {
    throw new AppError('review.reasons', 'Say why: the assessor has to know what to put right.');
  }
  const sampledBecause = [...new Set(given.sampledBecause)];
  const rows = [...new Set(reportIds)].map(id => reviewable(reader, assessmentId, id));
  refuseReviewer(reader, reviewerId, rows);
  const id = newId();
  const at = now.toISOString();
  const because = JSON.stringify(sampledBecause);
  writer.run(insertReview, { id, assessmentId, sampledBecause: because, decision, reasons, reviewerId, at });
  for (const row of rows) writer.run(insertReviewReport, { reviewId: id, reportId: row.id, sha256: row.sha256 });
  const reports = rows.map(row => row.id);
  const detail = { assessmentId, reports, sampledBecause, decision, reasonsSha256: sha256(reasons) };
  record({ type: 'review.recorded', subjectId: id, detail }, reviewerId);
  return { id };
};

/** The report, where it can be reviewed now. Throws AppError `review.foreign`, `report.superseded` or `review.countersigned`. */
function reviewable(reader: Reader, assessmentId: string, reportId: string): ReportRow {
  const row = reportById(reader, reportId);
  if (row.assessmentId !== assessmentId) {
    throw new AppError('review.foreign', 'This report belongs to another assessment. Review its reports on their own.');
  }
  if (row.supersededAt !== null) {
    throw new AppError('report.superseded', 'A new version takes the place of this report. Review that one.');
  }
  if (row.countersignedBy !== null) {
    throw new AppError(
      'review.countersigned',
      `${row.countersignedBy} has countersigned this report, so the decision on it stands.`,
    );
  }
  return row;
}

/** Refuses somebody who cannot review these reports. Throws AppError `review.notQualityAssurer` or `review.own`. */
export function refuseReviewer(reader: Reader, reviewerId: string, rows: readonly ReportRow[]): void {
  if (personById(reader, reviewerId).role !== 'qualityAssurer') {
    throw new AppError('review.notQualityAssurer', 'Only somebody who was added as a quality assurer reviews reports.');
  }
  if (rows.some(({ signerId }) => signerId === reviewerId)) {
    throw new AppError(
      'review.own',
      'Nobody reviews an assessment that they made themselves. Choose another reviewer.',
    );
  }
}

export const reviseReport: Handler<'report.revise'> = (context, { reportId, reason }) => {
  const { reader, writer, now, record } = context;
  const row = reportById(reader, reportId);
  if (row.supersededAt !== null) {
    throw new AppError('report.superseded', 'This report was opened for a new version already.');
  }
  const decision = decisionOn(reviewsOf(reader, row.assessmentId), reportId)?.decision;
  if (decision !== 'returned' && decision !== 'changed') {
    throw new AppError('report.notReturned', 'Only a report that quality assurance returned gets a new version.');
  }
  const at = now.toISOString();
  writer.run(updateSuperseded, { id: reportId, reason, at });
  if (row.sessionId !== null) writer.run(updateRevising, { id: row.sessionId, reason, at });
  const detail = { documentId: row.documentId, reasonSha256: sha256(reason) };
  record({ type: 'report.revised', subjectId: reportId, detail });
  return {};
};

export const releaseResult: Handler<'result.release'> = (context, { assessmentId, releasedBy }) => {
  const { reader, writer, now, record } = context;
  const { releaseBlocked } = reviewCaseOf(reader, assessmentById(reader, assessmentId));
  if (releaseBlocked !== null) throw new AppError('result.notReleased', releaseBlocked);
  personById(reader, releasedBy);
  const overall = signedReportOn(reader, { kind: 'overall', assessmentId });
  if (!overall) throw new AppError('result.notReleased', 'The overall report is not signed yet.');
  writer.run(insertRelease, { reportId: overall.id, assessmentId, releasedBy, at: now.toISOString() });
  const detail = { reportId: overall.id, grade: overall.model.grade };
  record({ type: 'result.released', subjectId: assessmentId, detail }, releasedBy);
  return {};
};
