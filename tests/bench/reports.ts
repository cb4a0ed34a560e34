import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { everyReport } from '../../electron/features/signed-reports.ts';
import { createIdentity } from '../../electron/signing/identity.ts';
import type { MethodReport } from '../../shared/domain/report-model.ts';
import { startCore } from './core.ts';
import { type Figure, figure, measureInTurns, timeInTurns } from './measuring.ts';
import { measureOtherPrinters } from './other-printers.ts';
import { type Paragraph, paragraphsOf, plainReport } from './plain-report.ts';
import type { BatchMeasure } from './report-batch.ts';
import { signedReport } from './signed-report.ts';

const baseline = 'pdfkit alone, same text and fonts, unsigned';
const coldReport = fileURLToPath(new URL('cold-report.ts', import.meta.url));
const batchOfReports = fileURLToPath(new URL('report-batch.ts', import.meta.url));
/** As many reports as a large organisation signs in a week. */
const batchSize = 500;

/** A method report of the demonstration's signed assessment: built and signed again and again, for the first time in a process, five hundred times in one, and beside other programs that print. Leaves the demonstration in `userData`. */
export async function measureReports(userData: string, scratch: string): Promise<Figure[]> {
  const model = await demonstrationReport(userData);
  const paragraphs = paragraphsOf(model);
  const naming = { unit: 'ms', baseline } as const;
  const warm = await warmReports(model, paragraphs);
  const { modelFile, paragraphsFile } = filesFor(scratch, model, paragraphs);
  const cold = await coldReports(modelFile, paragraphsFile);
  const batch = { ours: await inBatch('ours', modelFile), plain: await inBatch('plain', paragraphsFile) };
  const printers = await measureOtherPrinters(scratch, paragraphs, await signer(model));
  return [
    figure({ ...naming, key: 'report', name: 'Report built and signed' }, warm.ours, warm.plain),
    figure({ ...naming, key: 'firstReport', name: 'The first report after the start' }, cold.ours, cold.plain),
    figure(
      { ...naming, key: 'reports500', name: '500 reports built and signed', items: batchSize },
      [batch.ours.ms],
      [batch.plain.ms],
    ),
    figure(
      { ...naming, unit: 'MiB', key: 'reports500Memory', name: 'Peak memory of the process, 500 reports' },
      [batch.ours.peakMiB],
      [batch.plain.peakMiB],
    ),
    ...printers,
  ];
}

async function warmReports(model: MethodReport, paragraphs: readonly Paragraph[]) {
  const works = { ours: await signer(model), plain: () => plainReport(paragraphs) };
  return timeInTurns({ count: 20, warmUp: 3 }, works);
}

/** Signs the report again and again with one identity. */
async function signer(model: MethodReport): Promise<() => Promise<Uint8Array>> {
  const now = new Date(model.preparedAt);
  const identity = await createIdentity({ commonName: model.assessor.name, now, validYears: 3 });
  return () => signedReport(model, identity);
}

function filesFor(scratch: string, model: MethodReport, paragraphs: readonly Paragraph[]) {
  const modelFile = path.join(scratch, 'model.json');
  const paragraphsFile = path.join(scratch, 'paragraphs.json');
  writeFileSync(modelFile, JSON.stringify(model));
  writeFileSync(paragraphsFile, JSON.stringify(paragraphs));
  return { modelFile, paragraphsFile };
}

/** The whole batch in a process of its own, whose memory holds nothing else. */
async function inBatch(kind: 'ours' | 'plain', file: string): Promise<BatchMeasure> {
  const { stdout } = await promisify(execFile)(process.execPath, [batchOfReports, kind, file, String(batchSize)]);
  return JSON.parse(stdout) as BatchMeasure;
}

async function coldReports(modelFile: string, paragraphsFile: string) {
  const measures = {
    ours: () => inNewProcess('ours', modelFile),
    plain: () => inNewProcess('plain', paragraphsFile),
  };
  return measureInTurns({ count: 5, warmUp: 0 }, measures);
}

/** Milliseconds that the first report of a new process takes, its code loaded already. */
async function inNewProcess(kind: 'ours' | 'plain', file: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [coldReport, kind, file]);
  return Number.parseFloat(stdout);
}

/** Makes the demonstration and gives the model of its signed report on the professional discussion. */
async function demonstrationReport(userData: string): Promise<MethodReport> {
  const { ask, workbench } = startCore(userData);
  await ask('workspace.startDemonstration', {});
  const reports = await workbench.task(async ({ query }) => query(({ reader }) => everyReport(reader)));
  workbench.close();
  for (const { model } of reports) {
    if (model.kind === 'method' && model.method.kind === 'professionalDiscussion') return model;
  }
  throw new Error('The demonstration has no signed report on a professional discussion.');
}
