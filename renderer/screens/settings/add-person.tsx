import { useState } from 'react';
import { useAction } from '../../api.ts';
import { RadioList } from '../../ui/choices.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import type { PersonWithIdentity } from './person-words.ts';

type Role = PersonWithIdentity['role'];

const roles: readonly { readonly id: Role; readonly title: string; readonly detail: string }[] = [
  { id: 'qualityAssurer', title: 'Quality assurer', detail: 'Reviews and countersigns what others have assessed.' },
  { id: 'assessor', title: 'Assessor', detail: 'Assesses and signs reports.' },
  { id: 'administrator', title: 'Administrator', detail: 'Prepares assessments; signs no reports.' },
];

/** Adds somebody who works on assessments in this workspace. */
export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const add = useAction('person.add');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('qualityAssurer');
  const [isChecked, setChecked] = useState(false);
  const isNamed = name.trim() !== '';
  const submit = (): boolean => {
    setChecked(true);
    if (isNamed) add.start({ name, role }, onClose);
    return isNamed;
  };
  return (
    <FormDialog
      title="Add a person"
      onClose={onClose}
      action="Add the person"
      isPending={add.isPending}
      fault={add.error}
      onSubmit={submit}
    >
      <TextField
        label="Name"
        description="As it is to stand in reports and certificates."
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        error={isChecked && !isNamed ? 'Type the name.' : null}
      />
      <RadioList label="Role" choices={roles} value={role} onChange={setRole} />
    </FormDialog>
  );
}
