import { type WorkspaceRole, workspaceRole } from '../../shared/domain/packs/pack-kinds.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { changeSetting, setting } from './settings.ts';

/** What this workspace is for; an assessor's own while nobody said otherwise. */
export const roleOf = (reader: Reader): WorkspaceRole => setting(reader, 'role', workspaceRole, 'assessor');

export const setRole: Handler<'workspace.setRole'> = (context, { role }) => {
  changeSetting(context, 'role', role);
  return {};
};
