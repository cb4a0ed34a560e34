import { useId } from 'react';
import { useAction, useAsk } from '../api.ts';
import { navigate } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { notify } from '../ui/toast.tsx';
import { type ApprenticeDetails, ApprenticeForm } from './apprentices/apprentice-form.tsx';
import {
  chosenPlan,
  type ListedPlan,
  type PlanChoice,
  PlanChoiceFields,
  usePlanChoice,
} from './apprentices/plan-choice.tsx';
import { usePracticeWorkspace } from './common/practice-workspace.ts';

/** Adds an apprentice and their assessment. */
export function NewApprenticeScreen() {
  const plans = useAsk('plan.list', {});
  return (
    <div className="page">
      <PageHeader title="Add an apprentice" crumbs={[{ title: 'Apprentices', route: { page: 'apprentices' } }]} />
      {plans.error ? <ErrorPanel error={plans.error} /> : null}
      {plans.data ? <NewApprentice plans={plans.data} /> : plans.error ? null : <Loading what="the plans" />}
    </div>
  );
}

/** Adds an apprentice and then their assessment; what could not be added is said. */
function useAddingBoth({ plan, pathway }: PlanChoice, practice: boolean) {
  const addApprentice = useAction('apprentice.add');
  const addAssessment = useAction('assessment.add');
  const add = async (details: ApprenticeDetails): Promise<void> => {
    if (!plan) return;
    const apprentice = await addApprentice.run(details).catch(() => undefined);
    if (!apprentice) return;
    const wanted = { apprenticeId: apprentice.id, ...chosenPlan(plan, pathway), practice };
    const assessment = await addAssessment.run(wanted).catch(() => undefined);
    const name = `${details.givenNames} ${details.familyName}`;
    navigate(assessment ? { page: 'assessment', id: assessment.id } : { page: 'apprentices', id: apprentice.id });
    if (assessment) notify({ words: `${name} was added with an assessment.` });
    else notify({ words: `${name} was added, but not the assessment. Add it from here.`, tone: 'not-met' });
  };
  return { add, error: addApprentice.error, isPending: addApprentice.isPending || addAssessment.isPending };
}

function NewApprentice({ plans }: { readonly plans: readonly ListedPlan[] }) {
  const isPracticeWorkspace = usePracticeWorkspace();
  const choice = usePlanChoice(plans);
  const refusal = isPracticeWorkspace ? null : choice.refusal;
  const { add, error, isPending } = useAddingBoth(choice, choice.isPractice || isPracticeWorkspace);
  return (
    <ApprenticeForm
      id={useId()}
      isPage
      onSubmit={details => (refusal === null && !choice.isPathwayMissing ? void add(details) : undefined)}
    >
      <fieldset className="stack form-part">
        <legend className="form-legend">Their assessment</legend>
        <PlanChoiceFields plans={plans} choice={{ ...choice, refusal }} isPracticeWorkspace={isPracticeWorkspace} />
      </fieldset>
      {error ? <ErrorPanel title="The apprentice was not added" error={error} /> : null}
      <div className="row">
        <Button
          type="submit"
          tone="primary"
          isPending={isPending}
          isDisabled={refusal !== null || choice.isPathwayMissing}
        >
          Add apprentice and assessment
        </Button>
        <RouteLink to={{ page: 'apprentices' }} look="quiet">
          Cancel
        </RouteLink>
      </div>
    </ApprenticeForm>
  );
}
