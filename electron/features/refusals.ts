import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { assessmentById } from './assessment-rows.ts';
import { sha256 } from './stored.ts';

const refusalRow = z.strictObject({ id: z.string(), reason: z.string(), refusedAt: z.string() });
const standing = read<{ assessmentId: string; methodKey: string }>()(
  'SELECT id, reason, refused_at FROM refusal WHERE assessment_id = @assessmentId AND method_key = @methodKey AND withdrawn_at IS NULL',
  refusalRow,
);
const oneStanding = read<{ id: string }>()(
  'SELECT id, assessment_id FROM refusal WHERE id = @id AND withdrawn_at IS NULL',
  z.strictObject({ id: z.string(), assessmentId: z.string() }),
);
const insertRefusal = write<{ id: string; assessmentId: string; methodKey: string; reason: string; at: string }>(
  'INSERT INTO refusal (id, assessment_id, method_key, reason, refused_at) VALUES (@id, @assessmentId, @methodKey, @reason, @at)',
);
const updateWithdrawn = write<{ id: string; reason: string; at: string }>(
  'UPDATE refusal SET withdrawn_reason = @reason, withdrawn_at = @at WHERE id = @id',
);

/** Why the assessor refused to assess a method, where that stands; null where they did not. */
export function refusalOf(reader: Reader, assessmentId: string, methodKey: string) {
  const row = reader.one(standing, { assessmentId, methodKey });
  return row ? { id: row.id, reason: row.reason, at: row.refusedAt } : null;
}

/** Refuses to begin what the assessor refused to assess. Throws AppError `session.refused`. */
export function refuseRefused(reader: Reader, assessmentId: string, methodKey: string): void {
  if (refusalOf(reader, assessmentId, methodKey) === null) return;
  throw new AppError(
    'session.refused',
    'You refused to assess this, so another assessor has to. Withdraw the refusal, with a reason, if it was a mistake.',
  );
}

export const refuseSession: Handler<'session.refuse'> = (context, { assessmentId, methodKey, reason }) => {
  const { reader, writer, newId, now, record } = context;
  const plan = planOfAssessment(reader, assessmentById(reader, assessmentId), now.toISOString());
  if (!plan.methods.some(({ key }) => key === methodKey)) {
    throw new AppError('method.unknown', 'The plan has no such method.');
  }
  refuseRefused(reader, assessmentId, methodKey);
  const id = newId();
  writer.run(insertRefusal, { id, assessmentId, methodKey, reason, at: now.toISOString() });
  record({ type: 'session.refused', subjectId: assessmentId, detail: { methodKey, reasonSha256: sha256(reason) } });
  return { id };
};

export const withdrawRefusal: Handler<'refusal.withdraw'> = ({ reader, writer, now, record }, { id, reason }) => {
  const row = reader.one(oneStanding, { id });
  if (!row) throw new AppError('refusal.unknown', 'This refusal does not stand any more.');
  writer.run(updateWithdrawn, { id, reason, at: now.toISOString() });
  record({ type: 'refusal.withdrawn', subjectId: row.assessmentId, detail: { reasonSha256: sha256(reason) } });
  return {};
};
