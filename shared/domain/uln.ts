/** What can be said of a unique learner number (ULN). Only `valid` and `temporary` numbers are free of remarks; `checkDigit` is a warning and never blocks, because numbers that fail it are in official use. */
export type UlnResult = 'valid' | 'temporary' | 'notANumber' | 'outOfRange' | 'checkDigit';

/** The ULN that stands for a learner who has none yet. */
export const temporaryUln = '9999999999';

/** Checks a ULN as typed, white space around it ignored. Rule: range of the DfE Apprenticeship assessment service (1000000000 to 9999999999), check digit of the Learning Records Service. */
export function checkUln(text: string): UlnResult {
  const uln = text.trim();
  if (!/^\d+$/.test(uln)) return 'notANumber';
  if (!/^[1-9]\d{9}$/.test(uln)) return 'outOfRange';
  if (uln === temporaryUln) return 'temporary';
  return ulnCheckDigit(uln.slice(0, 9)) === Number(uln.at(9)) ? 'valid' : 'checkDigit';
}

/**
 * The tenth digit for the first nine: 10 − r, where r = (10·d1 + 9·d2 + … + 2·d9) mod 11. Null where r is 0, because no ULN begins with those nine.
 * Rule: Learning Records Service. Throws RangeError for anything but nine digits.
 */
export function ulnCheckDigit(nineDigits: string): number | null {
  if (!/^\d{9}$/.test(nineDigits)) throw new RangeError('The check digit of a ULN is made from nine digits');
  const remainder = [...nineDigits].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11;
  return remainder === 0 ? null : 10 - remainder;
}

/** What to tell the user about a ULN; null where there is nothing to say. */
export function ulnRemark(result: UlnResult): string | null {
  switch (result) {
    case 'valid':
      return null;
    case 'temporary':
      return 'This is the temporary ULN. Replace it with the learner’s own before results are sent.';
    case 'notANumber':
      return 'A ULN has digits only. Type the ten digits of the learner’s number.';
    case 'outOfRange':
      return 'A ULN has ten digits and does not begin with 0. Check the number.';
    case 'checkDigit':
      return 'The last digit does not fit the others. Check the number; it can be kept if it is right.';
  }
}
