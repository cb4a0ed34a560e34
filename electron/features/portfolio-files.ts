import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { TakenFiles } from '../../shared/contract/portfolio.ts';
import { endingOf } from '../../shared/domain/file-kinds.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler, QueryContext, TaskContext } from '../core/contexts.ts';
import { filesOf, type OpenWorkspace } from '../core/open-workspace.ts';
import { readSealed, type SealedFile } from '../db/sealed-files.ts';
import { troubleInWords } from '../db/trouble.ts';
import { assessmentById } from './assessment-rows.ts';
import { addSealed, beginIntake, heldPiece, type Intake, type IntakePlace, largestPiece } from './portfolio-intake.ts';
import { type PieceRow, pieceById } from './portfolio-rows.ts';
import { refuseEnded, sessionById } from './session-rows.ts';

/** As much as is read, sealed or written at a time: everything else gets its turn in between. */
const stepBytes = 1024 * 1024;
const nothingTaken: TakenFiles = { added: [], known: [], refused: [], left: 0 };
const tooLarge = 'The file is larger than 8 GB. Shorten it, or split it.';

/** Refuses a place that takes no file: an assessment that is not there, a session that has ended or is another's. */
function refuseWrongPlace({ reader }: QueryContext, { assessmentId, sessionId }: IntakePlace): void {
  assessmentById(reader, assessmentId);
  if (sessionId === null) return;
  const session = sessionById(reader, sessionId);
  if (session.assessmentId !== assessmentId) {
    throw new AppError('portfolio.foreignSession', 'This session belongs to another assessment.');
  }
  refuseEnded(session);
}

export const addChosenFiles: Handler<'portfolio.addFiles'> = async (context, where) => {
  context.query(query => refuseWrongPlace(query, where));
  const files = await context.dialogs.chooseFiles('Choose files for the portfolio');
  if (files.length === 0) return null;
  return context.runBatch(async cancelled => {
    let taken = nothingTaken;
    for (const [index, file] of files.entries()) {
      if (cancelled.aborted) return { ...taken, left: files.length - index };
      const one = await takeFile(context, where, file, cancelled, (done, total) =>
        context.progress(index * total + done, files.length * total, `Adding ${path.basename(file)}`),
      );
      if (one === null) return { ...taken, left: files.length - index };
      taken = together(taken, one);
    }
    return taken;
  });
};

const together = (before: TakenFiles, one: TakenFiles): TakenFiles => ({
  added: [...before.added, ...one.added],
  known: [...before.known, ...one.known],
  refused: [...before.refused, ...one.refused],
  left: before.left + one.left,
});

/** Takes one file in from the disk; null when that was ended. A file that cannot be read is told as refused, a full disk is thrown. */
async function takeFile(
  context: TaskContext,
  where: IntakePlace,
  file: string,
  cancelled: AbortSignal,
  tell: (done: number, total: number) => void,
): Promise<TakenFiles | null> {
  const name = path.basename(file);
  const source = await open(file, 'r').catch(() => null);
  if (!source) return { ...nothingTaken, refused: [{ name, why: 'The file cannot be read.' }] };
  const workspace = opened(context);
  const intake = beginIntake(filesOf(workspace.folder).attachments, name);
  try {
    const { size } = await source.stat();
    if (size > largestPiece) return refusedAfter(intake, name, tooLarge);
    const buffer = Buffer.alloc(stepBytes);
    for (let done = 0; ; ) {
      if (cancelled.aborted || context.workspace !== workspace) {
        intake.abandon();
        return null;
      }
      const { bytesRead } = await source.read(buffer, 0, buffer.length);
      if (bytesRead === 0) break;
      intake.take(buffer.subarray(0, bytesRead));
      await intake.settle();
      done += bytesRead;
      tell(done, Math.max(size, done));
    }
    return finishIntake(context, where, intake, name);
  } catch (error) {
    intake.abandon();
    throw troubleInWords(error);
  } finally {
    await source.close();
  }
}

function refusedAfter(intake: Intake, name: string, why: string): TakenFiles {
  intake.abandon();
  return { ...nothingTaken, refused: [{ name, why }] };
}

async function finishIntake(
  context: TaskContext,
  where: IntakePlace,
  intake: Intake,
  name: string,
): Promise<TakenFiles> {
  const sealed = intake.finish();
  if ('why' in sealed) return { ...nothingTaken, refused: [{ name, why: sealed.why }] };
  const remove = (): Promise<void> =>
    rm(path.join(filesOf(opened(context).folder).attachments, sealed.fileName), { force: true });
  const held = context.query(({ reader }) => heldPiece(reader, where, sealed.sha256));
  if (held) {
    await remove();
    return { ...nothingTaken, known: [{ id: held.id, title: held.title, name }] };
  }
  try {
    const id = context.command(command => {
      refuseWrongPlace(command, where);
      return addSealed(command, where, sealed);
    });
    return { ...nothingTaken, added: [{ id, title: sealed.title }] };
  } catch (error) {
    await remove();
    throw error;
  }
}

function opened({ workspace }: TaskContext): OpenWorkspace {
  if (workspace) return workspace;
  throw new AppError('workspace.locked', 'The workspace is locked. Unlock it to go on; what you typed was kept.');
}

/** A file that was dropped on the window and is coming in piece by piece. */
interface Dropped {
  readonly where: IntakePlace;
  readonly name: string;
  readonly sizeBytes: number;
  readonly intake: Intake;
  received: number;
}

/** The files that are coming in, for each workspace; gone with it. */
const droppedInto = new WeakMap<OpenWorkspace, Map<string, Dropped>>();
/** As many files come in at a time. */
const mostDropped = 4;

function droppedFiles(context: TaskContext): Map<string, Dropped> {
  const workspace = opened(context);
  const files = droppedInto.get(workspace) ?? new Map<string, Dropped>();
  droppedInto.set(workspace, files);
  return files;
}

function droppedFile(context: TaskContext, incomingId: string): Dropped {
  const found = droppedFiles(context).get(incomingId);
  if (!found) throw new AppError('portfolio.notIncoming', 'This file is not coming in any more. Add it again.');
  return found;
}

export const beginDroppedFile: Handler<'portfolio.beginFile'> = async (context, { name, sizeBytes, ...where }) => {
  context.query(query => refuseWrongPlace(query, where));
  if (sizeBytes > largestPiece) throw new AppError('portfolio.tooLarge', tooLarge);
  const files = droppedFiles(context);
  if (files.size >= mostDropped) {
    throw new AppError('portfolio.busy', 'Other files are still coming in. Wait for them, then add this one.');
  }
  const incomingId = randomUUID();
  const intake = beginIntake(filesOf(opened(context).folder).attachments, name);
  files.set(incomingId, { where, name, sizeBytes, intake, received: 0 });
  return { incomingId };
};

export const takeDroppedBytes: Handler<'portfolio.sendBytes'> = async (context, { incomingId, bytes }) => {
  const dropped = droppedFile(context, incomingId);
  try {
    dropped.intake.take(bytes);
    await dropped.intake.settle();
  } catch (error) {
    droppedFiles(context).delete(incomingId);
    dropped.intake.abandon();
    throw error;
  }
  dropped.received += bytes.length;
  return { received: dropped.received };
};

export const endDroppedFile: Handler<'portfolio.endFile'> = async (context, { incomingId }) => {
  const { where, name, sizeBytes, intake, received } = droppedFile(context, incomingId);
  droppedFiles(context).delete(incomingId);
  if (received !== sizeBytes)
    return refusedAfter(intake, name, 'The file was changed while it was read. Add it again.');
  return finishIntake(context, where, intake, name);
};

export const cancelDroppedFile: Handler<'portfolio.cancelFile'> = async (context, { incomingId }) => {
  droppedFiles(context).get(incomingId)?.intake.abandon();
  droppedFiles(context).delete(incomingId);
  return {};
};

/** A name to save a piece under: its title without what file systems refuse, and the ending of what it is. */
function nameToSave({ title, originalName, mediaType }: PieceRow): string {
  const isRefused = (letter: string): boolean => letter < ' ' || '<>:"/\\|?*'.includes(letter);
  const name =
    Array.from(title, letter => (isRefused(letter) ? ' ' : letter))
      .join('')
      .trim()
      .replace(/^\.+/, '') || 'Portfolio';
  const ending = endingOf(mediaType) || (/\.[A-Za-z0-9]{1,5}$/.exec(originalName)?.[0] ?? '');
  return name.toLowerCase().endsWith(ending.toLowerCase()) ? name : `${name}${ending}`;
}

export const savePiece: Handler<'portfolio.save'> = async (context, { id }) => {
  const piece = context.query(({ reader }) => pieceById(reader, id));
  const file = await context.dialogs.saveFile('Save the file', nameToSave(piece));
  if (file === null) return null;
  await writePlain(filesOf(opened(context).folder).attachments, piece, file, done =>
    context.progress(done, piece.sizeBytes, `Saving ${piece.title}`),
  );
  context.command(({ record }) => record({ type: 'portfolio.saved', subjectId: id, detail: { sha256: piece.sha256 } }));
  return { file };
};

/** Writes the content of a sealed file whole or not at all, with constant memory. */
async function writePlain(
  folder: string,
  sealed: SealedFile,
  file: string,
  tell: (done: number) => void,
): Promise<void> {
  const partial = `${file}.partial`;
  const target = await open(partial, 'w', 0o600);
  try {
    for (let at = 0; at < sealed.sizeBytes; at += stepBytes) {
      await target.write(readSealed(folder, sealed, at, at + stepBytes));
      tell(Math.min(at + stepBytes, sealed.sizeBytes));
    }
    await target.sync();
    await target.close();
    await rename(partial, file);
  } catch (error) {
    await target.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw troubleInWords(error);
  }
}
