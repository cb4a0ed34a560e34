import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CheckedFile } from '../../shared/contract/reports.ts';
import { AppError } from '../../shared/errors.ts';
import { checker } from '../background/threads.ts';
import type { Handler, TaskContext } from '../core/contexts.ts';
import type { VerifyOptions } from '../signing/verify-pdf.ts';
import { believed } from './trust-rows.ts';

const kind = { name: 'PDF documents', extensions: ['pdf'] } as const;
/** A report has a two-hundredth of it. */
const largestFile = 100_000_000;
/** A year's reports of a large organisation; more are checked folder by folder. */
const mostFiles = 5000;

export const verifyChosenFiles: Handler<'report.verifyFiles'> = async (context, { from }) => {
  const files = await chosenFiles(context, from);
  if (files === null) return null;
  const options = trusted(context);
  return context.runBatch(async cancelled => {
    const found: CheckedFile[] = [];
    for (const [done, file] of files.entries()) {
      if (cancelled.aborted) break;
      context.progress(done, files.length, path.basename(file));
      found.push(await checked(path.basename(file), () => readFile(file), options));
    }
    return { files: found, remaining: files.length - found.length };
  });
};

export const verifyGivenFile: Handler<'report.verifyGiven'> = (context, { fileName, bytes }) =>
  checked(fileName, () => bytes, trusted(context));

const trusted = (context: TaskContext): VerifyOptions =>
  context.workspace ? context.query(({ reader }) => believed(reader)) : {};

/** The files that were chosen, or the PDFs of the folder; null when nothing was. Throws AppError `report.noFiles` or `report.tooManyFiles`. */
async function chosenFiles({ dialogs }: TaskContext, from: 'files' | 'folder'): Promise<readonly string[] | null> {
  if (from === 'files') {
    const files = await dialogs.chooseFiles('Choose reports to check', kind);
    return files.length === 0 ? null : files;
  }
  const folder = await dialogs.chooseFolder('Choose a folder with reports to check');
  if (folder === null) return null;
  const names = readdirSync(folder).filter(name => name.toLowerCase().endsWith('.pdf'));
  if (names.length === 0) throw new AppError('report.noFiles', 'There is no PDF in this folder. Choose another one.');
  if (names.length > mostFiles) {
    const message = `There are more than ${mostFiles} PDFs in this folder. Check them in smaller folders.`;
    throw new AppError('report.tooManyFiles', message);
  }
  return names.sort(new Intl.Collator('en-GB', { numeric: true }).compare).map(name => path.join(folder, name));
}

function readFile(file: string): Uint8Array {
  if (statSync(file).size <= largestFile) return readFileSync(file);
  throw new AppError('report.fileTooLarge', 'The file is far larger than any report, so it was not read.');
}

/** What is found in one file. A file that cannot be read or is given up does not keep the others from being checked. */
async function checked(fileName: string, read: () => Uint8Array, options: VerifyOptions): Promise<CheckedFile> {
  try {
    return { kind: 'checked', verification: await checker('check', { fileName, bytes: read(), options }) };
  } catch (fault) {
    if (fault instanceof AppError) return { kind: 'notChecked', fileName, reason: fault.message };
    if (!(fault instanceof Error && 'syscall' in fault)) throw fault;
    return { kind: 'notChecked', fileName, reason: 'The file cannot be read. Check that it is there and may be read.' };
  }
}
