import { type FormEvent, useState } from 'react';
import { refresh, useAction } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { usePage } from '../../ui/page.ts';
import { PageHeading } from '../../ui/page-header.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';
import { NewPassphraseFields, passphraseFaults } from './new-passphrase-fields.tsx';
import { RecoveryKey } from './recovery-key.tsx';

const empty = { label: '', assessor: '', organisation: '', passphrase: '', again: '' };
type Wanted = typeof empty;
type Faults = Partial<Record<keyof Wanted, string>>;

function faultsIn(wanted: Wanted): Faults {
  const faults: Faults = {};
  if (wanted.label.trim() === '') faults.label = 'Give the workspace a name.';
  if (wanted.assessor.trim() === '') faults.assessor = 'Type your name as it is to stand in reports.';
  if (wanted.organisation.trim() === '') faults.organisation = 'Type the organisation that you assess for.';
  return { ...faults, ...passphraseFaults(wanted) };
}

/** Makes a workspace of the assessor's own, and shows its recovery key the one time that it can be shown. */
export function CreateWorkspace({ onBack }: { readonly onBack: () => void }) {
  const [recoveryKey, setRecoveryKey] = useState<string>();
  return recoveryKey === undefined ? (
    <NewWorkspaceForm onBack={onBack} onMade={setRecoveryKey} />
  ) : (
    <RecoveryKey
      recoveryKey={recoveryKey}
      onKept={() => {
        navigate({ page: 'home' });
        void refresh();
      }}
    />
  );
}

interface NewWorkspaceFormProps {
  readonly onBack: () => void;
  readonly onMade: (recoveryKey: string) => void;
}

function NewWorkspaceForm({ onBack, onMade }: NewWorkspaceFormProps) {
  usePage('Create a workspace');
  const [wanted, setWanted] = useState(empty);
  const [isChecked, setChecked] = useState(false);
  const create = useAction('workspace.create');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    const { again: _, ...rest } = wanted;
    if (Object.keys(faultsIn(wanted)).length > 0) focusFirstInvalid(event.currentTarget);
    else create.start(rest, ({ recoveryKey }) => onMade(recoveryKey));
  };
  return (
    <div className="entrance" data-width="form">
      <PageHeading>Create a workspace</PageHeading>
      <form className="form" onSubmit={submit} noValidate>
        <WorkspaceFields wanted={wanted} faults={isChecked ? faultsIn(wanted) : {}} onChange={setWanted} />
        {create.error ? <ErrorPanel error={create.error} /> : null}
        <div className="row">
          <Button type="submit" tone="primary" isPending={create.isPending}>
            Create workspace
          </Button>
          <Button tone="quiet" onPress={onBack} isDisabled={create.isPending}>
            Back
          </Button>
        </div>
      </form>
    </div>
  );
}

interface WorkspaceFieldsProps {
  readonly wanted: Wanted;
  readonly faults: Faults;
  readonly onChange: (wanted: Wanted) => void;
}

function WorkspaceFields({ wanted, faults, onChange }: WorkspaceFieldsProps) {
  const field = (name: keyof Wanted) => ({
    value: wanted[name],
    onChange: (value: string) => onChange({ ...wanted, [name]: value }),
    error: faults[name],
  });
  return (
    <>
      <TextField
        label="Name of the workspace"
        description="It is shown before the workspace is unlocked and is not encrypted: use no person’s name."
        autoFocus
        {...field('label')}
      />
      <TextField
        label="Your name"
        description="As it is to stand in reports and the audit log."
        autoComplete="name"
        {...field('assessor')}
      />
      <TextField label="Assessment organisation" autoComplete="organization" {...field('organisation')} />
      <NewPassphraseFields
        label="Passphrase"
        value={wanted}
        onChange={chosen => onChange({ ...wanted, ...chosen })}
        faults={faults}
        known={[wanted.label, wanted.assessor, wanted.organisation]}
      />
    </>
  );
}
