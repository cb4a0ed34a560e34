import type { WorkspaceRole } from '../../../shared/domain/packs/pack-kinds.ts';
import { useAsk } from '../../api.ts';

/** What the open workspace is for; undefined until it is known. */
export function useWorkspaceRole(): WorkspaceRole | undefined {
  const { data } = useAsk('workspace.status', {});
  return data?.state === 'open' ? data.workspace.role : undefined;
}
