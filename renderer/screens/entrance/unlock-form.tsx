import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Opening } from '../../../shared/contract/workspace.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';

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

const ways = {
  passphrase: {
    opening: (passphrase: string): Opening => ({ kind: 'passphrase', passphrase }),
    empty: 'Type your passphrase.',
    other: 'Use the recovery key instead',
  },
  recoveryKey: {
    opening: (recoveryKey: string): Opening => ({ kind: 'recoveryKey', recoveryKey }),
    empty: 'Type the recovery key.',
    other: 'Use the passphrase instead',
  },
} as const;

type Way = keyof typeof ways;

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
    const opened = await unlock.run({ folder, opening: ways[way].opening(secret) }).catch(() => undefined);
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
    setWay(way === 'passphrase' ? 'recoveryKey' : 'passphrase');
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

interface SecretFieldProps {
  readonly way: Way;
  readonly field: {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly error: string | null | undefined;
    readonly autoFocus: boolean;
  };
}

function SecretField({ way, field }: SecretFieldProps): ReactNode {
  return way === 'passphrase' ? (
    <PassphraseField purpose="current" label="Passphrase" {...field} />
  ) : (
    <TextField
      label="Recovery key"
      description="Eight groups of four letters and figures; hyphens, spaces and capitals do not matter."
      autoComplete="off"
      spellCheck="false"
      {...field}
    />
  );
}
