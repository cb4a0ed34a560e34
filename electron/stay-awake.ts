import type { PowerSaveBlocker } from 'electron';

const checkEveryMs = 5000;

/**
 * Keeps the machine awake and its screen on while `isNeeded` says so: a computer that locks its screen because nobody has typed
 * for a while would end a recording. Gives a function that ends the watch.
 */
export function stayAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>, isNeeded: () => boolean): () => void {
  let held: number | undefined;
  const release = (): void => {
    if (held !== undefined) blocker.stop(held);
    held = undefined;
  };
  const timer = setInterval(() => {
    if (!isNeeded()) release();
    else held ??= blocker.start('prevent-display-sleep');
  }, checkEveryMs);
  return () => {
    clearInterval(timer);
    release();
  };
}
