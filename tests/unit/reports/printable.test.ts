import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableCopy } from '../../../electron/reports/printable.ts';

describe('What of a text is printed', () => {
  it.each([
    ['leaves plain text alone', 'K5: “she’s right” – 50 %', 'K5: “she’s right” – 50 %'],
    ['composes letters and their marks', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['drops control characters', 'a\u0000b\u0007c\u009fd', 'abcd'],
    ['drops direction overrides and zero-width characters', '\u202eabc\u202c\u200b\ufeff', 'abc'],
    ['drops variation selectors and joiners', '☃\ufe0f👩\u200d🏫', '☃👩🏫'],
    ['makes every line end a line feed', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['keeps one empty line of many', 'a\n\n \n\n\nb', 'a\n\nb'],
    ['makes wide spaces plain and keeps those at which lines do not break', 'a\u2003b\u3000c\u202fd', 'a b c\u00a0d'],
    ['makes a tab four spaces', 'a\tb', 'a    b'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('is the same when it is made printable twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });

  it('changes the texts of a model and nothing else, and not the model itself', () => {
    const model = { kind: 'x\u0000', list: [{ text: 'a\u200bb', count: 3, none: null, flag: true }] };
    const before = structuredClone(model);
    expect(printableCopy(model)).toEqual({ kind: 'x', list: [{ text: 'ab', count: 3, none: null, flag: true }] });
    expect(model).toEqual(before);
  });
});
