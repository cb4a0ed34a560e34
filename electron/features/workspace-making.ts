import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { makeAuditKeys } from '../core/audit.ts';
import { asCommand } from '../core/command.ts';
import { createWorkspace, filesOf, type OpenWorkspace } from '../core/open-workspace.ts';
import { builtIn } from '../core/resources.ts';
import { uuid7 } from '../core/uuid.ts';
import type { Connection } from '../db/database.ts';
import { write, writerOf } from '../db/statements.ts';
import { makeVault, writeVault } from '../db/vault.ts';
import { addBuiltInBank } from './bank-questions.ts';
import { addFramework } from './frameworks.ts';
import { addBuiltInPlan } from './plan-rows.ts';

const insertPerson = write<{ id: string; name: string; addedAt: string }>(
  "INSERT INTO person (id, name, role, added_at) VALUES (@id, @name, 'assessor', @addedAt)",
);
const insertWorkspace = write<{
  id: string;
  ownerId: string;
  organisation: string;
  practice: number;
  auditPrivateKey: Uint8Array;
  auditPublicKey: Uint8Array;
  createdAt: string;
}>(
  'INSERT INTO workspace (id, owner_id, organisation, practice, audit_private_key, audit_public_key, created_at) VALUES (@id, @ownerId, @organisation, @practice, @auditPrivateKey, @auditPublicKey, @createdAt)',
);

/** Whose workspace it is to be, and how it is opened. */
export interface NewWorkspace {
  readonly folder: string;
  readonly label: string;
  readonly assessor: string;
  readonly organisation: string;
  readonly secret: { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'demonstration' };
}

/** Makes a workspace with the built-in standard and plans, and opens it. The recovery key is told this once. Throws AppError `workspace.exists`. */
export async function makeWorkspace(
  wanted: NewWorkspace,
  now: Date,
  nativeBinding?: string,
): Promise<{ workspace: OpenWorkspace; recoveryKey: string }> {
  const files = filesOf(wanted.folder);
  if (existsSync(files.database))
    throw new AppError(
      'workspace.exists',
      'There is a workspace in this folder already. Open it, or choose another folder.',
    );
  const { vault, dataKey, recoveryKey } = await makeVault(wanted.label, wanted.secret);
  const fill = (connection: Connection): void => fillNew(connection, wanted, now);
  const workspace = createWorkspace(wanted.folder, dataKey, fill, nativeBinding);
  dataKey.fill(0);
  asCommand(workspace, { now, uptimeSeconds: 0 }, context => {
    context.record({ type: 'workspace.created', subjectId: workspace.id, detail: {} });
    const { framework, plans, bank } = builtIn();
    addFramework(context, framework);
    for (const plan of plans) addBuiltInPlan(context, framework.id, plan);
    addBuiltInBank(context, bank);
  });
  writeVault(files.vault, vault);
  return { workspace, recoveryKey };
}

function fillNew(connection: Connection, wanted: NewWorkspace, now: Date): void {
  const writer = writerOf(connection);
  const ownerId = uuid7(now);
  const keys = makeAuditKeys();
  writer.run(insertPerson, { id: ownerId, name: wanted.assessor, addedAt: now.toISOString() });
  writer.run(insertWorkspace, {
    id: uuid7(now),
    ownerId,
    organisation: wanted.organisation,
    practice: wanted.secret.kind === 'demonstration' ? 1 : 0,
    auditPrivateKey: keys.privateKey,
    auditPublicKey: keys.publicKey,
    createdAt: now.toISOString(),
  });
}

/** A folder of its own for a new workspace; its name tells nothing. */
export const newFolder = (userData: string): string => path.join(userData, 'workspaces', randomUUID());
