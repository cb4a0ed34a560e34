import { formatCount } from '../../shared/british.ts';
import type { SignatureMark } from '../../shared/contract/reports.ts';
import type { ReportSubject } from '../../shared/contract/shapes.ts';
import type { Obstacle } from '../../shared/domain/obstacle.ts';
import {
  type AssessmentReport,
  assessmentReport,
  assessorDeclaration,
  recordedDeclaration,
} from '../../shared/domain/report-model.ts';
import { AppError } from '../../shared/errors.ts';
import { press } from '../background/threads.ts';
import type { CommandContext, Handler, QueryContext, TaskContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { readAttachment, type StoredAttachment, storeAttachment } from '../db/attachments.ts';
import { writeDurably } from '../db/files.ts';
import { unprintableIn } from '../reports/unprintable.ts';
import type { SigningIdentity } from '../signing/cms.ts';
import { REPORT_FIELDS } from '../signing/report-fields.ts';
import { assessmentById } from './assessment-rows.ts';
import { completionObstacles } from './completion.ts';
import { type IdentityFacts, identityFacts, ownIdentity } from './identities.ts';
import { lockPieces } from './portfolio-rows.ts';
import { standingOf } from './progress.ts';
import { outcomeOf } from './recorded-outcome-rows.ts';
import { methodReportModel, overallReportModel } from './report-models.ts';
import { signingObstacles } from './session-results.ts';
import { methodOfSession, sessionById, updateSigned } from './session-rows.ts';
import {
  facts,
  insertReport,
  keepAttachment,
  reportById,
  reportsOn,
  signedReportOn,
  titleOf,
} from './signed-reports.ts';
import { signInField } from './signing-in-field.ts';
import { styleOf } from './styles.ts';

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
    obstacles: signed ? [] : [...withPrintingHint(context, subject)],
    signer: {
      name: workspace.ownerName,
      fingerprint: identity?.fingerprint ?? null,
      expires: identity?.expires ?? null,
    },
    declaration: session && outcomeOf(reader, session.id) ? recordedDeclaration : assessorDeclaration,
    signed: signed ? facts(signed) : null,
    earlier: reportsOn(reader, assessment.id, subject)
      .filter(({ id }) => id !== signed?.id)
      .map(facts)
      .toReversed(),
  };
};

export const previewReport: Handler<'report.preview'> = async (context, { subject }) => {
  const row = context.query(({ reader }) => signedReportOn(reader, subject));
  if (row) return { pdf: signedBytes(context, row), signed: true };
  const { model, style } = context.query(query => ({ model: modelOf(query, subject), style: styleOf(query.reader) }));
  return { pdf: plain(await press('report', { model, style })), signed: false };
};

export const signReport: Handler<'report.sign'> = async (context, { subject, mark, timestamp }) => {
  context.query(query => refuseBlocked(query, subject));
  const identity = await ownIdentity(context);
  const model = context.query(query => modelOf(query, subject));
  const pdf = await signedPdf(context, model, { identity, mark, timestamp });
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

/** A report's content as the record stands now, checked. Throws AppError `report.notReady`. */
export const modelOf = (context: QueryContext, subject: ReportSubject): AssessmentReport =>
  assessmentReport.parse(
    subject.kind === 'method'
      ? methodReportModel(context, subject.sessionId)
      : overallReportModel(context, subject.assessmentId),
  );

interface Signing {
  readonly identity: SigningIdentity;
  readonly mark: SignatureMark;
  readonly timestamp: 'use' | 'without' | undefined;
}

async function signedPdf(context: TaskContext, model: AssessmentReport, signing: Signing): Promise<Uint8Array> {
  const style = context.query(({ reader }) => styleOf(reader));
  return signInField(context, await press('report', { model, style }), {
    ...signing,
    field: REPORT_FIELDS.assessor,
    name: model.assessor.name,
    role: 'Independent assessor',
    reason: model.kind === 'method' && model.recorded ? recordedDeclaration : assessorDeclaration,
    signedAt: new Date(model.preparedAt),
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
  const id = newId();
  const attachmentId = keepAttachment(context, attachment);
  const at = model.preparedAt;
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
    version: model.version,
  });
  if (subject.kind === 'method') writer.run(updateSigned, { id: subject.sessionId, at });
  if (model.kind === 'method') lockPieces(context, id, model.portfolio?.map(piece => piece.id) ?? []);
  const { kind, documentId, grade } = model;
  const { sha256 } = attachment;
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

/** The obstacles, and once there is a report the characters in it that cannot be printed. */
function withPrintingHint(context: QueryContext, subject: ReportSubject): readonly Obstacle[] {
  const obstacles = obstaclesOf(context, subject);
  if (obstacles.some(({ severity }) => severity === 'blocks')) return obstacles;
  const missing = unprintableIn(modelOf(context, subject));
  if (missing.length === 0) return obstacles;
  const named = missing.slice(0, mostNamed).join(', ');
  const more = missing.length > mostNamed ? ', …' : '';
  const kept = missing.length === 1 ? 'It is' : 'They are';
  const message = `${formatCount(missing.length, 'character')} cannot be printed: ${named}${more}. ${kept} kept in the attached data.`;
  return [...obstacles, { rule: 'unprintable', severity: 'hint', message }];
}

/** So many characters are named in a hint. */
const mostNamed = 20;

function refuseBlocked(context: QueryContext, subject: ReportSubject): void {
  if (signedReportOn(context.reader, subject)) throw new AppError('report.signed', 'This report is signed already.');
  const blocking = obstaclesOf(context, subject).find(({ severity }) => severity === 'blocks');
  if (blocking) throw new AppError('report.blocked', blocking.message);
}

/** The newest file of a signed report, decrypted. */
export function signedBytes(
  context: TaskContext,
  row: { readonly fileName: string; readonly fileKey: Uint8Array; readonly sha256: string },
): Uint8Array<ArrayBuffer> {
  return plain(readAttachment(filesOf(context.query(({ workspace }) => workspace.folder)).attachments, row));
}

/** Bytes that Electron can carry: a plain array, not a Buffer. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
