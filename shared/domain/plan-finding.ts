import type { Framework } from './framework.ts';
import type { Plan } from './plan.ts';

/** The way to a place in a plan: keys and indexes, from the top. */
export type PlanPlace = readonly (string | number)[];

/** Something that the validator found in a plan. An error keeps the plan from being confirmed; a warning does not. */
export interface PlanFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly place: PlanPlace;
  /** The KSB that it is about, where the place holds many. */
  readonly code?: string;
}

/** What one rule says of a plan; the rule's name is added by the list that holds it. */
export type Remark = Pick<PlanFinding, 'message' | 'place' | 'code'>;

/** A rule of the validator: one fault it looks for. */
export type PlanRule = (plan: Plan, framework: Framework) => readonly Remark[];

/** The remarks of every method of the plan, each given its place. */
export function inEachMethod(
  plan: Plan,
  remarks: (method: Plan['methods'][number], place: PlanPlace) => readonly Remark[],
): readonly Remark[] {
  return plan.methods.flatMap((method, index) => remarks(method, ['methods', index]));
}

/** The remarks of every theme of the plan, each given its method and its place. */
export function inEachTheme(
  plan: Plan,
  remarks: (
    theme: Plan['methods'][number]['themes'][number],
    place: PlanPlace,
    method: Plan['methods'][number],
  ) => readonly Remark[],
): readonly Remark[] {
  return inEachMethod(plan, (method, place) =>
    method.themes.flatMap((theme, index) => remarks(theme, [...place, 'themes', index], method)),
  );
}
