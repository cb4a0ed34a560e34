import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyFingerprint, kindOfKey } from '../../../electron/signing/key-kinds.ts';

const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).publicKey;
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).publicKey;

describe('a signing key', () => {
  test.each([
    ['EC P-256', () => ec('prime256v1'), false],
    ['EC P-384', () => ec('secp384r1'), false],
    ['RSA 2048', () => rsa(2048), true],
    ['RSA 3072', () => rsa(3072), false],
  ])('of kind %s may sign', (name, make, short) => {
    expect(kindOfKey(make())).toEqual({ name, short });
  });

  test.each([
    ['RSA 1024', () => rsa(1024)],
    ['EC P-521', () => ec('secp521r1')],
    ['RSA-PSS', () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey],
    ['Ed25519', () => generateKeyPairSync('ed25519').publicKey],
  ])('of kind %s may not', (_, make) => {
    expect(() => kindOfKey(make())).toThrow(/Use EC P-256 or P-384, or RSA with 2048 bits or more/);
  });

  test('has a fingerprint of its own', () => {
    const keys = [ec('prime256v1'), ec('prime256v1'), rsa(2048)];
    expect(new Set(keys.map(keyFingerprint)).size).toBe(3);
  });
});
