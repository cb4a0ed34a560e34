import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  derElement,
  derMembers,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
  derUnsigned,
  readDer,
  readDerPrefix,
  readOid,
  TAG,
} from '../../../electron/signing/der.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('writing DER', () => {
  // Encodings from X.690's examples and from published certificates.
  test.each([
    ['2.5.4.3', '06 03 55 04 03'],
    ['1.2.840.113549.1.7.2', '06 09 2a 86 48 86 f7 0d 01 07 02'],
    ['2.16.840.1.101.3.4.2.1', '06 09 60 86 48 01 65 03 04 02 01'],
    ['2.999.3', '06 03 88 37 03'],
    ['1.3.6.1.5.5.7.3.36', '06 08 2b 06 01 05 05 07 03 24'],
  ])('the identifier %s is written as the standard says, and read back', (dotted, encoded) => {
    expect(derOid(dotted)).toEqual(hex(encoded));
    expect(readOid(readDer(hex(encoded)))).toBe(dotted);
  });

  test.each([
    [0, '04 00'],
    [127, '04 7f'],
    [128, '04 81 80'],
    [256, '04 82 01 00'],
    [65_536, '04 83 01 00 00'],
  ])('%i bytes get the shortest length', (length, header) => {
    const bytes = derOctets(Buffer.alloc(length));
    expect(bytes.subarray(0, hex(header).length)).toEqual(hex(header));
    expect(bytes.length).toBe(hex(header).length + length);
  });

  test.each([
    [0, '02 01 00'],
    [127, '02 01 7f'],
    [128, '02 02 00 80'],
    [1_795_269_900, '02 04 6b 01 a5 0c'],
    [2 ** 48 - 1, '02 07 00 ff ff ff ff ff ff'],
  ])('the number %i is written in the fewest octets', (value, encoded) => {
    expect(derUnsigned(value)).toEqual(hex(encoded));
  });

  test('the members of a set are put in order', () => {
    expect(derSetOf(derSmallInteger(2), derSmallInteger(1))).toEqual(hex('31 06 02 01 01 02 01 02'));
  });
});

describe('reading DER', () => {
  test('what was written is read back', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), parts => {
        const members = derMembers(readDer(derSequence(...parts.map(derOctets))), TAG.sequence);
        expect(members.map(member => member.content)).toEqual(parts.map(part => Buffer.from(part)));
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['a tag without a length', '30'],
    ['an element longer than the bytes', '30 05 02 01 01'],
    ['a length that is not the shortest', '04 81 01 00'],
    ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
    ['an indefinite length', '30 80 02 01 01 00 00'],
    ['a length of five bytes', '04 85 01 00 00 00 00'],
    ['a tag of several bytes', '1f 81 01 00'],
    ['bytes after the element', '02 01 01 00'],
  ])('%s is refused', (_, bytes) => {
    expect(() => readDer(hex(bytes))).toThrow(/damaged/);
  });

  test.each([['06 00'], ['06 02 88 b7'], ['06 03 55 80 03'], [`06 0a ${'ff'.repeat(9)} 7f`]])(
    'the identifier %s is refused',
    bytes => {
      expect(() => readOid(readDer(hex(bytes)))).toThrow(/damaged/);
    },
  );

  test('an element of another kind than expected is refused', () => {
    expect(() => derMembers(readDer(derElement(TAG.set)), TAG.sequence)).toThrow(/element 30 expected/);
    expect(() => derMembers(undefined, TAG.sequence)).toThrow(/element 30 expected/);
  });

  test('a prefix is read and what follows is left', () => {
    expect(readDerPrefix(hex('02 01 07 00 00')).bytes).toEqual(hex('02 01 07'));
  });

  test('no bytes at all make it fail in any other way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), bytes => {
        try {
          derMembers(readDer(Buffer.from(bytes)), bytes[0] ?? 0);
        } catch (error) {
          expect(error).toMatchObject({ code: 'certificate.damaged' });
        }
      }),
    );
  });
});
