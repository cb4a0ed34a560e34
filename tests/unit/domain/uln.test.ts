import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUln, temporaryUln, type UlnResult, ulnCheckDigit, ulnRemark } from '../../../shared/domain/uln.ts';

describe('a ULN', () => {
  it.each<[text: string, result: UlnResult]>([
    ['9276308686', 'valid'],
    [' 9276308686 ', 'valid'],
    ['9276308687', 'checkDigit'],
    ['9999999999', 'temporary'],
    ['1000000000', 'valid'],
    ['1000000001', 'checkDigit'],
    ['0999999999', 'outOfRange'],
    ['999999999', 'outOfRange'],
    ['10000000000', 'outOfRange'],
    ['', 'notANumber'],
    ['92763 08686', 'notANumber'],
    ['927630868O', 'notANumber'],
    ['-276308686', 'notANumber'],
    ['９276308686', 'notANumber'],
  ])('«%s» is %s', (text, result) => {
    expect(checkUln(text)).toBe(result);
  });

  it('is valid with the check digit that fits, and with no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_998 }), number => {
        const digit = ulnCheckDigit(String(number));
        const valid = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter(last => checkUln(`${number}${last}`) === 'valid');
        expect(valid).toEqual(digit === null ? [] : [digit]);
      }),
    );
  });

  it('shows any one wrong digit and any two neighbours changed over', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_000, max: 999_999_998 }),
        fc.nat({ max: 8 }),
        fc.nat({ max: 9 }),
        (number, place, digit) => {
          const check = ulnCheckDigit(String(number));
          fc.pre(check !== null);
          const digits = [...`${number}${check}`];
          const wrong = digits.with(place, String(digit)).join('');
          const swapped = digits
            .with(place, digits[place + 1] ?? '')
            .with(place + 1, digits[place] ?? '')
            .join('');
          for (const other of [wrong, swapped]) {
            if (other !== digits.join('')) expect(checkUln(other)).not.toBe('valid');
          }
        },
      ),
    );
  });

  it('fits no last digit where the remainder of the first nine is nought', () => {
    expect(ulnCheckDigit('100000001')).toBe(9);
    const impossible = Array.from({ length: 200 }, (_, index) => String(100_000_000 + index)).filter(
      nine => ulnCheckDigit(nine) === null,
    );
    expect(impossible.length).toBeGreaterThan(0);
    for (const nine of impossible) expect(checkUln(`${nine}0`)).toBe('checkDigit');
  });

  it('asks for nine digits to make a check digit', () => {
    expect(() => ulnCheckDigit('12345678')).toThrow(RangeError);
    expect(() => ulnCheckDigit('12345678x')).toThrow(RangeError);
  });

  it('has something to say unless it is valid', () => {
    expect(ulnRemark(checkUln('9276308686'))).toBeNull();
    for (const text of [temporaryUln, '', '1', '9276308687']) expect(ulnRemark(checkUln(text))).toMatch(/^\w.*[.]$/);
  });
});
