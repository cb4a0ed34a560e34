import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { writeDurably } from './files.ts';

const hex = z.string().regex(/^([0-9a-f]{2})+$/);
const wrapped = z.strictObject({ salt: hex, nonce: hex, box: hex });
const vaultFile = z.strictObject({
  schema: z.literal('epa-keys/1'),
  label: z.string(),
  practice: z.boolean(),
  /** Argon2id, RFC 9106's second recommended setting with t = 3. */
  passphrase: wrapped
    .extend({
      memoryKib: z.number().int().min(8192).max(1_048_576),
      passes: z.number().int().min(1).max(20),
      lanes: z.number().int().min(1).max(16),
    })
    .optional(),
  recoveryKey: wrapped.optional(),
  /** A demonstration workspace holds nobody's data: its key lies open. */
  demonstration: hex.optional(),
});
/** The file beside a workspace: its label and the data key, wrapped once for each way of opening it. */
export type Vault = Readonly<z.infer<typeof vaultFile>>;

const argon2 = { memoryKib: 65_536, passes: 3, lanes: 4 } as const;

/** Makes a vault around a new random data key: for a passphrase and a printed recovery key, or open for a demonstration, which has no recovery key. */
export async function makeVault(
  label: string,
  secret: { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'demonstration' },
): Promise<{ vault: Vault; dataKey: Buffer; recoveryKey: string }> {
  const dataKey = randomBytes(32);
  const base = { schema: 'epa-keys/1', label } as const;
  if (secret.kind === 'demonstration') {
    return { vault: { ...base, practice: true, demonstration: dataKey.toString('hex') }, dataKey, recoveryKey: '' };
  }
  const forPassphrase = await withPassphrase({ ...base, practice: false }, dataKey, secret.passphrase);
  return { ...withRecoveryKey(forPassphrase, dataKey), dataKey };
}

/** The vault with the data key wrapped for another passphrase; the one before opens it no more. */
export async function withPassphrase(vault: Vault, dataKey: Buffer, passphrase: string): Promise<Vault> {
  const salt = randomBytes(16);
  return { ...vault, passphrase: { ...wrap(dataKey, await stretch(passphrase, salt, argon2), salt), ...argon2 } };
}

/** The vault with the data key wrapped for a new recovery key, which is told this once; the one before opens it no more. */
export function withRecoveryKey(vault: Vault, dataKey: Buffer): { vault: Vault; recoveryKey: string } {
  const recovery = randomBytes(20);
  const salt = randomBytes(16);
  return {
    vault: { ...vault, recoveryKey: wrap(dataKey, fromRecoveryKey(recovery, salt), salt) },
    recoveryKey: printRecoveryKey(recovery),
  };
}

/** The data key, unwrapped. Throws AppError `passphrase.wrong` or `recoveryKey.wrong`. */
export async function openVault(
  vault: Vault,
  opening:
    | { readonly kind: 'passphrase'; readonly passphrase: string }
    | { readonly kind: 'recoveryKey'; readonly recoveryKey: string }
    | { readonly kind: 'demonstration' },
): Promise<Buffer> {
  if (opening.kind === 'passphrase' && vault.passphrase) {
    const { salt, ...rest } = vault.passphrase;
    const key = unwrap(vault.passphrase, await stretch(opening.passphrase, Buffer.from(salt, 'hex'), rest));
    if (key) return key;
    throw new AppError(
      'passphrase.wrong',
      'That passphrase does not open this workspace. Check capital letters and the keyboard layout, or use your recovery key.',
    );
  }
  if (opening.kind === 'recoveryKey' && vault.recoveryKey) {
    const recovery = readRecoveryKey(opening.recoveryKey);
    const key =
      recovery && unwrap(vault.recoveryKey, fromRecoveryKey(recovery, Buffer.from(vault.recoveryKey.salt, 'hex')));
    if (key) return key;
    throw new AppError(
      'recoveryKey.wrong',
      'That recovery key does not open this workspace. It has eight groups of four characters; check each group against your printed copy.',
    );
  }
  if (opening.kind === 'demonstration' && vault.demonstration) return Buffer.from(vault.demonstration, 'hex');
  throw new AppError('vault.otherWay', 'This workspace is not opened in that way.');
}

/** Reads a vault file. Throws AppError `workspace.foreign` when it is missing or not one of ours. */
export function readVault(file: string): Vault {
  try {
    return vaultFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new AppError(
      'workspace.foreign',
      'There is no workspace of EPA Workbench in this folder, or its key file is damaged. Choose another folder, or restore the key file from your copy.',
      { cause: error },
    );
  }
}

export function writeVault(file: string, vault: Vault): void {
  writeDurably(file, Buffer.from(`${JSON.stringify(vault, null, 2)}\n`));
}

async function stretch(
  passphrase: string,
  salt: Buffer,
  cost: { memoryKib: number; passes: number; lanes: number },
): Promise<Buffer> {
  const key = await argon2id({
    password: passphrase.normalize('NFC'),
    salt,
    memorySize: cost.memoryKib,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  return Buffer.from(key);
}

const fromRecoveryKey = (recovery: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', recovery, salt, 'epa-workbench recovery key', 32));

function wrap(dataKey: Buffer, wrappingKey: Buffer, salt: Buffer): z.infer<typeof wrapped> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  const box = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  wrappingKey.fill(0);
  return { salt: salt.toString('hex'), nonce: nonce.toString('hex'), box: box.toString('hex') };
}

/** The data key, or null when the wrapping key is not the right one. */
function unwrap(from: z.infer<typeof wrapped>, wrappingKey: Buffer): Buffer | null {
  const box = Buffer.from(from.box, 'hex');
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(from.nonce, 'hex'));
    decipher.setAuthTag(box.subarray(-16));
    return Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  } finally {
    wrappingKey.fill(0);
  }
}

/** Crockford's base 32: no I, L, O or U, so that it can be read from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 20 bytes as eight groups of four characters. */
function printRecoveryKey(recovery: Buffer): string {
  let bits = BigInt(`0x${recovery.toString('hex')}`);
  let text = '';
  for (let i = 0; i < 32; i++) {
    text = `${alphabet[Number(bits & 31n)]}${text}`;
    bits >>= 5n;
  }
  return text.match(/.{4}/g)?.join('-') ?? text;
}

/** The 20 bytes behind a typed recovery key, whatever the case, spaces and look-alike letters; null when it cannot be one. */
function readRecoveryKey(typed: string): Buffer | null {
  const clean = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{32}$/.test(clean)) return null;
  let bits = 0n;
  for (const character of clean) bits = (bits << 5n) | BigInt(alphabet.indexOf(character));
  return Buffer.from(bits.toString(16).padStart(40, '0'), 'hex');
}
