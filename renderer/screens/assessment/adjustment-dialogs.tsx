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

/** Records what was agreed for the apprentice, by whom and when. */
export function AdjustmentDialog({ assessmentId, methods, onClose }: AdjustmentDialogProps) {
  const { start, isPending, error } = useAction('adjustment.record');
  const [kind, setKind] = useState<Adjustment['kind']>('reasonableAdjustment');
  const [methodKey, setMethodKey] = useState(everyMethod);
  const [what, setWhat] = useState('');
  const [extraTimePercent, setPercent] = useState<number | null>(0);
  const [agreedBy, setAgreedBy] = useState('');
  const [agreedOn, setAgreedOn] = useState<string | null>(localToday());
  const [isChecked, setChecked] = useState(false);
  const problems = {
    what: what.trim() === '' ? 'Say what was agreed.' : null,
    agreedBy: agreedBy.trim() === '' ? 'Say who agreed to it.' : null,
    agreedOn: agreedOn === null ? 'Give the day.' : agreedOn > localToday() ? 'This day is still to come.' : null,
  };
  const shown = (problem: string | null): string | null => (isChecked ? problem : null);
  const submit = (): boolean => {
    setChecked(true);
    if (Object.values(problems).some(Boolean) || agreedOn === null) return false;
    const wanted = { kind, methodKey: methodKey === everyMethod ? null : methodKey, what, agreedBy, agreedOn };
    start({ assessmentId, ...wanted, extraTimePercent: extraTimePercent ?? 0 }, onClose);
    return true;
  };
  return (
    <FormDialog
      title="Record an adjustment or consideration"
      action="Record it"
      {...{ onClose, isPending }}
      fault={error}
      onSubmit={submit}
    >
      <RadioList label="Kind" choices={kinds} value={kind} onChange={setKind} />
      <TextArea label="What was agreed" value={what} onChange={setWhat} maxLength={500} error={shown(problems.what)} />
      <div className="row row-fields">
        <Select
          label="For"
          choices={[
            { id: everyMethod, title: 'Every method' },
            ...methods.map(({ key, name }) => ({ id: key, title: name })),
          ]}
          value={methodKey}
          onChange={setMethodKey}
        />
        <NumberField label="Extra time" unit="%" least={0} most={200} value={extraTimePercent} onChange={setPercent} />
      </div>
      <div className="row row-fields">
        <TextField
          label="Agreed by"
          value={agreedBy}
          onChange={setAgreedBy}
          maxLength={200}
          error={shown(problems.agreedBy)}
        />
        <DateField label="On" value={agreedOn} onChange={setAgreedOn} error={shown(problems.agreedOn)} />
      </div>
    </FormDialog>
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
