import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { writeDurably } from '../db/files.ts';

// The format and its reasons: docs/decisions/0005-recordings-in-sealed-chunks.md

/** An encrypted file of chunks: `id` is bound into every chunk, so that none can be taken for one of another file. */
export interface ChunkFile {
  readonly id: string;
  readonly fileName: string;
  readonly fileKey: Uint8Array;
}

/** How much of a file counts: what lies beyond was being written when the machine stopped. */
export interface ChunkCount {
  readonly chunks: number;
  readonly sizeBytes: number;
}

/** Where a chunk lies in the encrypted file, and its content in the whole content, in bytes. */
interface Frame {
  readonly position: number;
  readonly contentStart: number;
  readonly contentLength: number;
}

const lengthBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
const frameOverhead = lengthBytes + nonceBytes + tagBytes;

/** Makes an empty file with a key of its own, there after a power cut too. */
export function createChunkFile(folder: string, id: string): ChunkFile {
  const fileName = randomBytes(32).toString('hex');
  writeDurably(path.join(folder, fileName), new Uint8Array());
  return { id, fileName, fileKey: randomBytes(32) };
}

/** Encrypts a chunk and writes it behind the others, durable when this returns; gives the file's new size. What lay beyond them is written over. */
export function appendChunk(
  folder: string,
  file: ChunkFile,
  { chunks, sizeBytes }: ChunkCount,
  content: Uint8Array,
): number {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', file.fileKey, nonce).setAAD(binding(file.id, chunks));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(content.length);
  const frame = Buffer.concat([length, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  withFile(folder, file, 'r+', handle => {
    if (fstatSync(handle).size < sizeBytes) throw damaged();
    for (let written = 0; written < frame.length; ) {
      written += writeSync(handle, frame, written, frame.length - written, sizeBytes + written);
    }
    fdatasyncSync(handle);
  });
  return sizeBytes + frame.length;
}

/** The whole content. Throws AppError `recording.missing` or `recording.damaged`: a chunk that was changed, left out, added or put elsewhere is found. */
export function readAll(folder: string, file: ChunkFile, count: ChunkCount): Buffer {
  return withFile(folder, file, 'r', handle => {
    const frames = framesOf(handle, count);
    const content = Buffer.allocUnsafe(frames.reduce((sum, { contentLength }) => sum + contentLength, 0));
    // Into one piece of memory, for there may be hours of it.
    for (const [index, { contentStart }] of frames.entries())
      content.set(openFrame(handle, file, frames, index), contentStart);
    return content;
  });
}

/** The content from one byte up to another that is left out; only the chunks that hold it are decrypted. Throws as `readAll` does. */
export function readPart(folder: string, file: ChunkFile, count: ChunkCount, from: number, to: number): Buffer {
  return withFile(folder, file, 'r', handle => {
    const frames = framesOf(handle, count);
    const holding = frames.flatMap(({ contentStart, contentLength }, index) =>
      contentStart < to && contentStart + contentLength > from ? [index] : [],
    );
    const start = frames[holding[0] ?? 0]?.contentStart ?? 0;
    const content = Buffer.concat(holding.map(index => openFrame(handle, file, frames, index)));
    return content.subarray(Math.max(0, from - start), Math.max(0, to - start));
  });
}

const binding = (id: string, sequence: number): Buffer => Buffer.from(`${id}/${sequence}`);

function framesOf(handle: number, { chunks, sizeBytes }: ChunkCount): readonly Frame[] {
  const frames: Frame[] = [];
  const head = Buffer.alloc(lengthBytes);
  let contentStart = 0;
  let position = 0;
  while (position < sizeBytes) {
    if (readSync(handle, head, 0, lengthBytes, position) < lengthBytes) throw damaged();
    const contentLength = head.readUInt32BE();
    frames.push({ position, contentStart, contentLength });
    contentStart += contentLength;
    position += frameOverhead + contentLength;
  }
  if (position !== sizeBytes || frames.length !== chunks) throw damaged();
  return frames;
}

function openFrame(handle: number, { id, fileKey }: ChunkFile, frames: readonly Frame[], index: number): Buffer {
  const { position = 0, contentLength = 0 } = frames[index] ?? {};
  const sealed = Buffer.alloc(nonceBytes + contentLength + tagBytes);
  if (readSync(handle, sealed, 0, sealed.length, position + lengthBytes) < sealed.length) throw damaged();
  const decipher = createDecipheriv('aes-256-gcm', fileKey, sealed.subarray(0, nonceBytes))
    .setAAD(binding(id, index))
    .setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

function withFile<T>(folder: string, { fileName }: ChunkFile, flags: 'r' | 'r+', work: (handle: number) => T): T {
  const handle = open(path.join(folder, fileName), flags);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
}

function open(file: string, flags: string): number {
  try {
    return openSync(file, flags);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    throw new AppError(
      'recording.missing',
      'A file of this recording is missing from the workspace’s attachments folder. Put it back from your last copy; the notes and judgements are complete.',
    );
  }
}

const damaged = (): AppError =>
  new AppError(
    'recording.damaged',
    'A file of this recording was changed or damaged since it was recorded, so it is not played. Put it back from your last copy; the notes and judgements are complete.',
  );
