import type { Handler } from '../core/contexts.ts';
import { adjustmentsOf } from './adjustments.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { assessmentById } from './assessment-rows.ts';
import { bookingsOf } from './bookings.ts';
import { gatewayOf, periodEndOf } from './gateway.ts';

export const getPreparation: Handler<'preparation.get'> = ({ reader, now }, { assessmentId }) => {
  const assessment = assessmentById(reader, assessmentId);
  const plan = planOfAssessment(reader, assessment, now.toISOString());
  return {
    gateway: gatewayOf(reader, assessment, plan),
    periodEnd: periodEndOf(reader, assessmentId, plan),
    bookings: bookingsOf(reader, assessmentId).map(({ assessmentId: _, heldOn, heldAt, ...booking }) => ({
      ...booking,
      on: heldOn,
      at: heldAt,
    })),
    notices: plan.methods.map(({ key, notice }) => ({ methodKey: key, notice })),
    adjustments: adjustmentsOf(reader, assessmentId).map(({ assessmentId: _, ...adjustment }) => adjustment),
  };
};
