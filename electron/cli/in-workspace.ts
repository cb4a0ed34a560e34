import path from 'node:path';
import type { TaskContext } from '../core/contexts.ts';
import { filesOf, openWorkspace } from '../core/open-workspace.ts';
import { openVault, readVault, type Vault } from '../db/vault.ts';
import { bringBuiltIn } from '../features/built-in.ts';
import { askPassphrase } from './passphrase.ts';
import { commandWorkbench } from './workbench.ts';

/** Opens the workspace in a folder, by EPA_PASSPHRASE or by asking, does the work in it and closes it again. Throws AppError where it cannot be opened. */
export async function inWorkspace<T>(workspace: string, work: (context: TaskContext) => T | Promise<T>): Promise<T> {
  const folder = path.resolve(workspace);
  const vault = readVault(filesOf(folder).vault);
  const dataKey = await openVault(vault, await openingOf(vault));
  const workbench = commandWorkbench(folder);
  try {
    return await workbench.task(async context => {
      context.replaceWorkspace(openWorkspace(folder, dataKey));
      bringBuiltIn(context);
      return work(context);
    });
  } finally {
    dataKey.fill(0);
    workbench.close();
  }
}

async function openingOf(vault: Vault): Promise<Parameters<typeof openVault>[1]> {
  if (vault.demonstration !== undefined) return { kind: 'demonstration' };
  const passphrase = process.env['EPA_PASSPHRASE'] ?? (await askPassphrase(`Passphrase of ${vault.label}: `));
  return { kind: 'passphrase', passphrase };
}
