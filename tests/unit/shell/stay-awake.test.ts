import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stayAwake } from '../../../electron/stay-awake.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The machine's blockers, as Electron numbers them. */
function blockers() {
  const held = new Set<number>();
  let last = 0;
  return {
    held,
    start: (): number => {
      last += 1;
      held.add(last);
      return last;
    },
    stop: (id: number): boolean => held.delete(id),
  };
}

test('the machine is kept awake while it is needed, by one blocker, and let go afterwards', () => {
  const machine = blockers();
  let isRecording = false;
  const end = stayAwake(machine, () => isRecording);
  vi.advanceTimersByTime(60_000);
  expect(machine.held.size).toBe(0);
  isRecording = true;
  vi.advanceTimersByTime(60_000);
  expect(machine.held.size).toBe(1);
  isRecording = false;
  vi.advanceTimersByTime(5000);
  expect(machine.held.size).toBe(0);
  isRecording = true;
  vi.advanceTimersByTime(5000);
  end();
  expect(machine.held.size).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(machine.held.size).toBe(0);
});
