import { useSyncExternalStore } from 'react';

/** A value outside React: whoever follows it is drawn anew when it changes, and nobody else. */
export interface Followed<T> {
  readonly now: () => T;
  readonly set: (next: T) => void;
  readonly use: () => T;
}

/** A followed value that begins as `first`. */
export function followed<T>(first: T): Followed<T> {
  let current = first;
  const listeners = new Set<() => void>();
  const follow = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const now = (): T => current;
  return {
    now,
    set(next) {
      current = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(follow, now),
  };
}
