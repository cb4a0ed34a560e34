import { z } from 'zod';
import { query, task } from './channel.ts';
import { instant, line, nothing } from './shapes.ts';

/** A new passphrase: at least 12 characters; longer rather than stranger (NIST SP 800-63B §5.1.1). */
export const newPassphrase = z.string().min(12, 'A passphrase needs at least 12 characters.').max(1000);

/** One of the two secrets that open a workspace, asked for again before its keys are changed. */
const proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('recoveryKey'), recoveryKey: z.string().min(1).max(200) }),
]);
export type Proof = Readonly<z.infer<typeof proof>>;

/** Whose workspace it is, how it is opened, and its copies. */
export const safekeepingChannels = {
  /** Changes the names of the workspace, its owner and organisation, for everything that is made from then on. */
  'workspace.rename': task(z.strictObject({ label: line, assessor: line, organisation: line }), nothing),
  'workspace.changePassphrase': task(z.strictObject({ proof, passphrase: newPassphrase }), nothing),
  /** Makes a new recovery key, told this once; the one before opens the workspace no more. */
  'workspace.renewRecoveryKey': task(z.strictObject({ proof }), z.strictObject({ recoveryKey: z.string() })),
  /** Asks for a folder and puts a checked copy of the whole workspace there. Null when the person changed their mind or ended it. */
  'workspace.saveCopy': task(nothing, z.strictObject({ folder: z.string() }).nullable()),
  'workspace.lastCopy': query(nothing, z.strictObject({ at: instant.nullable() })),
} as const;
