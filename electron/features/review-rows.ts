import { z } from 'zod';
import type { Review } from '../../shared/contract/quality-assurance.ts';
import { reviewDecisions } from '../../shared/domain/reports/quality-assurance-report.ts';
import { samplingReasons } from '../../shared/domain/sampling.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { stored } from './stored.ts';

const reviewRow = z.strictObject({
  id: z.string(),
  sampledBecause: stored(z.array(z.enum(samplingReasons))),
  decision: z.enum(reviewDecisions),
  reasons: z.string(),
  reviewerId: z.string(),
  reviewerName: z.string(),
  at: z.string(),
});
const reviewsOfAssessment = read<{ assessmentId: string }>()(
  'SELECT review.id, sampled_because, decision, reasons, reviewer_id, person.name AS reviewer_name, at FROM review JOIN person ON person.id = reviewer_id WHERE assessment_id = @assessmentId ORDER BY at, review.rowid',
  reviewRow,
);
const reportsOfReview = read<{ reviewId: string }>()(
  'SELECT report_id, document_id, sha256 FROM review_report JOIN report ON report.id = report_id WHERE review_id = @reviewId ORDER BY signed_at',
  z.strictObject({ reportId: z.string(), documentId: z.string(), sha256: z.string() }),
);
/** Inserts what a reviewer decided. */
export const insertReview = write<{
  id: string;
  assessmentId: string;
  sampledBecause: string;
  decision: string;
  reasons: string;
  reviewerId: string;
  at: string;
}>(
  'INSERT INTO review (id, assessment_id, sampled_because, decision, reasons, reviewer_id, at) VALUES (@id, @assessmentId, @sampledBecause, @decision, @reasons, @reviewerId, @at)',
);
/** Inserts a report that was looked at, as it was then. */
export const insertReviewReport = write<{ reviewId: string; reportId: string; sha256: string }>(
  'INSERT INTO review_report (review_id, report_id, sha256) VALUES (@reviewId, @reportId, @sha256)',
);

const releaseRow = z.strictObject({ at: z.string(), by: z.string() });
const releaseOfReport = read<{ reportId: string }>()(
  'SELECT released_at AS at, person.name AS "by" FROM result_release JOIN person ON person.id = released_by WHERE report_id = @reportId',
  releaseRow,
);
/** Inserts that the result of an overall report was released. */
export const insertRelease = write<{ reportId: string; assessmentId: string; releasedBy: string; at: string }>(
  'INSERT INTO result_release (report_id, assessment_id, released_by, released_at) VALUES (@reportId, @assessmentId, @releasedBy, @at)',
);

/** Every review of an assessment, the first one first. */
export const reviewsOf = (reader: Reader, assessmentId: string): Review[] =>
  reader
    .all(reviewsOfAssessment, { assessmentId })
    .map(review => ({ ...review, reports: reader.all(reportsOfReview, { reviewId: review.id }) }));

/** When and by whom the result of an overall report was released, or null. */
export const releaseOf = (reader: Reader, reportId: string) => reader.one(releaseOfReport, { reportId }) ?? null;

/** The latest decision on a report, or undefined before any. */
export const decisionOn = (reviews: readonly Review[], reportId: string): Review | undefined =>
  reviews.findLast(({ reports }) => reports.some(report => report.reportId === reportId));
