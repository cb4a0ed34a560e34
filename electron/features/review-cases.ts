import type { Review, ReviewCase } from '../../shared/contract/quality-assurance.ts';
import { samplingReasonInWords } from '../../shared/domain/sampling.ts';
import { withheldBecause } from '../../shared/domain/session-stops.ts';
import type { Handler, QueryContext } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { apprenticeById, fullName } from './apprentices.ts';
import { type AssessmentRow, assessmentById, everyAssessmentRow } from './assessment-rows.ts';
import { everyone } from './people.ts';
import { standingOf } from './progress.ts';
import { decisionOn, releaseOf, reviewsOf } from './review-rows.ts';
import { samplingOf } from './sampling.ts';
import { facts, type ReportRow, signedReportOn } from './signed-reports.ts';
import { stopsOf } from './stop-rows.ts';

/** The signed reports that count: of each method's counting session, and the overall one. */
function currentReports(reader: Reader, assessmentId: string, { plan, sessions }: ReturnType<typeof standingOf>) {
  const methods = plan.methods.map(({ key }) => {
    const session = sessions.get(key);
    return session && signedReportOn(reader, { kind: 'method', sessionId: session.id });
  });
  const overall = signedReportOn(reader, { kind: 'overall', assessmentId });
  return { overall, all: [...methods, overall].filter(row => row !== undefined) };
}

/** Where quality assurance of an assessment stands. */
export function reviewCaseOf(reader: Reader, assessment: AssessmentRow): ReviewCase {
  const standing = standingOf(reader, assessment);
  const { plan } = standing;
  const { overall, all } = currentReports(reader, assessment.id, standing);
  const reviews = reviewsOf(reader, assessment.id);
  const because = samplingOf(reader, assessment, all);
  const released = overall ? releaseOf(reader, overall.id) : null;
  const revising = revisedSessions(standing);
  const decisions = all.map(({ id }) => decisionOn(reviews, id)?.decision ?? null);
  const isDue = because.length > 0 || plan.results?.afterQualityAssurance === true;
  const state = released ? 'released' : stateOf(decisions, revising.length > 0, isDue);
  return {
    assessmentId: assessment.id,
    apprenticeName: fullName(apprenticeById(reader, assessment.apprenticeId)),
    standard: `${plan.standard.reference} ${plan.standard.title}`,
    practice: assessment.practice,
    grade: overall?.model.grade ?? null,
    state,
    because: because.map(reason => ({ reason, words: samplingReasonInWords(reason) })),
    reports: all.map(row => ({ ...facts(row), grade: row.model.grade, ...reviewed(row, reviews) })),
    reviews,
    revising,
    released,
    releaseBlocked: withheld(reader, standing) ?? releaseBlocked(reader, overall, state),
  };
}

function revisedSessions({ plan, sessions }: ReturnType<typeof standingOf>): ReviewCase['revising'] {
  return [...sessions.values()].flatMap(({ id: sessionId, methodKey, revising: reason }) => {
    const methodName = plan.methods.find(({ key }) => key === methodKey)?.name ?? methodKey;
    return reason === null ? [] : [{ sessionId, methodName, reason }];
  });
}

/** The state of a result that is not released, from the decisions on its reports. */
function stateOf(
  decisions: readonly ReviewCase['reports'][number]['decision'][],
  isRevised: boolean,
  isDue: boolean,
): ReviewCase['state'] {
  if (isRevised || decisions.some(decision => decision === 'returned' || decision === 'changed')) return 'returned';
  if (decisions.length > 0 && decisions.every(decision => decision === 'agreed')) return 'agreed';
  return isDue ? 'waiting' : 'notSampled';
}

function reviewed(row: ReportRow, reviews: readonly Review[]) {
  const decision = decisionOn(reviews, row.id)?.decision ?? null;
  const why = whyNotCountersigned(row, decision);
  return { decision, countersign: { allowed: why === null, why } };
}

/** Why a report cannot be countersigned, whoever the reviewer is; null when it can. */
export function whyNotCountersigned(
  row: ReportRow,
  decision: ReviewCase['reports'][number]['decision'],
): string | null {
  if (row.supersededAt !== null) return 'A new version takes the place of this report.';
  if (row.countersignedBy !== null) return `${row.countersignedBy} has countersigned this report.`;
  if (row.timestampedAt !== null) {
    return 'A time stamp over the whole report was added already. It proves the report as it was then, without a second signature.';
  }
  if (decision !== 'agreed') return 'Only a report that was reviewed and agreed is countersigned.';
  return null;
}

/** Why the result is withheld for a method whose session counts; null where nothing withholds it. */
function withheld(reader: Reader, { sessions }: ReturnType<typeof standingOf>): string | null {
  return withheldBecause([...sessions.values()].flatMap(({ id }) => stopsOf(reader, id)));
}

function releaseBlocked(reader: Reader, overall: ReportRow | undefined, state: ReviewCase['state']): string | null {
  if (!overall) return 'The overall report is not signed yet.';
  if (state === 'released') return 'The result is released.';
  const isReviewed = everyone(reader).some(({ role }) => role === 'qualityAssurer');
  if (!isReviewed || state === 'agreed' || state === 'notSampled') return null;
  if (state === 'returned') return 'Quality assurance returned a report. It is put right and reviewed again first.';
  return 'Quality assurance has not agreed to every report yet.';
}

const urgency: readonly ReviewCase['state'][] = ['waiting', 'returned', 'agreed', 'notSampled', 'released'];

export const listReviews: Handler<'review.list'> = ({ reader }) =>
  everyAssessmentRow(reader)
    .map(assessment => reviewCaseOf(reader, assessment))
    .filter(({ reports, reviews }) => reports.length + reviews.length > 0)
    .sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state));

export const getReview: Handler<'review.get'> = ({ reader }: QueryContext, { assessmentId }) =>
  reviewCaseOf(reader, assessmentById(reader, assessmentId));
