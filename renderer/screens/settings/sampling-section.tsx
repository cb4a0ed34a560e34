import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Section } from '../../ui/section.tsx';
import { notify } from '../../ui/toast.tsx';

type Rule = Output<'sampling.get'>;

/** How much quality assurance looks at, beside what it always does. */
export function SamplingSection() {
  const { data, error } = useAsk('sampling.get', {});
  return (
    <Section title="Sampling">
      <p className="prose muted">
        Every fail, distinction, borderline result, adjustment and complaint is looked at. These come on top.
      </p>
      {error ? <ErrorPanel title="The rule could not be shown" error={error} /> : null}
      {data ? <RuleForm rule={data} /> : null}
    </Section>
  );
}

function RuleForm({ rule }: { readonly rule: Rule }) {
  const set = useAction('sampling.set');
  const [changed, setChanged] = useState<Partial<Rule>>({});
  const shown = { ...rule, ...changed };
  const field = (key: keyof Rule, label: string, unit: string, most: number) => (
    <NumberField
      label={label}
      unit={unit}
      least={0}
      most={most}
      value={shown[key]}
      onChange={value => value !== null && setChanged(before => ({ ...before, [key]: value }))}
    />
  );
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault();
        set.start(shown, () => notify({ words: 'The sampling rule is saved.' }));
      }}
    >
      {field('firstOfAssessor', 'The first of every assessor', 'assessments', 1000)}
      {field('firstOfPlan', 'The first by every plan', 'assessments', 1000)}
      {field('percent', 'Of all others, by lot', '%', 100)}
      <div className="row">
        <Button type="submit" isPending={set.isPending}>
          Save the rule
        </Button>
      </div>
      {set.error ? <ErrorPanel error={set.error} /> : null}
    </form>
  );
}
