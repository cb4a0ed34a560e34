import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatCount } from '../../shared/british.ts';
import type { ReadyCase } from '../../shared/contract/reports.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskContext } from '../core/contexts.ts';
import { everyAssessmentRow } from '../features/assessment-rows.ts';
import { saveAllReports } from '../features/saving-reports.ts';
import { listReady, signMany } from '../features/signing-many.ts';
import type { Command, Output } from './command.ts';
import { inWorkspace } from './in-workspace.ts';
import { tableText } from './table.ts';

interface Wanted {
  readonly sign: string | undefined;
  readonly confirm: string | undefined;
  readonly folder: string | undefined;
}

/** Lists the reports that wait for their signature; signs them where the signer names themselves and confirms their number; saves the signed ones. */
export const reports: Command = {
  usage: 'reports WORKSPACE [--sign "YOUR NAME" --confirm COUNT] [--save DIR]',
  summary: 'List the reports that are ready to be signed; sign them all, save the signed ones to a folder',
  async run(words, io) {
    const options = { sign: { type: 'string' }, confirm: { type: 'string' }, save: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [workspace, ...more] = positionals;
    if (workspace === undefined || more.length > 0) throw new AppError('cli.workspace', 'Name one workspace’s folder.');
    const folder = values.save === undefined ? undefined : path.resolve(values.save);
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    const wanted = { sign: values.sign, confirm: values.confirm, folder };
    return inWorkspace(workspace, context => carryOut(context, wanted, io));
  },
};

async function carryOut(context: TaskContext, wanted: Wanted, io: Output): Promise<number> {
  const ready = context.query(query => listReady(query, {}));
  io.out(listed(ready));
  const allSigned = wanted.sign === undefined ? true : await signAll(context, ready, wanted, io);
  if (wanted.folder !== undefined) await saveAll(context, wanted.folder, io);
  return allSigned ? 0 : 1;
}

function listed(ready: readonly ReadyCase[]): string {
  const rows = ready.flatMap(({ apprenticeName, reports: each }) =>
    each.map(({ title, grade }) => [apprenticeName, title, grade]),
  );
  if (rows.length === 0) return 'No report waits for its signature.\n';
  return `${tableText([['Apprentice', 'Report', 'Grade'], ...rows])}\n${formatCount(rows.length, 'report')} ready to be signed.\n`;
}

/** Signs what was listed. Throws AppError `cli.notConfirmed` unless the number given is the number of reports listed. */
async function signAll(context: TaskContext, ready: readonly ReadyCase[], wanted: Wanted, io: Output) {
  const all = ready.flatMap(({ reports: each }) => each.map(({ subject, grade }) => ({ subject, grade })));
  if (all.length === 0) return true;
  if (wanted.confirm !== String(all.length)) {
    throw new AppError(
      'cli.notConfirmed',
      `Nothing was signed. Look through the list, and confirm it with its number: --confirm ${all.length}`,
    );
  }
  const mark = { kind: 'typed', name: wanted.sign ?? '' } as const;
  const result = await signMany(context, { reports: all, mark, save: false });
  if (!result) return false;
  io.out(`${formatCount(result.signed, 'report')} signed.\n`);
  for (const { reason } of result.notSigned) io.err(`Not signed: ${reason}\n`);
  if (result.stopped !== null) io.err(`${result.stopped}\n`);
  return result.notSigned.length === 0 && result.remaining === 0;
}

async function saveAll(context: TaskContext, folder: string, io: Output): Promise<void> {
  const assessmentIds = context.query(({ reader }) => everyAssessmentRow(reader).map(({ id }) => id));
  const dialogs = { ...context.dialogs, chooseFolder: async () => folder };
  // Over the context, so that its time and its workspace stay what they are.
  const answering: TaskContext = Object.create(context, { dialogs: { value: dialogs } });
  const result = await saveAllReports(answering, { assessmentIds });
  if (!result) return;
  const before = result.skipped > 0 ? `; ${formatCount(result.skipped, 'report')} stood there already` : '';
  io.out(`${formatCount(result.saved, 'report')} saved in ${folder}${before}.\n`);
}
