import { describe, expect, it } from 'vitest';
import { decodeText, largestImport } from '../../../electron/importers/decode-text.ts';
import { AppError } from '../../../shared/errors.ts';

const text = 'K1: Café, the individual’s views — and more words to tell by';
const bytes = (...parts: (readonly number[] | Uint8Array)[]) => Buffer.concat(parts.map(part => Buffer.from(part)));
const utf16be = (one: string) => Buffer.from(one, 'utf16le').swap16();

describe('reading bytes as text', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], Buffer.from(text)), 'utf-8'],
    ['UTF-16 little-endian with its mark', bytes([0xff, 0xfe], Buffer.from(text, 'utf16le')), 'utf-16le'],
    ['UTF-16 big-endian with its mark', bytes([0xfe, 0xff], utf16be(text)), 'utf-16be'],
    ['UTF-16 little-endian without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian without a mark', utf16be(text), 'utf-16be'],
  ])('reads %s', (_, held, encoding) => {
    expect(decodeText(held)).toEqual({ text, encoding });
  });

  it('reads what is no UTF-8 as Windows-1252', () => {
    expect(decodeText(bytes(Buffer.from('Caf'), [0xe9, 0x20, 0x92]))).toEqual({
      text: 'Café ’',
      encoding: 'windows-1252',
    });
  });

  it.each([
    ['nothing', new Uint8Array(), 'import.empty'],
    ['only spaces', Buffer.from(' \n\t '), 'import.empty'],
    ['a PDF', Buffer.from('%PDF-1.7 and so on'), 'import.notText'],
    ['a Word or zip file', bytes([0x50, 0x4b, 3, 4, 20, 0]), 'import.notText'],
    ['an older Office file', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'import.notText'],
    ['a program', bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), 'import.notText'],
    ['too much', new Uint8Array(largestImport + 1), 'import.tooLarge'],
  ])('refuses %s in words', (_, held, code) => {
    expect(() => decodeText(held)).toThrow(expect.objectContaining({ code }));
    expect(() => decodeText(held)).toThrow(AppError);
  });
});
