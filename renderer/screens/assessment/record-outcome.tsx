import { useState } from 'react';
import { useAction } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { BeginSessionProps } from '../begin-session.tsx';
import { checkedOpening, type OpeningForm, type OpeningProblems } from '../begin-session-form.ts';
import { FormDialog } from './form-dialog.tsx';
import { checkedOutcome, OutcomeFields, type OutcomeForm } from './outcome-fields.tsx';

/** Records that a method was held elsewhere; its decisions and its score are recorded on the page that it leads to. */
export function RecordOutcome({ assessmentId, method, further, opening, bar, onClose }: BeginSessionProps) {
  const [form, setForm] = useState<OutcomeForm>({ heldOn: null, heldBy: '', source: '' });
  const [conduct, setConduct] = useState<OpeningForm>(opening);
  const [isChecked, setChecked] = useState(false);
  const record = useAction('outcome.record');
  const { outcome, problems } = checkedOutcome(form);
  const { checklist, problems: unsaid } = checkedOpening(conduct);
  const run = (): boolean => {
    setChecked(true);
    if (!outcome || !checklist || bar?.severity === 'blocks') return false;
    const wanted = { assessmentId, methodKey: method.key, outcome, checklist, ...(further ? { further } : {}) };
    record.start(wanted, ({ id }) => {
      onClose();
      navigate({ page: 'judge', sessionId: id });
    });
    return true;
  };
  return (
    <FormDialog
      title={`Record the outcome: ${method.name}`}
      action="Record, and go on to the result"
      size="wide"
      isPending={record.isPending}
      fault={record.error}
      onClose={onClose}
      onSubmit={run}
    >
      {bar ? <Banner kind={bar.severity === 'blocks' ? 'warning' : 'info'}>{bar.message}</Banner> : null}
      <p className="prose muted">
        For a method that was held without the workbench. The grade is still computed from the plan: you enter the score
        or decide the descriptors on the next page.
      </p>
      <OutcomeFields
        form={form}
        problems={isChecked ? problems : {}}
        change={part => setForm(before => ({ ...before, ...part }))}
      />
      <Conduct
        form={conduct}
        problems={isChecked ? unsaid : {}}
        change={part => setConduct(before => ({ ...before, ...part }))}
      />
    </FormDialog>
  );
}

interface ConductProps {
  readonly form: OpeningForm;
  readonly problems: OpeningProblems;
  readonly change: (part: Partial<OpeningForm>) => void;
}

/** How it was held, as its record says, and what the assessor declares. */
function Conduct({ form, problems, change }: ConductProps) {
  return (
    <>
      <div className="row row-fields">
        <TextField
          label="Place"
          value={form.place}
          onChange={place => change({ place })}
          error={problems.place ? 'Say where it was held, or how when it was remote.' : null}
        />
        <TextField
          label="Identity check"
          description="The type of document that was seen there, never its number."
          value={form.identityDocument}
          onChange={identityDocument => change({ identityDocument })}
          error={problems.identityDocument ? 'Say which document was seen, without a number.' : null}
        />
        <TextField
          label="Reasonable adjustments"
          isOptional
          value={form.adjustments}
          onChange={adjustments => change({ adjustments })}
          error={problems.adjustments}
        />
      </div>
      <Checkbox
        isSelected={form.briefingGiven}
        onChange={briefingGiven => change({ briefingGiven })}
        isInvalid={Boolean(problems.briefingGiven)}
        detail={problems.briefingGiven ? 'Check the record for it before the outcome is taken over.' : undefined}
      >
        The record shows that it was held as the plan asks
      </Checkbox>
      <Checkbox
        isSelected={form.independenceDeclared}
        onChange={independenceDeclared => change({ independenceDeclared })}
        isInvalid={Boolean(problems.independenceDeclared)}
        detail={
          problems.independenceDeclared ? 'Otherwise another assessor has to record and judge this method.' : undefined
        }
      >
        I am independent of the apprentice, the employer and the training provider
      </Checkbox>
    </>
  );
}
