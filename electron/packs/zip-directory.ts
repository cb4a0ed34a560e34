import { AppError } from '../../shared/errors.ts';
import type { PackLimits } from './limits.ts';
import type { PackBytes } from './pack-bytes.ts';
import { askAgain, damaged, irregular } from './troubles.ts';
import { ZIP, type ZipEntry } from './zip-format.ts';

/** The files of a zip in the order in which they lie in it, one right after the other from the first byte to `end`. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the central directory begins. */
  readonly end: number;
}

const ORDINARY_FILE = 0o100000;
const FILE_KIND = 0o170000;
const FOLDER_OF_DOS = 0x10;
const SLACK = 64 * 2 ** 20; // so much may be unpacked from however little
const LARGEST_DIRECTORY = 16 * 2 ** 20;

const tooLarge = (): AppError =>
  new AppError(
    'pack.tooLarge',
    'The pack claims to hold more than a pack may: 4 GB or 60,000 files. Nothing was read. Ask the sender for several smaller packs.',
  );

async function readEnd(bytes: PackBytes): Promise<{ files: number; length: number; offset: number }> {
  const { end } = ZIP;
  if (bytes.size < end.length) throw damaged(bytes.size === 0 ? 'the file is empty' : 'it ends too early');
  const record = await bytes.read(bytes.size - end.length, end.length);
  if (record.readUInt32LE(0) !== end.signature || record.readUInt16LE(20) !== 0) {
    throw damaged('its end is missing, or something was added after it');
  }
  const files = record.readUInt16LE(10);
  const length = record.readUInt32LE(12);
  const offset = record.readUInt32LE(16);
  if (files === 0xffff || length === 0xffffffff || offset === 0xffffffff) throw tooLarge();
  if (record.readUInt32LE(4) !== 0 || record.readUInt16LE(8) !== files) {
    throw irregular('it is one of several parts');
  }
  if (offset + length !== bytes.size - end.length) {
    throw damaged('its table of contents is not where it should be, or something was added');
  }
  return { files, length, offset };
}

function readName(bytes: Buffer, flags: number): string {
  try {
    const name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if ((flags & ZIP.utf8) !== 0 || /^[\u0020-\u007e]*$/.test(name)) return name;
  } catch {
    // told below, together with names in an encoding that is not said
  }
  throw irregular('the name of a file in it cannot be read');
}

/** Refuses links, folders, encrypted files, and methods and flags that packs do not use. */
function requireOrdinary(record: Buffer, { flags, method, size, compressedSize }: ZipEntry): void {
  const attributes = record.readUInt32LE(38);
  const kind = (attributes >>> 16) & FILE_KIND;
  if ((kind !== 0 && kind !== ORDINARY_FILE) || (attributes & FOLDER_OF_DOS) !== 0) {
    throw irregular('it holds a link or something else that is not a file');
  }
  if ((flags & ~(ZIP.sizesFollow | ZIP.utf8 | ZIP.effort)) !== 0) {
    throw irregular('a file in it is encrypted with a password, or stored in a way that packs do not use');
  }
  if (method !== ZIP.deflated && (method !== ZIP.stored || size !== compressedSize)) {
    throw irregular('a file in it is compressed in a way that packs do not use');
  }
  if (size === 0xffffffff || compressedSize === 0xffffffff) throw tooLarge();
}

function readEntry(directory: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  const { signature, length } = ZIP.centralHeader;
  const cut = (): AppError => damaged('its table of contents is cut short or overwritten');
  if (at + length > directory.length || directory.readUInt32LE(at) !== signature) throw cut();
  const record = directory.subarray(at);
  const nameLength = record.readUInt16LE(28);
  const next = at + length + nameLength;
  if (next > directory.length) throw cut();
  if (record.readUInt16LE(30) !== 0 || record.readUInt16LE(32) !== 0 || record.readUInt16LE(34) !== 0) {
    throw irregular('its table of contents holds more than names and sizes');
  }
  const flags = record.readUInt16LE(8);
  const entry = {
    name: readName(record.subarray(length, length + nameLength), flags),
    flags,
    method: record.readUInt16LE(10),
    crc32: record.readUInt32LE(16),
    compressedSize: record.readUInt32LE(20),
    size: record.readUInt32LE(24),
    offset: record.readUInt32LE(42),
  };
  requireOrdinary(record, entry);
  return { entry, next };
}

/** The length of a file with its headers. */
export const spanOf = ({ name, compressedSize, flags }: ZipEntry): number =>
  ZIP.localHeader.length +
  Buffer.byteLength(name) +
  compressedSize +
  ((flags & ZIP.sizesFollow) === 0 ? 0 : ZIP.descriptor.length);

/** Refuses files that lie over one another or leave a gap, in which something could be hidden. */
function requireNoGaps(entries: readonly ZipEntry[], end: number): void {
  let position = 0;
  for (const entry of entries) {
    if (entry.offset !== position) throw irregular('files in it lie over one another, or something lies between them');
    position += spanOf(entry);
  }
  if (position !== end) throw irregular('something lies between its files and its table of contents');
}

/** Refuses what claims to be larger than a pack may be, also in comparison with the file. */
function requireSize(bytes: PackBytes, limits: PackLimits, claimed: { files: number; unpacked: number }): void {
  if (bytes.size > limits.bytes || claimed.files > limits.files) throw tooLarge();
  if (claimed.unpacked > Math.min(limits.bytes, SLACK + limits.ratio * bytes.size)) {
    throw new AppError(
      'pack.bomb',
      `The pack claims to hold far more than fits into a file of its size, as files do that are made to fill a disk. ${askAgain}`,
    );
  }
}

/** Reads the table of contents of a zip. Throws AppError for everything that is not plain, whole and of a bearable size. */
export async function readDirectory(bytes: PackBytes, limits: PackLimits): Promise<ZipDirectory> {
  requireSize(bytes, limits, { files: 0, unpacked: 0 });
  const { files, length, offset } = await readEnd(bytes);
  if (length > LARGEST_DIRECTORY) throw tooLarge();
  requireSize(bytes, limits, { files, unpacked: 0 });
  const directory = await bytes.read(offset, length);
  const entries: ZipEntry[] = [];
  let unpacked = 0;
  for (let at = 0; at < directory.length; ) {
    const { entry, next } = readEntry(directory, at);
    entries.push(entry);
    unpacked += entry.size;
    at = next;
  }
  if (entries.length !== files) throw damaged('its table of contents does not have as many lines as it says');
  requireSize(bytes, limits, { files, unpacked });
  requireNoGaps(entries, offset);
  return { entries, end: offset };
}
