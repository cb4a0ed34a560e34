import { useSyncExternalStore } from 'react';

let shownSession: string | null = null;
const listeners = new Set<() => void>();

function set(sessionId: string | null): void {
  shownSession = sessionId;
  for (const listener of listeners) listener();
}

/** Turns the window into the apprentice's: the clock and the current question of a session, and nothing else. */
export const showToApprentice = (sessionId: string): void => set(sessionId);

/** Gives the window back to the assessor. */
export const hideFromApprentice = (): void => set(null);

/** The session that is shown to the apprentice now; null while the window is the assessor's. */
export function useShownToApprentice(): string | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shownSession,
  );
}
