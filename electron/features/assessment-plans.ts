import type { Plan } from '../../shared/domain/plan.ts';
import { planInForce } from '../../shared/domain/plan-dispensations.ts';
import { planOn } from '../../shared/domain/plan-pathways.ts';
import type { Reader } from '../db/statements.ts';
import type { AssessmentRow } from './assessment-rows.ts';
import { planById } from './plan-rows.ts';

/** The plan that an assessment is pinned to as it is for its apprentice: of their pathway, with the dispensations in force on the day of this instant. */
export function planOfAssessment(
  reader: Reader,
  { planId, pathway }: Pick<AssessmentRow, 'planId' | 'pathway'>,
  at: string,
): Plan {
  return planOn(planInForce(planById(reader, planId).document, at.slice(0, 10)), pathway);
}
