/**
 * The parts of the zip format (APPNOTE.TXT 6.3) that packs use: sizes in bytes, and the values that a field must have.
 * Neither ZIP64, encryption, comments nor extra fields: a pack stays below 4 GiB, so that it fits on any memory stick.
 */
export const ZIP = {
  localHeader: { signature: 0x04034b50, length: 30 },
  descriptor: { signature: 0x08074b50, length: 16 },
  centralHeader: { signature: 0x02014b50, length: 46 },
  end: { signature: 0x06054b50, length: 22 },
  stored: 0,
  deflated: 8,
  /** Sizes and CRC follow the content. */
  sizesFollow: 0x0008,
  utf8: 0x0800,
  /** How hard the compressor tried: of no meaning for a reader. */
  effort: 0x0006,
} as const;

/** What a local and a central header both say of a file. */
export interface ZipFacts {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
}

/** A file's record in the central directory. */
export interface ZipEntry extends ZipFacts {
  readonly name: string;
  /** Where its local header begins. */
  readonly offset: number;
}
