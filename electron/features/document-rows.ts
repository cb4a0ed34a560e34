import { z } from 'zod';
import { type DocumentKind, documentKind, type MadeDocument } from '../../shared/contract/documents.ts';
import { reportModel } from '../../shared/domain/report-model.ts';
import { AppError } from '../../shared/errors.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { stored } from './stored.ts';

const documentRow = z.strictObject({
  id: z.string(),
  assessmentId: z.string(),
  kind: documentKind,
  version: z.number(),
  documentId: z.string(),
  model: stored(reportModel),
  signed: z.number().transform(flag => flag === 1),
  madeAt: z.string(),
  fileName: z.string(),
  fileKey: z.instanceof(Uint8Array),
  sha256: z.string(),
  sizeBytes: z.number(),
});
export type DocumentRow = z.output<typeof documentRow>;

const selected =
  'SELECT document.id, assessment_id, kind, version, document_id, model, signed, made_at, file_name, file_key, sha256, size_bytes FROM document JOIN attachment ON attachment.id = attachment_id';
const documentsOfAssessment = read<{ assessmentId: string }>()(
  `${selected} WHERE assessment_id = @assessmentId ORDER BY made_at DESC, document.rowid DESC`,
  documentRow,
);
const oneDocument = read<{ id: string }>()(`${selected} WHERE document.id = @id`, documentRow);
const allDocuments = read()(`${selected} ORDER BY made_at, document.rowid`, documentRow);
const versionsOfKind = read<{ assessmentId: string; kind: string }>()(
  'SELECT count(*) AS count FROM document WHERE assessment_id = @assessmentId AND kind = @kind',
  z.strictObject({ count: z.number() }),
);
/** Inserts a document that was made from the record. */
export const insertDocument = write<{
  id: string;
  assessmentId: string;
  kind: DocumentKind;
  version: number;
  documentId: string;
  model: string;
  attachmentId: string;
  signed: number;
  madeAt: string;
}>(
  'INSERT INTO document (id, assessment_id, kind, version, document_id, model, attachment_id, signed, made_at) VALUES (@id, @assessmentId, @kind, @version, @documentId, @model, @attachmentId, @signed, @madeAt)',
);

/** Every document that was made of an assessment, the latest first. */
export const documentsOf = (reader: Reader, assessmentId: string): readonly DocumentRow[] =>
  reader.all(documentsOfAssessment, { assessmentId });

/** Every document of the workspace, the first made first. */
export const everyDocument = (reader: Reader): readonly DocumentRow[] => reader.all(allDocuments, {});

/** The number that the next document of this kind gets. */
export const nextVersion = (reader: Reader, assessmentId: string, kind: DocumentKind): number =>
  1 + (reader.one(versionsOfKind, { assessmentId, kind })?.count ?? 0);

/** The document with this id. Throws AppError `document.unknown`. */
export function documentById(reader: Reader, id: string): DocumentRow {
  const row = reader.one(oneDocument, { id });
  if (!row) throw new AppError('document.unknown', 'This document is not in the workspace.');
  return row;
}

/** The kind of a document as screens name it. */
export const documentTitles: Readonly<Record<DocumentKind, string>> = {
  outcome: 'Outcome statement',
  feedback: 'Feedback report',
  resitLetter: 'Re-sit letter',
  qualityAssurance: 'Quality assurance report',
  audit: 'Audit extract',
};

/** What screens show of a document. */
export function documentFacts(row: DocumentRow): MadeDocument {
  const { id, kind, documentId, version, madeAt, signed, sha256, sizeBytes } = row;
  return { id, kind, title: documentTitles[kind], documentId, version, madeAt, signed, sha256, sizeBytes };
}
