import type { Reply } from '../../shared/bridge.ts';
import { type Channel, contract } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { troubleInWords } from '../db/trouble.ts';
import { isAnyClockRunning } from '../features/clock.ts';
import { unfinishedSegments } from '../features/recording-rows.ts';
import { endEveryRecording } from '../features/recording-sealing.ts';
import { asCommand, inTransaction, keepContext, queryContext } from './command.ts';
import type { TaskContext } from './contexts.ts';
import { handlers } from './handlers.ts';
import { type ShownFile, shownFile } from './shown-file.ts';
import { emptySlot, presently, type Slot, taskContext, type WorkbenchOptions } from './task-context.ts';

/** The product without its window: one door in, and the workspace behind it. */
export interface Workbench {
  /** Answers a call. Nothing is thrown through the door: Electron would carry only the message. */
  dispatch(channel: string, input: unknown): Promise<Reply>;
  /** Whether a session's clock is running in the open workspace. */
  isClockRunning(): boolean;
  /** Whether a session of the open workspace is being recorded. */
  isRecording(): boolean;
  /** Closes the database and forgets its key; the window is told. */
  lock(): void;
  close(): void;
  /** Runs work of the command line, which has no window, in the context that a task gets. */
  task<T>(work: (context: TaskContext) => Promise<T>): Promise<T>;
  /** A file of the open workspace's portfolio or a stretch of a recording, for the window to show or play piece by piece; undefined where there is none that is shown. */
  shownFile(id: string): ShownFile | undefined;
}

const bug = {
  code: 'bug',
  message:
    'Something went wrong in the workbench itself. What was saved before is safe. Try again; if it happens again, restart the workbench.',
};

export function createWorkbench(options: WorkbenchOptions): Workbench {
  const slot = emptySlot();
  return {
    async dispatch(channel, input) {
      try {
        return { ok: true, value: await answer(options, slot, channel, input) };
      } catch (error) {
        const trouble = troubleInWords(error);
        if (trouble instanceof AppError) return { ok: false, error: { code: trouble.code, message: trouble.message } };
        options.onBug(trouble);
        return { ok: false, error: bug };
      }
    },
    lock() {
      if (!slot.current()) return;
      endRecordings(options, slot);
      slot.replace(null);
      options.emit('locked', {});
    },
    isRecording() {
      const workspace = slot.current();
      return workspace !== null && unfinishedSegments(workspace.reader).length > 0;
    },
    isClockRunning() {
      const workspace = slot.current();
      return workspace !== null && isAnyClockRunning(workspace.reader, workspace.runId);
    },
    close() {
      endRecordings(options, slot);
      slot.replace(null);
    },
    task: work => work(taskContext(options, slot)),
    shownFile: id => shownFile(slot, id),
  };
}

/** Ends what is being recorded before the workspace goes. Where that fails, the next start ends it at its last whole chunk. */
function endRecordings(options: WorkbenchOptions, slot: Slot): void {
  const workspace = slot.current();
  if (!workspace || unfinishedSegments(workspace.reader).length === 0) return;
  try {
    asCommand(workspace, presently(options), context => endEveryRecording(context, 'locked'));
  } catch (fault) {
    if (!(troubleInWords(fault) instanceof AppError)) options.onBug(fault);
  }
}

async function answer(options: WorkbenchOptions, slot: Slot, name: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(contract, name)) {
    throw new AppError('channel.unknown', 'The window asked for something that the workbench does not know.');
  }
  const channel = name as Channel;
  const definition = contract[channel];
  const checked = definition.input.safeParse(input);
  if (!checked.success) throw new AppError('input.wrong', checked.error.issues.map(issue => issue.message).join(' '));
  const handle = handlers[channel] as unknown as (context: unknown, input: unknown) => unknown;
  const carryOut = (): unknown => {
    switch (definition.kind) {
      case 'query':
        return handle(queryContext(slot.opened(), options.now()), checked.data);
      case 'keep':
        return inTransaction(slot.opened(), () => handle(keepContext(slot.opened(), options.now()), checked.data));
      case 'command':
        return asCommand(slot.opened(), presently(options), context => handle(context, checked.data));
      case 'task':
        return handle(taskContext(options, slot), checked.data);
    }
  };
  return definition.output.parse(await carryOut());
}
