import { createContext, useContext } from 'react';
import type { Framework, FrameworkItem } from '../../../shared/domain/framework.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { PlanFinding, PlanPlace } from '../../../shared/domain/plan-finding.ts';
import type { PlanVocabulary } from '../../../shared/domain/plan-vocabulary.ts';

/** How a change is remembered for undoing. */
interface ChangeOptions {
  /** Typing: goes on with the change before where that was to the same place. */
  readonly isTyping?: boolean;
}

/** What every form of the plan editor works with. */
export interface PlanDesk {
  readonly plan: Plan;
  readonly framework: Framework;
  readonly ksbs: readonly FrameworkItem[];
  readonly words: PlanVocabulary;
  readonly findings: readonly PlanFinding[];
  /** Puts a value at a place; undefined takes it out. */
  readonly set: (place: PlanPlace, value: unknown, options?: ChangeOptions) => void;
  /** Changes the plan in several places at once; the place is where the change was made. */
  readonly change: (place: PlanPlace, change: (plan: Plan) => Plan) => void;
  /** Opens the section of a place and gives the focus to its field. */
  readonly goTo: (place: PlanPlace, code?: string) => void;
}

const Desk = createContext<PlanDesk | null>(null);

export const PlanDeskProvider = Desk.Provider;

/** The plan that is being edited. Only within the editor. */
export function usePlanDesk(): PlanDesk {
  const desk = useContext(Desk);
  if (!desk) throw new Error('There is no plan being edited');
  return desk;
}
