import type { Channel, ChannelOf, Checked, Contract, Output } from '../../shared/contract.ts';
import type { AuditEvent } from '../../shared/domain/audit-events.ts';
import type { Reader, Writer } from '../db/statements.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** A point in time by both clocks of the machine. */
export interface Moment {
  readonly now: Date;
  /** Seconds since the machine was started, sleep included: what no change of the wall clock can move. */
  readonly uptimeSeconds: number;
}

/** What a query is given: it can read and nothing else. */
export interface QueryContext {
  readonly reader: Reader;
  readonly workspace: OpenWorkspace;
  readonly now: Date;
}

/** What a keep is given: it can write drafts, and records no event. */
export interface KeepContext extends QueryContext {
  readonly writer: Writer;
}

/** What a command is given, inside its transaction. It has to record at least one event, or nothing is written. */
export interface CommandContext extends KeepContext, Moment {
  /** `actorId`: who did it, where that is not the workspace's owner. */
  record(event: AuditEvent, actorId?: string): void;
  /** A new id, UUID version 7: ids sort by the time they were made. */
  newId(): string;
}

/** The dialogs that the shell shows; each answers with a path or null. */
export interface Dialogs {
  chooseFolder(title: string): Promise<string | null>;
  chooseFile(
    title: string,
    kind: { readonly name: string; readonly extensions: readonly string[] },
  ): Promise<string | null>;
  /** Several files, of any kind unless one is named; none when the person changed their mind. */
  chooseFiles(
    title: string,
    kind?: { readonly name: string; readonly extensions: readonly string[] },
  ): Promise<readonly string[]>;
  saveFile(title: string, suggestedName: string): Promise<string | null>;
}

/** What a task is given. It reads and writes through `query` and `command`, each in a transaction of its own. */
export interface TaskContext {
  readonly userData: string;
  readonly dialogs: Dialogs;
  readonly now: Date;
  query<T>(read: (context: QueryContext) => T): T;
  command<T>(write: (context: CommandContext) => T): T;
  /** The open workspace, or null when none is. */
  readonly workspace: OpenWorkspace | null;
  /** Puts an opened workspace in place of the one before it, which is closed. */
  replaceWorkspace(next: OpenWorkspace | null): void;
  readonly nativeBinding?: string | undefined;
  progress(done: number, total: number, words: string): void;
  /** The same context at another time: for the demonstration, which tells of past days. */
  at(now: Date): TaskContext;
  /** Runs work that `cancelBatch` can end; one that was going on is ended. */
  runBatch<T>(work: (cancelled: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends the batch that is going on. False when there is none. */
  cancelBatch(): boolean;
  /** The packs that were opened from outside since this was last asked. */
  openedPacks(): readonly string[];
  /** Tells the shell that the window has kept everything and may close. */
  flushed(): void;
}

type ContextOf<C extends Channel> = Contract[C]['kind'] extends 'query'
  ? QueryContext
  : Contract[C]['kind'] extends 'command'
    ? CommandContext
    : Contract[C]['kind'] extends 'keep'
      ? KeepContext
      : TaskContext;

/** The function behind one channel: its context follows from the channel's kind, so a query cannot write. */
export type Handler<C extends Channel> = (
  context: ContextOf<C>,
  input: Checked<C>,
) => C extends ChannelOf<'task'> ? Promise<Output<C>> : Output<C>;

/** One handler for every channel: one left out does not compile. */
export type Handlers = { readonly [C in Channel]: Handler<C> };
