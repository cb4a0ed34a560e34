import { AppError } from '../../shared/errors.ts';

/** The largest file that an import takes, in bytes: more than all published standards together. */
export const largestImport = 64 * 1024 * 1024;

/** A file's text, and the encoding it was in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

const otherFiles: readonly (readonly [signature: readonly number[], message: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Open it, select and copy its text, and import that.'],
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is a Word, Excel or zip file. Save the document as text or the sheet as CSV, and import that.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an older Word or Excel file. Save it as text or CSV, and import that.'],
];

/**
 * Reads bytes as text: UTF-8, UTF-16 with or without its mark, else Windows-1252, which holds Latin-1.
 * Throws AppError `import.tooLarge`, `import.empty` or `import.notText`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > largestImport) {
    throw new AppError('import.tooLarge', 'This file is over 64 MB. Split it, and import the parts.');
  }
  for (const [signature, message] of otherFiles) {
    if (signature.every((byte, index) => bytes[index] === byte)) throw new AppError('import.notText', message);
  }
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.trim() === '') throw new AppError('import.empty', 'There is nothing in this file.');
  if (controlShare(text) > 0.01) {
    throw new AppError('import.notText', 'This file holds no text. Import JSON, CSV, or the text of the document.');
  }
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 4 && even < sample.length / 40) return 'utf-16le';
  if (even > sample.length / 4 && odd < sample.length / 40) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The share of control characters that no text has, in its first part. */
function controlShare(text: string): number {
  const sample = text.slice(0, 100_000);
  let controls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const unit = sample.charCodeAt(index);
    if (unit < 9 || (unit > 13 && unit < 32)) controls += 1;
  }
  return controls / sample.length;
}
