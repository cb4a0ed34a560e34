import type { z } from 'zod';

/** What a channel may do. A query reads. A command writes in one transaction with an audit event. A keep saves text that is still being typed, durable but not yet part of the record. A task is asynchronous work outside the database. */
export type ChannelKind = 'query' | 'command' | 'keep' | 'task';

export interface Channel<K extends ChannelKind, I extends z.ZodType, O extends z.ZodType> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
}

const channel =
  <K extends ChannelKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Channel<K, I, O> => ({ kind, input, output });

/** Reads and changes nothing. */
export const query = channel('query');
/** Writes in one transaction that records at least one audit event. */
export const command = channel('command');
/** Saves unfinished text in one transaction; no audit event, because nothing of the record changes. */
export const keep = channel('keep');
/** Asynchronous work outside the database; what it writes goes through a command. */
export const task = channel('task');
