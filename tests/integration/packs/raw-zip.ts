import { crc32 } from 'node:zlib';

/** The fields of a zip's headers that a case may set to something else than the truth. */
export interface RawFields {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly extra: Buffer;
  readonly name: Buffer;
}

/** A file of a zip that need not be as it should. */
export interface RawEntry {
  readonly name: string;
  readonly content: Buffer;
  /** What lies in the zip; the content itself if nothing is given. */
  readonly packed?: Buffer;
  /** In both headers. */
  readonly both?: Partial<RawFields>;
  readonly local?: Partial<RawFields>;
  readonly central?: Partial<RawFields> & {
    readonly attributes?: number;
    readonly offset?: number;
    readonly comment?: Buffer;
  };
  /** What lies behind the content. */
  readonly after?: Buffer;
}

/** What a case may do to the frame around the files. */
export interface RawFrame {
  readonly before?: Buffer;
  readonly between?: Buffer;
  readonly after?: Buffer;
  readonly comment?: Buffer;
  readonly end?: { readonly files?: number; readonly length?: number; readonly offset?: number };
}

const UTF8 = 0x0800;

function fieldsOf({ name, content, packed = content }: RawEntry): RawFields {
  return {
    flags: UTF8,
    method: 0,
    crc32: crc32(content),
    compressedSize: packed.length,
    size: content.length,
    extra: Buffer.alloc(0),
    name: Buffer.from(name),
  };
}

function common(fields: RawFields): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(fields.flags, 2);
  header.writeUInt16LE(fields.method, 4);
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(fields.crc32, 10);
  header.writeUInt32LE(fields.compressedSize, 14);
  header.writeUInt32LE(fields.size, 18);
  header.writeUInt16LE(fields.name.length, 22);
  header.writeUInt16LE(fields.extra.length, 24);
  return header;
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A zip made by hand, of stored files unless told otherwise: what it says can be wrong in every way. */
export function rawZip(entries: readonly RawEntry[], frame: RawFrame = {}): Buffer {
  const parts = [frame.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let position = parts[0]?.length ?? 0;
  const add = (...pieces: readonly Buffer[]): void => {
    parts.push(...pieces);
    for (const { length } of pieces) position += length;
  };
  for (const entry of entries) {
    const local = { ...fieldsOf(entry), ...entry.both, ...entry.local };
    const central = { ...fieldsOf(entry), ...entry.both, ...entry.central };
    const { attributes = 0o100644 * 0x10000, offset = position, comment = Buffer.alloc(0) } = entry.central ?? {};
    directory.push(
      Buffer.concat([u32(0x02014b50), u16((3 << 8) | 20), common(central), u16(comment.length), Buffer.alloc(4)]),
      Buffer.concat([u32(attributes >>> 0), u32(offset), central.name, central.extra, comment]),
    );
    add(Buffer.concat([u32(0x04034b50), common(local), local.name, local.extra]));
    add(entry.packed ?? entry.content, entry.after ?? Buffer.alloc(0));
  }
  add(frame.between ?? Buffer.alloc(0));
  const whole = Buffer.concat(directory);
  const { files = entries.length, offset = position, length = whole.length } = frame.end ?? {};
  const comment = frame.comment ?? Buffer.alloc(0);
  const end = [u32(0x06054b50), u32(0), u16(files), u16(files), u32(length), u32(offset), u16(comment.length), comment];
  return Buffer.concat([...parts, whole, ...end, frame.after ?? Buffer.alloc(0)]);
}
