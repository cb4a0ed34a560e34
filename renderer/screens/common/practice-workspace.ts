import { useAsk } from '../../api.ts';

/** Whether everything in the open workspace is practice. */
export function usePracticeWorkspace(): boolean {
  const { data } = useAsk('workspace.status', {});
  return data?.state === 'open' && data.workspace.practice;
}
