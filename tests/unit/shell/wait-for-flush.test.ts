import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { flushMs, waitForFlush } from '../../../electron/wait-for-flush.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits until the page says that everything typed is kept', async () => {
  const ask = vi.fn();
  const locked = vi.fn();
  const { flush, flushed } = waitForFlush(ask);
  const done = flush().then(locked);
  expect(ask).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(flushMs - 1);
  expect(locked).not.toHaveBeenCalled();
  flushed();
  await done;
  expect(locked).toHaveBeenCalledOnce();
});

it('waits no longer than it says for a page that does not answer, and an answer later changes nothing', async () => {
  const locked = vi.fn();
  const { flush, flushed } = waitForFlush(() => undefined);
  const done = flush().then(locked);
  await vi.advanceTimersByTimeAsync(flushMs);
  await done;
  expect(locked).toHaveBeenCalledOnce();
  flushed();
});
