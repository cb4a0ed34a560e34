import type { PowerMonitor } from 'electron';

const checkEveryMs = 15_000;

/**
 * Calls `lock` when the machine's screen is locked, when it goes to sleep, and when nobody has touched keyboard or
 * mouse for as long as `idleSeconds` says at that moment. Gives a function that ends the watch.
 */
export function lockWhenAway(monitor: PowerMonitor, idleSeconds: () => number, lock: () => void): () => void {
  const timer = setInterval(() => {
    if (monitor.getSystemIdleTime() >= idleSeconds()) lock();
  }, checkEveryMs);
  monitor.on('lock-screen', lock);
  monitor.on('suspend', lock);
  return () => {
    clearInterval(timer);
    monitor.off('lock-screen', lock);
    monitor.off('suspend', lock);
  };
}
