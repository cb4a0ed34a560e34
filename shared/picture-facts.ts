/** What the head of a picture file says. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  /** PNG: some of it lets the ground through. */
  readonly isSeeThrough: boolean;
  /** JPEG: the four colours of a printing press. */
  readonly isForPress: boolean;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Markers of a JPEG's frame header (ITU-T T.81, table B.1): baseline, extended and progressive. */
const frames = new Set([0xc0, 0xc1, 0xc2]);

/** Reads the head of a PNG or JPEG without decoding the picture; null where it is none that can be read. */
export function pictureFacts(bytes: Uint8Array, mediaType: 'image/png' | 'image/jpeg'): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = mediaType === 'image/png' ? pngFacts(bytes, view) : jpegFacts(view);
  return facts && facts.width > 0 && facts.height > 0 ? facts : null;
}

/** The header chunk: width, height, depth, colour type, compression, filter, interlace (ISO/IEC 15948, 11.2.2). */
function pngFacts(bytes: Uint8Array, view: DataView): PictureFacts | null {
  if (view.byteLength < 33 || pngSignature.some((byte, index) => bytes[index] !== byte) || bytes[28] !== 0) return null;
  const hasAlpha = bytes[25] === 4 || bytes[25] === 6;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  return { ...size, isSeeThrough: hasAlpha || hasTransparentColours(view), isForPress: false };
}

/** Whether a chunk before the picture's data names transparent colours. */
function hasTransparentColours(view: DataView): boolean {
  const transparency = 0x74524e53;
  const imageData = 0x49444154;
  for (let at = 33; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = view.getUint32(at + 4);
    if (kind === transparency) return true;
    if (kind === imageData) return false;
  }
  return false;
}

function jpegFacts(view: DataView): PictureFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null;
    if (!frames.has(view.getUint8(at + 1))) continue;
    const size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    return { ...size, isSeeThrough: false, isForPress: view.getUint8(at + 9) === 4 };
  }
  return null;
}
