import { type DocumentKind, type DocumentWords, documentKinds } from '../../shared/contract/documents.ts';
import type { SignatureMark } from '../../shared/contract/reports.ts';
import { type ReportModel, reportModel } from '../../shared/domain/report-model.ts';
import { declarations } from '../../shared/domain/report-signatures.ts';
import { AppError } from '../../shared/errors.ts';
import { press } from '../background/threads.ts';
import type { Handler, QueryContext, TaskContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { readAttachment, storeAttachment } from '../db/attachments.ts';
import { writeDurably } from '../db/files.ts';
import type { Reader } from '../db/statements.ts';
import { REPORT_FIELDS } from '../signing/report-fields.ts';
import { organisationSeal } from './authority.ts';
import { authorityOf } from './authority-rows.ts';
import {
  documentById,
  documentFacts,
  documentsOf,
  documentTitles,
  insertDocument,
  nextVersion,
} from './document-rows.ts';
import { signingIdentity } from './identities.ts';
import { feedbackModel, outcomeModel, resitModel } from './outcome-models.ts';
import { auditModel, qualityAssuranceModel } from './review-models.ts';
import { releaseOf, reviewsOf } from './review-rows.ts';
import { keepAttachment, signedReportOn } from './signed-reports.ts';
import { signInField } from './signing-in-field.ts';
import { styleOf } from './styles.ts';

type MakeModel = (context: QueryContext, assessmentId: string, version: number, words: DocumentWords) => ReportModel;
const models: Readonly<Record<DocumentKind, MakeModel>> = {
  outcome: outcomeModel,
  feedback: feedbackModel,
  resitLetter: resitModel,
  qualityAssurance: qualityAssuranceModel,
  audit: auditModel,
};

/** Why the document cannot be made now; null when it can. What goes to the apprentice waits for the release of the result. */
function blockedBy({ reader }: QueryContext, assessmentId: string, kind: DocumentKind): string | null {
  if (kind === 'audit') return null;
  if (kind === 'qualityAssurance') {
    return reviewsOf(reader, assessmentId).length > 0 ? null : 'No review of this assessment is recorded yet.';
  }
  const overall = signedReportOn(reader, { kind: 'overall', assessmentId });
  if (overall?.model.kind !== 'overall') return 'The overall report is not signed yet.';
  if (!releaseOf(reader, overall.id)) return 'The result is not released yet.';
  const isFailed = overall.model.methods.some(({ grade }) => grade === 'fail');
  return kind === 'resitLetter' && !isFailed ? 'No method was failed.' : null;
}

function signerOf(reader: Reader, kind: DocumentKind): 'organisation' | 'reviewer' | 'nobody' {
  if (kind === 'qualityAssurance') return 'reviewer';
  return authorityOf(reader) ? 'organisation' : 'nobody';
}

export const listDocuments: Handler<'document.list'> = (context, { assessmentId }) => ({
  possible: documentKinds.map(kind => ({
    kind,
    title: documentTitles[kind],
    blocked: blockedBy(context, assessmentId, kind),
    signer: signerOf(context.reader, kind),
  })),
  made: documentsOf(context.reader, assessmentId).map(documentFacts),
});

export const makeDocument: Handler<'document.make'> = async (context, { assessmentId, kind, mark, words = {} }) => {
  const { model, style, folder } = context.query(query => {
    const blocked = blockedBy(query, assessmentId, kind);
    if (blocked !== null) throw new AppError('document.notReady', blocked);
    const version = nextVersion(query.reader, assessmentId, kind);
    return {
      model: reportModel.parse(models[kind](query, assessmentId, version, words)),
      style: styleOf(query.reader),
      folder: filesOf(query.workspace.folder).attachments,
    };
  });
  const plain = await press('report', { model, style });
  const signed = await signDocument(context, { pdf: plain, model, assessmentId, mark });
  const attachment = storeAttachment(folder, signed ?? plain);
  return context.command(command => {
    const { reader, writer, newId, record } = command;
    const { version, documentId, preparedAt: madeAt } = model;
    if (nextVersion(reader, assessmentId, kind) !== version) {
      throw new AppError(
        'document.overtaken',
        'This document was made twice at the same time. The other one is there.',
      );
    }
    const id = newId();
    const attachmentId = keepAttachment(command, attachment);
    const isSigned = signed !== null;
    const text = JSON.stringify(model);
    const made = { id, assessmentId, kind, version, documentId, model: text, attachmentId, madeAt };
    writer.run(insertDocument, { ...made, signed: isSigned ? 1 : 0 });
    const detail = { kind, documentId, version, sha256: attachment.sha256, signed: isSigned };
    record({ type: 'document.made', subjectId: id, detail });
    return documentFacts(documentById(reader, id));
  });
};

interface Unsigned {
  readonly pdf: Uint8Array;
  readonly model: ReportModel;
  readonly assessmentId: string;
  readonly mark: SignatureMark | undefined;
}

/** The document signed by the organisation, or by the reviewer who gave a mark; null where nobody signs it. */
async function signDocument(context: TaskContext, unsigned: Unsigned): Promise<Uint8Array | null> {
  const { pdf, model, assessmentId, mark } = unsigned;
  const common = { signedAt: new Date(model.preparedAt), certify: true, timestamp: undefined };
  if (model.kind === 'qualityAssurance') {
    const reviewerId = context.query(({ reader }) => reviewsOf(reader, assessmentId).at(-1)?.reviewerId);
    if (!mark || reviewerId === undefined) return null;
    const identity = await signingIdentity(context, reviewerId);
    const { name } = model.reviewer;
    const reason = declarations.reviewed;
    const field = REPORT_FIELDS.qualityAssurer;
    return signInField(context, pdf, {
      ...common,
      field,
      identity,
      mark,
      name,
      role: 'Internal quality assurer',
      reason,
    });
  }
  const seal = await organisationSeal(context);
  if (!seal) return null;
  const name = context.query(({ workspace }) => workspace.organisation);
  return signInField(context, pdf, {
    ...common,
    field: REPORT_FIELDS.organisation,
    identity: seal,
    mark: { kind: 'typed', name },
    name,
    role: 'Assessment organisation',
    reason: model.kind === 'audit' ? declarations.extracted : declarations.released,
  });
}

/** The stored PDF of a document: a plain array, which Electron can carry. */
function storedPdf(context: TaskContext, id: string) {
  const { row, folder } = context.query(({ reader, workspace }) => ({
    row: documentById(reader, id),
    folder: filesOf(workspace.folder).attachments,
  }));
  return { row, pdf: new Uint8Array(readAttachment(folder, row)) };
}

export const previewDocument: Handler<'document.preview'> = async (context, { id }) => ({
  pdf: storedPdf(context, id).pdf,
});

export const saveDocument: Handler<'document.save'> = async (context, { id }) => {
  const { row, pdf } = storedPdf(context, id);
  const file = await context.dialogs.saveFile('Save the document', `${row.documentId}.pdf`);
  if (file === null) return null;
  writeDurably(file, pdf);
  const { documentId } = row;
  context.command(({ record }) => record({ type: 'document.saved', subjectId: id, detail: { documentId } }));
  return { file };
};
