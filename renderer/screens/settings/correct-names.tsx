import { useState } from 'react';
import type { OpenWorkspace } from '../../../shared/contract/workspace.ts';
import { useAction } from '../../api.ts';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';

/** What every task of the open workspace is given. */
export interface WorkspaceTaskProps {
  readonly workspace: OpenWorkspace;
  readonly onClose: () => void;
}

/** Corrects the names that stand in whatever is made from now on. */
export function CorrectNames({ workspace: { label, assessor, organisation }, onClose }: WorkspaceTaskProps) {
  const rename = useAction('workspace.rename');
  const [names, setNames] = useState({ label, assessor, organisation });
  const [isChecked, setChecked] = useState(false);
  const field = (name: keyof typeof names, empty: string) => ({
    value: names[name],
    onChange: (value: string) => setNames({ ...names, [name]: value }),
    maxLength: 200,
    error: isChecked && names[name].trim() === '' ? empty : null,
  });
  const submit = (): boolean => {
    setChecked(true);
    const isComplete = Object.values(names).every(name => name.trim() !== '');
    if (isComplete)
      rename.start(names, () => {
        notify({ words: 'The names are corrected.' });
        onClose();
      });
    return isComplete;
  };
  return (
    <FormDialog
      title="Correct the names"
      action="Correct the names"
      onClose={onClose}
      isPending={rename.isPending}
      fault={rename.error}
      onSubmit={submit}
    >
      <p className="muted">What was signed keeps the names that it was signed with.</p>
      <TextField
        label="Name of the workspace"
        description="It is shown before the workspace is unlocked and is not encrypted: use no person’s name."
        {...field('label', 'Give the workspace a name.')}
      />
      <TextField
        label="Your name"
        description="As it is to stand in reports and the audit log. A certificate that was made here is made anew with the next signature; one that was issued to you keeps its name until it is issued again."
        autoComplete="name"
        {...field('assessor', 'Type your name as it is to stand in reports.')}
      />
      <TextField
        label="Assessment organisation"
        autoComplete="organization"
        {...field('organisation', 'Type the organisation that you assess for.')}
      />
    </FormDialog>
  );
}
