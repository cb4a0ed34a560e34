import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { ZIP, type ZipEntry } from './zip-format.ts';

const VERSION = 20; // the first that knows deflated files
const MADE_BY_UNIX = (3 << 8) | VERSION;
const ORDINARY_FILE = 0o100644 * 0x10000;
const FIRST_OF_JANUARY_1980 = 0x0021; // the earliest date there is, for every file: the bytes tell nothing of the clock
const BLOCK = 64 * 1024;
/** What is worth compressing. Reports, pictures and recordings are compressed already, so that they are only copied. */
const TEXT = /\.(?:jsonl?|txt|csv)$/;

/** Takes bytes in their order; the promise is kept when they were taken. */
export type Sink = (bytes: Buffer) => Promise<void>;

/** A zip that is being written, file by file. */
export interface ZipWriting {
  /** Writes one file; `seen` is shown each piece of its content. */
  add(name: string, content: AsyncIterable<Uint8Array>, seen: (piece: Buffer) => void): Promise<void>;
  /** Writes the central directory. */
  end(): Promise<void>;
}

/** In pieces of one size: what the compressor makes of no more than the bytes depends on how they are cut. */
async function* inBlocks(content: AsyncIterable<Uint8Array>, seen: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + BLOCK - length);
      held.push(part);
      length += part.length;
      from += part.length;
      if (length < BLOCK) continue;
      const block = Buffer.concat(held);
      seen(block);
      yield block;
      held = [];
      length = 0;
    }
  }
  const rest = Buffer.concat(held);
  seen(rest);
  if (length > 0) yield rest;
}

function headerOf({ flags, method, crc32: crc, compressedSize, size, name }: ZipEntry): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(flags, 2);
  header.writeUInt16LE(method, 4);
  header.writeUInt16LE(FIRST_OF_JANUARY_1980, 8);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(compressedSize, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return header;
}

const uint32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
};

const localHeader = (entry: ZipEntry): Buffer =>
  Buffer.concat([
    uint32(ZIP.localHeader.signature),
    headerOf({ ...entry, crc32: 0, compressedSize: 0, size: 0 }),
    Buffer.from(entry.name),
  ]);

function centralHeader(entry: ZipEntry): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(MADE_BY_UNIX);
  return Buffer.concat([
    uint32(ZIP.centralHeader.signature),
    madeBy,
    headerOf(entry),
    Buffer.alloc(6),
    uint32(ORDINARY_FILE, entry.offset),
    Buffer.from(entry.name),
  ]);
}

function endRecord(files: number, directory: { readonly offset: number; readonly length: number }): Buffer {
  const counts = Buffer.alloc(4);
  counts.writeUInt16LE(files, 0);
  counts.writeUInt16LE(files, 2);
  return Buffer.concat([
    uint32(ZIP.end.signature, 0),
    counts,
    uint32(directory.length, directory.offset),
    Buffer.alloc(2),
  ]);
}

/** Starts a zip that goes into the sink; it holds nothing in memory but its directory. */
export function startZip(sink: Sink): ZipWriting {
  const entries: ZipEntry[] = [];
  let position = 0;
  const write: Sink = async bytes => {
    await sink(bytes);
    position += bytes.length;
  };
  return {
    async add(name, content, seen) {
      const started = { name, offset: position, flags: ZIP.sizesFollow | ZIP.utf8, method: ZIP.deflated };
      await write(localHeader({ ...started, crc32: 0, compressedSize: 0, size: 0 }));
      const begin = position;
      let crc = 0;
      let size = 0;
      const counted = (piece: Buffer): void => {
        crc = crc32(piece, crc);
        size += piece.length;
        seen(piece);
      };
      const level = TEXT.test(name) ? constants.Z_DEFAULT_COMPRESSION : constants.Z_NO_COMPRESSION;
      await pipeline(Readable.from(inBlocks(content, counted)), createDeflateRaw({ level }), async deflated => {
        for await (const bytes of deflated) await write(bytes as Buffer);
      });
      const entry = { ...started, crc32: crc, compressedSize: position - begin, size };
      await write(uint32(ZIP.descriptor.signature, entry.crc32, entry.compressedSize, entry.size));
      entries.push(entry);
    },
    async end() {
      const offset = position;
      for (const entry of entries) await write(centralHeader(entry));
      await write(endRecord(entries.length, { offset, length: position - offset }));
    },
  };
}
