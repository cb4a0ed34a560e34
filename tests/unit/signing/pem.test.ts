import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derBlocks, pemOf } from '../../../electron/signing/pem.ts';

describe('PEM', () => {
  test('that was written is read back, among words and other blocks', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 4 }), ders => {
        const text = ders.map(der => `Here it is:\n${pemOf(der, 'CERTIFICATE')}${pemOf(der, 'PRIVATE KEY')}`).join('');
        expect(derBlocks(Buffer.from(text), 'CERTIFICATE')).toEqual(ders.map(der => Buffer.from(der)));
      }),
    );
  });

  test('has lines of 64 characters', () => {
    const lines = pemOf(Buffer.alloc(100), 'X509 CRL').split('\n');
    expect(lines.map(line => line.length)).toEqual([24, 64, 64, 8, 22, 0]);
  });

  test('without the block asked for holds nothing', () => {
    expect(derBlocks(Buffer.from(pemOf(Buffer.alloc(9), 'PRIVATE KEY')), 'CERTIFICATE')).toEqual([]);
    expect(derBlocks(Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB'), 'CERTIFICATE')).toEqual([]);
  });

  test('is told from DER', () => {
    expect(derBlocks(Buffer.from([0x30, 0]), 'CERTIFICATE')).toEqual([Buffer.from([0x30, 0])]);
  });
});
