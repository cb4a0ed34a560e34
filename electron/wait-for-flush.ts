/** How long the page may take to keep what is being typed before its window closes or its workspace is locked, in milliseconds. */
export const flushMs = 1000;

/** Asks the page to keep what is being typed, and waits for its answer or a second. */
export function waitForFlush(ask: () => void): { flush(): Promise<void>; flushed(): void } {
  const waiting = new Set<() => void>();
  return {
    flush: () =>
      new Promise<void>(resolve => {
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, flushMs);
        waiting.add(done);
        ask();
      }),
    flushed: () => {
      for (const done of [...waiting]) done();
    },
  };
}
