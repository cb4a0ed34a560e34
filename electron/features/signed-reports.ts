import { z } from 'zod';
import type { ReportSubject, SignedReport } from '../../shared/contract/shapes.ts';
import { type AssessmentReport, assessmentReport } from '../../shared/domain/report-model.ts';
import { AppError } from '../../shared/errors.ts';
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
  signedBy: z.string(),
  signedAt: z.string(),
  fileName: z.string(),
  fileKey: z.instanceof(Uint8Array),
  sha256: z.string(),
  sizeBytes: z.number(),
});
export type ReportRow = z.output<typeof reportRow>;

const columns =
  'report.id, kind, assessment_id, session_id, document_id, title, model, person.name AS signed_by, signed_at, file_name, file_key, sha256, size_bytes';
const joined = 'report JOIN attachment ON attachment.id = attachment_id JOIN person ON person.id = signed_by';
const oneReport = read<{ id: string }>()(`SELECT ${columns} FROM ${joined} WHERE report.id = @id`, reportRow);
const reportOfSession = read<{ sessionId: string }>()(
  `SELECT ${columns} FROM ${joined} WHERE session_id = @sessionId`,
  reportRow,
);
const overallReport = read<{ assessmentId: string }>()(
  `SELECT ${columns} FROM ${joined} WHERE assessment_id = @assessmentId AND kind = 'overall'`,
  reportRow,
);
const reports = read()(`SELECT ${columns} FROM ${joined} ORDER BY signed_at`, reportRow);
/** Inserts the row of the encrypted file that holds a signed PDF. */
export const insertAttachment = write<{
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
}>(
  'INSERT INTO report (id, kind, assessment_id, session_id, document_id, title, model, grade, attachment_id, signed_by, signed_at) VALUES (@id, @kind, @assessmentId, @sessionId, @documentId, @title, @model, @grade, @attachmentId, @signedBy, @signedAt)',
);

/** The signed report on this subject, or undefined while there is none. */
export function signedReportOn(reader: Reader, subject: ReportSubject): ReportRow | undefined {
  return subject.kind === 'method'
    ? reader.one(reportOfSession, { sessionId: subject.sessionId })
    : reader.one(overallReport, { assessmentId: subject.assessmentId });
}

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
  const { id, documentId, kind, title, signedAt, signedBy, sha256, sizeBytes } = row;
  return { id, documentId, kind, title, signedAt, signedBy, sha256, sizeBytes };
}

/** The report's title as its cover and the screens have it. */
export function titleOf(
  model: Pick<AssessmentReport, 'kind'> & { readonly method?: { readonly name: string } },
): string {
  return model.kind === 'method' ? `${model.method?.name ?? 'Method'}: assessment report` : 'Overall assessment report';
}
