import type { RecordedOutcome } from '../../../shared/domain/recorded-outcome.ts';
import { localToday } from '../../ui/british-date.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Where an outcome comes from, as it stands in its fields. */
export interface OutcomeForm {
  readonly heldOn: string | null;
  readonly heldBy: string;
  readonly source: string;
}
export type OutcomeProblems = { readonly [Field in keyof OutcomeForm]?: string | null };

/** The outcome as it is recorded, or null and what is wrong. The limits are those of the contract. */
export function checkedOutcome({ heldOn, heldBy, source }: OutcomeForm): {
  readonly outcome: RecordedOutcome | null;
  readonly problems: OutcomeProblems;
} {
  const problems = {
    heldOn:
      heldOn === null ? 'Give the day.' : heldOn > localToday() ? 'This day is still to come. Check the date.' : null,
    heldBy: heldBy.trim() === '' ? 'Say who held and marked it.' : null,
    source: source.trim() === '' ? 'Say what the outcome is taken from.' : null,
  };
  const isWrong = Object.values(problems).some(problem => problem !== null);
  if (heldOn === null || isWrong) return { outcome: null, problems };
  return { outcome: { heldOn, heldBy: heldBy.trim(), source: source.trim() }, problems };
}

interface OutcomeFieldsProps {
  readonly form: OutcomeForm;
  readonly problems: OutcomeProblems;
  readonly change: (part: Partial<OutcomeForm>) => void;
}

/** When and by whom a method was held, and the record that tells of it. */
export function OutcomeFields({ form, problems, change }: OutcomeFieldsProps) {
  return (
    <>
      <div className="row row-fields">
        <DateField
          label="Held on"
          value={form.heldOn}
          onChange={heldOn => change({ heldOn })}
          error={problems.heldOn ?? null}
        />
        <TextField
          label="Held and marked by"
          description="Name and role."
          value={form.heldBy}
          onChange={heldBy => change({ heldBy })}
          maxLength={500}
          error={problems.heldBy ?? null}
        />
      </div>
      <TextField
        label="Taken from"
        description="The mark sheet or result record, with its date or number."
        value={form.source}
        onChange={source => change({ source })}
        maxLength={500}
        error={problems.source ?? null}
      />
    </>
  );
}
