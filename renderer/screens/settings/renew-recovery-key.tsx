import { useState } from 'react';
import { useAction } from '../../api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { RecoverySheet } from '../entrance/recovery-sheet.tsx';
import type { WorkspaceTaskProps } from './correct-names.tsx';
import { useOwnProof } from './own-proof.tsx';

/** Makes a new recovery key, for a printed one that was lost or seen, and shows it this once. */
export function RenewRecoveryKey({ onClose }: WorkspaceTaskProps) {
  const [recoveryKey, setRecoveryKey] = useState<string>();
  if (recoveryKey === undefined) return <AskForProof onMade={setRecoveryKey} onClose={onClose} />;
  const close = (): void => {
    notify({ words: 'The new recovery key is in force.' });
    onClose();
  };
  return (
    <Dialog title="Keep the new recovery key" isOpen onClose={close}>
      <div className="stack">
        <p>
          It is shown this once. The one before opens this workspace no more: put this one in its place where you keep
          important papers.
        </p>
        <RecoverySheet recoveryKey={recoveryKey} action="I have kept it" onKept={close} />
      </div>
    </Dialog>
  );
}

interface AskForProofProps {
  readonly onMade: (recoveryKey: string) => void;
  readonly onClose: () => void;
}

function AskForProof({ onMade, onClose }: AskForProofProps) {
  const renew = useAction('workspace.renewRecoveryKey');
  const proof = useOwnProof(renew.error, renew.reset);
  const submit = (): boolean => {
    const given = proof.ask();
    if (given) renew.start({ proof: given }, ({ recoveryKey }) => onMade(recoveryKey));
    return given !== null;
  };
  return (
    <FormDialog
      title="Make a new recovery key"
      action="Make a new recovery key"
      onClose={onClose}
      isPending={renew.isPending}
      fault={proof.fault}
      onSubmit={submit}
    >
      <p>
        Make one when the printed key was lost or somebody may have read it. The one before will open this workspace no
        more.
      </p>
      {proof.field}
    </FormDialog>
  );
}
