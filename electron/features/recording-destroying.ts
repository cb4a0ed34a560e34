import { rmSync } from 'node:fs';
import path from 'node:path';
import { formatDate } from '../../shared/british.ts';
import { keptUntil } from '../../shared/domain/recording.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { destroyedOf, destroyKeys, insertDestroyed, segmentsOf } from './recording-rows.ts';
import { methodOfSession, sessionById } from './session-rows.ts';
import { sha256 } from './stored.ts';

export const destroyRecording: Handler<'recording.destroy'> = async (context, { sessionId, reason }) => {
  const { workspace, names } = context.command(command => ({
    workspace: command.workspace,
    names: destroy(command, sessionId, reason),
  }));
  // The keys are gone with the transaction: the files are noise already. Now they leave the write-ahead log and the folder too.
  workspace.connection.pragma('wal_checkpoint(TRUNCATE)');
  for (const name of names) rmSync(path.join(filesOf(workspace.folder).attachments, name), { force: true });
  return {};
};

function destroy(context: CommandContext, sessionId: string, reason: string): readonly string[] {
  const session = sessionById(context.reader, sessionId);
  const segments = segmentsOf(context.reader, sessionId);
  if (segments.length === 0) throw new AppError('recording.unknown', 'This session has no recording.');
  if (destroyedOf(context.reader, sessionId)) {
    throw new AppError('recording.destroyed', 'This recording was destroyed already.');
  }
  if (session.state !== 'closed' && session.state !== 'signed') {
    throw new AppError('recording.needed', 'The session is not closed yet: its recording is still needed.');
  }
  const until = keptUntil(methodOfSession(context.reader, session).method, session.begunAt);
  if (until !== null && context.now.toISOString().slice(0, 10) < until) {
    throw new AppError('recording.retained', `The plan has this recording kept until ${formatDate(until)}.`);
  }
  context.writer.run(destroyKeys, { sessionId });
  context.writer.run(insertDestroyed, { sessionId, at: context.now.toISOString(), reason });
  context.record({
    type: 'recording.destroyed',
    subjectId: sessionId,
    detail: { segments: segments.length, reasonSha256: sha256(reason) },
  });
  return segments.map(({ fileName }) => fileName);
}
