import { useState } from 'react';
import type { RecordedOutcome } from '../../../shared/domain/recorded-outcome.ts';
import { useAction } from '../../api.ts';
import { notify } from '../../ui/toast.tsx';
import type { Assessment } from '../assessment.tsx';
import { FormDialog } from './form-dialog.tsx';
import { checkedOutcome, OutcomeFields, type OutcomeForm } from './outcome-fields.tsx';

interface CorrectOutcomeProps {
  readonly method: Assessment['methods'][number];
  readonly onClose: () => void;
}

const empty: OutcomeForm = { heldOn: null, heldBy: '', source: '' };

/** Corrects where an outcome comes from; what was recorded before is kept. Decisions and score are corrected where they are made. */
export function CorrectOutcome({ method, onClose }: CorrectOutcomeProps) {
  const [form, setForm] = useState<OutcomeForm>(method.outcome ?? empty);
  const [isChecked, setChecked] = useState(false);
  const correct = useAction('outcome.correct');
  const { outcome, problems } = checkedOutcome(form);
  const run = (): boolean => {
    setChecked(true);
    if (!outcome || !method.session) return false;
    correct.start({ sessionId: method.session.id, outcome: outcome satisfies RecordedOutcome }, () => {
      onClose();
      notify({ words: `Corrected: ${method.name}.` });
    });
    return true;
  };
  return (
    <FormDialog
      title={`Correct the record: ${method.name}`}
      action="Correct the record"
      isPending={correct.isPending}
      fault={correct.error}
      onClose={onClose}
      onSubmit={run}
    >
      <p className="muted">What was recorded before is kept in the history.</p>
      <OutcomeFields
        form={form}
        problems={isChecked ? problems : {}}
        change={part => setForm(before => ({ ...before, ...part }))}
      />
    </FormDialog>
  );
}
