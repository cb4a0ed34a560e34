import type { Proof } from '../../shared/contract/safekeeping.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler, TaskContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { openVault, readVault, type Vault, withPassphrase, withRecoveryKey, writeVault } from '../db/vault.ts';

/** The open workspace's vault and data key, once somebody has proved that they may open it. Throws AppError `vault.demonstration`. */
async function proved(context: TaskContext, proof: Proof): Promise<{ file: string; vault: Vault; dataKey: Buffer }> {
  const file = context.query(({ workspace }) => filesOf(workspace.folder).vault);
  const vault = readVault(file);
  if (vault.demonstration !== undefined) {
    throw new AppError(
      'vault.demonstration',
      'The demonstration opens without a passphrase, because it holds nobody’s data. Create a workspace of your own to set one.',
    );
  }
  return { file, vault, dataKey: await openVault(vault, proof) };
}

/** Runs the work with the data key, and wipes the key from memory whatever happens. */
async function withDataKey<T>(
  context: TaskContext,
  proof: Proof,
  work: (known: { file: string; vault: Vault; dataKey: Buffer }) => Promise<T>,
): Promise<T> {
  const known = await proved(context, proof);
  try {
    return await work(known);
  } finally {
    known.dataKey.fill(0);
  }
}

export const changePassphrase: Handler<'workspace.changePassphrase'> = async (context, { proof, passphrase }) =>
  withDataKey(context, proof, async ({ file, vault, dataKey }) => {
    const changed = await withPassphrase(vault, dataKey, passphrase);
    context.command(({ record, workspace }) => {
      record({
        type: 'workspace.passphraseChanged',
        subjectId: workspace.id,
        detail: { provedBy: proof.kind },
      });
      writeVault(file, changed); // within the transaction: if it cannot be written, nothing is recorded
    });
    return {};
  });

export const renewRecoveryKey: Handler<'workspace.renewRecoveryKey'> = async (context, { proof }) =>
  withDataKey(context, proof, async ({ file, vault, dataKey }) => {
    const { vault: changed, recoveryKey } = withRecoveryKey(vault, dataKey);
    context.command(({ record, workspace }) => {
      record({
        type: 'workspace.recoveryKeyRenewed',
        subjectId: workspace.id,
        detail: { provedBy: proof.kind },
      });
      writeVault(file, changed);
    });
    return { recoveryKey };
  });
