import { createCipheriv, createDecipheriv, createHash, type Hash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../shared/errors.ts';
import type { StoredAttachment } from './attachments.ts';
import { syncFolder } from './files.ts';

/**
 * A large file, sealed in chunks so that it is written and read with constant memory and from any place in it: 16 bytes that name the format, then
 * for each 64 KiB of content its AES-256-GCM ciphertext and tag. The key belongs to this file alone, so a chunk's number is nonce enough; the last
 * chunk says that it is the last, so that nothing can be cut off, put in another order or taken from another file unnoticed.
 */
const heading = Buffer.from('EPA sealed v1.0\n', 'latin1');
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const sealedChunkBytes = chunkBytes + tagBytes;
/** The ending of a file that is still coming in. */
const incoming = '.incoming';

/** A file that is being sealed. It appears in the folder complete, at its end, or not at all. */
export interface SealedWriter {
  write(bytes: Uint8Array): void;
  /** Waits until what was written is on the disk, and lets everything else go on meanwhile: after it the end of a large file takes no time. */
  settle(): Promise<void>;
  /** Makes the file durable and gives what the database keeps of it. */
  finish(): StoredAttachment;
  /** Takes back what was written; a second time does nothing. */
  abandon(): void;
}

const synchronise = promisify(fsync);

/** What is needed to read a sealed file. */
export interface SealedFile {
  readonly fileName: string;
  readonly fileKey: Uint8Array;
  /** Of the content, in bytes. */
  readonly sizeBytes: number;
}

/** Begins a sealed file in the attachments folder. Throws the file system's own errors, a full disk among them. */
export function beginSealedFile(folder: string): SealedWriter {
  mkdirSync(folder, { recursive: true });
  const fileKey = randomBytes(32);
  const partial = path.join(folder, `${randomBytes(16).toString('hex')}${incoming}`);
  const handle = openSync(partial, 'wx', 0o600);
  const sealed = createHash('sha256');
  const content = createHash('sha256');
  const waiting = Buffer.alloc(chunkBytes);
  let waitingBytes = 0;
  let chunks = 0;
  let sizeBytes = 0;
  let isGivenUp = false;
  const put = (bytes: Uint8Array): void => append(handle, sealed, bytes);
  const flush = (isLast: boolean): void => {
    put(sealChunk(fileKey, chunks, isLast, waiting.subarray(0, waitingBytes)));
    chunks += 1;
    waitingBytes = 0;
  };
  put(heading);
  return {
    write(bytes) {
      content.update(bytes);
      sizeBytes += bytes.length;
      for (let at = 0; at < bytes.length; ) {
        // A full chunk waits until more comes, because the last one is sealed otherwise.
        if (waitingBytes === chunkBytes) flush(false);
        const part = bytes.subarray(at, at + chunkBytes - waitingBytes);
        waiting.set(part, waitingBytes);
        waitingBytes += part.length;
        at += part.length;
      }
    },
    settle: () => synchronise(handle),
    finish() {
      flush(true);
      waiting.fill(0);
      fsyncSync(handle);
      closeSync(handle);
      const fileName = sealed.digest('hex');
      renameSync(partial, path.join(folder, fileName));
      syncFolder(folder);
      return { fileName, fileKey, sha256: content.digest('hex'), sizeBytes };
    },
    abandon() {
      if (isGivenUp) return;
      isGivenUp = true;
      waiting.fill(0);
      closeSync(handle);
      rmSync(partial, { force: true });
    },
  };
}

function append(handle: number, hash: Hash, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
  hash.update(bytes);
}

/** The twelve bytes that no other chunk of the file is sealed with: whether it is the last, and its number. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(isLast ? 1 : 0, 0);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function sealChunk(key: Uint8Array, index: number, isLast: boolean, content: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast)).setAAD(heading);
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/**
 * The content from byte `from` up to, not including, `to`; what lies beyond the end is left off. Reads the chunks that it lies in and no more.
 * Throws AppError `attachment.missing` or `attachment.damaged`.
 */
export function readSealed(folder: string, file: SealedFile, from: number, to: number): Buffer {
  const end = Math.min(to, file.sizeBytes);
  const lastChunk = Math.max(0, Math.ceil(file.sizeBytes / chunkBytes) - 1);
  if (from >= end) return Buffer.alloc(0);
  const first = Math.floor(from / chunkBytes);
  const last = Math.floor((end - 1) / chunkBytes);
  const handle = openStored(folder, file.fileName);
  try {
    refuseOther(handle);
    const parts: Buffer[] = [];
    for (let index = first; index <= last; index += 1) {
      parts.push(openChunk(handle, file.fileKey, index, index === lastChunk));
    }
    const content = Buffer.concat(parts).subarray(from - first * chunkBytes, end - first * chunkBytes);
    if (content.length !== end - from) throw damaged();
    return content;
  } finally {
    closeSync(handle);
  }
}

function openStored(folder: string, fileName: string): number {
  try {
    return openSync(path.join(folder, fileName), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AppError(
      'attachment.missing',
      'The stored file is missing from the workspace’s attachments folder. Put it back from your last copy; the record itself is complete.',
    );
  }
}

function refuseOther(handle: number): void {
  const found = Buffer.alloc(heading.length);
  readSync(handle, found, 0, found.length, 0);
  if (!found.equals(heading)) throw damaged();
}

function openChunk(handle: number, key: Uint8Array, index: number, isLast: boolean): Buffer {
  const sealed = Buffer.alloc(sealedChunkBytes);
  const length = readSync(handle, sealed, 0, sealed.length, heading.length + index * sealedChunkBytes);
  if (length < tagBytes) throw damaged();
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast)).setAAD(heading);
  decipher.setAuthTag(sealed.subarray(length - tagBytes, length));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, length - tagBytes)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

const damaged = (): AppError =>
  new AppError(
    'attachment.damaged',
    'The stored file was changed or damaged since it was saved, so it is not shown. Put it back from your last copy; the record itself is complete.',
  );

/** Removes what a crash left of files that were coming in: without their keys, which were never written, they are noise. */
export function sweepIncoming(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith(incoming)) rmSync(path.join(folder, name), { force: true });
  }
}
