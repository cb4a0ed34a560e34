import { argon2id } from 'hash-wasm';
import { filesOf } from '../../electron/core/open-workspace.ts';
import { readVault } from '../../electron/db/vault.ts';
import type { Core } from './core.ts';
import { type Figure, figure, timeInTurns } from './measuring.ts';
import { passphrase } from './session.ts';

const turns = { count: 20, warmUp: 2 };

/** Opening a workspace that holds a long session, with its passphrase: all but a little of it is the stretching of the passphrase. */
export async function measureOpening({ ask }: Core, folder: string): Promise<Figure[]> {
  const times = await timeInTurns(turns, {
    ours: () => ask('workspace.unlock', { folder, opening: { kind: 'passphrase', passphrase } }),
    argon2: () => stretch(folder),
  });
  const naming = { key: 'opening', name: 'Workspace opened with its passphrase', unit: 'ms' } as const;
  return [figure({ ...naming, baseline: 'Argon2id alone, same cost' }, times.ours, times.argon2)];
}

/** Argon2id at the cost that the workspace's own vault names. */
async function stretch(folder: string): Promise<void> {
  const cost = readVault(filesOf(folder).vault).passphrase;
  if (!cost) throw new Error('The workspace has no passphrase.');
  await argon2id({
    password: passphrase,
    salt: Buffer.from(cost.salt, 'hex'),
    memorySize: cost.memoryKib,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
}
