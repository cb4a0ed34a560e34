import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { capitalised, formatDateTime } from '../../shared/british.ts';
import { AppError } from '../../shared/errors.ts';
import { auditHead } from '../core/audit.ts';
import type { QueryContext, TaskContext } from '../core/contexts.ts';
import { createWorkbench } from '../core/dispatch.ts';
import { filesOf, openWorkspace } from '../core/open-workspace.ts';
import { readAttachment } from '../db/attachments.ts';
import { writeDurably } from '../db/files.ts';
import { openVault, readVault } from '../db/vault.ts';
import { makeDemonstration } from '../features/demonstration.ts';
import { everyReport } from '../features/signed-reports.ts';
import { verifyReport } from '../features/verification.ts';
import type { Command, Output } from './command.ts';

/** Does the whole job through the same core that the window uses: workspace, apprentices, sessions, judgements, signed reports. */
export const demo: Command = {
  usage: 'demo [--out DIR]',
  summary: 'Run a demonstration assessment from start to signed report; writes to demo-output/ unless told otherwise',
  async run(words, io) {
    const { values } = parseArgs({ args: [...words], options: { out: { type: 'string' } } });
    const out = path.resolve(values.out ?? 'demo-output');
    clearEarlier(out);
    const workbench = createWorkbench({
      userData: out,
      now: () => new Date(),
      dialogs: { chooseFolder: nobody, chooseFile: nobody, saveFile: nobody },
      emit: () => {},
      onBug: error => {
        throw error;
      },
    });
    try {
      const summary = await workbench.task(context => playInto(out, context));
      printTable(summary, out, io);
      return summary.reports.every(({ verified }) => verified) ? 0 : 1;
    } finally {
      workbench.close();
    }
  },
};

const nobody = async (): Promise<null> => null;

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
  for (const name of ['workspace', 'reports', 'summary.json'])
    rmSync(path.join(out, name), { recursive: true, force: true });
}

async function playInto(out: string, context: TaskContext) {
  const folder = path.join(out, 'workspace');
  await makeDemonstration(folder, context);
  const vault = readVault(filesOf(folder).vault);
  context.replaceWorkspace(null);
  context.replaceWorkspace(openWorkspace(folder, vault.label, await openVault(vault, { kind: 'demonstration' })));
  const summary = context.query(query => summarise(query, out));
  writeDurably(path.join(out, 'summary.json'), Buffer.from(`${JSON.stringify(summary, null, 2)}\n`));
  return summary;
}

/** What was made: each report as a file, with how its grade was derived. */
function summarise({ reader, workspace }: QueryContext, out: string) {
  mkdirSync(path.join(out, 'reports'), { recursive: true });
  const reports = everyReport(reader).map(row => {
    const file = path.join('reports', `${row.documentId}.pdf`);
    const pdf = readAttachment(filesOf(workspace.folder).attachments, row);
    writeDurably(path.join(out, file), pdf);
    const { model } = row;
    return {
      file,
      sha256: row.sha256,
      title: row.title,
      documentId: row.documentId,
      apprentice: `${model.apprentice.givenNames} ${model.apprentice.familyName}`,
      kind: model.kind,
      method: model.kind === 'method' ? model.method.key : null,
      grade: model.grade,
      derivation: model.derivation.map(({ text }) => text),
      signedBy: row.signedBy,
      signedAt: row.signedAt,
      verified: verifyReport(file, pdf).ok,
    };
  });
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
    audit: auditHead(reader),
  };
}

type Summary = ReturnType<typeof summarise>;

function printTable({ reports, audit, overallGrade }: Summary, out: string, io: Output): void {
  const rows = reports.map(({ file, title, apprentice, grade, sha256, verified }) => [
    title,
    apprentice,
    capitalised(grade),
    file,
    sha256.slice(0, 16),
    verified ? 'intact' : 'NOT INTACT',
  ]);
  const table = [['Report', 'Apprentice (fictional)', 'Grade', 'File', 'SHA-256', 'Signature'], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map(row => row[column]?.length ?? 0)));
  io.out(
    `${table
      .map(row =>
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      .join('\n')}\n\n`,
  );
  const last = reports.at(-1);
  if (last) io.out(`${last.derivation.map(line => `  ${line}`).join('\n')}\n\n`);
  io.out(
    `Overall grade: ${capitalised(overallGrade ?? 'none')}. Signed ${formatDateTime(last?.signedAt ?? '')}. Audit log: ${audit.sequence} events, head ${audit.head.slice(0, 16)}.\n`,
  );
  io.out(`Everything is in ${out}. Check a report with: npm run verify -- ${path.join(out, last?.file ?? '')}\n`);
}
