import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../db/files.ts';
import type { Sink } from './zip-writing.ts';

/** A file that gets its name only when it is whole, also after a power cut. */
export interface OutputFile {
  readonly write: Sink;
  /** Gives it its name: fsync, rename, fsync of the folder. A file that was there before is replaced. */
  commit(): Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Removes what was written so far. */
  abandon(): Promise<void>;
}

const HELD = 256 * 1024;

/** Opens a file for writing under a name of its own beside its later one. */
export async function openOutput(file: string): Promise<OutputFile> {
  await mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  const handle = await open(partial, 'w', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  let held: Buffer[] = [];
  let heldLength = 0;
  const flush = async (): Promise<void> => {
    const whole = Buffer.concat(held);
    held = [];
    heldLength = 0;
    for (let from = 0; from < whole.length; ) from += (await handle.write(whole, from)).bytesWritten;
  };
  return {
    async write(piece) {
      hash.update(piece);
      bytes += piece.length;
      held.push(piece);
      heldLength += piece.length;
      if (heldLength >= HELD) await flush();
    },
    async commit() {
      await flush();
      await handle.sync();
      await handle.close();
      await rename(partial, file);
      syncFolder(path.dirname(file));
      return { sha256: hash.digest('hex'), bytes };
    },
    async abandon() {
      await handle.close().catch(() => {}); // closed already where naming it was what failed
      await rm(partial, { force: true });
    },
  };
}
