/** What a pack may be at most. A test may ask for less. */
export interface PackLimits {
  /** Of the file, and of all that is in it unpacked, in bytes. */
  readonly bytes: number;
  readonly files: number;
  /** Of a list of files, in bytes. */
  readonly manifestBytes: number;
  /** Of each other file that describes the pack, in bytes. */
  readonly tagBytes: number;
  /** How many times larger than in the pack a file may be. Text is 3 to 20 times. */
  readonly ratio: number;
}

/** The largest file of FAT32, which memory sticks have, and the number of files in a zip without ZIP64. */
export const packLimits: PackLimits = {
  bytes: 2 ** 32 - 1,
  files: 60_000,
  manifestBytes: 16 * 2 ** 20,
  tagBytes: 64 * 2 ** 10,
  ratio: 200,
};
