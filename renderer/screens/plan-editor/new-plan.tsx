import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { useAction } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { RadioList } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Select } from '../../ui/select.tsx';

interface NewPlanButtonProps {
  readonly frameworks: Output<'framework.list'>;
  readonly plans: Output<'plan.list'>;
}

/** Begins an assessment plan: from its standard alone, or from another plan. */
export function NewPlanButton({ frameworks, plans }: NewPlanButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon={FilePlus2} onPress={() => setOpen(true)}>
        New plan
      </Button>
      {isOpen ? <NewPlanDialog frameworks={frameworks} plans={plans} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface NewPlanDialogProps extends NewPlanButtonProps {
  readonly onClose: () => void;
}

function NewPlanDialog({ frameworks, plans, onClose }: NewPlanDialogProps) {
  const template = plans.find(({ origin }) => origin === 'template');
  const [from, setFrom] = useState<'framework' | 'plan'>(template ? 'plan' : 'framework');
  const [frameworkId, setFrameworkId] = useState(frameworks[0]?.id ?? null);
  const [planModel, setPlanModel] = useState<Plan['planModel']>('epa');
  const [planId, setPlanId] = useState(template?.id ?? plans[0]?.id ?? null);
  const draft = useAction('plan.draft');
  const wanted =
    from === 'framework'
      ? frameworkId !== null && ({ from, frameworkId, planModel } as const)
      : planId !== null && ({ from, planId } as const);
  const begin = (): void => {
    if (wanted) draft.start(wanted, ({ id }) => navigate({ page: 'planEditor', id }));
  };
  return (
    <Dialog
      title="New assessment plan"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isPending={draft.isPending} isDisabled={!wanted} onPress={begin}>
            Begin the plan
          </Button>
        </>
      }
    >
      <div className="stack">
        <RadioList label="Begin from" choices={beginnings} value={from} onChange={setFrom} />
        {from === 'plan' ? (
          <Select label="Plan" choices={plans.map(planChoice)} value={planId} onChange={setPlanId} />
        ) : (
          <>
            <Select
              label="Standard"
              choices={frameworks.map(standardChoice)}
              value={frameworkId}
              onChange={setFrameworkId}
            />
            <RadioList label="Model" choices={models} value={planModel} onChange={setPlanModel} />
          </>
        )}
        {draft.error ? <ErrorPanel title="The plan was not begun" error={draft.error} /> : null}
      </div>
    </Dialog>
  );
}

const beginnings = [
  { id: 'plan', title: 'Another plan', detail: 'A template or an earlier plan: its content is taken over.' },
  { id: 'framework', title: 'The standard alone', detail: 'Everything is typed in from the published plan.' },
] as const;

const models = [
  { id: 'epa', title: 'End-point assessment plan', detail: 'Themes; a gateway before the assessment.' },
  {
    id: 'aap',
    title: 'Apprenticeship assessment plan (reformed)',
    detail: 'Assessment outcomes; a gateway to completion.',
  },
] as const;

const planChoice = ({ id, title, standard, version }: NewPlanButtonProps['plans'][number]) => ({
  id,
  title,
  detail: version ? `${standard}, version ${version}` : standard,
});

const standardChoice = ({ id, reference, title, version }: NewPlanButtonProps['frameworks'][number]) => ({
  id,
  title: `${reference} ${title}`,
  detail: `Version ${version}`,
});
