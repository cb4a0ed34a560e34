import { Copy, FileDown } from 'lucide-react';
import { formatCount } from '../../../shared/british.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { useActions } from '../../actions.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { copyText } from '../common/copy-text.ts';
import { copiedItem } from './standard-items.ts';

/** The ways to take a standard out of the workbench: as a CASE package, or as text on the clipboard. */
export function TakeAway({ framework }: { readonly framework: Framework }) {
  const { run, isPending } = useAction('framework.exportCase');
  const exportCase = async (): Promise<void> => {
    try {
      const saved = await run({ id: framework.id });
      if (saved) notify({ words: `${framework.reference} was saved as CASE: ${saved.file}` });
    } catch (error) {
      notify({ words: error instanceof Error ? error.message : String(error), tone: 'not-met' });
    }
  };
  const section = 'Standard';
  useActions([
    { id: 'standard.exportCase', title: 'Export as CASE…', section, run: () => void exportCase() },
    { id: 'standard.copyAll', title: 'Copy all statements', section, run: () => copyAll(framework) },
  ]);
  return (
    <>
      <Button icon={Copy} onPress={() => copyAll(framework)}>
        Copy all
      </Button>
      <Button icon={FileDown} isPending={isPending} onPress={() => void exportCase()}>
        Export as CASE…
      </Button>
    </>
  );
}

function copyAll({ items, reference }: Framework): void {
  if (copyText(items.map(copiedItem).join('\n'))) {
    notify({ words: `${formatCount(items.length, 'statement')} of ${reference} were copied.` });
  } else notify({ words: 'The statements could not be copied.', tone: 'not-met' });
}
