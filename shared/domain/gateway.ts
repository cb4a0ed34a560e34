import { addMonths } from './attempts.ts';
import type { Obstacle } from './obstacle.ts';
import type { GatewayRequirement, Plan } from './plan.ts';

/** How a gateway requirement stands once somebody has looked at it. */
export const requirementStates = ['met', 'notMet', 'notApplicable'] as const;
export type RequirementState = (typeof requirementStates)[number];

/** The state that was recorded for a requirement. */
export interface RequirementRecord {
  readonly requirementKey: string;
  readonly state: RequirementState;
}

/** Whether a requirement can be found not to apply: it is not mandatory, or the plan says when it applies. */
export const mayNotApply = ({ mandatory, appliesIf }: GatewayRequirement): boolean =>
  !mandatory || appliesIf !== undefined;

/** Whether the gateway waits for a requirement: it is mandatory, or the plan says when it applies. */
const isBinding = ({ mandatory, appliesIf }: GatewayRequirement): boolean => mandatory || appliesIf !== undefined;

/** What keeps the gateway from being confirmed, one sentence for each requirement that is open, not met, or wrongly said not to apply. */
export function gatewayObstacles(
  { gateway }: Pick<Plan, 'gateway'>,
  records: readonly RequirementRecord[],
): readonly string[] {
  return gateway.filter(isBinding).flatMap(requirement => {
    const state = records.find(({ requirementKey }) => requirementKey === requirement.key)?.state;
    if (state === 'met' || (state === 'notApplicable' && mayNotApply(requirement))) return [];
    if (state === 'notMet') return [`Not met: ${requirement.title}.`];
    if (state === 'notApplicable') return [`Mandatory, so it always applies: ${requirement.title}.`];
    return [`Not recorded yet: ${requirement.title}.`];
  });
}

/** The last day of the assessment period, from the day of the gateway (ISO date); null where the plan leaves its months open. */
export function assessmentPeriodEnd({ programme }: Pick<Plan, 'programme'>, gatewayOn: string): string | null {
  return programme.epaPeriodMonths === null ? null : addMonths(gatewayOn, programme.epaPeriodMonths);
}

/**
 * What an unconfirmed gateway means for beginning a session: a live one waits for it, a practice one is only told. Reformed plans have their
 * gateway at the end, so nothing waits for it there. Null when nothing is in the way.
 */
export function gatewayBar(
  { planModel }: Pick<Plan, 'planModel'>,
  isPractice: boolean,
  isConfirmed: boolean,
): Obstacle | null {
  if (planModel === 'aap' || isConfirmed) return null;
  return isPractice
    ? {
        rule: 'gatewayNotConfirmed',
        severity: 'hint',
        message: 'The gateway is not confirmed. A practice session may begin all the same; a live one could not.',
      }
    : {
        rule: 'gatewayNotConfirmed',
        severity: 'blocks',
        message: 'The gateway is not confirmed yet. Confirm it before a live session begins.',
      };
}
