import { useState } from 'react';
import { useAction, useAsk } from '../../api.ts';
import { Select } from '../../ui/select.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { roleNames } from './person-words.ts';
import { YearsField } from './years-field.tsx';

/** Issues a certificate to somebody of this workspace. */
export function IssueCertificate({ onClose }: { readonly onClose: () => void }) {
  const issue = useAction('authority.issue');
  const { data = [] } = useAsk('person.list', {});
  const [personId, setPersonId] = useState<string | null>(null);
  const [years, setYears] = useState(2);
  const [isChecked, setChecked] = useState(false);
  const submit = (): boolean => {
    setChecked(true);
    if (personId === null) return false;
    issue.start({ personId, validYears: years }, ({ holder }) => {
      notify({ words: `${holder} signs with the organisation’s certificate from now on.` });
      onClose();
    });
    return true;
  };
  return (
    <FormDialog
      title="Issue a certificate"
      onClose={onClose}
      action="Issue the certificate"
      isPending={issue.isPending}
      fault={issue.error}
      onSubmit={submit}
    >
      <Select
        label="To whom"
        choices={data
          .filter(({ role }) => role !== 'administrator')
          .map(({ id, name, role }) => ({ id, title: name, detail: roleNames[role] }))}
        value={personId}
        onChange={setPersonId}
        error={isChecked && personId === null ? 'Choose to whom.' : null}
      />
      <YearsField years={years} onChange={setYears} />
      <p className="muted">From then on this person signs with it. What was signed before stays as it is.</p>
    </FormDialog>
  );
}
