import { Copy, KeyRound, LockKeyhole, Pencil } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../../shared/british.ts';
import type { OpenWorkspace } from '../../../shared/contract/workspace.ts';
import { useActions } from '../../actions.ts';
import { useAsk } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/section.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { CorrectNames } from './correct-names.tsx';
import { RenewRecoveryKey } from './renew-recovery-key.tsx';
import { SaveCopy } from './save-copy.tsx';

const tasks = [
  { id: 'rename', title: 'Correct the names', icon: Pencil, content: CorrectNames },
  { id: 'passphrase', title: 'Change the passphrase', icon: LockKeyhole, content: ChangePassphrase },
  { id: 'recoveryKey', title: 'Make a new recovery key', icon: KeyRound, content: RenewRecoveryKey },
  { id: 'copy', title: 'Save a copy', icon: Copy, content: SaveCopy },
] as const;

type Task = (typeof tasks)[number];

/** Whose workspace this is, where it lies and when it was last copied, and what keeps it safe. */
export function WorkspaceSection() {
  const { data, error } = useAsk('workspace.status', {});
  const [open, setOpen] = useState<Task>();
  const workspace = data?.state === 'open' ? data.workspace : undefined;
  const offered = tasks.filter(({ id }) => !workspace?.practice || id === 'rename' || id === 'copy');
  useActions(
    offered.map(task => ({
      id: `workspace.${task.id}`,
      title: `Workspace: ${task.title.toLowerCase()}`,
      section: 'Settings',
      run: () => {
        navigate({ page: 'settings' });
        setOpen(task);
      },
    })),
  );
  if (error) return <ErrorPanel error={error} />;
  if (!workspace) return null;
  return (
    <Section title="This workspace">
      <WorkspaceFacts workspace={workspace} />
      <div className="row">
        {offered.map(task => (
          <Button key={task.id} icon={task.icon} onPress={() => setOpen(task)}>
            {task.title}
          </Button>
        ))}
      </div>
      {open ? <open.content workspace={workspace} onClose={() => setOpen(undefined)} /> : null}
    </Section>
  );
}

function WorkspaceFacts({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { data } = useAsk('workspace.lastCopy', {});
  const { label, assessor, organisation, folder } = workspace;
  return (
    <FactList
      layout="rows"
      facts={[
        { name: 'Name', value: label },
        { name: 'Assessor', value: assessor },
        { name: 'Organisation', value: organisation },
        { name: 'Folder', value: <code>{folder}</code> },
        { name: 'Last copy', value: data?.at ? formatDateTime(data.at) : 'Never copied' },
      ]}
    />
  );
}
