import { formatCount } from '../../../shared/british.ts';
import { useActions } from '../../actions.ts';
import { useAction } from '../../api.ts';
import { notify } from '../../ui/toast.tsx';
import type { DfeDesk } from './use-dfe-desk.ts';

/** Writing whom the desk has chosen: possible while the service would refuse none of them. */
export function useWriting({ kind, form, chosen, refused, dialog }: DfeDesk) {
  const write = useAction('dfe.write');
  const canWrite = chosen.length > 0 && refused.length === 0 && dialog === null;
  const run = (): void => {
    if (!canWrite || write.isPending) return;
    const assessmentIds = chosen.map(({ assessmentId }) => assessmentId);
    write.start({ kind, form, assessmentIds }, done => {
      if (!done) return;
      const files = done.files.length === 1 ? done.files[0] : formatCount(done.files.length, 'file');
      notify({ words: `${formatCount(done.learners, 'learner')} written to ${files}` });
    });
  };
  useActions([
    {
      id: 'dfe.write',
      title: 'Write the file…',
      section: 'DfE files',
      keys: 'Mod+Enter',
      isAvailable: () => canWrite,
      run,
    },
  ]);
  return { canWrite, run, isPending: write.isPending, error: write.error };
}
export type Writing = ReturnType<typeof useWriting>;
