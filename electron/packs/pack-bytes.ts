import type { FileHandle } from 'node:fs/promises';
import { damaged } from './troubles.ts';

/** The bytes of a zip, wherever they come from; positions and lengths in bytes. */
export interface PackBytes {
  readonly size: number;
  /** Exactly these bytes. Throws AppError `pack.damaged` when there are not so many. */
  read(position: number, length: number): Promise<Buffer>;
}

const PIECE = 256 * 1024;

/** Reads exactly these bytes of a file. Throws AppError `pack.damaged` when there are not so many. */
export async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw damaged('it ends too early');
    done += bytesRead;
  }
  return bytes;
}

/** A file that is a zip as it stands. */
export const plainBytes = (handle: FileHandle, size: number): PackBytes => ({
  size,
  read: (position, length) => readExactly(handle, position, length),
});

/** The bytes from `start` to before `end`, in pieces. */
export async function* piecesFrom(bytes: PackBytes, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end; position += PIECE) {
    yield await bytes.read(position, Math.min(PIECE, end - position));
  }
}
