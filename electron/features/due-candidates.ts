import { z } from 'zod';
import { addMonths } from '../../shared/domain/attempts.ts';
import { dueWithinDays } from '../../shared/domain/due.ts';
import { daysAfter } from '../../shared/domain/working-days.ts';
import { type Reader, read } from '../db/statements.ts';
import { type AssessmentRow, assessmentById } from './assessment-rows.ts';
import { everyPlan } from './plan-rows.ts';

/** An overall report that is no fail ends everything that could be due but a booking or an open session. */
const passed =
  "SELECT 1 FROM report WHERE report.assessment_id = assessment.id AND kind = 'overall' AND superseded_at IS NULL AND grade <> 'fail'";
const candidates = read<{ until: string; cutoffs: string }>()(
  `SELECT id FROM assessment
   WHERE id NOT IN (SELECT assessment_id FROM assignment) AND (
   id IN (SELECT assessment_id FROM booking WHERE state = 'booked' AND held_on <= @until)
   OR id IN (SELECT assessment_id FROM session WHERE state = 'closed' AND void_reason IS NULL)
   OR id IN (
     SELECT id FROM assessment WHERE NOT EXISTS (${passed}) AND (
       EXISTS (SELECT 1 FROM session WHERE session.assessment_id = assessment.id AND state = 'signed' AND void_reason IS NULL)
       OR EXISTS (
         SELECT 1 FROM gateway_confirmation WHERE gateway_confirmation.assessment_id = assessment.id AND unlocked_at IS NULL
         AND passed_on <= (SELECT value FROM json_each(@cutoffs) WHERE key = plan_id)
       )
     )
   )
   )
   ORDER BY added_at DESC, id DESC`,
  z.strictObject({ id: z.string() }),
);

/** The assessments of which something can be due today or within the time that is told ahead, the latest added first; the others need not be worked out. */
export function dueCandidates(reader: Reader, today: string): readonly AssessmentRow[] {
  const until = daysAfter(today, dueWithinDays);
  const cutoffs = Object.fromEntries(
    everyPlan(reader).flatMap(({ document }): [string, string][] => {
      const months = periodsOf(document);
      return months.length === 0 ? [] : [[document.id, addMonths(daysAfter(until, 3), -Math.min(...months))]];
    }),
  );
  return reader
    .all(candidates, { until, cutoffs: JSON.stringify(cutoffs) })
    .map(({ id }) => assessmentById(reader, id));
}

/** The assessment periods that a plan gives, in months, those of its dispensations included. */
function periodsOf({ programme, dispensations }: ReturnType<typeof everyPlan>[number]['document']): readonly number[] {
  const dispensed = dispensations
    .filter(({ path }) => path === 'programme.epaPeriodMonths' || path === 'programme')
    .map(({ value }) => (typeof value === 'number' ? value : 0));
  return [programme.epaPeriodMonths, ...dispensed].filter(months => months !== null);
}
