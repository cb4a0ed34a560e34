import { useState } from 'react';
import { useAction, useAsk } from '../../api.ts';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { YearsField } from './years-field.tsx';

/** Makes the organisation's authority in this workspace. */
export function CreateAuthority({ onClose }: { readonly onClose: () => void }) {
  const create = useAction('authority.create');
  const { data } = useAsk('workspace.status', {});
  const organisation = data?.state === 'open' ? data.workspace.organisation : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [years, setYears] = useState(10);
  const [isChecked, setChecked] = useState(false);
  const name = typed ?? organisation;
  const submit = (): boolean => {
    setChecked(true);
    if (name.trim() !== '') create.start({ name, validYears: years }, onClose);
    return name.trim() !== '';
  };
  return (
    <FormDialog
      title="Make the organisation’s authority"
      onClose={onClose}
      action="Make the authority"
      isPending={create.isPending}
      fault={create.error}
      onSubmit={submit}
    >
      <p className="prose">
        Whoever can open this workspace can issue certificates in the organisation’s name. Its key cannot be moved to
        another workspace: keep a copy of the workspace and its recovery key.
      </p>
      <TextField
        label="Name of the organisation"
        description="It stands in every certificate and cannot be changed later."
        value={name}
        onChange={setTyped}
        maxLength={200}
        error={isChecked && name.trim() === '' ? 'Type the name.' : null}
      />
      <YearsField years={years} onChange={setYears} />
    </FormDialog>
  );
}
