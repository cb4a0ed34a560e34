import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

interface ZipEntry {
  readonly name: string;
  readonly deflated: boolean;
  readonly packedLength: number;
  readonly length: number;
  readonly headerAt: number;
  /** Unix permission bits, 0 where the archive holds none. */
  readonly mode: number;
}

type ReadAt = (position: number, length: number) => Buffer;

/**
 * Writes the files of a zip archive for which `targetOf` names a place, relative to `folder`. For archives whose
 * checksum was verified before; no encryption, no zip64.
 */
export function unzip(archive: string, folder: string, targetOf: (name: string) => string | undefined): void {
  const file = openSync(archive, 'r');
  try {
    const readAt: ReadAt = (position, length) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, position);
      return bytes;
    };
    for (const entry of entries(readAt, fstatSync(file).size)) {
      const target = targetOf(entry.name);
      if (!target) continue;
      const to = path.join(folder, target);
      mkdirSync(path.dirname(to), { recursive: true });
      writeFileSync(to, contents(readAt, entry), { mode: entry.mode || 0o644 });
    }
  } finally {
    closeSync(file);
  }
}

function entries(readAt: ReadAt, size: number): readonly ZipEntry[] {
  const tail = readAt(Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('This is not a zip archive.');
  const directory = readAt(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const found: ZipEntry[] = [];
  for (let at = 0; at < directory.length; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    found.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      deflated: directory.readUInt16LE(at + 10) === 8,
      packedLength: directory.readUInt32LE(at + 20),
      length: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return found;
}

function contents(readAt: ReadAt, entry: ZipEntry): Buffer {
  const header = readAt(entry.headerAt, 30);
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(start, entry.packedLength);
  const plain = entry.deflated ? inflateRawSync(packed, { maxOutputLength: Math.max(entry.length, 1) }) : packed;
  if (plain.length !== entry.length) throw new Error(`${entry.name} has the wrong length.`);
  return plain;
}
