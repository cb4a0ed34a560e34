import { useState } from 'react';
import { useAction } from '../../api.ts';
import { localToday } from '../../ui/british-date.ts';
import { RadioList } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { ReasonDialog } from '../session/reason-dialog.tsx';
import type { Adjustment } from './adjustments-section.tsx';
import { FormDialog } from './form-dialog.tsx';

interface AdjustmentDialogProps {
  readonly assessmentId: string;
  readonly methods: readonly { readonly key: string; readonly name: string }[];
  readonly onClose: () => void;
}

const kinds = [
  {
    id: 'reasonableAdjustment',
    title: 'Reasonable adjustment',
    detail: 'Agreed before; changes how, not what, is assessed. Taken over into the opening checklist.',
  },
  { id: 'specialConsideration', title: 'Special consideration', detail: 'For an event on the day.' },
] as const;
const everyMethod = 'every method';

interface Form {
  readonly kind: Adjustment['kind'];
  readonly methodKey: string;
  readonly what: string;
  readonly extraTimePercent: number | null;
  readonly agreedBy: string;
  readonly agreedOn: string | null;
}

/** What was agreed as it is typed, and what is wrong with it. */
function useAdjustmentForm() {
  const [form, setForm] = useState<Form>({
    kind: 'reasonableAdjustment',
    methodKey: everyMethod,
    what: '',
    extraTimePercent: 0,
    agreedBy: '',
    agreedOn: localToday(),
  });
  const [isChecked, setChecked] = useState(false);
  const { what, agreedBy, agreedOn, methodKey } = form;
  const problems = {
    what: what.trim() === '' ? 'Say what was agreed.' : null,
    agreedBy: agreedBy.trim() === '' ? 'Say who agreed to it.' : null,
    agreedOn: agreedOn === null ? 'Give the day.' : agreedOn > localToday() ? 'This day is still to come.' : null,
  };
  const isRight = Object.values(problems).every(problem => problem === null);
  const given = {
    methodKey: methodKey === everyMethod ? null : methodKey,
    extraTimePercent: form.extraTimePercent ?? 0,
  };
  return {
    form,
    change: (part: Partial<Form>): void => setForm(before => ({ ...before, ...part })),
    /** What is wrong with a field, once the form was sent. */
    wrong: (field: keyof typeof problems): string | null => (isChecked ? problems[field] : null),
    check: () => setChecked(true),
    /** What can be recorded; null while something is wrong. */
    agreed: isRight && agreedOn !== null ? { ...form, ...given, agreedOn } : null,
  };
}

/** Records what was agreed for the apprentice, by whom and when. */
export function AdjustmentDialog({ assessmentId, methods, onClose }: AdjustmentDialogProps) {
  const { start, isPending, error } = useAction('adjustment.record');
  const adjustment = useAdjustmentForm();
  const { form, change, wrong, agreed } = adjustment;
  const submit = (): boolean => {
    adjustment.check();
    if (agreed) start({ assessmentId, ...agreed }, onClose);
    return agreed !== null;
  };
  return (
    <FormDialog
      title="Record an adjustment or consideration"
      action="Record it"
      {...{ onClose, isPending }}
      fault={error}
      onSubmit={submit}
    >
      <RadioList label="Kind" choices={kinds} value={form.kind} onChange={kind => change({ kind })} />
      <TextArea
        label="What was agreed"
        value={form.what}
        onChange={what => change({ what })}
        maxLength={500}
        error={wrong('what')}
      />
      <ScopeFields form={form} change={change} methods={methods} />
      <div className="row row-fields">
        <TextField
          label="Agreed by"
          value={form.agreedBy}
          onChange={agreedBy => change({ agreedBy })}
          maxLength={200}
          error={wrong('agreedBy')}
        />
        <DateField
          label="On"
          value={form.agreedOn}
          onChange={agreedOn => change({ agreedOn })}
          error={wrong('agreedOn')}
        />
      </div>
    </FormDialog>
  );
}

interface ScopeFieldsProps extends Pick<AdjustmentDialogProps, 'methods'> {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
}

function ScopeFields({ form, change, methods }: ScopeFieldsProps) {
  return (
    <div className="row row-fields">
      <Select
        label="For"
        choices={[
          { id: everyMethod, title: 'Every method' },
          ...methods.map(({ key, name }) => ({ id: key, title: name })),
        ]}
        value={form.methodKey}
        onChange={methodKey => change({ methodKey })}
      />
      <NumberField
        label="Extra time"
        unit="%"
        least={0}
        most={200}
        value={form.extraTimePercent}
        onChange={extraTimePercent => change({ extraTimePercent })}
      />
    </div>
  );
}

interface WithdrawDialogProps {
  readonly adjustment: Adjustment;
  readonly onClose: () => void;
}

/** Withdraws what was agreed, with its reason. */
export function WithdrawDialog({ adjustment, onClose }: WithdrawDialogProps) {
  const { run } = useAction('adjustment.withdraw');
  return (
    <ReasonDialog
      title="Withdraw this?"
      isOpen
      onClose={onClose}
      action="Withdraw it"
      cancel="Leave it"
      description="It stays in the record with the reason."
      onReason={reason => run({ id: adjustment.id, reason })}
    >
      <p className="prose">{adjustment.what}</p>
    </ReasonDialog>
  );
}
