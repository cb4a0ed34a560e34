import { keepPreviousData, QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Bridge, BridgeEvent, MenuCommand } from '../shared/bridge.ts';
import type { WorkspaceStatus } from '../shared/contract/workspace.ts';
import { type Channel, type ChannelOf, contract, type Input, type Output } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import { savingEnded, savingStarted } from './saved-state.ts';

declare global {
  interface Window {
    readonly api: Bridge;
  }
}

/** Channels that only tell something, so that they may be asked again at any time. */
export type Askable = ChannelOf<'query'> | 'workspace.status' | 'report.preview' | 'document.preview';
/** Channels that do something. */
export type Doable = Exclude<Channel, Askable>;

/** The window's copy of what was asked, for as long as it is shown. Nothing is asked of a network: a query must run although the computer is offline. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** What is sent each second says by itself how it stands, beside the level of the microphone. */
const toldElsewhere: Channel = 'recording.append';

/** Calls a channel. Throws AppError with what the main process said. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const kind = contract[channel].kind;
  const isSaving = (kind === 'command' || kind === 'keep') && channel !== toldElsewhere;
  if (isSaving) savingStarted();
  try {
    const reply = await window.api.invoke(channel, input);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message);
    if (isSaving) savingEnded();
    return reply.value as Output<C>;
  } catch (fault) {
    if (isSaving) savingEnded(fault instanceof Error ? fault.message : String(fault));
    throw fault;
  }
}

/** Where a file lies that was dropped onto the window; empty for what is no file of the disk. */
export const pathOfFile = (file: File): string => window.api.pathOf(file);

/** The address of a piece of the portfolio inside the app, for whatever shows pictures, sound and film; it is unsealed on the way. */
export const pieceAddress = (pieceId: string): string => `/portfolio/${pieceId}`;

/** The bytes of a piece of the portfolio. Throws AppError where it is not there or damaged. */
export async function readPiece(pieceId: string): Promise<Uint8Array> {
  const damaged = (): AppError =>
    new AppError('portfolio.unreadable', 'The stored file is missing or damaged. Put it back from your last copy.');
  try {
    const answer = await fetch(pieceAddress(pieceId));
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch {
    throw damaged();
  }
  throw damaged();
}

const statusKey = ['workspace.status', {}] as const;

function isStatus(value: unknown): value is WorkspaceStatus {
  return typeof value === 'object' && value !== null && 'state' in value && ('known' in value || 'workspace' in value);
}

/** Takes a workspace status that a task answered with; what belonged to a workspace that is closed now is forgotten. */
function takeStatus(status: WorkspaceStatus): void {
  queryClient.setQueryData(statusKey, status);
  queryClient.removeQueries({ predicate: query => query.queryKey[0] !== statusKey[0] });
}

/** Has everything that is shown asked for again; done by itself after each action but `workspace.create`, whose screen calls this when the recovery key has been noted. */
export function refresh(): Promise<void> {
  return queryClient.invalidateQueries();
}

function afterAction(channel: Doable, value: unknown): void {
  const kind = contract[channel].kind;
  if (kind === 'keep' || channel === 'workspace.create') return;
  if (channel.startsWith('workspace.') && isStatus(value)) takeStatus(value);
  else void refresh();
}

/** Does something once, outside React, and has everything shown asked for again. */
export async function act<C extends Doable>(channel: C, input: Input<C>): Promise<Output<C>> {
  const value = await call(channel, input);
  afterAction(channel, value);
  return value;
}

interface AskOptions {
  readonly isEnabled?: boolean;
  /** Whether the answer before stays while the input changes, as in a search while one types. */
  readonly keepsPrevious?: boolean;
}

/** Asks, and asks again after every action: TanStack's query with an AppError. */
export function useAsk<C extends Askable>(channel: C, input: Input<C>, options: AskOptions = {}) {
  return useQuery<Output<C>, AppError>({
    queryKey: [channel, input],
    queryFn: () => call(channel, input),
    enabled: options.isEnabled ?? true,
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** An action and how it stands: `run` rejects with the AppError (for AlertDialog and `await`), `start` does not and leaves it in `error`. */
export function useAction<C extends Doable>(channel: C) {
  const mutation = useMutation<Output<C>, AppError, Input<C>>({ mutationFn: input => act(channel, input) });
  return {
    run: mutation.mutateAsync,
    start: (input: Input<C>, onDone?: (value: Output<C>) => void): void =>
      mutation.mutate(input, onDone ? { onSuccess: value => onDone(value) } : {}),
    isPending: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}

/** Hears an event of the main process while the component is shown. */
export function useBridgeEvent(event: BridgeEvent, listener: (payload: unknown) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => window.api.on(event, payload => latest.current(payload)), [event]);
}

/** Hears what was chosen in the application menu. */
export function useMenuCommand(listener: (command: MenuCommand) => void): void {
  useBridgeEvent('menu', payload => listener(payload as MenuCommand));
}

/** Asks for the workspace's status again after it was locked from outside, and forgets what was shown of it. */
export async function noticeLocked(): Promise<void> {
  takeStatus(await call('workspace.status', {}));
}
