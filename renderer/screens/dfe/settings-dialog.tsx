import { useState } from 'react';
import { capitalised } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { overallGradeFor, overallGradeWords, type PassingGrade } from '../../../shared/domain/dfe/grades.ts';
import { isUkprn } from '../../../shared/domain/dfe/rules-learner.ts';
import { useAction, useAsk } from '../../api.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';

type Settings = Output<'dfe.settings'>;
type PlanSettings = Settings['plans'][number];

/** The organisation's number, and for each confirmed plan the service's words for its grades. */
export function DfeSettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { data } = useAsk('dfe.settings', {});
  return data ? <SettingsForm settings={data} onClose={onClose} /> : null;
}

function SettingsForm({ settings, onClose }: { readonly settings: Settings; readonly onClose: () => void }) {
  const { start, isPending, error } = useAction('dfe.setSettings');
  const [{ ukprn, plans }, setForm] = useState(settings);
  const [isChecked, setChecked] = useState(false);
  const isRight = ukprn === '' || isUkprn(ukprn);
  const submit = (): boolean => {
    setChecked(true);
    const kept = plans.map(({ planId, words, publishedOn }) => ({ planId, words, publishedOn }));
    const done = (): void => {
      onClose();
      notify({ words: 'The settings for the service are kept.' });
    };
    if (isRight) start({ ukprn, plans: kept }, done);
    return isRight;
  };
  return (
    <FormDialog
      title="Settings for the assessment service"
      action="Keep them"
      size="wide"
      {...{ onClose, isPending }}
      fault={error}
      onSubmit={submit}
    >
      <TextField
        label="UKPRN of your organisation"
        isOptional
        description="Eight digits. No file holds it; the service knows you by it."
        value={ukprn}
        onChange={text => setForm(before => ({ ...before, ukprn: text.trim() }))}
        inputMode="numeric"
        error={isChecked && !isRight ? 'A UKPRN has eight digits and does not begin with 0.' : null}
      />
      {plans.map(plan => (
        <PlanFields
          key={plan.planId}
          plan={plan}
          onChange={part =>
            setForm(before => ({
              ...before,
              plans: before.plans.map(one => (one.planId === plan.planId ? { ...one, ...part } : one)),
            }))
          }
        />
      ))}
    </FormDialog>
  );
}

interface PlanFieldsProps {
  readonly plan: PlanSettings;
  readonly onChange: (part: Partial<PlanSettings>) => void;
}

function PlanFields({ plan, onChange }: PlanFieldsProps) {
  const choices = overallGradeWords.map(word => ({ id: word, title: word }));
  const field = (grade: PassingGrade) => (
    <Select
      key={grade}
      label={capitalised(grade)}
      choices={choices}
      value={overallGradeFor(grade, plan.words)}
      onChange={id => {
        const word = overallGradeWords.find(one => one === id);
        if (word) onChange({ words: { ...plan.words, [grade]: word } });
      }}
    />
  );
  return (
    <Section title={`${plan.title} ${plan.version}`}>
      <p className="muted">How this plan’s overall grades are called on the certificate:</p>
      <div className="row row-fields">
        {plan.grades.map(field)}
        <DateField
          label="Standard published on"
          isOptional
          value={plan.publishedOn}
          onChange={publishedOn => onChange({ publishedOn })}
        />
      </div>
    </Section>
  );
}
