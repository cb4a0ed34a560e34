import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { assessmentById } from './assessment-rows.ts';
import { refuseFuture } from './gateway.ts';
import { sha256 } from './stored.ts';

const adjustmentRow = z.strictObject({
  id: z.string(),
  assessmentId: z.string(),
  kind: z.enum(['reasonableAdjustment', 'specialConsideration']),
  methodKey: z.string().nullable(),
  what: z.string(),
  extraTimePercent: z.number(),
  agreedBy: z.string(),
  agreedOn: z.string(),
  withdrawnReason: z.string().nullable(),
});
type AdjustmentRow = z.output<typeof adjustmentRow>;

const columns = 'id, assessment_id, kind, method_key, what, extra_time_percent, agreed_by, agreed_on, withdrawn_reason';
const adjustmentsOfAssessment = read<{ assessmentId: string }>()(
  `SELECT ${columns} FROM adjustment WHERE assessment_id = @assessmentId ORDER BY recorded_at, id`,
  adjustmentRow,
);
const oneAdjustment = read<{ id: string }>()(`SELECT ${columns} FROM adjustment WHERE id = @id`, adjustmentRow);
const insertAdjustment = write<{
  id: string;
  assessmentId: string;
  kind: AdjustmentRow['kind'];
  methodKey: string | null;
  what: string;
  extraTimePercent: number;
  agreedBy: string;
  agreedOn: string;
  now: string;
}>(
  'INSERT INTO adjustment (id, assessment_id, kind, method_key, what, extra_time_percent, agreed_by, agreed_on, recorded_at) VALUES (@id, @assessmentId, @kind, @methodKey, @what, @extraTimePercent, @agreedBy, @agreedOn, @now)',
);
const updateWithdrawn = write<{ id: string; reason: string }>(
  'UPDATE adjustment SET withdrawn_reason = @reason WHERE id = @id',
);

/** Everything agreed for the apprentice in an assessment, the withdrawn too, in the order in which it was recorded. */
export const adjustmentsOf = (reader: Reader, assessmentId: string): readonly AdjustmentRow[] =>
  reader.all(adjustmentsOfAssessment, { assessmentId });

/** The special considerations that hold for a method, as the report's conditions say them; empty when there are none. */
export function considerationsInWords(reader: Reader, assessmentId: string, methodKey: string): string {
  return adjustmentsOf(reader, assessmentId)
    .filter(({ kind }) => kind === 'specialConsideration')
    .filter(({ withdrawnReason }) => withdrawnReason === null)
    .filter(adjustment => adjustment.methodKey === null || adjustment.methodKey === methodKey)
    .map(({ what, agreedBy }) => `${what} (agreed by ${agreedBy})`)
    .join('; ');
}

export const recordAdjustment: Handler<'adjustment.record'> = (context, { assessmentId, ...adjustment }) => {
  const { reader, writer, now } = context;
  const assessment = assessmentById(reader, assessmentId);
  const { methodKey, kind, extraTimePercent, agreedOn, what } = adjustment;
  const plan = planOfAssessment(reader, assessment, now.toISOString());
  if (methodKey !== null && !plan.methods.some(({ key }) => key === methodKey)) {
    throw new AppError('method.unknown', 'The plan has no such method.');
  }
  refuseFuture(agreedOn, now);
  const id = context.newId();
  writer.run(insertAdjustment, { id, assessmentId, ...adjustment, now: now.toISOString() });
  const detail = { kind, methodKey, extraTimePercent, agreedOn, whatSha256: sha256(what) };
  context.record({ type: 'adjustment.recorded', subjectId: assessmentId, detail });
  return { id };
};

export const withdrawAdjustment: Handler<'adjustment.withdraw'> = ({ reader, writer, record }, { id, reason }) => {
  const adjustment = reader.one(oneAdjustment, { id });
  if (!adjustment) throw new AppError('adjustment.unknown', 'This adjustment is not in the workspace.');
  if (adjustment.withdrawnReason !== null) {
    throw new AppError('adjustment.withdrawn', 'This adjustment is withdrawn already.');
  }
  writer.run(updateWithdrawn, { id, reason });
  const detail = { reasonSha256: sha256(reason) };
  record({ type: 'adjustment.withdrawn', subjectId: adjustment.assessmentId, detail });
  return {};
};
