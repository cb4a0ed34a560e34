import { z } from 'zod';
import type { ReportSubject, SignedReport } from '../../shared/contract/shapes.ts';
import { type AssessmentReport, assessmentReport } from '../../shared/domain/report-model.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext } from '../core/contexts.ts';
import type { StoredAttachment } from '../db/attachments.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { stored } from './stored.ts';

const reportRow = z.strictObject({
  id: z.string(),
  kind: z.enum(['method', 'overall']),
  assessmentId: z.string(),
  sessionId: z.string().nullable(),
  documentId: z.string(),
  title: z.string(),
  model: stored(assessmentReport),
  version: z.number(),
  supersededAt: z.string().nullable(),
  signerId: z.string(),
  /** By the name that the report bears. */
  signedBy: z.string(),
  signedAt: z.string(),
  countersignedBy: z.string().nullable(),
  countersignedAt: z.string().nullable(),
  timestampedAt: z.string().nullable(),
  fileName: z.string(),
  fileKey: z.instanceof(Uint8Array),
  sha256: z.string(),
  sizeBytes: z.number(),
});
export type ReportRow = z.output<typeof reportRow>;

const columns =
  "report.id, report.kind, assessment_id, session_id, document_id, title, model, version, superseded_at, signed_by AS signer_id, json_extract(model, '$.assessor.name') AS signed_by, signed_at, reviewer.name AS countersigned_by, countersigning.at AS countersigned_at, stamping.at AS timestamped_at, file_name, file_key, sha256, size_bytes";
/** A report with its newest file: the assessor's, or the one with later signatures and time stamps. */
const joined = `report
  JOIN attachment ON attachment.id = coalesce((SELECT attachment_id FROM report_file WHERE report_id = report.id ORDER BY step DESC LIMIT 1), report.attachment_id)
  LEFT JOIN report_file AS countersigning ON countersigning.report_id = report.id AND countersigning.kind = 'countersigned'
  LEFT JOIN person AS reviewer ON reviewer.id = countersigning.by_id
  LEFT JOIN report_file AS stamping ON stamping.report_id = report.id AND stamping.kind = 'timestamped'`;
const oneReport = read<{ id: string }>()(`SELECT ${columns} FROM ${joined} WHERE report.id = @id`, reportRow);
const reportOfSession = read<{ sessionId: string }>()(
  `SELECT ${columns} FROM ${joined} WHERE session_id = @sessionId AND superseded_at IS NULL`,
  reportRow,
);
const overallReport = read<{ assessmentId: string }>()(
  `SELECT ${columns} FROM ${joined} WHERE assessment_id = @assessmentId AND report.kind = 'overall' AND superseded_at IS NULL ORDER BY signed_at DESC LIMIT 1`,
  reportRow,
);
/** The documents that the latest overall report rests on; its content is not read beyond that. */
const standingOverall = read<{ assessmentId: string }>()(
  "SELECT (SELECT json_group_array(json_extract(value, '$.reportDocumentId')) FROM json_each(model, '$.methods')) AS said FROM report WHERE assessment_id = @assessmentId AND kind = 'overall' AND superseded_at IS NULL ORDER BY signed_at DESC LIMIT 1",
  z.strictObject({ said: stored(z.array(z.string())) }),
);
const reports = read()(`SELECT ${columns} FROM ${joined} ORDER BY signed_at`, reportRow);
const reportsOfAssessment = read<{ assessmentId: string }>()(
  `SELECT ${columns} FROM ${joined} WHERE assessment_id = @assessmentId ORDER BY signed_at`,
  reportRow,
);
const methodCount = read<{ sessionId: string }>()(
  'SELECT count(*) AS versions FROM report WHERE session_id = @sessionId',
  z.strictObject({ versions: z.number() }),
);
const overallCount = read<{ assessmentId: string }>()(
  "SELECT count(*) AS versions FROM report WHERE assessment_id = @assessmentId AND kind = 'overall'",
  z.strictObject({ versions: z.number() }),
);
const countingReports = read<{ assessmentId: string }>()(
  'SELECT document_id FROM report JOIN session ON session.id = session_id WHERE report.assessment_id = @assessmentId AND superseded_at IS NULL AND void_reason IS NULL AND attempt = (SELECT max(attempt) FROM session AS other WHERE other.assessment_id = session.assessment_id AND other.method_key = session.method_key AND other.void_reason IS NULL AND other.signed_at IS NOT NULL)',
  z.strictObject({ documentId: z.string() }),
);
const insertAttachment = write<{
  id: string;
  fileName: string;
  fileKey: Uint8Array;
  mediaType: string;
  sha256: string;
  sizeBytes: number;
  addedAt: string;
}>(
  'INSERT INTO attachment (id, file_name, file_key, media_type, sha256, size_bytes, added_at) VALUES (@id, @fileName, @fileKey, @mediaType, @sha256, @sizeBytes, @addedAt)',
);
export const insertReport = write<{
  id: string;
  kind: string;
  assessmentId: string;
  sessionId: string | null;
  documentId: string;
  title: string;
  model: string;
  grade: string;
  attachmentId: string;
  signedBy: string;
  signedAt: string;
  version: number;
}>(
  'INSERT INTO report (id, kind, assessment_id, session_id, document_id, title, model, grade, attachment_id, signed_by, signed_at, version) VALUES (@id, @kind, @assessmentId, @sessionId, @documentId, @title, @model, @grade, @attachmentId, @signedBy, @signedAt, @version)',
);
/** Whether the overall report of an assessment is signed and stands: no method was attempted again or declared void since. */
export function hasOverallReport(reader: Reader, assessmentId: string): boolean {
  const row = reader.one(standingOverall, { assessmentId });
  if (!row) return false;
  const said = new Set(row.said);
  const counting = reader.all(countingReports, { assessmentId });
  return counting.length === said.size && counting.every(({ documentId }) => said.has(documentId));
}

/** Says that a new version takes the report's place. */
export const updateSuperseded = write<{ id: string; reason: string; at: string }>(
  'UPDATE report SET superseded_at = @at, superseded_reason = @reason WHERE id = @id',
);
/** Adds a later file of a report: the same document with one more signature or time stamp. */
export const insertReportFile = write<{
  reportId: string;
  kind: 'countersigned' | 'timestamped';
  attachmentId: string;
  byId: string;
  at: string;
}>(
  'INSERT INTO report_file (report_id, step, kind, attachment_id, by_id, at) SELECT @reportId, 1 + count(*), @kind, @attachmentId, @byId, @at FROM report_file WHERE report_id = @reportId',
);

/** Keeps the row of an encrypted file that holds a PDF, and gives its id. */
export function keepAttachment({ writer, newId, now }: CommandContext, attachment: StoredAttachment): string {
  const id = newId();
  const { fileName, fileKey, sha256, sizeBytes } = attachment;
  const addedAt = now.toISOString();
  writer.run(insertAttachment, { id, fileName, fileKey, mediaType: 'application/pdf', sha256, sizeBytes, addedAt });
  return id;
}

/** The signed report on this subject, or undefined while there is none. */
export function signedReportOn(reader: Reader, subject: ReportSubject): ReportRow | undefined {
  return subject.kind === 'method'
    ? reader.one(reportOfSession, { sessionId: subject.sessionId })
    : currentOverallReport(reader, subject.assessmentId);
}

/** The latest overall report, unless a method was attempted again or declared void since. */
function currentOverallReport(reader: Reader, assessmentId: string): ReportRow | undefined {
  const row = reader.one(overallReport, { assessmentId });
  if (row?.model.kind !== 'overall') return undefined;
  const said = new Set(row.model.methods.map(({ reportDocumentId }) => reportDocumentId));
  const counting = reader.all(countingReports, { assessmentId });
  return counting.length === said.size && counting.every(({ documentId }) => said.has(documentId)) ? row : undefined;
}

/** How many versions of the overall report were signed. */
export const overallVersions = (reader: Reader, assessmentId: string): number =>
  reader.one(overallCount, { assessmentId })?.versions ?? 0;

/** How many versions of a session's report were signed. */
export const methodVersions = (reader: Reader, sessionId: string): number =>
  reader.one(methodCount, { sessionId })?.versions ?? 0;

/** Every report that was signed on an assessment, the first signed first; also those that a new version took the place of. */
export const reportsOf = (reader: Reader, assessmentId: string): readonly ReportRow[] =>
  reader.all(reportsOfAssessment, { assessmentId });

/** Every version of one report that was signed, the first one first. */
export const reportsOn = (reader: Reader, assessmentId: string, subject: ReportSubject): readonly ReportRow[] =>
  reportsOf(reader, assessmentId).filter(({ kind, sessionId }) =>
    subject.kind === 'method' ? sessionId === subject.sessionId : kind === 'overall',
  );

/** Every signed report, the first signed first. */
export const everyReport = (reader: Reader): readonly ReportRow[] => reader.all(reports, {});

/** The signed report with this id. Throws AppError `report.unknown`. */
export function reportById(reader: Reader, id: string): ReportRow {
  const row = reader.one(oneReport, { id });
  if (!row) throw new AppError('report.unknown', 'This report is not in the workspace.');
  return row;
}

/** What screens show of a signed report. */
export function facts(row: ReportRow): SignedReport {
  const { id, documentId, kind, title, version, signedAt, signedBy, timestampedAt, sha256, sizeBytes } = row;
  const { countersignedBy: by, countersignedAt: at } = row;
  const countersigned = by !== null && at !== null ? { by, at } : null;
  return { id, documentId, kind, title, version, signedAt, signedBy, countersigned, timestampedAt, sha256, sizeBytes };
}

/** The report's title as its cover and the screens have it. */
export function titleOf(
  model: Pick<AssessmentReport, 'kind'> & { readonly method?: { readonly name: string } },
): string {
  return model.kind === 'method' ? `${model.method?.name ?? 'Method'}: assessment report` : 'Overall assessment report';
}
