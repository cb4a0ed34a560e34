import { AppError } from '../../shared/errors.ts';
import { type Logo, logoLimits } from '../../shared/organisation-style.ts';

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Markers of a JPEG's frame header (ITU-T T.81, table B.1): baseline, extended and progressive. */
const frames = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Refuses a logo that cannot be painted as it is: too large, see-through, in a printing press's colours, unreadable.
 * Whoever imports a picture scales it down and flattens it. Throws AppError `style.logo` or `style.logoTooLarge`.
 */
export function checkLogo({ bytes, mediaType }: Logo): void {
  if (bytes.length > logoLimits.bytes) throw tooLarge();
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { width, height, problem } = mediaType === 'image/png' ? pngFacts(file) : jpegFacts(file);
  if (problem) throw new AppError('style.logo', problem);
  if (Math.max(width, height) > logoLimits.side) throw tooLarge();
}

function tooLarge(): AppError {
  const { bytes, side } = logoLimits;
  const most = `${bytes / 1000} kB and ${side} pixels on each side`;
  return new AppError('style.logoTooLarge', `The logo is too large: it may have ${most}. Choose a smaller picture.`);
}

interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly problem?: string;
}

const notReadable: PictureFacts = {
  width: 0,
  height: 0,
  problem: 'The logo cannot be read. Save the picture again as PNG or JPEG and choose it anew.',
};
const seeThrough = 'The logo has see-through parts. Save it on a white ground and choose it anew.';
const forPrint = 'The logo’s colours are those of a printing press (CMYK). Save it in RGB and choose it anew.';

/** The header chunk: width, height, depth, colour type, compression, filter, interlace (ISO/IEC 15948, 11.2.2). */
function pngFacts(file: Buffer): PictureFacts {
  if (file.length < 33 || !file.subarray(0, 8).equals(pngSignature)) return notReadable;
  const size = { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  if (size.width === 0 || size.height === 0 || file[28] !== 0) return notReadable;
  const hasAlpha = file[25] === 4 || file[25] === 6 || file.subarray(33, file.indexOf('IDAT')).includes('tRNS');
  return hasAlpha ? { ...size, problem: seeThrough } : size;
}

function jpegFacts(file: Buffer): PictureFacts {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return notReadable;
  for (let at = 2; at + 9 < file.length; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) return notReadable;
    if (!frames.has(marker)) continue;
    const size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    if (size.width === 0 || size.height === 0) return notReadable;
    return file[at + 9] === 4 ? { ...size, problem: forPrint } : size;
  }
  return notReadable;
}
