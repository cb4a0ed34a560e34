import { appendEvent } from './audit.ts';
import type { CommandContext, KeepContext, Moment, QueryContext } from './contexts.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { uuid7 } from './uuid.ts';

/** What a query is given of a workspace. */
export const queryContext = (workspace: OpenWorkspace, now: Date): QueryContext => ({
  reader: workspace.reader,
  workspace,
  now,
});
/** What a keep is given of a workspace. */
export const keepContext = (workspace: OpenWorkspace, now: Date): KeepContext => ({
  ...queryContext(workspace, now),
  writer: workspace.writer,
});

/** Runs the work in one transaction that takes the write lock at once: all of it is durable, or none of it. */
export function inTransaction<T>(workspace: OpenWorkspace, work: () => T): T {
  return workspace.connection.transaction(work).immediate();
}

/** Runs a command in one transaction with its audit events; without an event nothing is written. */
export function asCommand<T>(
  workspace: OpenWorkspace,
  { now, uptimeSeconds }: Moment,
  work: (context: CommandContext) => T,
): T {
  return inTransaction(workspace, () => {
    let events = 0;
    const context: CommandContext = {
      ...keepContext(workspace, now),
      uptimeSeconds,
      newId: () => uuid7(now),
      record(event, actorId = workspace.ownerId) {
        events += 1;
        appendEvent(workspace.reader, workspace.writer, workspace.auditKey, {
          event,
          actorId,
          at: now.toISOString(),
        });
      },
    };
    const result = work(context);
    if (events === 0) throw new Error('A command recorded no audit event');
    return result;
  });
}
