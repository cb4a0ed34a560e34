/** A piece of sound with the length of the recording at its end, in milliseconds. */
interface Piece {
  readonly chunk: Uint8Array<ArrayBuffer>;
  readonly milliseconds: number;
}

/** What is told of the pieces on their way. */
interface SenderListeners {
  /** How many pieces are not stored yet, after each change. */
  readonly onWaiting: (waiting: number) => void;
  /** A piece could not be stored: nothing after it is sent. */
  readonly onFault: (fault: unknown) => void;
}

/** Hands pieces to `store` one after the other, in the order in which they were pushed, numbered from 0. */
export function chunkSender(
  store: (sequence: number, piece: Piece) => Promise<unknown>,
  { onWaiting, onFault }: SenderListeners,
) {
  let sequence = 0;
  let waiting = 0;
  let isOver = false;
  let last: Promise<void> = Promise.resolve();
  const send = async (content: Promise<Uint8Array<ArrayBuffer>>, milliseconds: number): Promise<void> => {
    try {
      const chunk = await content;
      if (isOver || chunk.length === 0) return;
      await store(sequence, { chunk, milliseconds });
      sequence += 1;
    } catch (fault) {
      if (!isOver) {
        isOver = true;
        onFault(fault);
      }
    } finally {
      waiting -= 1;
      onWaiting(waiting);
    }
  };
  return {
    push(content: Promise<Uint8Array<ArrayBuffer>>, milliseconds: number): void {
      waiting += 1;
      onWaiting(waiting);
      last = last.then(() => send(content, milliseconds));
    },
    /** Ends sending; what is waiting is dropped. */
    drop(): void {
      isOver = true;
    },
    /** Until everything pushed so far is stored or given up. */
    settled: (): Promise<void> => last,
  };
}

export type ChunkSender = ReturnType<typeof chunkSender>;
