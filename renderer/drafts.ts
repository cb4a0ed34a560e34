import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from './api.ts';

/** The longest that something typed waits until it is kept, in milliseconds. */
const keepWithin = 250;
const flushers = new Set<() => Promise<void>>();

/** Keeps everything that is still being typed; called before locking and closing. A draft that cannot be kept does not hold the others up. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...flushers].map(flush => flush()));
}

/** Has something else that is being typed kept too before the workspace is locked or the window closes, as long as the component is shown; kept once more when it goes. */
export function useFlush(flush: () => Promise<void>): void {
  useEffect(() => {
    flushers.add(flush);
    return () => {
      flushers.delete(flush);
      void flush().catch(() => undefined);
    };
  }, [flush]);
}

interface DraftPlace {
  readonly sessionId: string;
  /** `note`, `note:<id>` or `rationale:<descriptor key>`. */
  readonly field: string;
}

/** Text being typed that is kept on the disk a quarter of a second later, so that nothing is lost when the window goes. `kept` is what `session.get` gave for the field. `settle` empties it after the note or rationale itself was saved, which clears the kept text too. */
export function useDraft({ sessionId, field }: DraftPlace, kept: string) {
  const [text, setText] = useState(kept);
  const pending = useRef<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const body = pending.current;
    if (body === undefined) return;
    pending.current = undefined;
    try {
      await call('draft.keep', { sessionId, field, body });
    } catch (fault) {
      // Tried again with the next key press and before the window closes.
      pending.current ??= body;
      throw fault;
    }
  }, [sessionId, field]);

  useFlush(flush);

  const type = (next: string): void => {
    setText(next);
    pending.current = next;
    timer.current ??= setTimeout(() => void flush().catch(() => undefined), keepWithin);
  };
  const settle = (next = ''): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    pending.current = undefined;
    setText(next);
  };
  return { text, type, settle, flush };
}
