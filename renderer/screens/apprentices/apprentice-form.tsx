import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { checkUln, ulnRemark } from '../../../shared/domain/uln.ts';
import { useActions } from '../../actions.ts';
import { goBack } from '../../frame/go-back.ts';
import { takesLetters } from '../../keys.ts';
import { AlertDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';

/** What is known of an apprentice. */
export interface ApprenticeDetails {
  readonly givenNames: string;
  readonly familyName: string;
  readonly uln: string;
  readonly employer: string;
  readonly trainingProvider: string;
}

const emptyDetails: ApprenticeDetails = { givenNames: '', familyName: '', uln: '', employer: '', trainingProvider: '' };
const wordsIfEmpty: Readonly<Record<keyof ApprenticeDetails, string>> = {
  givenNames: 'Type the apprentice’s given names.',
  familyName: 'Type the apprentice’s family name.',
  uln: 'Type the ten digits of the learner’s number.',
  employer: 'Type the employer’s name.',
  trainingProvider: 'Type the training provider’s name.',
};

/** What keeps the details from being saved, by field. A ULN whose last digit does not fit is no fault. */
function faultsIn(details: ApprenticeDetails): Partial<Record<keyof ApprenticeDetails, string>> {
  const fields = Object.keys(wordsIfEmpty) as (keyof ApprenticeDetails)[];
  const faults = Object.fromEntries(
    fields.filter(field => details[field].trim() === '').map(field => [field, wordsIfEmpty[field]]),
  );
  const uln = checkUln(details.uln);
  const isUnusable = uln === 'notANumber' || uln === 'outOfRange';
  return { ...(isUnusable ? { uln: ulnRemark(uln) ?? '' } : {}), ...faults };
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

/** Escape, outside of a field, asks before what was typed is discarded. */
function useLeaving(isFilled: boolean) {
  const [isAsked, setAsked] = useState(false);
  useActions(
    isFilled
      ? [
          {
            id: 'page.back',
            title: 'Back one level',
            section: 'Go to',
            keys: 'Escape',
            run: () => (takesLetters(document.activeElement) ? goBack() : setAsked(true)),
          },
        ]
      : [],
  );
  return { isAsked, stay: () => setAsked(false) };
}

interface ApprenticeFormProps {
  readonly id: string;
  readonly details?: ApprenticeDetails;
  /** On a page of its own: leaving by Escape asks first once something was typed. */
  readonly isPage?: boolean;
  /** Called with trimmed details that can be saved. */
  readonly onSubmit: (details: ApprenticeDetails) => void;
  /** More of the form, after the apprentice's fields: other sections, faults, buttons. */
  readonly children?: ReactNode;
}

/** The details of an apprentice, to be added or corrected. */
export function ApprenticeForm({
  id,
  details: given = emptyDetails,
  isPage = false,
  onSubmit,
  children,
}: ApprenticeFormProps) {
  const [details, setDetails] = useState(given);
  const [isChecked, setChecked] = useState(false);
  const leaving = useLeaving(isPage && JSON.stringify(details) !== JSON.stringify(given));
  const faults = isChecked ? faultsIn(details) : {};
  const field = (name: keyof ApprenticeDetails) => ({
    value: details[name],
    onChange: (value: string) => setDetails(before => ({ ...before, [name]: value })),
    error: faults[name],
    autoComplete: 'off',
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faultsIn(details)).length > 0) focusFirstInvalid(event.currentTarget);
    else
      onSubmit({
        givenNames: details.givenNames.trim(),
        familyName: details.familyName.trim(),
        uln: withoutSpaces(details.uln),
        employer: details.employer.trim(),
        trainingProvider: details.trainingProvider.trim(),
      });
  };
  return (
    <form className="form" id={id} onSubmit={submit} noValidate>
      <div className="row row-fields">
        <TextField label="Given names" autoFocus {...field('givenNames')} />
        <TextField label="Family name" {...field('familyName')} />
      </div>
      <UlnField {...field('uln')} />
      <TextField label="Employer" {...field('employer')} />
      <TextField label="Training provider" {...field('trainingProvider')} />
      {children}
      <AlertDialog
        title="Discard what you typed?"
        isOpen={leaving.isAsked}
        onClose={leaving.stay}
        action="Discard it"
        cancel="Go on typing"
        onAction={goBack}
      >
        <p>Nobody was added yet.</p>
      </AlertDialog>
    </form>
  );
}

interface UlnFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** A unique learner number; a remark stands below it as soon as ten digits are there, and never keeps it from being saved. */
function UlnField({ value, onChange, error }: UlnFieldProps) {
  const remarkId = useId();
  const uln = withoutSpaces(value);
  const remark = error || uln.length < 10 ? null : ulnRemark(checkUln(uln));
  return (
    <div className="uln">
      <TextField
        label="Unique learner number (ULN)"
        description="Ten digits, from the training provider."
        inputMode="numeric"
        aria-describedby={remarkId}
        value={value}
        onChange={onChange}
        error={error}
        autoComplete="off"
      />
      <p className="field-remark" id={remarkId} role="status">
        {remark}
      </p>
    </div>
  );
}
