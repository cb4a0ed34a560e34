import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import * as pkijs from 'pkijs';
import { damagedFile, unacceptedProtection, wrongPassword } from './pkcs12-errors.ts';

/** Encrypted bytes, and how to decrypt them. */
export interface Hidden extends Protection {
  readonly bytes: Buffer;
}

/** PBES2 with PBKDF2 and AES (RFC 8018 §6.2), in the words of node:crypto. */
export interface Protection {
  readonly cipher: string;
  readonly keyLength: number;
  readonly iv: Buffer;
  readonly hash: string;
  readonly salt: Buffer;
  readonly rounds: number;
}

/** Rounds of key derivation that a computer does in some seconds; Firefox takes 600,000. */
export const MOST_ROUNDS = 2_000_000;

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const HMAC_SHA1 = '1.2.840.113549.2.7';

/** Ciphers with the length of their keys in octets, and the hash algorithms of the key derivation (RFC 8018 appendix B). */
const CIPHERS: ReadonlyMap<string, readonly [cipher: string, keyLength: number]> = new Map([
  ['2.16.840.1.101.3.4.1.2', ['aes-128-cbc', 16]],
  ['2.16.840.1.101.3.4.1.22', ['aes-192-cbc', 24]],
  ['2.16.840.1.101.3.4.1.42', ['aes-256-cbc', 32]],
]);
const HASHES: ReadonlyMap<string, string> = new Map([
  [HMAC_SHA1, 'sha1'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
]);

/**
 * How to decrypt what was encrypted by this algorithm; the library's value can be read only once. Throws AppError for
 * everything but PBES2 with AES, and for more rounds than are done.
 */
export function readProtection(algorithm: pkijs.AlgorithmIdentifier): Protection {
  if (algorithm.algorithmId !== PBES2) throw unacceptedProtection();
  const { keyDerivationFunc, encryptionScheme } = new pkijs.PBES2Params({ schema: algorithm.algorithmParams });
  const [cipher, keyLength] = CIPHERS.get(encryptionScheme.algorithmId) ?? [];
  if (keyDerivationFunc.algorithmId !== PBKDF2 || !cipher || !keyLength) throw unacceptedProtection();
  const { salt, iterationCount, prf } = new pkijs.PBKDF2Params({ schema: keyDerivationFunc.algorithmParams });
  const hash = HASHES.get(prf?.algorithmId ?? HMAC_SHA1);
  if (!hash) throw unacceptedProtection();
  if (!(iterationCount > 0 && iterationCount <= MOST_ROUNDS)) throw damagedFile();
  const iv = Buffer.from(encryptionScheme.algorithmParams.getValue());
  return { cipher, keyLength, iv, hash, salt: Buffer.from(salt.getValue()), rounds: iterationCount };
}

/** Decrypts. Throws AppError when the password is wrong. */
export async function decrypt(hidden: Hidden, password: Buffer): Promise<Buffer> {
  const { bytes, cipher, keyLength, iv, hash, salt, rounds } = hidden;
  const key = await promisify(pbkdf2)(password, salt, rounds, keyLength, hash);
  try {
    const decipher = createDecipheriv(cipher, key, iv);
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch (cause) {
    throw wrongPassword(cause);
  }
}
