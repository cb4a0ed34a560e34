import { useSyncExternalStore } from 'react';

/** Whether everything that was done or typed is on the disk. */
export type SavedState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly message: string };

let underWay = 0;
let failure: string | undefined;
let current: SavedState = { state: 'saved' };
const listeners = new Set<() => void>();

function tell(): void {
  const next: SavedState =
    underWay > 0 ? { state: 'saving' } : failure ? { state: 'failed', message: failure } : { state: 'saved' };
  if (next.state === current.state && next.state !== 'failed') return;
  current = next;
  for (const listener of listeners) listener();
}

/** Something is on its way to the disk. */
export function savingStarted(): void {
  underWay += 1;
  tell();
}

/** It is there, or it is not and why. The next success takes a failure back. */
export function savingEnded(message?: string): void {
  underWay -= 1;
  failure = message;
  tell();
}

/** The state now. */
export function savedState(): SavedState {
  return current;
}

/** Follows the state, for the status line. */
export function useSavedState(): SavedState {
  return useSyncExternalStore(listener => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, savedState);
}
