import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endingOf, mostPixels, pictureSize, recogniseFile } from '../../../shared/domain/file-kinds.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The header of a PNG that claims this size. */
function png(width: number, height: number): Uint8Array {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), size, bytes('\x08\x02\0\0\0'), deflateSync('')]);
}

describe('a file is recognised by its content', () => {
  test.each([
    ['%PDF-1.7', 'pdf', 'application/pdf', true],
    ['\n\n%PDF-1.4 after a few lines', 'pdf', 'application/pdf', true],
    ['ID3\x04 a song', 'audio', 'audio/mpeg', true],
    ['\xff\xfb\x90 frames', 'audio', 'audio/mpeg', true],
    ['RIFF\x24\0\0\0WAVEfmt ', 'audio', 'audio/wav', true],
    ['OggS\0\x02........OpusHead', 'audio', 'audio/ogg', true],
    ['\0\0\0\x20ftypisom', 'video', 'video/mp4', true],
    ['\0\0\0\x20ftypM4A ', 'audio', 'audio/mp4', true],
    ['\0\0\0\x20ftypheic', 'image', 'image/heic', false],
    ['\x1aE\xdf\xa3 webm', 'video', 'video/webm', true],
    [
      'PK\x03\x04 word/document.xml',
      'document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      false,
    ],
    ['PK\x03\x04 anything', 'document', 'application/zip', false],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'document', 'application/x-ole-storage', false],
    ['Minutes of the meeting', 'document', 'text/plain', false],
    ['\0\x01\x02 nobody knows', 'document', 'application/octet-stream', false],
  ])('%j', (content, kind, mediaType, isShown) => {
    expect(recogniseFile(bytes(content))).toEqual({ kind, mediaType, isShown });
  });

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<?xml version="1.0"?>\n<svg onload="alert(1)">',
    '<!DOCTYPE html><script>alert(1)</script>',
    '  <HTML><body onload=alert(1)>',
    '<script>alert(1)</script>',
  ])('what could hold a script is kept, and never shown: %s', content => {
    const found = recogniseFile(bytes(content));
    expect(found).toMatchObject({ kind: 'document', isShown: false });
    expect(endingOf((found as { mediaType: string }).mediaType)).toMatch(/\.txt$/);
  });

  test.each(['MZ\x90\0', '\x7fELF\x02', '#!/bin/sh\nrm -rf', '\xcf\xfa\xed\xfe'])(
    'a program is refused: %j',
    content => {
      expect(recogniseFile(bytes(content))).toBe('program');
    },
  );

  test('an empty file is refused', () => expect(recogniseFile(new Uint8Array())).toBe('empty'));

  test('whatever the bytes are, an answer is given', () => {
    const starts = [
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFF....WEBPVP8X',
      'RIFF....WEBPVP8L',
      'RIFF....WEBPVP8 ',
    ];
    fc.assert(
      fc.property(fc.constantFrom('', ...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const found = recogniseFile(Buffer.concat([bytes(start), rest]));
        expect(typeof found === 'string' || typeof found.isShown === 'boolean').toBe(true);
      }),
    );
  });
});

describe('a picture', () => {
  test('is shown where its header says a sensible size', () => {
    expect(recogniseFile(png(4000, 3000))).toMatchObject({ mediaType: 'image/png', isShown: true });
    const jpeg = bytes('\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x01\x00\x02\x00\x03');
    expect(pictureSize('image/jpeg', jpeg)).toEqual({ height: 256, width: 512 });
    expect(recogniseFile(jpeg)).toMatchObject({ mediaType: 'image/jpeg', isShown: true });
    expect(pictureSize('image/gif', bytes('GIF89a\x0a\0\x14\0'))).toEqual({ width: 10, height: 20 });
    expect(pictureSize('image/webp', bytes(`RIFF....WEBPVP8X${'\0'.repeat(8)}\x63\0\0\x31\0\0`))).toEqual({
      width: 100,
      height: 50,
    });
  });

  test('that claims gigantic dimensions, or none, is kept and not drawn', () => {
    expect(recogniseFile(png(mostPixels, 2))).toMatchObject({ kind: 'image', isShown: false });
    expect(recogniseFile(png(0, 0))).toMatchObject({ kind: 'image', isShown: false });
    expect(recogniseFile(bytes('\xff\xd8\xff\xe0\xff\xff'))).toMatchObject({ mediaType: 'image/jpeg', isShown: false });
  });
});
