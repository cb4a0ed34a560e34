import type { KeyObject } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { sha256 } from './cms.ts';

/** What is to be known of a signing key: its kind in words, and whether it is shorter than is recommended today. */
export interface KeyKind {
  readonly name: string;
  readonly short: boolean;
}

const CURVES: ReadonlyMap<string | undefined, string> = new Map([
  ['prime256v1', 'EC P-256'],
  ['secp384r1', 'EC P-384'],
]);
const SHORTEST_RSA = 2048;
const RECOMMENDED_RSA = 3072;
const LONGEST_RSA = 8192;

/** The kind of a key that documents may be signed with. Throws AppError `identity.key` for any other key. */
export function kindOfKey(key: KeyObject): KeyKind {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  const curve = key.asymmetricKeyType === 'ec' ? CURVES.get(namedCurve) : undefined;
  if (curve) return { name: curve, short: false };
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= SHORTEST_RSA && modulusLength <= LONGEST_RSA) {
    return { name: `RSA ${modulusLength}`, short: modulusLength < RECOMMENDED_RSA };
  }
  throw new AppError(
    'identity.key',
    'This kind of key cannot sign reports. Use EC P-256 or P-384, or RSA with 2048 bits or more (3072 are recommended).',
  );
}

/** The fingerprint by which a public key is recognised: SHA-256 of its SPKI, hexadecimal. */
export const keyFingerprint = (key: KeyObject): string =>
  sha256(key.export({ format: 'der', type: 'spki' })).toString('hex');
