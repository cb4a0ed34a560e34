import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type PackBytes, piecesFrom } from './pack-bytes.ts';
import { damaged, irregular } from './troubles.ts';
import { ZIP, type ZipEntry } from './zip-format.ts';

const contentStart = (entry: ZipEntry): number => entry.offset + ZIP.localHeader.length + Buffer.byteLength(entry.name);

/** Refuses a file whose own headers say anything else than the table of contents: programs differ in which they believe. */
async function requireAgreement(bytes: PackBytes, entry: ZipEntry): Promise<void> {
  const start = contentStart(entry);
  const header = await bytes.read(entry.offset, start - entry.offset);
  const sizesFollow = (entry.flags & ZIP.sizesFollow) !== 0;
  const inHeader = sizesFollow ? [0, 0, 0] : [entry.crc32, entry.compressedSize, entry.size];
  const agrees =
    header.readUInt32LE(0) === ZIP.localHeader.signature &&
    header.readUInt16LE(6) === entry.flags &&
    header.readUInt16LE(8) === entry.method &&
    [14, 18, 22].every((at, index) => header.readUInt32LE(at) === inHeader[index]) &&
    header.readUInt16LE(26) === header.length - ZIP.localHeader.length &&
    header.readUInt16LE(28) === 0 &&
    header.subarray(ZIP.localHeader.length).equals(Buffer.from(entry.name));
  if (!agrees) throw irregular('a file in it is described in two ways that differ');
  if (!sizesFollow) return;
  const after = await bytes.read(start + entry.compressedSize, ZIP.descriptor.length);
  const follows = [ZIP.descriptor.signature, entry.crc32, entry.compressedSize, entry.size];
  if (!follows.every((value, index) => after.readUInt32LE(4 * index) === value)) {
    throw irregular('a file in it is described in two ways that differ');
  }
}

/** Unpacks what was deflated, to the last byte of it and not beyond. */
async function* inflated(pieces: AsyncGenerator<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  const source = Readable.from(pieces);
  const inflater = createInflateRaw();
  source.on('error', error => inflater.destroy(error));
  try {
    for await (const piece of source.pipe(inflater)) yield piece as Buffer;
  } catch (error) {
    if ((error as { code?: unknown }).code?.toString().startsWith('Z_')) {
      throw damaged('the content of a file cannot be unpacked', error);
    }
    throw error;
  } finally {
    source.destroy();
    inflater.destroy();
  }
  if (inflater.bytesWritten !== entry.compressedSize)
    throw irregular('something is hidden behind the content of a file');
}

/** The content of a file in pieces. Throws AppError when it does not agree with its size or CRC, at the latest after the last piece. */
export async function* contentOf(bytes: PackBytes, entry: ZipEntry): AsyncGenerator<Buffer> {
  await requireAgreement(bytes, entry);
  const start = contentStart(entry);
  const packed = piecesFrom(bytes, start, start + entry.compressedSize);
  let size = 0;
  let crc = 0;
  for await (const piece of entry.method === ZIP.deflated ? inflated(packed, entry) : packed) {
    size += piece.length;
    if (size > entry.size) throw irregular('a file in it is larger than it claims');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc32)
    throw damaged('the content of a file does not agree with its checksum');
}
