import { useEffect, useSyncExternalStore } from 'react';
import { call, pathOfFile, useBridgeEvent } from '../../api.ts';
import { navigate } from '../../routes.ts';

let given: readonly string[] = [];
const listeners = new Set<() => void>();

function change(files: readonly string[]): void {
  given = files;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Gives files to the page of packs, which looks through them as soon as it is there. */
export const givePacks = (files: readonly string[]): void => change([...new Set([...given, ...files])]);

/** Gives what was dropped onto the window. */
export const dropPacks = (files: readonly File[]): void => givePacks(files.map(pathOfFile).filter(file => file !== ''));

/** The files that were given and not taken yet. */
export const useGivenPacks = (): readonly string[] => useSyncExternalStore(subscribe, () => given);

/** Takes all that were given. */
export function takeGivenPacks(): readonly string[] {
  const taken = given;
  change([]);
  return taken;
}

async function showOpened(): Promise<void> {
  const files = await call('pack.opened', {});
  if (files.length === 0) return;
  givePacks(files);
  navigate({ page: 'packs' });
}

/** Shows packs that were opened from outside, at once or as soon as a workspace is open. */
export function useOpenedPacks(isOpen: boolean): void {
  useBridgeEvent('opened', () => {
    if (isOpen) void showOpened();
  });
  useEffect(() => {
    if (isOpen) void showOpened();
  }, [isOpen]);
}
