import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Handler, TaskContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { readAttachment } from '../db/attachments.ts';
import { writeDurably } from '../db/files.ts';
import { reportById, reportsOf } from './signed-reports.ts';

const hasContent = (file: string, sha256: string): boolean =>
  existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;

/** Saves one report after another, so that no more than one is in memory; stopped, it is resumed by saving into the same folder again. */
export const saveAllReports: Handler<'report.saveAll'> = async (context, { assessmentIds }) => {
  const folder = await context.dialogs.chooseFolder('Choose a folder for the signed reports');
  if (folder === null) return null;
  const ids = context.query(({ reader }) =>
    assessmentIds.flatMap(assessmentId =>
      reportsOf(reader, assessmentId)
        .filter(({ supersededAt }) => supersededAt === null)
        .map(({ id }) => id),
    ),
  );
  const { saved, skipped } = await context.runBatch(cancelled => saveEach(context, ids, folder, cancelled));
  if (context.workspace) {
    context.command(({ record, workspace }) =>
      record({ type: 'reports.saved', subjectId: workspace.id, detail: { saved, skipped } }),
    );
  }
  return { folder, saved, skipped, remaining: ids.length - saved - skipped };
};

async function saveEach(context: TaskContext, ids: readonly string[], folder: string, cancelled: AbortSignal) {
  let saved = 0;
  let skipped = 0;
  for (const [done, id] of ids.entries()) {
    if (cancelled.aborted) break;
    const { row, attachments } = context.query(({ reader, workspace }) => ({
      row: reportById(reader, id),
      attachments: filesOf(workspace.folder).attachments,
    }));
    const file = path.join(folder, `${row.documentId}.pdf`);
    context.progress(done, ids.length, `Saving ${row.documentId}`);
    if (hasContent(file, row.sha256)) skipped += 1;
    else {
      writeDurably(file, readAttachment(attachments, row));
      saved += 1;
    }
    await nextTurn(); // lets a cancellation, and every other call, in
  }
  return { saved, skipped };
}

export const cancelTask: Handler<'task.cancel'> = async context => ({ cancelled: context.cancelBatch() });
