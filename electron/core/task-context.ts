import os from 'node:os';
import { AppError } from '../../shared/errors.ts';
import { asCommand, queryContext } from './command.ts';
import type { Dialogs, Moment, TaskContext } from './contexts.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** What the core is given of the world around it: by the shell, by the command line, by a test. */
export interface WorkbenchOptions {
  /** The folder for what the workbench itself remembers; nothing personal goes there unencrypted. */
  readonly userData: string;
  readonly nativeBinding?: string | undefined;
  readonly now: () => Date;
  readonly dialogs: Dialogs;
  readonly emit: (event: 'progress' | 'locked' | 'flushed', payload: unknown) => void;
  /** Hands over the packs that were opened from outside, each once; where there is no shell there are none. */
  readonly openedPacks?: () => readonly string[];
  /** Told of faults that are bugs, not the user's. */
  readonly onBug: (error: unknown) => void;
}

/** The place of the open workspace: there is one, or none. */
export interface Slot {
  current(): OpenWorkspace | null;
  /** The open workspace. Throws AppError `workspace.locked` when there is none. */
  opened(): OpenWorkspace;
  /** Puts another in its place, or none; the one before is closed. */
  replace(next: OpenWorkspace | null): void;
  /** The batch that is going on, or null. */
  batch: AbortController | null;
}

export function emptySlot(): Slot {
  let workspace: OpenWorkspace | null = null;
  return {
    batch: null,
    current: () => workspace,
    opened() {
      if (workspace) return workspace;
      throw new AppError('workspace.locked', 'The workspace is locked. Unlock it to go on; what you typed was kept.');
    },
    replace(next) {
      this.batch?.abort();
      this.batch = null;
      workspace?.connection.close();
      workspace = next;
    },
  };
}

/** This moment by the machine's clocks. */
export const presently = (options: WorkbenchOptions): Moment => ({ now: options.now(), uptimeSeconds: os.uptime() });

/** What a task is given. Its time is the machine's, or stands still at `fixed`. */
export function taskContext(options: WorkbenchOptions, slot: Slot, fixed?: Moment): TaskContext {
  const moment = (): Moment => fixed ?? presently(options);
  return {
    userData: options.userData,
    dialogs: options.dialogs,
    nativeBinding: options.nativeBinding,
    get now() {
      return moment().now;
    },
    get workspace() {
      return slot.current();
    },
    query: read => read(queryContext(slot.opened(), moment().now)),
    command: write => asCommand(slot.opened(), moment(), write),
    replaceWorkspace: next => slot.replace(next),
    progress: (done, total, words) => options.emit('progress', { done, total, words }),
    at: now => taskContext(options, slot, { now, uptimeSeconds: now.getTime() / 1000 }),
    async runBatch(work) {
      slot.batch?.abort();
      const batch = new AbortController();
      slot.batch = batch;
      try {
        return await work(batch.signal);
      } finally {
        if (slot.batch === batch) slot.batch = null;
      }
    },
    cancelBatch() {
      slot.batch?.abort();
      return slot.batch !== null;
    },
    openedPacks: () => options.openedPacks?.() ?? [],
    flushed: () => options.emit('flushed', {}),
  };
}
