import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { TaskContext } from '../../core/contexts.ts';
import type { Reader } from '../../db/statements.ts';
import type { SigningIdentity } from '../../signing/cms.ts';
import { changeSetting, setting } from '../settings.ts';
import { correspondentOf } from './correspondents.ts';

/** Years for which the key is named as valid; it is no signature, so nothing ends with it. */
const validYears = 20;
const keyShape = z.strictObject({ certificate: z.base64(), privateKey: z.base64() }).nullable();
const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The key that packs to this workspace are encrypted to, as a list: empty before the first pack was sent from here. */
export function heldReceiver(reader: Reader): SigningIdentity[] {
  const held = setting(reader, 'receiver', keyShape, null);
  return held ? [{ chain: [bytesOf(held.certificate)], privateKeyPkcs8: bytesOf(held.privateKey) }] : [];
}

/** The key that packs to this workspace are encrypted to; made when it is first asked for. Its certificate goes along in each pack, under the sender's signature. */
export async function receiverKey(context: TaskContext): Promise<SigningIdentity> {
  const [held] = context.query(({ reader }) => heldReceiver(reader));
  if (held) return held;
  const organisation = context.query(({ workspace }) => workspace.organisation);
  const commonName = context.query(({ workspace }) => workspace.ownerName);
  // The certificate library takes long to load, so it waits for its first use.
  const { createReceiver } = await import('../../signing/identity.ts');
  const made = await createReceiver({ commonName, organisation, now: context.now, validYears });
  const value = { certificate: textOf(made.certificateDer), privateKey: textOf(made.privateKeyPkcs8) };
  context.command(command => changeSetting(command, 'receiver', value));
  return made;
}

/** The certificate that packs to a workspace are encrypted to. Throws AppError `pack.noReceiver` where none came from it. */
export function receiverOf(reader: Reader, workspaceId: string | null): Uint8Array {
  const known = workspaceId === null ? undefined : correspondentOf(reader, workspaceId);
  if (known) return known.certificate;
  throw new AppError(
    'pack.noReceiver',
    'No pack came from there yet, so the key to encrypt to is not known here. Send this one unencrypted, or have a pack sent first.',
  );
}
