import { useAction, useAsk } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { usePracticeWorkspace } from '../common/practice-workspace.ts';
import { chosenPlan, PlanChoiceFields, usePlanChoice } from './plan-choice.tsx';

interface AddAssessmentProps {
  readonly apprentice: { readonly id: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds an assessment for an apprentice, and leads to it. */
export function AddAssessment({ apprentice, isOpen, onClose }: AddAssessmentProps) {
  const { data: plans = [] } = useAsk('plan.list', {});
  const isPracticeWorkspace = usePracticeWorkspace();
  const choice = usePlanChoice(plans);
  const refusal = isPracticeWorkspace ? null : choice.refusal;
  const add = useAction('assessment.add');
  const submit = (): void => {
    if (!choice.plan) return;
    const practice = choice.isPractice || isPracticeWorkspace;
    add.start({ apprenticeId: apprentice.id, ...chosenPlan(choice.plan, choice.pathway), practice }, ({ id }) => {
      onClose();
      navigate({ page: 'assessment', id });
    });
  };
  return (
    <Dialog
      title={`Add an assessment for ${apprentice.name}`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            tone="primary"
            isPending={add.isPending}
            isDisabled={refusal !== null || choice.isPathwayMissing}
            onPress={submit}
          >
            Add assessment
          </Button>
        </>
      }
    >
      <div className="stack">
        <PlanChoiceFields plans={plans} choice={{ ...choice, refusal }} isPracticeWorkspace={isPracticeWorkspace} />
        {add.error ? <ErrorPanel title="The assessment was not added" error={add.error} /> : null}
      </div>
    </Dialog>
  );
}
