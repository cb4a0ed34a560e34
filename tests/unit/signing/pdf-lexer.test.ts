import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorAt, readValue } from '../../../electron/signing/pdf-lexer.ts';
import {
  asDate,
  asText,
  type PdfValue,
  pdfArray,
  pdfDate,
  pdfDict,
  pdfName,
  pdfRef,
  pdfText,
  writeValue,
} from '../../../electron/signing/pdf-values.ts';

const LIMITS = { values: 10_000, characters: 1_000_000 };

const read = (source: string | Buffer): PdfValue =>
  readValue(cursorAt(Buffer.from(source as string, 'latin1'), 0, { ...LIMITS }));

describe('reading PDF values', () => {
  test.each<[string, PdfValue]>([
    ['42', 42],
    ['-0.5', -0.5],
    ['+17', 17],
    ['.25', 0.25],
    ['4.', 4],
    ['true', true],
    ['null', null],
    ['/Name', pdfName('Name')],
    ['/A#20B#2f', pdfName('A B/')],
    ['/', pdfName('')],
    ['12 0 R', pdfRef(12)],
    ['[1 2 0 R 3 4]', pdfArray([1, pdfRef(2), 3, 4])],
    ['[/A/B(c)<64>]', pdfArray([pdfName('A'), pdfName('B'), pdfText('c'), pdfText('d')])],
    ['<</A 1/B<</C[]>>>>', pdfDict({ A: 1, B: pdfDict({ C: pdfArray([]) }) })],
    ['% a comment\n 7', 7],
    ['(a(b)\\)c)', pdfText('a(b))c')],
    ['(\\101\\60x\\n\\\r\ny\\q)', { kind: 'string', bytes: Buffer.from('A0x\nyq') }],
    ['<4 1\n4>', { kind: 'string', bytes: Buffer.from('A@') }],
  ])('%j is understood', (source, expected) => {
    expect(withoutPlaces(read(source))).toEqual(expected);
  });

  test.each([
    ['a dictionary key that is there twice', '<</A 1/A 2>>', /twice/],
    ['a string without an end', '(abc', /does not end/],
    ['a string that ends after a backslash', '(abc\\', /does not end/],
    ['a hexadecimal string without an end', '<41', /does not end/],
    ['a hexadecimal string with other characters', '<4x>', /damaged/],
    ['an array without an end', '[1 2', /unknown content/],
    ['a dictionary without an end', '<</A 1', /damaged/],
    ['a dictionary with something else for a key', '<<1 2>>', /damaged/],
    ['a comment without an end', '%', /unknown content/],
    ['a word that is no value', 'endobj', /unknown content/],
    ['an operator that begins like a reference', '[0 0 RG]', /unknown content/],
    ['a number without a sensible size', '9'.repeat(400), /unknown content/],
    ['a number with two points', '1.2.3', /unknown content/],
    ['a later generation', '1 2 R', /later generation/],
    ['a name without an end', `/${'x'.repeat(5000)}`, /too long/],
    ['nesting without an end', '['.repeat(100_000), /nested too deeply/],
    ['dictionaries in dictionaries without an end', '<</A'.repeat(100_000), /nested too deeply/],
    ['more parts than allowed', `[${'0 '.repeat(20_000)}]`, /too many parts/],
    ['nothing', '', /unknown content/],
  ])('%s is refused', (_, source, message) => {
    expect(() => read(source)).toThrow(message);
  });

  test('where a string stood in the file is known', () => {
    expect(read('   <4142>')).toMatchObject({ start: 3, end: 9 });
    expect(read(' (a)')).toMatchObject({ start: 1, end: 4 });
  });

  test('any bytes at all are either a value or refused in words', () => {
    const syntax = fc.array(fc.constantFrom(...'<>[]()/%\\ \n0123456789.+-RabfnrtuelsxA#'), { maxLength: 80 });
    fc.assert(
      fc.property(
        fc.oneof(
          syntax.map(characters => characters.join('')),
          fc.string(),
        ),
        source => {
          try {
            writeValue(read(source));
          } catch (error) {
            expect(error).toMatchObject({ code: 'pdf.unreadable' });
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('writing PDF values', () => {
  const scalar = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.integer({ min: -1e9, max: 1e9 }).map(number => number / 1e6),
    fc.string({ unit: 'binary', maxLength: 12 }).map(pdfText),
    fc.uint8Array({ maxLength: 20 }).map((bytes): PdfValue => ({ kind: 'string', bytes: Buffer.from(bytes) })),
    fc.uint8Array({ maxLength: 20 }).map(bytes => pdfName(Buffer.from(bytes).toString('latin1'))),
    fc.nat(1_000_000).map(pdfRef),
  );
  const { value } = fc.letrec<{ value: PdfValue }>(tie => ({
    value: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }).map(pdfArray),
      fc.dictionary(fc.stringMatching(/^[A-Za-z #/()]{1,8}$/), tie('value'), { maxKeys: 4 }).map(pdfDict),
    ),
  }));

  test('what is written is read back the same', () => {
    fc.assert(
      fc.property(value, original => {
        expect(withoutPlaces(read(writeValue(original)))).toEqual(original);
      }),
    );
  });

  test('texts and dates survive', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(asText(pdfText(text))).toBe(text);
      }),
    );
    const date = new Date('2026-11-21T14:05:09Z');
    expect(asText(pdfDate(date))).toBe("D:20261121140509+00'00'");
    expect(asDate(pdfDate(date))).toEqual(date);
  });

  test.each([
    ["D:20261121140509+01'00'", '2026-11-21T13:05:09.000Z'],
    ["D:20261121140509-05'30", '2026-11-21T19:35:09.000Z'],
    ['D:20261121140509Z', '2026-11-21T14:05:09.000Z'],
    ['D:20261121140509', undefined],
    ['D:20261321140509Z', undefined],
    ['D:2026', undefined],
    ['yesterday', undefined],
  ])('the date %s is read as %s', (text, expected) => {
    expect(asDate(pdfText(text))?.toISOString()).toBe(expected);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e16])('the number %d is not written', number => {
    expect(() => writeValue(number)).toThrow(/cannot be written/);
  });
});

/** The same value without the file positions of its strings. */
function withoutPlaces(value: PdfValue): PdfValue {
  if (value === null || typeof value !== 'object') return value;
  if (value.kind === 'string') return { kind: 'string', bytes: value.bytes };
  if (value.kind === 'array') return pdfArray(value.items.map(withoutPlaces));
  if (value.kind !== 'dict') return value;
  return { kind: 'dict', entries: new Map([...value.entries].map(([key, entry]) => [key, withoutPlaces(entry)])) };
}
