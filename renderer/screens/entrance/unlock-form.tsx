import { type FormEvent, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';
import { otherWay, SecretField, type Way, ways } from './secret-field.tsx';

export type KnownWorkspace = NonNullable<Output<'workspace.choose'>>;

interface UnlockFormProps {
  readonly workspace: KnownWorkspace;
  /** Called when it is open, before the window shows it. */
  readonly onOpened?: () => void;
}

/** Opens one workspace: by its passphrase or recovery key, a demonstration by one button. What keeps it from opening is said instead. */
export function UnlockForm({ workspace, onOpened }: UnlockFormProps) {
  if (workspace.problem !== null)
    return <ErrorPanel title="This workspace cannot be opened at present" error={{ message: workspace.problem }} />;
  return workspace.practice ? (
    <DemonstrationButton folder={workspace.folder} onOpened={onOpened} />
  ) : (
    <SecretForm folder={workspace.folder} onOpened={onOpened} />
  );
}

interface FolderProps {
  readonly folder: string;
  readonly onOpened: (() => void) | undefined;
}

function DemonstrationButton({ folder, onOpened }: FolderProps) {
  const unlock = useAction('workspace.unlock');
  return (
    <div className="stack">
      <div className="row">
        <Button
          tone="primary"
          autoFocus
          isPending={unlock.isPending}
          onPress={() => unlock.start({ folder, opening: { kind: 'demonstration' } }, onOpened)}
        >
          Open the demonstration
        </Button>
      </div>
      {unlock.error ? <ErrorPanel error={unlock.error} /> : null}
    </div>
  );
}

/** The passphrase or recovery key as it is typed, and the attempts to open with it. */
function useSecret(way: Way, { folder, onOpened }: FolderProps) {
  const [secret, setSecret] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const unlock = useAction('workspace.unlock');
  const isWrong = unlock.error?.code === 'passphrase.wrong' || unlock.error?.code === 'recoveryKey.wrong';
  const type = (text: string): void => {
    setSecret(text);
    setEmpty(false);
    if (unlock.error) unlock.reset();
  };
  /** Whether it is open now. */
  const open = async (): Promise<boolean> => {
    setEmpty(secret === '');
    if (secret === '' || unlock.isPending) return false;
    const opened = await unlock.run({ folder, opening: ways[way].proof(secret) }).catch(() => undefined);
    if (opened) onOpened?.();
    return opened !== undefined;
  };
  const wrong = isEmpty ? ways[way].empty : isWrong ? unlock.error?.message : null;
  return { secret, type, open, wrong, fault: isWrong ? null : unlock.error, isPending: unlock.isPending };
}

function SecretForm(props: FolderProps) {
  const [way, setWay] = useState<Way>('passphrase');
  const { secret, type, open, wrong, fault, isPending } = useSecret(way, props);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!(await open()) && form.current) focusFirstInvalid(form.current);
  };
  const change = (): void => {
    type('');
    setWay(otherWay(way));
  };
  return (
    <form className="form" ref={form} onSubmit={event => void submit(event)} noValidate>
      <SecretField key={way} way={way} field={{ value: secret, onChange: type, error: wrong, autoFocus: true }} />
      {fault ? <ErrorPanel error={fault} /> : null}
      <div className="row">
        <Button type="submit" tone="primary" isPending={isPending}>
          Unlock
        </Button>
        <Button tone="quiet" onPress={change}>
          {ways[way].other}
        </Button>
      </div>
    </form>
  );
}
