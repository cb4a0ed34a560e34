/** What a file of the portfolio is for the workbench. */
export const fileKinds = ['pdf', 'image', 'audio', 'video', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

/** A file as its content tells it, whatever its name says. */
export interface RecognisedFile {
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Whether it is shown or played inside the window; others are saved and opened elsewhere. */
  readonly isShown: boolean;
}

/** Why a file is not taken. */
export type RefusedFile = 'empty' | 'program';

/** How many bytes from the start are needed to recognise a file. */
export const bytesToRecognise = 512 * 1024;
/** The most pixels that a picture may have to be drawn: 120 megapixels, a poster at 300 dots per inch. */
export const mostPixels = 120_000_000;

interface Sign {
  readonly at?: number;
  /** Bytes as Latin-1 text. */
  readonly bytes: string;
  readonly file: RecognisedFile;
}

const shown = (kind: FileKind, mediaType: string): RecognisedFile => ({ kind, mediaType, isShown: true });
const kept = (kind: FileKind, mediaType: string): RecognisedFile => ({ kind, mediaType, isShown: false });

/** The first bytes of what is recognised, as the formats' own specifications have them. */
const signs: readonly Sign[] = [
  { bytes: '\x89PNG\r\n\x1a\n', file: shown('image', 'image/png') },
  { bytes: '\xff\xd8\xff', file: shown('image', 'image/jpeg') },
  { bytes: 'GIF87a', file: shown('image', 'image/gif') },
  { bytes: 'GIF89a', file: shown('image', 'image/gif') },
  { bytes: 'WEBP', at: 8, file: shown('image', 'image/webp') },
  { bytes: 'WAVE', at: 8, file: shown('audio', 'audio/wav') },
  { bytes: 'AVI ', at: 8, file: kept('video', 'video/x-msvideo') },
  { bytes: 'ID3', file: shown('audio', 'audio/mpeg') },
  { bytes: '\xff\xfb', file: shown('audio', 'audio/mpeg') },
  { bytes: '\xff\xf3', file: shown('audio', 'audio/mpeg') },
  { bytes: 'fLaC', file: shown('audio', 'audio/flac') },
  { bytes: 'II*\0', file: kept('image', 'image/tiff') },
  { bytes: 'MM\0*', file: kept('image', 'image/tiff') },
  { bytes: 'BM', file: kept('image', 'image/bmp') },
  { bytes: '{\\rtf', file: kept('document', 'application/rtf') },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', file: kept('document', 'application/x-ole-storage') },
];

/** Brands of the ISO base media format (`ftyp`) that are not plain video. */
const brands: Readonly<Record<string, RecognisedFile>> = {
  'M4A ': shown('audio', 'audio/mp4'),
  'M4B ': shown('audio', 'audio/mp4'),
  avif: kept('image', 'image/avif'),
  heic: kept('image', 'image/heic'),
  heix: kept('image', 'image/heic'),
  mif1: kept('image', 'image/heic'),
};

/** Where a packed document says what it is: the names of the first files inside. */
const packed: readonly (readonly [part: string, mediaType: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
];

const programs = ['MZ', '\x7fELF', '#!', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '\xca\xfe\xba\xbe'];

/** Recognises a file by its first bytes (`bytesToRecognise` of them, or all). What may hold a script that a browser would run is kept and never shown. */
export function recogniseFile(head: Uint8Array): RecognisedFile | RefusedFile {
  if (head.length === 0) return 'empty';
  const text = latin1(head.subarray(0, 65_536));
  if (programs.some(sign => text.startsWith(sign))) return 'program';
  if (text.slice(0, 1024).includes('%PDF-')) return shown('pdf', 'application/pdf');
  const found = signs.find(({ at = 0, bytes }) => text.startsWith(bytes, at));
  if (found) return drawable(found.file, head);
  if (text.startsWith('ftyp', 4)) return brands[text.slice(8, 12)] ?? shown('video', 'video/mp4');
  if (text.startsWith('\x1aE\xdf\xa3')) return shown('video', 'video/webm');
  if (text.startsWith('OggS')) return oggKind(text);
  if (text.startsWith('PK\x03\x04')) return packedKind(text);
  return textKind(text);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

const oggKind = (text: string): RecognisedFile =>
  /theora/.test(text.slice(0, 512)) ? shown('video', 'video/ogg') : shown('audio', 'audio/ogg');

function packedKind(text: string): RecognisedFile {
  const found = packed.find(([part]) => text.includes(part));
  return kept('document', found?.[1] ?? 'application/zip');
}

/** Text that a browser would run as a page is named as what it is; both are kept, neither is shown. */
function textKind(text: string): RecognisedFile {
  if (/<svg[\s>]/i.test(text)) return kept('document', 'image/svg+xml');
  if (/<(?:!doctype\s+html|html|script|body|iframe)[\s>]/i.test(text)) return kept('document', 'text/html');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has is looked for
  const isText = !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  return kept('document', isText ? 'text/plain' : 'application/octet-stream');
}

/** A picture is drawn only where its size is known and not gigantic: a few bytes can claim pixels that fill any memory. */
function drawable(file: RecognisedFile, head: Uint8Array): RecognisedFile {
  if (file.kind !== 'image' || !file.isShown) return file;
  const size = pictureSize(file.mediaType, head);
  const isDrawn = size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= mostPixels;
  return isDrawn ? file : { ...file, isShown: false };
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels as a picture's own header gives them; null where it gives none. */
export function pictureSize(mediaType: string, head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  switch (mediaType) {
    case 'image/png':
      return head.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/gif':
      return head.length < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'image/jpeg':
      return jpegSize(view);
    case 'image/webp':
      return webpSize(view);
    default:
      return null;
  }
}

/** Walks the segments of a JPEG up to its frame header (SOF0 to SOF15, but the tables DHT, JPG and DAC). */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(view: DataView): PictureSize | null {
  if (view.byteLength < 30) return null;
  const form = String.fromCharCode(...[12, 13, 14, 15].map(at => view.getUint8(at)));
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  if (form === 'VP8X') return { width: 1 + uint24(24), height: 1 + uint24(27) };
  if (form === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (form !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

/** The ending that a saved file of this type gets; none where the content does not tell. */
export function endingOf(mediaType: string): string {
  return endings[mediaType] ?? '';
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/tiff': '.tif',
  'image/bmp': '.bmp',
  'image/avif': '.avif',
  'image/heic': '.heic',
  'image/svg+xml': '.svg.txt',
  'text/html': '.html.txt',
  'text/plain': '.txt',
  'audio/wav': '.wav',
  'audio/mpeg': '.mp3',
  'audio/flac': '.flac',
  'audio/mp4': '.m4a',
  'audio/ogg': '.ogg',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
  'video/ogg': '.ogv',
  'video/x-msvideo': '.avi',
  'application/rtf': '.rtf',
  'application/zip': '.zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.oasis.opendocument.text': '.odt',
};
