import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { capitalised, formatDateTime } from '../../shared/british.ts';
import { AppError } from '../../shared/errors.ts';
import { auditHead } from '../core/audit.ts';
import type { QueryContext, TaskContext } from '../core/contexts.ts';
import { filesOf, openWorkspace } from '../core/open-workspace.ts';
import { readAttachment } from '../db/attachments.ts';
import { writeDurably } from '../db/files.ts';
import { openVault, readVault } from '../db/vault.ts';
import { everyAssessmentRow } from '../features/assessment-rows.ts';
import { requireAuthority } from '../features/authority-rows.ts';
import { makeDemonstration, signAll } from '../features/demonstration.ts';
import { makeDocuments, reviewAndRelease } from '../features/demonstration-review.ts';
import { type DocumentRow, documentTitles, everyDocument } from '../features/document-rows.ts';
import { playExchange } from '../features/exchange/demonstration-exchange.ts';
import { fingerprintOf } from '../features/identity-rows.ts';
import { standingOf } from '../features/progress.ts';
import { everyReport, type ReportRow } from '../features/signed-reports.ts';
import { believed } from '../features/trust-rows.ts';
import { verifyReport } from '../features/verification.ts';
import { pemOf } from '../signing/pem.ts';
import type { Command, Output } from './command.ts';
import { writeDfeExamples } from './dfe-examples.ts';
import { commandWorkbench } from './workbench.ts';

/** Does the whole job through the same core that the window uses: workspace, apprentices, sessions, judgements, signed reports. */
export const demo: Command = {
  usage: 'demo [--out DIR] [--leave-waiting]',
  summary: 'Run a demonstration assessment from start to signed report; writes to demo-output/ unless told otherwise',
  async run(words, io) {
    const options = { out: { type: 'string' }, 'leave-waiting': { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...words], options });
    const out = path.resolve(values.out ?? 'demo-output');
    clearEarlier(out);
    const workbench = commandWorkbench(out);
    try {
      const summary = await workbench.task(context => playInto(out, context, values['leave-waiting'] ?? false));
      printTable(summary, out, io);
      return [...summary.reports, ...summary.documents].every(({ verified }) => verified) ? 0 : 1;
    } finally {
      workbench.close();
    }
  },
};

const hour = 60 * 60 * 1000;

/** Removes what an earlier demonstration left there. Throws AppError rather than touch anything else. */
function clearEarlier(out: string): void {
  const workspace = path.join(out, 'workspace');
  if (!existsSync(out)) return;
  const { vault } = filesOf(workspace);
  if (existsSync(workspace) && !(existsSync(vault) && readVault(vault).demonstration)) {
    throw new AppError(
      'demo.occupied',
      `${workspace} is not an earlier demonstration, so it is left alone. Name another folder with --out.`,
    );
  }
  for (const name of ['workspace', 'reports', 'dfe', 'packs', 'summary.json'])
    rmSync(path.join(out, name), { recursive: true, force: true });
}

async function playInto(out: string, context: TaskContext, leaveWaiting: boolean) {
  const folder = path.join(out, 'workspace');
  await makeDemonstration(folder, context);
  const vault = readVault(filesOf(folder).vault);
  context.replaceWorkspace(null);
  context.replaceWorkspace(openWorkspace(folder, await openVault(vault, { kind: 'demonstration' })));
  if (!leaveWaiting) await finishWaiting(context);
  const summary = context.query(query => ({ ...summarise(query, out), dfeExamples: writeDfeExamples(query, out) }));
  const made = leaveWaiting ? [] : await playExchange(context, path.join(out, 'packs'));
  const packs = made.map(file => path.relative(out, file));
  writeDurably(path.join(out, 'summary.json'), Buffer.from(`${JSON.stringify({ ...summary, packs }, null, 2)}\n`));
  return summary;
}

/** Goes on where the window's demonstration waits for its user: signs what is ready to be signed, reviews and releases it, and makes what follows a fail. */
async function finishWaiting(context: TaskContext): Promise<void> {
  const ready = context.query(({ reader }) =>
    everyAssessmentRow(reader).flatMap(assessment => {
      const { progress, sessions } = standingOf(reader, assessment);
      return progress.stage === 'readyToSign'
        ? [{ assessmentId: assessment.id, sessions: [...sessions.values()] }]
        : [];
    }),
  );
  for (const { assessmentId, sessions } of ready) {
    const methods = sessions.map(({ id: sessionId }) => ({ kind: 'method', sessionId }) as const);
    const start = context.now.getTime();
    await signAll(context.at(new Date(start - hour)), [...methods, { kind: 'overall', assessmentId }]);
    await reviewAndRelease(context.at(new Date(start - hour / 2)), assessmentId);
    await makeDocuments(context, assessmentId, ['outcome', 'feedback', 'resitLetter', 'audit']);
  }
}

/** What was made: each report and document as a file, and the certificate to trust them by. */
function summarise(query: QueryContext, out: string) {
  const { reader } = query;
  mkdirSync(path.join(out, 'reports'), { recursive: true });
  const certificateFile = path.join('reports', 'organisation-certificate.pem');
  const certificate = requireAuthority(reader).chain[0];
  writeDurably(path.join(out, certificateFile), Buffer.from(pemOf(certificate, 'CERTIFICATE')));
  const reports = everyReport(reader).map(row => ({
    ...writeOut(query, out, row),
    title: row.title,
    method: row.model.kind === 'method' ? row.model.method.key : null,
    grade: row.model.grade,
    derivation: row.model.derivation.map(({ text }) => text),
    signedBy: row.signedBy,
    signedAt: row.signedAt,
    countersignedBy: row.countersignedBy,
  }));
  const documents = everyDocument(reader).map(row => ({
    ...writeOut(query, out, row),
    title: documentTitles[row.kind],
    signed: row.signed,
    madeAt: row.madeAt,
  }));
  const overall = everyReport(reader)
    .map(({ model }) => model)
    .find(model => model.kind === 'overall');
  return {
    schema: 'epa-demo-summary/1',
    practice: true,
    workspace: 'workspace',
    overallGrade: overall?.grade ?? null,
    methodGrades: Object.fromEntries(overall?.methods.map(({ key, grade }) => [key, grade]) ?? []),
    reports,
    documents,
    organisationCertificate: { file: certificateFile, sha256: fingerprintOf(certificate) },
    audit: auditHead(reader),
  };
}

/** Writes a stored PDF as a file of its document's reference, and says what it is and whether it is as it should be: signed, intact and trusted under the organisation’s certificate. */
function writeOut({ reader, workspace }: QueryContext, out: string, row: ReportRow | DocumentRow) {
  const { model, documentId, sha256 } = row;
  const file = path.join('reports', `${documentId}.pdf`);
  const pdf = readAttachment(filesOf(workspace.folder).attachments, row);
  writeDurably(path.join(out, file), pdf);
  const { ok, signatures } = verifyReport(file, pdf, believed(reader));
  const { givenNames, familyName } = model.apprentice;
  return {
    file,
    sha256,
    documentId,
    kind: model.kind,
    apprentice: `${givenNames} ${familyName}`,
    verified: ok && signatures.every(({ trust }) => trust === 'trusted'),
  };
}

type Summary = ReturnType<typeof summarise>;

function printTable({ reports, documents, audit, overallGrade }: Summary, out: string, io: Output): void {
  const rows = [
    ...reports.map(({ grade, ...report }) => lineOf(report, capitalised(grade))),
    ...documents.map(document => lineOf(document, '')),
  ];
  io.out(
    `${inColumns([['Document', 'Apprentice (fictional)', 'Grade', 'File', 'SHA-256', 'Signatures'], ...rows])}\n\n`,
  );
  const first = reports.find(({ kind }) => kind === 'overall');
  if (first) io.out(`${first.derivation.map(line => `  ${line}`).join('\n')}\n\n`);
  io.out(
    `Overall grade: ${capitalised(overallGrade ?? 'none')}. Signed ${formatDateTime(first?.signedAt ?? '')}. Audit log: ${audit.sequence} events, head ${audit.head.slice(0, 16)}.\n`,
  );
  io.out(
    'Files for DfE’s assessment service: practice results go into none, so dfe/EXAMPLE-* show made-up learners; dfe/pre-check.json says why.\n',
  );
  io.out(
    'Packs between an organisation and its assessor: packs/*.epapack. Check them with: npm run epa -- packs check FILE\n',
  );
  const certificate = path.join(out, 'reports', 'organisation-certificate.pem');
  io.out(
    `Everything is in ${out}. Check a report with: npm run verify -- --trust ${certificate} ${path.join(out, first?.file ?? '')}\n`,
  );
}

type Made = Pick<Summary['documents'][number], 'title' | 'apprentice' | 'file' | 'sha256' | 'verified'>;

function lineOf({ title, apprentice, file, sha256, verified }: Made, grade: string): readonly string[] {
  const state = verified ? 'intact, trusted' : 'NOT INTACT';
  return [title, apprentice, grade, file, sha256.slice(0, 16), state];
}

function inColumns(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map(row => row[column]?.length ?? 0)));
  const lines = table.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map(line => line.trimEnd()).join('\n');
}
