import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { auditHead } from '../core/audit.ts';
import type { Handler, TaskContext } from '../core/contexts.ts';
import { filesOf, openWorkspace } from '../core/open-workspace.ts';
import { write } from '../db/statements.ts';
import { openVault, readVault, writeVault } from '../db/vault.ts';
import { bringBuiltIn } from './built-in.ts';
import { demonstrationFolder, makeDemonstration } from './demonstration.ts';
import { knownAt, knownWorkspaces, remember } from './known-workspaces.ts';
import { renameOwner } from './people.ts';
import { unfinishedSegments } from './recording-rows.ts';
import { endEveryRecording } from './recording-sealing.ts';
import { roleOf } from './roles.ts';
import { makeWorkspace, newFolder } from './workspace-making.ts';

const updateOrganisation = write<{ organisation: string }>('UPDATE workspace SET organisation = @organisation');

export const workspaceStatus: Handler<'workspace.status'> = async context => status(context);

export const createWorkspace: Handler<'workspace.create'> = async (
  context,
  { label, passphrase, assessor, organisation },
) => {
  const folder = newFolder(context.userData);
  const secret = { kind: 'passphrase', passphrase } as const;
  const { workspace, recoveryKey } = await makeWorkspace(
    { folder, label, assessor, organisation, secret },
    context.now,
    context.nativeBinding,
  );
  remember(context.userData, folder);
  context.replaceWorkspace(workspace);
  return { recoveryKey };
};

export const startDemonstration: Handler<'workspace.startDemonstration'> = async context => {
  const folder = demonstrationFolder(context.userData);
  context.replaceWorkspace(null);
  await makeDemonstration(folder, context);
  remember(context.userData, folder);
  return unlock(context, folder, { kind: 'demonstration' });
};

export const chooseWorkspace: Handler<'workspace.choose'> = async ({ dialogs }) => {
  const folder = await dialogs.chooseFolder('Choose the folder of a workspace');
  return folder === null ? null : knownAt(folder);
};

export const unlockWorkspace: Handler<'workspace.unlock'> = async (context, { folder, opening }) =>
  unlock(context, folder, opening);

export const lockWorkspace: Handler<'workspace.lock'> = async context => {
  context.replaceWorkspace(null);
  return status(context);
};

export const renameWorkspace: Handler<'workspace.rename'> = async (context, { label, assessor, organisation }) => {
  const folder = context.query(({ workspace }) => workspace.folder);
  const file = filesOf(folder).vault;
  const vault = readVault(file);
  const { id, ownerName, organisation: before } = context.query(({ workspace }) => workspace);
  const changed = {
    ...(vault.label !== label && { label }),
    ...(ownerName !== assessor && { assessor }),
    ...(before !== organisation && { organisation }),
  };
  if (Object.keys(changed).length === 0) return {};
  context.command(command => {
    renameOwner(command, assessor);
    command.writer.run(updateOrganisation, { organisation });
    command.record({ type: 'workspace.renamed', subjectId: id, detail: { fields: Object.keys(changed) } });
    if (changed.label !== undefined) writeVault(file, { ...vault, label }); // last: if it cannot be written, nothing is recorded
  });
  return {};
};

export const windowFlushed: Handler<'window.flushed'> = async ({ flushed }) => {
  flushed();
  return {};
};

async function unlock(
  context: TaskContext,
  folder: string,
  opening: Parameters<typeof openVault>[1],
): Promise<WorkspaceStatus> {
  const vault = readVault(filesOf(folder).vault);
  const dataKey = await openVault(vault, opening);
  try {
    if (context.workspace?.folder === folder) context.replaceWorkspace(null);
    context.replaceWorkspace(openWorkspace(folder, dataKey, context.nativeBinding));
  } finally {
    dataKey.fill(0);
  }
  if (context.query(({ reader }) => unfinishedSegments(reader).length > 0)) {
    context.command(command => endEveryRecording(command, 'interrupted'));
  }
  bringBuiltIn(context);
  remember(context.userData, folder);
  return status(context);
}

function status({ workspace, userData }: TaskContext): WorkspaceStatus {
  if (!workspace) return { state: 'closed', known: knownWorkspaces(userData) };
  const { id, folder, practice, ownerName, organisation, reader } = workspace;
  const { label } = readVault(filesOf(folder).vault);
  return {
    state: 'open',
    workspace: {
      id,
      label,
      folder,
      practice,
      assessor: ownerName,
      organisation,
      role: roleOf(reader),
      audit: auditHead(reader),
    },
  };
}
