import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { TakenIn } from '../../../shared/contract/packs.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler, TaskContext } from '../../core/contexts.ts';
import { filesOf } from '../../core/open-workspace.ts';
import { type StoredAttachment, storeAttachment } from '../../db/attachments.ts';
import { beginSealedFile } from '../../db/sealed-files.ts';
import type { Reader } from '../../db/statements.ts';
import type { OpenPack } from '../../packs/open-pack.ts';
import { itemsOf, refusalOf } from './judging.ts';
import { previewOf, withPack } from './opening.ts';
import type { PackContents } from './pack-contents.ts';
import { packById } from './pack-lines.ts';
import { standingOfLog } from './pack-log.ts';
import { attachmentById } from './pack-rows.ts';
import { type Outcome, takeIn } from './taking-in.ts';

/** How a pack's file ends. */
export const packSuffix = '.epapack';
const packFiles = { name: 'Packs', extensions: ['epapack'] } as const;
/** The largest document that is read whole, in bytes. */
const largestAttachment = 64 * 2 ** 20;

export const choosePacks: Handler<'pack.choose'> = async ({ dialogs }) => [
  ...(await dialogs.chooseFiles('Open packs', packFiles)),
];

export const takeOpenedPacks: Handler<'pack.opened'> = async context => [...context.openedPacks()];

export const choosePackFolder: Handler<'pack.chooseFolder'> = async ({ dialogs }) => {
  const folder = await dialogs.chooseFolder('Choose a folder with packs');
  return folder === null ? [] : [...packsInFolder(folder)];
};

/** The packs in a folder, by name. */
export const packsInFolder = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith(packSuffix))
    .sort()
    .map(name => path.join(folder, name));

export const previewPack: Handler<'pack.preview'> = (context, { file }) =>
  withPack(context, file, async (pack, contents) => context.query(query => previewOf(query, file, pack, contents)));

export const takeInPack: Handler<'pack.takeIn'> = (context, { file, tagManifestSha256 }) =>
  withPack(context, file, async (pack, contents) => {
    if (pack.tagManifestSha256 !== tagManifestSha256) {
      throw new AppError(
        'pack.exchanged',
        'This is not the pack that was looked through: the file was exchanged meanwhile. Look through it again.',
      );
    }
    return takeInOpened(context, pack, contents);
  });

/** Takes in a pack that was opened and read. Nothing is written, and no event recorded, where everything in it is here already. */
export async function takeInOpened(context: TaskContext, pack: OpenPack, contents: PackContents): Promise<TakenIn> {
  const items = context.query(query => {
    const refusal = refusalOf(query, pack, contents);
    const code = waitsForEarlier(query.reader, contents) ? 'pack.tooEarly' : 'pack.refused';
    if (refusal !== null) throw new AppError(code, refusal);
    return packById(query.reader, pack.info.id) ? itemsOf(query, pack, contents) : null;
  });
  if (items?.every(({ standing }) => standing !== 'new' && standing !== 'changed')) {
    return summaryOf(pack, contents, items);
  }
  const folder = context.query(({ workspace }) => filesOf(workspace.folder).attachments);
  const files = await storeAttachments(context, pack, contents, folder);
  try {
    const outcome = context.command(command => takeIn(command, { pack, contents, files }));
    removeUnused(context, folder, files);
    return summaryOf(pack, contents, outcome);
  } catch (error) {
    for (const { fileName } of files.values()) rmSync(path.join(folder, fileName), { force: true });
    throw error;
  }
}

/** Whether a pack is refused only because one that was made before it did not arrive yet. */
const waitsForEarlier = (reader: Reader, { log }: PackContents): boolean =>
  log !== null && standingOfLog(reader, log) === 'gap';

/** Puts the attachments that are not here into the workspace's folder, each encrypted with a key of its own. */
async function storeAttachments(
  context: TaskContext,
  pack: OpenPack,
  { attachments, sealed }: PackContents,
  folder: string,
) {
  const files = new Map<string, StoredAttachment>();
  for (const [done, { id, file }] of attachments.entries()) {
    if (files.has(id) || context.query(({ reader }) => reader.one(attachmentById, { id }))) continue;
    const stored = sealed.has(id)
      ? await sealFrom(folder, pack.stream(file))
      : storeAttachment(folder, await pack.read(file, largestAttachment));
    files.set(id, stored);
    context.progress(done + 1, attachments.length, 'Storing the reports');
  }
  return files;
}

async function sealFrom(folder: string, pieces: AsyncIterable<Uint8Array>): Promise<StoredAttachment> {
  const file = beginSealedFile(folder);
  try {
    for await (const piece of pieces) file.write(piece);
    return file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

/** Removes the files of what was left out. */
function removeUnused(context: TaskContext, folder: string, files: ReadonlyMap<string, StoredAttachment>): void {
  for (const [id, { fileName }] of files) {
    const isKept = context.query(({ reader }) => reader.one(attachmentById, { id })) !== undefined;
    if (!isKept) rmSync(path.join(folder, fileName), { force: true });
  }
}

function summaryOf(pack: OpenPack, contents: PackContents, outcome: Outcome): TakenIn {
  const count = (...standings: readonly string[]): number =>
    outcome.filter(({ standing }) => standings.includes(standing)).length;
  return {
    kind: pack.info.kind,
    sender: contents.sender.name,
    taken: count('new', 'changed'),
    same: count('same'),
    left: outcome.filter(({ standing }) => standing === 'conflicting' || standing === 'older'),
  };
}
