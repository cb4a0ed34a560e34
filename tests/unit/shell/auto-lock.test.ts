import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockWhenAway } from '../../../electron/auto-lock.ts';

/** The machine, as Electron shows it: events and the seconds since anybody touched it. */
function machine(): EventEmitter & { idle: number } & PowerMonitor {
  const events = new EventEmitter();
  return Object.assign(events, {
    idle: 0,
    getSystemIdleTime(this: { idle: number }) {
      return this.idle;
    },
  }) as unknown as EventEmitter & { idle: number } & PowerMonitor;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the lock for who has gone away', () => {
  it.each(['lock-screen', 'suspend'])('closes on %s', event => {
    const monitor = machine();
    const lock = vi.fn();
    lockWhenAway(monitor, () => 900, lock);
    expect(lock).not.toHaveBeenCalled();
    monitor.emit(event);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('closes once nobody has touched the machine for the time set, and not before', () => {
    const monitor = machine();
    const lock = vi.fn();
    lockWhenAway(monitor, () => 900, lock);
    monitor.idle = 899;
    vi.advanceTimersByTime(60_000);
    expect(lock).not.toHaveBeenCalled();
    monitor.idle = 900;
    vi.advanceTimersByTime(15_000);
    expect(lock).toHaveBeenCalled();
  });

  it('does nothing any more once its watch has ended', () => {
    const monitor = machine();
    const lock = vi.fn();
    lockWhenAway(monitor, () => 900, lock)();
    monitor.idle = 5000;
    monitor.emit('suspend');
    vi.advanceTimersByTime(60_000);
    expect(lock).not.toHaveBeenCalled();
  });
});
