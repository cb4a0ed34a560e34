import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Handler, TaskContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { backUp } from '../db/backup.ts';
import { syncFile, syncFolder } from '../db/files.ts';
import { read } from '../db/statements.ts';
import { troubleInWords } from '../db/trouble.ts';

const lastCopy = read()(
  "SELECT max(at) AS at FROM audit_event WHERE type = 'workspace.copied'",
  z.strictObject({ at: z.string().nullable() }),
);

export const lastWorkspaceCopy: Handler<'workspace.lastCopy'> = ({ reader }) => ({
  at: reader.one(lastCopy, {})?.at ?? null,
});

export const saveWorkspaceCopy: Handler<'workspace.saveCopy'> = async context => {
  const place = await context.dialogs.chooseFolder('Choose where to put a copy of the workspace');
  if (place === null) return null;
  const folder = path.join(place, `EPA Workbench copy ${context.now.toISOString().slice(0, 19).replaceAll(':', '.')}`);
  const partial = `${folder}.partial`;
  try {
    const attachments = await context.runBatch(cancelled => copyInto(context, partial, cancelled));
    if (attachments === null) return null;
    renameSync(partial, folder);
    syncFolder(place);
    context.command(({ record, workspace }) =>
      record({ type: 'workspace.copied', subjectId: workspace.id, detail: { attachments } }),
    );
    return { folder };
  } catch (error) {
    throw troubleInWords(error);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
};

/** Copies database, keys and attachments, one file after another; everything stays encrypted as it is. The number of attachments, or null when it was ended. */
async function copyInto(context: TaskContext, folder: string, cancelled: AbortSignal): Promise<number | null> {
  const workspace = context.query(query => query.workspace);
  const from = filesOf(workspace.folder);
  const to = filesOf(folder);
  mkdirSync(to.attachments, { recursive: true });
  context.progress(0, 1, 'Copying the database');
  backUp(workspace.connection, to.database);
  syncFile(to.database);
  copyDurably(from.vault, to.vault);
  const names = readdirSync(from.attachments, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => name);
  for (const [done, name] of names.entries()) {
    if (cancelled.aborted) return null;
    context.progress(done, names.length, 'Copying the attachments');
    copyDurably(path.join(from.attachments, name), path.join(to.attachments, name));
    await nextTurn(); // lets a cancellation, and every other call, in
  }
  syncFolder(to.attachments);
  syncFolder(folder);
  return names.length;
}

function copyDurably(from: string, to: string): void {
  copyFileSync(from, to);
  syncFile(to);
}
