import { z } from 'zod';
import type { DocumentWords } from '../../shared/contract/documents.ts';
import { auditSentence } from '../../shared/domain/audit-events.ts';
import type { AuditExtract, MethodReport, QualityAssuranceReport } from '../../shared/domain/report-model.ts';
import { samplingReasonInWords } from '../../shared/domain/sampling.ts';
import { AppError } from '../../shared/errors.ts';
import { firstBrokenEvent } from '../core/audit.ts';
import type { QueryContext } from '../core/contexts.ts';
import { type Reader, read } from '../db/statements.ts';
import { assessmentById } from './assessment-rows.ts';
import { documentParts } from './outcome-models.ts';
import { reviewsOf } from './review-rows.ts';
import { type ReportRow, reportById, signedReportOn } from './signed-reports.ts';

/** The content of the report on the latest review. Throws AppError `document.notReady` before any. */
export function qualityAssuranceModel(
  context: QueryContext,
  assessmentId: string,
  version: number,
  words: DocumentWords = {},
): QualityAssuranceReport {
  const { reader } = context;
  const review = reviewsOf(reader, assessmentId).at(-1);
  if (!review) throw new AppError('document.notReady', 'No review of this assessment is recorded yet.');
  const looked = review.reports.map(({ reportId, sha256 }) => ({ row: reportById(reader, reportId), sha256 }));
  const overall = looked.find(({ row }) => row.kind === 'overall')?.row;
  const isAgreed = review.decision === 'agreed';
  return {
    ...documentParts(context, assessmentById(reader, assessmentId), 'qualityAssurance', version),
    assessor: { name: looked[0]?.row.signedBy ?? '' },
    reviewer: { name: review.reviewerName },
    sampledAt: review.at,
    decidedAt: review.at,
    riskReasons: review.sampledBecause.map(samplingReasonInWords),
    lookedAt: looked.map(({ row, sha256 }) => ({
      documentId: row.documentId,
      title: row.title,
      signedAt: row.signedAt,
      grade: row.model.grade,
      sha256,
    })),
    decision: review.decision,
    reasons: review.reasons,
    gradeBefore: overall?.model.grade ?? null,
    gradeAfter: overall ? afterwards(reader, overall, isAgreed).model.grade : null,
    methods: looked.flatMap(({ row }) => reviewedMethod(row, afterwards(reader, row, isAgreed), words)),
    actions: [...(words.actions ?? [])],
  };
}

/** The version that took a report's place, where there is one by now and the report was not agreed. */
function afterwards(reader: Reader, row: ReportRow, isAgreed: boolean): ReportRow {
  if (isAgreed || row.supersededAt === null) return row;
  const { sessionId, assessmentId } = row;
  const subject =
    sessionId === null ? ({ kind: 'overall', assessmentId } as const) : ({ kind: 'method', sessionId } as const);
  return signedReportOn(reader, subject) ?? row;
}

function reviewedMethod(before: ReportRow, after: ReportRow, { remarks = [] }: DocumentWords) {
  if (before.model.kind !== 'method' || after.model.kind !== 'method') return [];
  const { key, name } = before.model.method;
  const remark = remarks.find(({ methodKey }) => methodKey === key)?.remark ?? '';
  const later = new Map(descriptorsOf(after.model).map(descriptor => [descriptor.key, descriptor.decision]));
  const descriptors = descriptorsOf(before.model)
    .map(({ key: descriptorKey, label, text, decision }) => ({
      label,
      text,
      before: decision,
      after: later.get(descriptorKey) ?? null,
      remark: '',
    }))
    .filter(descriptor => descriptor.before !== descriptor.after);
  return [{ key, name, gradeBefore: before.model.grade, gradeAfter: after.model.grade, remark, descriptors }];
}

const descriptorsOf = ({ themes }: MethodReport) => themes.flatMap(({ descriptors }) => descriptors);

const eventRow = z.strictObject({
  sequence: z.number(),
  at: z.string(),
  actor: z.string(),
  actorId: z.string(),
  type: z.string(),
  subjectId: z.string(),
  detail: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  signature: z.instanceof(Uint8Array),
});
/** The events about an assessment: about itself, its apprentice, sessions, notes, bookings, adjustments, reviews, reports and documents. */
const eventsOfAssessment = read<{ assessmentId: string }>()(
  `WITH subject (id) AS (
     SELECT @assessmentId
     UNION SELECT apprentice_id FROM assessment WHERE id = @assessmentId
     UNION SELECT id FROM session WHERE assessment_id = @assessmentId
     UNION SELECT note.id FROM note JOIN session ON session.id = session_id WHERE assessment_id = @assessmentId
     UNION SELECT id FROM booking WHERE assessment_id = @assessmentId
     UNION SELECT id FROM adjustment WHERE assessment_id = @assessmentId
     UNION SELECT id FROM review WHERE assessment_id = @assessmentId
     UNION SELECT id FROM report WHERE assessment_id = @assessmentId
     UNION SELECT id FROM document WHERE assessment_id = @assessmentId
   )
   SELECT sequence, at, person.name AS actor, actor_id, type, subject_id, detail, previous_hash, hash, signature
   FROM audit_event JOIN person ON person.id = actor_id WHERE subject_id IN (SELECT id FROM subject) ORDER BY sequence`,
  eventRow,
);
const extent = read()(
  'SELECT count(*) AS count, (SELECT hash FROM audit_event ORDER BY sequence LIMIT 1) AS first, (SELECT hash FROM audit_event ORDER BY sequence DESC LIMIT 1) AS last FROM audit_event',
  z.strictObject({ count: z.number(), first: z.string(), last: z.string() }),
);

/** The content of the extract from the audit log about one assessment, with a check of the whole log. */
export function auditModel(context: QueryContext, assessmentId: string, version: number): AuditExtract {
  const { reader, workspace, now } = context;
  const whole = reader.one(extent, {});
  if (!whole) throw new AppError('document.notReady', 'The audit log is empty.');
  return {
    ...documentParts(context, assessmentById(reader, assessmentId), 'audit', version),
    events: reader.all(eventsOfAssessment, { assessmentId }).map(event => ({
      ...event,
      sentence: auditSentence(event.type),
      signature: Buffer.from(event.signature).toString('base64'),
    })),
    log: {
      checkedAt: now.toISOString(),
      eventCount: whole.count,
      firstHash: whole.first,
      lastHash: whole.last,
      brokenAt: firstBrokenEvent(reader, workspace.auditPublicKey),
      publicKey: Buffer.from(workspace.auditPublicKey).toString('base64'),
    },
  };
}
