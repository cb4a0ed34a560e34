import { z } from 'zod';
import { grade } from '../domain/plan.ts';
import { reviewDecisions } from '../domain/reports/quality-assurance-report.ts';
import { samplingReasons } from '../domain/sampling.ts';
import { command, query, task } from './channel.ts';
import { signatureMark, timestampChoice } from './reports.ts';
import { id, instant, line, nothing, signedReport } from './shapes.ts';

export const personRole = z.enum(['assessor', 'qualityAssurer', 'administrator']);

export const person = z.strictObject({ id, name: z.string(), role: personRole, addedAt: instant });
export type Person = Readonly<z.infer<typeof person>>;

const samplingReason = z.enum(samplingReasons);
const reviewDecision = z.enum(reviewDecisions);

const review = z.strictObject({
  id,
  sampledBecause: z.array(samplingReason),
  decision: reviewDecision,
  reasons: z.string(),
  reviewerId: id,
  reviewerName: z.string(),
  at: instant,
  /** The reports that were looked at, each as it was then. */
  reports: z.array(z.strictObject({ reportId: id, documentId: z.string(), sha256: z.string() })),
});
export type Review = Readonly<z.infer<typeof review>>;

/** Where quality assurance of one assessment stands. */
export const reviewStates = ['waiting', 'notSampled', 'agreed', 'returned', 'released'] as const;

const reviewCase = z.strictObject({
  assessmentId: id,
  apprenticeName: z.string(),
  standard: z.string(),
  practice: z.boolean(),
  grade: grade.nullable(),
  /** `waiting`: has to be sampled and no review covers its current reports. `returned` also stands for a decision `changed`: the assessor acts next. */
  state: z.enum(reviewStates),
  /** Why it has to be sampled, as code and in words; empty when it need not be. */
  because: z.array(z.strictObject({ reason: samplingReason, words: z.string() })),
  /** The current signed reports, methods first. */
  reports: z.array(
    signedReport.extend({
      grade,
      /** The latest decision on this report as it is now; null before any. */
      decision: reviewDecision.nullable(),
      /** Whether its reviewer can countersign it now, or why not. */
      countersign: z.strictObject({ allowed: z.boolean(), why: z.string().nullable() }),
    }),
  ),
  /** Every review, the first one first. */
  reviews: z.array(review),
  /** Method sessions whose report was returned and is being put right: judgements are open until it is signed again. */
  revising: z.array(z.strictObject({ sessionId: id, methodName: z.string(), reason: z.string() })),
  released: z.strictObject({ at: instant, by: z.string() }).nullable(),
  /** What keeps the result from being released; null when it can be. */
  releaseBlocked: z.string().nullable(),
});
export type ReviewCase = Readonly<z.infer<typeof reviewCase>>;

const samplingRule = z.strictObject({
  firstOfAssessor: z.number().int().min(0).max(1000),
  firstOfPlan: z.number().int().min(0).max(1000),
  percent: z.number().int().min(0).max(100),
});

export const qualityAssuranceChannels = {
  'person.list': query(nothing, z.array(person)),
  /** Adds somebody who works on assessments in this workspace. */
  'person.add': command(z.strictObject({ name: line, role: personRole }), z.strictObject({ id })),
  'sampling.get': query(nothing, samplingRule),
  'sampling.set': command(samplingRule, nothing),
  /** Every assessment with a signed report, those that wait for a review first. */
  'review.list': query(nothing, z.array(reviewCase)),
  'review.get': query(z.strictObject({ assessmentId: id }), reviewCase),
  /** Records what the reviewer decided on signed reports of one assessment. A return or a change needs its reasons; nobody reviews their own. */
  'review.record': command(
    z.strictObject({
      assessmentId: id,
      reportIds: z.array(id).min(1, 'Choose the reports that were looked at.').readonly(),
      reviewerId: id,
      sampledBecause: z.array(samplingReason).min(1, 'Say why this assessment was sampled.').readonly(),
      decision: reviewDecision,
      reasons: z.string().trim().max(5000),
    }),
    z.strictObject({ id }),
  ),
  /** Opens a returned report for a new version: judgements may be changed until it is signed again; the signed one stays in the record. */
  'report.revise': command(z.strictObject({ reportId: id, reason: line }), nothing),
  /** Signs an agreed report a second time, with the reviewer's identity; the assessor's signature stays valid. */
  'report.countersign': task(
    z.strictObject({ reportId: id, reviewerId: id, mark: signatureMark, timestamp: timestampChoice.exactOptional() }),
    signedReport,
  ),
  /** Releases the result of an assessment whose overall report is signed. */
  'result.release': command(z.strictObject({ assessmentId: id, releasedBy: id }), nothing),
} as const;
