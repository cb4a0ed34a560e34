import { useState } from 'react';
import { useAction } from '../../api.ts';
import { localToday } from '../../ui/british-date.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { ReasonDialog } from '../session/reason-dialog.tsx';

interface WithdrawDialogProps {
  readonly assessmentId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Records that a learner withdrew: their result goes into no file from then on. */
export function WithdrawDialog({ assessmentId, name, onClose }: WithdrawDialogProps) {
  const { start, isPending, error } = useAction('learner.withdraw');
  const [withdrawnOn, setWithdrawnOn] = useState<string | null>(localToday());
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const problems = {
    reason: reason.trim() === '' ? 'Say why, in a few words.' : null,
    on: withdrawnOn === null ? 'Give the day.' : withdrawnOn > localToday() ? 'This day is still to come.' : null,
  };
  const submit = (): boolean => {
    setChecked(true);
    const isRight = problems.reason === null && problems.on === null && withdrawnOn !== null;
    if (isRight) start({ assessmentId, withdrawnOn, reason }, onClose);
    return isRight;
  };
  return (
    <FormDialog
      title={`${name} withdrew`}
      action="Record the withdrawal"
      {...{ onClose, isPending }}
      fault={error}
      onSubmit={submit}
    >
      <p className="prose muted">
        The assessment stays in the record. Its result goes into no file for the service until the withdrawal is taken
        back.
      </p>
      <DateField
        label="Withdrew on"
        value={withdrawnOn}
        onChange={setWithdrawnOn}
        error={isChecked ? problems.on : null}
      />
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={isChecked ? problems.reason : null}
      />
    </FormDialog>
  );
}

/** Takes a withdrawal back that was recorded by mistake; both stay in the record. */
export function UndoWithdrawalDialog({ assessmentId, name, onClose }: WithdrawDialogProps) {
  const { run } = useAction('learner.undoWithdrawal');
  return (
    <ReasonDialog
      title="Take the withdrawal back?"
      isOpen
      onClose={onClose}
      action="Take it back"
      cancel="Leave it"
      description="It stays in the record with the reason."
      onReason={reason => run({ assessmentId, reason })}
    >
      <p className="prose">{`${name} may be written to files for the service again.`}</p>
    </ReasonDialog>
  );
}
