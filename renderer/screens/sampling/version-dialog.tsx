import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { SamplingLog } from '../../../shared/contract/assessment-versions.ts';
import { versionFindings } from '../../../shared/domain/assessment-versions.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { useAction } from '../../api.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { type Covered, outcomeOf, standingTags, suggestedStatements } from './sampling-words.ts';

interface VersionDialogProps {
  readonly plan: Plan;
  readonly sampling: SamplingLog;
  readonly onClose: () => void;
}

/** A new assessment version: its name, and the statements in it; the mandatory ones are, and what is due is chosen at first. */
export function VersionDialog({ plan, sampling, onClose }: VersionDialogProps) {
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(() => suggestedStatements(sampling.coverage));
  const [isChecked, setChecked] = useState(false);
  const add = useAction('assessmentVersion.add');
  const statements = sampling.coverage.map(({ code }) => code).filter(code => chosen.includes(code));
  const [finding] = versionFindings(plan, statements);
  const run = (): boolean => {
    setChecked(true);
    if (label.trim() === '' || finding) return false;
    add.start({ planId: plan.id, label, statements }, () => {
      onClose();
      notify({ words: `Version “${label.trim()}” was added.` });
    });
    return true;
  };
  const toggle = (code: string, isChosen: boolean): void =>
    setChosen(before => (isChosen ? [...before, code] : before.filter(other => other !== code)));
  return (
    <FormDialog
      title="New assessment version"
      action="Add the version"
      size="wide"
      isPending={add.isPending}
      fault={add.error}
      onClose={onClose}
      onSubmit={run}
    >
      <TextField
        label="Name of the version"
        description="As your organisation calls it, for example the paper or set of tasks. It never changes afterwards."
        value={label}
        onChange={setLabel}
        maxLength={200}
        error={isChecked && label.trim() === '' ? 'Give the version a name.' : null}
      />
      <p role="status" className="muted">
        {finding ?? `${formatCount(statements.length, 'statement')} of ${sampling.coverage.length}.`}
      </p>
      {[...new Set(sampling.coverage.map(outcomeOf))].map(outcome => (
        <Outcome
          key={outcome}
          statements={sampling.coverage.filter(one => outcomeOf(one) === outcome)}
          chosen={chosen}
          onToggle={toggle}
        />
      ))}
    </FormDialog>
  );
}

interface OutcomeProps {
  readonly statements: readonly Covered[];
  readonly chosen: readonly string[];
  readonly onToggle: (code: string, isChosen: boolean) => void;
}

function Outcome({ statements, chosen, onToggle }: OutcomeProps) {
  return (
    <fieldset className="sampling-outcome">
      <legend className="strong">{statements[0]?.outcome}</legend>
      {statements.map(one => (
        <Checkbox
          key={one.code}
          isSelected={one.isMandatory || chosen.includes(one.code)}
          isDisabled={one.isMandatory}
          onChange={isChosen => onToggle(one.code, isChosen)}
          detail={one.isMandatory ? 'In every version.' : `${standingTags[one.standing].word}.`}
        >
          <span className="strong">{one.code}</span> {one.text}
        </Checkbox>
      ))}
    </fieldset>
  );
}
