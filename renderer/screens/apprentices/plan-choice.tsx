import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { Switch } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';

export type ListedPlan = Output<'plan.list'>[number];

/** What a plan is, in words that say whether it may be relied on. */
export function planStanding({ origin, status }: Pick<ListedPlan, 'origin' | 'status'>): string {
  if (origin === 'demonstration') return 'Fictional, for practice only';
  if (status === 'confirmed') return 'Confirmed';
  if (status === 'checked') return 'Checked, not confirmed';
  return origin === 'template' ? 'Template, not confirmed' : 'Typed in, not confirmed';
}

/** Why no assessment can be added with this plan and purpose, and what to do; null when it can. */
export function refusalOf(plan: ListedPlan | undefined, isPractice: boolean): string | null {
  if (!plan) return 'Choose the plan that the apprentice is assessed by.';
  if (isPractice || plan.status === 'confirmed') return null;
  return plan.origin === 'demonstration'
    ? 'A live assessment cannot use this plan, because it is fictional. Make it a practice assessment, or choose a confirmed plan.'
    : 'A live assessment needs a confirmed plan, and this one is not confirmed. Make it a practice assessment, or choose a confirmed plan.';
}

/** The plan and the purpose of a new assessment, as they are being chosen. */
export interface PlanChoice {
  readonly plan: ListedPlan | undefined;
  readonly isPractice: boolean;
  readonly refusal: string | null;
  /** The key of the apprentice's pathway; null where the plan has none, or none was chosen yet. */
  readonly pathway: string | null;
  /** The plan has pathways and none was chosen. */
  readonly isPathwayMissing: boolean;
  readonly choosePathway: (key: string) => void;
  readonly choosePlan: (id: string) => void;
  readonly setPractice: (isPractice: boolean) => void;
}

/** The plan that is chosen to begin with: a confirmed one, else the first that a practice assessment can be run on from end to end. */
function firstChoice(plans: readonly ListedPlan[]): ListedPlan | undefined {
  return plans.find(({ status }) => status === 'confirmed') ?? plans.find(({ complete }) => complete) ?? plans[0];
}

/** Chooses a plan for a new assessment, and the pathway where it has any. */
export function usePlanChoice(plans: readonly ListedPlan[]): PlanChoice {
  const [planId, choosePlan] = useState<string>();
  const [isPractice, setPractice] = useState(true);
  const [pathwayKey, choosePathway] = useState<string>();
  const plan = plans.find(({ id }) => id === planId) ?? firstChoice(plans);
  const pathways = plan?.pathways ?? [];
  const pathway = pathways.find(({ key }) => key === pathwayKey)?.key ?? null;
  return {
    plan,
    isPractice,
    refusal: refusalOf(plan, isPractice),
    pathway,
    isPathwayMissing: pathways.length > 0 && pathway === null,
    choosePathway,
    choosePlan,
    setPractice,
  };
}

/** What `assessment.add` is told of the choice. */
export const chosenPlan = (plan: ListedPlan, pathway: string | null) => ({
  planId: plan.id,
  ...(pathway === null ? {} : { pathway }),
});

interface PlanChoiceFieldsProps {
  readonly plans: readonly ListedPlan[];
  readonly choice: PlanChoice;
  /** Everything in this workspace is practice. */
  readonly isPracticeWorkspace: boolean;
}

/** The fields of a new assessment: the plan with what it is, and whether it is practice. A refusal is said before it is tried. */
export function PlanChoiceFields({ plans, choice, isPracticeWorkspace }: PlanChoiceFieldsProps) {
  const { plan, isPractice, refusal, choosePlan, setPractice } = choice;
  const offered = plans.filter(({ status }) => status !== 'superseded');
  return (
    <>
      <Select
        label="Assessment plan"
        description={plan && `${planStanding(plan)} · version ${plan.version}`}
        choices={offered.map(each => ({
          id: each.id,
          title: each.title,
          detail: `${each.standard} · ${planStanding(each)}`,
        }))}
        value={plan?.id ?? null}
        onChange={choosePlan}
        error={refusal}
      />
      {plan && plan.pathways.length > 0 ? (
        <Select
          label="Pathway"
          description="The apprentice is assessed by the core and by their own pathway."
          choices={plan.pathways.map(({ key, title }) => ({ id: key, title }))}
          value={choice.pathway}
          onChange={choice.choosePathway}
        />
      ) : null}
      {plan && !plan.complete && !refusal ? (
        <p className="field-remark" role="status">
          This plan has open numbers, themes or grades: a session can be run on it, but no grade can be made.
        </p>
      ) : null}
      <Switch
        isSelected={isPractice || isPracticeWorkspace}
        onChange={setPractice}
        isDisabled={isPracticeWorkspace}
        detail={
          isPracticeWorkspace
            ? 'Everything in the demonstration is practice.'
            : 'Marked PRACTICE on every screen, page and export. It cannot become a live assessment later.'
        }
      >
        Practice assessment
      </Switch>
    </>
  );
}
