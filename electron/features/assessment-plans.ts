import { planOfVersion } from '../../shared/domain/assessment-versions.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { planInForce } from '../../shared/domain/plan-dispensations.ts';
import { planOn } from '../../shared/domain/plan-pathways.ts';
import type { Reader } from '../db/statements.ts';
import type { AssessmentRow } from './assessment-rows.ts';
import { statementsOfVersion } from './assessment-version-rows.ts';
import { planById } from './plan-rows.ts';

/** The plan that an assessment is pinned to as it is for its apprentice: of their pathway and assessment version, with the dispensations in force on the day of this instant. */
export function planOfAssessment(
  reader: Reader,
  { planId, pathway, versionId }: Pick<AssessmentRow, 'planId' | 'pathway' | 'versionId'>,
  at: string,
): Plan {
  const plan = planOn(planInForce(planById(reader, planId).document, at.slice(0, 10)), pathway);
  return planOfVersion(plan, statementsOfVersion(reader, versionId));
}
