import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatCount } from '../../shared/british.ts';
import type { TakenIn } from '../../shared/contract/packs.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskContext } from '../core/contexts.ts';
import { sendReceipt } from '../features/exchange/answering.ts';
import { everyCorrespondentRow } from '../features/exchange/correspondents.ts';
import { withPack } from '../features/exchange/opening.ts';
import { packsInFolder, takeInOpened } from '../features/exchange/receiving.ts';
import type { Output } from './command.ts';
import { inWorkspace } from './in-workspace.ts';
import { tableText } from './table.ts';

/** What became of a pack: taken in, or refused with the reason. */
type Fate = { readonly file: string } & (
  | { readonly taken: TakenIn; readonly refused: null }
  | { readonly taken: null; readonly refused: AppError }
);

/**
 * Takes every pack of a folder into a workspace, each in a transaction of its own: stopped, it is gone on with by giving the command again, for what is
 * there already changes nothing. A pack that waits for an earlier one is tried again after the others. Exit status 0 only if every one was taken in whole.
 */
export async function importPacks(words: readonly string[], io: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { into: { type: 'string' }, receipts: { type: 'string' } },
    allowPositionals: true,
  });
  const [given] = positionals;
  if (given === undefined || values.into === undefined || positionals.length > 1) {
    throw new AppError(
      'cli.noFile',
      'Name the folder with the packs, and with --into the workspace that they go into.',
    );
  }
  const files = filesIn(path.resolve(given));
  const fates: Fate[] = [];
  await inWorkspace(values.into, async context => {
    await takeInAll(context, files, fate => {
      fates.push(fate);
      io.err(`${fates.length} of ${files.length}  ${path.basename(fate.file)}  ${stateOf(fate)}\n`);
    });
    if (values.receipts !== undefined) await writeReceipts(context, path.resolve(values.receipts), io);
  });
  print(fates, io);
  return fates.every(({ taken }) => taken?.left.every(({ standing }) => standing === 'older')) ? 0 : 1;
}

function filesIn(given: string): readonly string[] {
  if (!existsSync(given)) throw new AppError('cli.noFile', `There is no ${given}.`);
  const files = statSync(given).isDirectory() ? packsInFolder(given) : [given];
  if (files.length === 0) throw new AppError('cli.noFile', `There is no pack (.epapack) in ${given}.`);
  return files;
}

async function takeInAll(context: TaskContext, files: readonly string[], tell: (fate: Fate) => void): Promise<void> {
  let waiting = files;
  for (;;) {
    const later: Fate[] = [];
    for (const file of waiting) {
      const fate = await takeInOne(context, file);
      if (fate.refused?.code === 'pack.tooEarly') later.push(fate);
      else tell(fate);
    }
    if (later.length === waiting.length || later.length === 0) {
      for (const fate of later) tell(fate);
      return;
    }
    waiting = later.map(({ file }) => file);
  }
}

async function takeInOne(context: TaskContext, file: string): Promise<Fate> {
  try {
    const taken = await withPack(context, file, (pack, contents) => takeInOpened(context, pack, contents));
    return { file, taken, refused: null };
  } catch (error) {
    if (error instanceof AppError) return { file, taken: null, refused: error };
    throw error;
  }
}

async function writeReceipts(context: TaskContext, folder: string, io: Output): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const senders = context.query(({ reader }) => everyCorrespondentRow(reader));
  for (const { workspaceId, name, role } of senders.filter(sender => sender.role === 'assessor')) {
    const destination = path.join(folder, `receipt-${role}-${workspaceId}.epapack`);
    const dialogs = { ...context.dialogs, saveFile: async () => destination };
    await sendReceipt({ ...context, dialogs }, { workspaceId });
    io.err(`Receipt for ${name}: ${destination}\n`);
  }
}

function stateOf({ taken, refused }: Fate): string {
  if (refused) return 'refused';
  return taken.taken > 0 ? 'taken in' : 'here already';
}

function print(fates: readonly Fate[], io: Output): void {
  const rows = fates.map(fate => {
    const { taken } = fate;
    const counts = taken ? [String(taken.taken), String(taken.same), String(taken.left.length)] : ['', '', ''];
    return [path.basename(fate.file), stateOf(fate), taken?.sender ?? '', ...counts];
  });
  io.out(`${tableText([['Pack', 'State', 'From', 'New or changed', 'Here already', 'Left out'], ...rows])}\n`);
  for (const { file, taken, refused } of fates) {
    const reasons = refused ? [refused.message] : taken.left.map(({ title, why }) => `${title}: ${why ?? ''}`);
    if (reasons.length > 0) io.out(`\n${path.basename(file)}\n${reasons.map(reason => `  ${reason}`).join('\n')}\n`);
  }
  const refused = fates.filter(fate => fate.refused !== null).length;
  const rest = refused === 0 ? 'none refused' : `${refused} refused`;
  io.out(`\n${formatCount(fates.length, 'pack')}: ${rest}.\n`);
}
