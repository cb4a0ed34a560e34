import { useState } from 'react';
import { useAction } from '../../api.ts';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { NewPassphraseFields, passphraseFaults } from '../entrance/new-passphrase-fields.tsx';
import type { WorkspaceTaskProps } from './correct-names.tsx';
import { useOwnProof } from './own-proof.tsx';

/** Sets another passphrase; whoever forgot the present one proves it with the recovery key. */
export function ChangePassphrase({ workspace, onClose }: WorkspaceTaskProps) {
  const change = useAction('workspace.changePassphrase');
  const proof = useOwnProof(change.error, change.reset);
  const [chosen, setChosen] = useState({ passphrase: '', again: '' });
  const [isChecked, setChecked] = useState(false);
  const faults = passphraseFaults(chosen);
  const submit = (): boolean => {
    setChecked(true);
    const given = proof.ask();
    if (!given || Object.keys(faults).length > 0) return false;
    change.start({ proof: given, passphrase: chosen.passphrase }, () => {
      notify({ words: 'The passphrase is changed. The recovery key is still the same.' });
      onClose();
    });
    return true;
  };
  return (
    <FormDialog
      title="Change the passphrase"
      action="Change the passphrase"
      onClose={onClose}
      isPending={change.isPending}
      fault={proof.fault}
      onSubmit={submit}
    >
      {proof.field}
      <NewPassphraseFields
        label="New passphrase"
        value={chosen}
        onChange={setChosen}
        faults={isChecked ? faults : {}}
        known={[workspace.label, workspace.assessor, workspace.organisation]}
      />
      <p className="muted small">Copies that were saved before still open with the passphrase that they had then.</p>
    </FormDialog>
  );
}
