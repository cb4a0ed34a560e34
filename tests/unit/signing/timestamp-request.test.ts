import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derElement, derSequence, derSmallInteger, TAG } from '../../../electron/signing/der.ts';
import { nonceFrom, readTimestampResponse, timestampRequest } from '../../../electron/signing/timestamp-request.ts';
import { checkTimestampToken } from '../../../electron/signing/timestamp-token.ts';
import { AppError } from '../../../shared/errors.ts';

const digest = createHash('sha256').update('report').digest();
const nonce = nonceFrom(Buffer.alloc(16, 0xff));
const question = { digest, nonce, roots: [] };

/** What is thrown when this is the answer. */
function refusal(answer: Uint8Array): unknown {
  try {
    readTimestampResponse(answer, question);
  } catch (error) {
    return error;
  }
  throw new Error('it was accepted');
}

const BIT_STRING = 0x03;
const text = (words: string): Buffer => derElement(0x0c, Buffer.from(words));

/** A refusal as RFC 3161 §2.4.2 has it. */
const rejection = (words: readonly string[], failure?: readonly number[]): Buffer =>
  derSequence(
    derSequence(
      derSmallInteger(2),
      ...(words.length > 0 ? [derSequence(...words.map(text))] : []),
      ...(failure ? [derElement(BIT_STRING, Buffer.from(failure))] : []),
    ),
  );

describe('a request for a time stamp', () => {
  test('is written as the standard says', () => {
    const sha256 = '300d06096086480165030402010500';
    expect(timestampRequest({ digest, nonce }).toString('hex')).toBe(
      `304b0201013031${sha256}0420${digest.toString('hex')}0210${nonce.toString('hex')}0101ff`,
    );
  });

  test('has a number that is positive and of full length, whatever the chance', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), random => {
        const number = nonceFrom(random);
        expect(number).toHaveLength(16);
        expect((number[0] ?? 0) & 0xc0).toBe(0x40);
      }),
    );
  });
});

describe('the answer', () => {
  test.each([
    [[], undefined, 'refused to give a time stamp. Nothing'],
    [['Come back tomorrow'], undefined, 'time stamp: “Come back tomorrow”. Nothing'],
    [[], [0, 0x80], 'time stamp: it does not know the hash algorithm. Nothing'],
    [['Sorry'], [1, 0, 0x02], 'time stamp: its clock is not available; “Sorry”. Nothing'],
    [[], [6, 0, 0, 0, 0x40], 'time stamp: it has a fault. Nothing'],
  ])('no, with the reasons %j and %j, is told in words', (words, failure, told) => {
    expect(refusal(rejection(words, failure))).toMatchObject({
      code: 'timestamp.refused',
      message: expect.stringContaining(told),
    });
  });

  test('no, in words that would forge lines or never end, is told in words that do not', () => {
    const { message } = refusal(rejection([`Granted\r\n\u202e${'x'.repeat(5000)}`])) as AppError;
    expect(message).not.toMatch(/[\r\n\u202e]/u);
    expect(message.length).toBeLessThan(500);
  });

  test.each([
    ['yes without a time stamp', derSequence(derSequence(derSmallInteger(0)))],
    ['neither yes nor no', derSequence(derSequence())],
    ['yes with something else', derSequence(derSequence(derSmallInteger(0)), derSequence(derSmallInteger(1)))],
    ['a set', derElement(TAG.set)],
  ])('that is %s is refused', (_, answer) => {
    expect(refusal(answer)).toMatchObject({ code: 'timestamp.invalid' });
  });

  test('of any bytes at all is refused in words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), bytes => {
        expect(refusal(bytes)).toBeInstanceOf(AppError);
        const granted = derSequence(derSequence(derSmallInteger(0)), derElement(TAG.sequence, bytes));
        expect(refusal(granted)).toBeInstanceOf(AppError);
      }),
    );
  });
});

describe('a time stamp token', () => {
  test('of any bytes at all has something wrong with it, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), bytes => {
        const { chain, problems } = checkTimestampToken(bytes, () => digest);
        expect(problems.length).toBeGreaterThan(0);
        expect(chain).toEqual([]);
      }),
    );
  });
});
