import { useState } from 'react';
import type { FurtherAttempt } from '../../../shared/contract/sessions.ts';
import { Banner } from '../../ui/banner.tsx';
import { RadioList } from '../../ui/choices.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { Assessment } from '../assessment.tsx';
import { furtherWords } from './attempt-words.ts';
import { FormDialog } from './form-dialog.tsx';

type MethodLine = Assessment['methods'][number];
export type FurtherMethod = MethodLine & { readonly further: Extract<MethodLine['further'], { allowed: true }> };

interface FurtherAttemptDialogProps {
  readonly method: FurtherMethod;
  readonly onClose: () => void;
  /** The attempt as it is recorded; the opening checklist follows. */
  readonly onDecided: (further: FurtherAttempt) => void;
}

const kinds = [
  { id: 'resit', title: 'Re-sit', detail: 'Again, without further learning.' },
  { id: 'retake', title: 'Re-take', detail: 'Again, after further learning.' },
] as const;

type Form = Omit<FurtherAttempt, 'kind'> & { readonly kind: FurtherAttempt['kind'] | null };
const empty: Form = { kind: null, actionPlan: '', exceptional: '', lateReason: '' };

/** What is missing, field by field. */
function furtherProblems(
  { kind, actionPlan, lateReason }: Form,
  { actionPlanRequired, remark }: FurtherMethod['further'],
) {
  const needsPlan = actionPlanRequired && kind === 'retake';
  return {
    kind: kind === null ? 'Say whether it is a re-sit or a re-take.' : null,
    actionPlan: needsPlan && actionPlan.trim() === '' ? 'The plan asks for it: say what was agreed.' : null,
    lateReason: remark !== null && lateReason.trim() === '' ? 'Say why this attempt is late.' : null,
  };
}

/** Asks how a failed method is taken again, beside what the plan says of it. */
export function FurtherAttemptDialog({ method, onClose, onDecided }: FurtherAttemptDialogProps) {
  const { further } = method;
  const [form, setForm] = useState<Form>(empty);
  const [isChecked, setChecked] = useState(false);
  const problems = furtherProblems(form, further);
  const decide = (): boolean => {
    setChecked(true);
    if (form.kind === null || Object.values(problems).some(problem => problem !== null)) return false;
    onDecided({ ...form, kind: form.kind });
    return true;
  };
  return (
    <FormDialog
      title={`Take again: ${method.name}`}
      action="Go on to the checklist"
      onClose={onClose}
      onSubmit={decide}
    >
      <Banner kind={further.remark === null ? 'info' : 'warning'}>{furtherWords(further).join(' ')}</Banner>
      <FurtherFields
        form={form}
        further={further}
        problems={isChecked ? problems : {}}
        change={part => setForm(before => ({ ...before, ...part }))}
      />
    </FormDialog>
  );
}

interface FurtherFieldsProps {
  readonly form: Form;
  readonly further: FurtherMethod['further'];
  readonly problems: Partial<ReturnType<typeof furtherProblems>>;
  readonly change: (part: Partial<Form>) => void;
}

function FurtherFields({ form, further, problems, change }: FurtherFieldsProps) {
  return (
    <>
      <RadioList
        label="Kind of attempt"
        choices={kinds}
        value={form.kind}
        onChange={kind => change({ kind })}
        error={problems.kind}
      />
      <TextArea
        label="Action plan"
        isOptional={!(further.actionPlanRequired && form.kind === 'retake')}
        rows={2}
        description="What was agreed with the apprentice, the employer and the provider before this attempt."
        value={form.actionPlan}
        onChange={actionPlan => change({ actionPlan })}
        maxLength={2000}
        error={problems.actionPlan}
      />
      <TextArea
        label="Exceptional circumstances"
        isOptional
        rows={1}
        description={
          further.capLiftedForExceptionalCircumstances
            ? 'Recorded here, they lift the cap on the grade.'
            : 'The plan does not lift the cap for them.'
        }
        value={form.exceptional}
        onChange={exceptional => change({ exceptional })}
        maxLength={2000}
      />
      {further.remark !== null ? (
        <TextField
          label="Why this attempt is late"
          value={form.lateReason}
          onChange={lateReason => change({ lateReason })}
          maxLength={500}
          error={problems.lateReason}
        />
      ) : null}
    </>
  );
}
