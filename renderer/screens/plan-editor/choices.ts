import type { Method, Plan } from '../../../shared/domain/plan.ts';

/** The words for the choices of a plan that more than one form offers, or that a form has too many of. */

export const periodUnits = {
  calendarDays: 'calendar days',
  workingDays: 'working days',
  weeks: 'weeks',
  months: 'months',
} as const;

export const gatewayKinds = {
  qualification: 'Qualification',
  portfolio: 'Portfolio',
  dbs: 'DBS check',
  employerDeclaration: 'Employer’s declaration',
  planningMeeting: 'Planning meeting',
  other: 'Other',
} as const satisfies Record<Plan['gateway'][number]['kind'], string>;

export const completionKinds = {
  behaviours: 'Behaviours verified by the employer',
  qualification: 'Qualification',
  other: 'Other',
} as const;

export const recordings = { none: 'Not recorded', optional: 'Optional', required: 'Required' } as const;

export const markers = {
  assessmentOrganisation: 'Assessment organisation',
  provider: 'Training provider',
  centre: 'Centre',
} as const satisfies Record<NonNullable<Method['markedBy']>, string>;
