import { type FormEvent, useId, useState } from 'react';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { RadioList } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';
import type { SessionDesk } from './use-session-desk.ts';

type Outcome = 'unfounded' | 'upheld';

const outcomes = [
  { id: 'unfounded', title: 'Unfounded', detail: 'The result is no longer withheld.' },
  { id: 'upheld', title: 'Upheld', detail: 'There is no result of this attempt; it is declared void.' },
] as const;

/** What the organisation decided on suspected malpractice. It is decided once. */
export function DecisionDialog({ desk }: { readonly desk: SessionDesk }) {
  const formId = useId();
  const decide = useAction('stop.decide');
  const stopId = desk.dialog?.kind === 'decide' ? desk.dialog.stopId : null;
  const leave = (): void => desk.setDialog(null);
  if (stopId === null) return null;
  return (
    <Dialog
      title="Decision on suspected malpractice"
      isOpen
      onClose={leave}
      actions={
        <>
          <Button onPress={leave}>Not yet</Button>
          <Button tone="primary" type="submit" form={formId} isPending={decide.isPending}>
            Record the decision
          </Button>
        </>
      }
    >
      <p>The organisation decides, not the assessor. The decision stands in the report and cannot be changed.</p>
      <DecisionForm id={formId} onDecided={decision => decide.start({ id: stopId, ...decision }, leave)} />
      {decide.error ? <ErrorPanel title="The decision was not recorded" error={decide.error} /> : null}
    </Dialog>
  );
}

interface DecisionFormProps {
  readonly id: string;
  readonly onDecided: (decision: { outcome: Outcome; reason: string; by: string }) => void;
}

function DecisionForm({ id, onDecided }: DecisionFormProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState('');
  const [isChecked, setChecked] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    const given = { reason: reason.trim(), by: by.trim() };
    if (outcome !== null && given.reason !== '' && given.by !== '') onDecided({ outcome, ...given });
    else focusFirstInvalid(event.currentTarget);
  };
  return (
    <form id={id} className="stack" onSubmit={submit} noValidate>
      <RadioList
        label="Decision"
        choices={outcomes}
        value={outcome}
        onChange={setOutcome}
        error={isChecked && outcome === null ? 'Say what was decided.' : null}
      />
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={isChecked && reason.trim() === '' ? 'Give the reason.' : null}
      />
      <TextField
        label="Decided by"
        description="Name and role at the assessment organisation."
        value={by}
        onChange={setBy}
        maxLength={200}
        error={isChecked && by.trim() === '' ? 'Say who decided.' : null}
      />
    </form>
  );
}
