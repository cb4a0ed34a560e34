import { expect, test, vi } from 'vitest';
import { chunkSender } from '../../../renderer/recording/chunk-sender.ts';

const piece = (byte: number): Promise<Uint8Array<ArrayBuffer>> => Promise.resolve(Uint8Array.of(byte));

function sender(refuseAt = Number.POSITIVE_INFINITY) {
  const stored: string[] = [];
  const waiting: number[] = [];
  const onFault = vi.fn();
  const sending = chunkSender(
    async (sequence, { chunk, milliseconds }) => {
      if (sequence === refuseAt) throw new Error('full');
      stored.push(`${sequence}: ${chunk[0]} to ${milliseconds}`);
    },
    { onWaiting: count => waiting.push(count), onFault },
  );
  return { sending, stored, waiting, onFault };
}

test('pieces are stored in the order in which they were recorded, however long their bytes take', async () => {
  const { sending, stored, waiting } = sender();
  sending.push(new Promise(done => setTimeout(() => done(Uint8Array.of(7)), 20)), 1000);
  sending.push(piece(8), 2000);
  sending.push(piece(9), 3000);
  await sending.settled();
  expect(stored).toEqual(['0: 7 to 1000', '1: 8 to 2000', '2: 9 to 3000']);
  expect(Math.max(...waiting)).toBe(3);
  expect(waiting.at(-1)).toBe(0);
});

test('an empty piece, as a recorder gives at its end, takes no number', async () => {
  const { sending, stored } = sender();
  sending.push(Promise.resolve(new Uint8Array()), 900);
  sending.push(piece(1), 1000);
  await sending.settled();
  expect(stored).toEqual(['0: 1 to 1000']);
});

test('after a fault, which is told once, nothing more is sent', async () => {
  const { sending, stored, onFault, waiting } = sender(1);
  for (const byte of [1, 2, 3, 4]) sending.push(piece(byte), byte * 1000);
  await sending.settled();
  expect(stored).toEqual(['0: 1 to 1000']);
  expect(onFault).toHaveBeenCalledTimes(1);
  expect(waiting.at(-1)).toBe(0);
});

test('what waits when sending is ended is dropped without a fault', async () => {
  const { sending, stored, onFault } = sender(0);
  sending.push(piece(1), 1000);
  sending.drop();
  await sending.settled();
  expect([stored, onFault.mock.calls]).toEqual([[], []]);
});
