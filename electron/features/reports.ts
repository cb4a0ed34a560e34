import { formatDateTime } from '../../shared/british.ts';
import type { SignatureMark } from '../../shared/contract/reports.ts';
import type { ReportSubject } from '../../shared/contract/shapes.ts';
import type { Obstacle } from '../../shared/domain/obstacle.ts';
import { type AssessmentReport, assessmentReport, assessorDeclaration } from '../../shared/domain/report-model.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler, QueryContext, TaskContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { fontsFolder } from '../core/resources.ts';
import { readAttachment, type StoredAttachment, storeAttachment } from '../db/attachments.ts';
import { writeDurably } from '../db/files.ts';
import { buildReport } from '../reports/build-report.ts';
import { signatureBox } from '../reports/parts/signature-block.ts';
import { drawAppearance } from '../signing/appearance.ts';
import { REPORT_FIELDS } from '../signing/report-fields.ts';
import { signPdf } from '../signing/sign-pdf.ts';
import { assessmentById } from './assessment-rows.ts';
import { completionObstacles } from './completion.ts';
import { type IdentityFacts, identityFacts, ownIdentity } from './identities.ts';
import { standingOf } from './progress.ts';
import { methodReportModel, overallReportModel } from './report-models.ts';
import { signingObstacles } from './session-results.ts';
import { methodOfSession, sessionById, setState } from './session-rows.ts';
import { facts, insertAttachment, insertReport, reportById, signedReportOn, titleOf } from './signed-reports.ts';

export const getReport: Handler<'report.get'> = (context, { subject }) => {
  const { reader, workspace } = context;
  const identity = identityFacts(reader, workspace.ownerId);
  const signed = signedReportOn(reader, subject);
  const session = subject.kind === 'method' ? sessionById(reader, subject.sessionId) : null;
  const assessment = assessmentById(
    reader,
    subject.kind === 'method' ? (session?.assessmentId ?? '') : subject.assessmentId,
  );
  return {
    title: session
      ? titleOf({ kind: 'method', method: methodOfSession(reader, session).method })
      : titleOf({ kind: 'overall' }),
    assessmentId: assessment.id,
    practice: assessment.practice,
    obstacles: signed ? [] : [...obstaclesOf(context, subject)],
    signer: {
      name: workspace.ownerName,
      fingerprint: identity?.fingerprint ?? null,
      expires: identity?.expires ?? null,
    },
    declaration: assessorDeclaration,
    signed: signed ? facts(signed) : null,
  };
};

export const previewReport: Handler<'report.preview'> = async (context, { subject }) => {
  const row = context.query(({ reader }) => signedReportOn(reader, subject));
  if (row) return { pdf: signedBytes(context, row), signed: true };
  return { pdf: plain(await buildReport(context.query(query => modelOf(query, subject)))), signed: false };
};

export const signReport: Handler<'report.sign'> = async (context, { subject, mark }) => {
  context.query(query => refuseBlocked(query, subject));
  const identity = await ownIdentity(context);
  const model = context.query(query => modelOf(query, subject));
  const pdf = await signedPdf(model, identity, mark);
  const attachment = storeAttachment(filesOf(context.query(({ workspace }) => workspace.folder)).attachments, pdf);
  return context.command(command => recordReport(command, subject, model, attachment, identity));
};

export const saveReport: Handler<'report.save'> = async (context, { id }) => {
  const row = context.query(({ reader }) => reportById(reader, id));
  const file = await context.dialogs.saveFile('Save the signed report', `${row.documentId}.pdf`);
  if (file === null) return null;
  writeDurably(file, signedBytes(context, row));
  context.command(({ record }) =>
    record({ type: 'report.saved', subjectId: id, detail: { documentId: row.documentId } }),
  );
  return { file };
};

const modelOf = (context: QueryContext, subject: ReportSubject): AssessmentReport =>
  assessmentReport.parse(
    subject.kind === 'method'
      ? methodReportModel(context, subject.sessionId)
      : overallReportModel(context, subject.assessmentId),
  );

async function signedPdf(
  model: AssessmentReport,
  identity: Awaited<ReturnType<typeof ownIdentity>>,
  mark: SignatureMark,
): Promise<Uint8Array> {
  const signedAt = new Date(model.preparedAt);
  const name = model.assessor.name;
  const appearance = await drawAppearance({
    ...signatureBox,
    mark,
    lines: [name, 'Independent assessor', `Signed ${formatDateTime(model.preparedAt)}`],
    fontsFolder,
  });
  return signPdf(await buildReport(model), {
    field: REPORT_FIELDS.assessor,
    identity,
    signerName: name,
    reason: assessorDeclaration,
    signedAt,
    appearance,
    certify: true,
  });
}

/** Stores the signed report and locks what it rests on. The record must be the one that the report was built from. */
function recordReport(
  context: CommandContext,
  subject: ReportSubject,
  model: AssessmentReport,
  attachment: StoredAttachment,
  identity: IdentityFacts,
) {
  const { reader, writer, workspace, newId, record } = context;
  refuseBlocked(context, subject);
  if (contentOf(modelOf(context, subject)) !== contentOf(model)) {
    throw new AppError(
      'report.overtaken',
      'The assessment was changed while the report was being signed. Nothing was signed; look through the report and sign again.',
    );
  }
  const [id, attachmentId] = [newId(), newId()];
  const at = model.preparedAt;
  const { fileName, fileKey, sha256, sizeBytes } = attachment;
  writer.run(insertAttachment, {
    id: attachmentId,
    fileName,
    fileKey,
    mediaType: 'application/pdf',
    sha256,
    sizeBytes,
    addedAt: at,
  });
  writer.run(insertReport, {
    id,
    kind: model.kind,
    assessmentId:
      subject.kind === 'method' ? sessionById(reader, subject.sessionId).assessmentId : subject.assessmentId,
    sessionId: subject.kind === 'method' ? subject.sessionId : null,
    documentId: model.documentId,
    title: titleOf(model),
    model: JSON.stringify(model),
    grade: model.grade,
    attachmentId,
    signedBy: workspace.ownerId,
    signedAt: at,
  });
  if (subject.kind === 'method') setState(context, subject.sessionId, 'signed');
  const { kind, documentId, grade } = model;
  record({
    type: 'report.signed',
    subjectId: id,
    detail: { kind, documentId, sha256, grade, certificateSha256: identity.fingerprint },
  });
  return facts(reportById(reader, id));
}

/** What a report says, without when it was prepared. */
function contentOf({ preparedAt: _, ...content }: AssessmentReport): string {
  return JSON.stringify(content);
}

function obstaclesOf({ reader }: QueryContext, subject: ReportSubject): readonly Obstacle[] {
  if (subject.kind === 'method') {
    const session = sessionById(reader, subject.sessionId);
    return signingObstacles(reader, session, methodOfSession(reader, session).method);
  }
  const { plan, sessions } = standingOf(reader, assessmentById(reader, subject.assessmentId));
  const notSigned = plan.methods
    .filter(({ key }) => sessions.get(key)?.state !== 'signed')
    .map(
      ({ name }): Obstacle => ({
        rule: 'methodNotSigned',
        severity: 'blocks',
        message: `The report on the ${name.toLowerCase()} is not signed yet.`,
      }),
    );
  return [...notSigned, ...completionObstacles(reader, subject.assessmentId, plan)];
}

function refuseBlocked(context: QueryContext, subject: ReportSubject): void {
  if (signedReportOn(context.reader, subject)) throw new AppError('report.signed', 'This report is signed already.');
  const blocking = obstaclesOf(context, subject).find(({ severity }) => severity === 'blocks');
  if (blocking) throw new AppError('report.blocked', blocking.message);
}

function signedBytes(
  context: TaskContext,
  row: { readonly fileName: string; readonly fileKey: Uint8Array; readonly sha256: string },
): Uint8Array<ArrayBuffer> {
  return plain(readAttachment(filesOf(context.query(({ workspace }) => workspace.folder)).attachments, row));
}

/** Bytes that Electron can carry: a plain array, not a Buffer. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
