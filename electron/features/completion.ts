import { z } from 'zod';
import type { Obstacle } from '../../shared/domain/obstacle.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { assessmentById } from './assessment-rows.ts';
import { signedReportOn } from './signed-reports.ts';
import { sha256 } from './stored.ts';

const recordRow = z.strictObject({
  requirementKey: z.string(),
  verifiedBy: z.string(),
  verifiedOn: z.string(),
});
const recordsOf = read<{ assessmentId: string }>()(
  'SELECT requirement_key, verified_by, verified_on FROM completion_record WHERE assessment_id = @assessmentId',
  recordRow,
);
const putRecord = write<{
  assessmentId: string;
  requirementKey: string;
  verifiedBy: string;
  verifiedOn: string;
  at: string;
}>(
  'INSERT INTO completion_record (assessment_id, requirement_key, verified_by, verified_on, recorded_at) VALUES (@assessmentId, @requirementKey, @verifiedBy, @verifiedOn, @at) ON CONFLICT (assessment_id, requirement_key) DO UPDATE SET verified_by = excluded.verified_by, verified_on = excluded.verified_on, recorded_at = excluded.recorded_at',
);

/** What the plan asks for before completion, each with who verified it, if anybody has. */
export function completionOf(reader: Reader, assessmentId: string, plan: Plan) {
  const records = reader.all(recordsOf, { assessmentId });
  return (plan.completion ?? []).map(({ key, title, mandatory, ksbs = [], evidence }) => {
    const found = records.find(({ requirementKey }) => requirementKey === key);
    return {
      key,
      title,
      mandatory,
      ksbs: [...ksbs],
      evidence: evidence ?? null,
      verified: found ? { by: found.verifiedBy, on: found.verifiedOn } : null,
    };
  });
}

/** What keeps the overall report from being signed: a mandatory requirement that nobody has verified. Source: the gateway to completion of Skills England's reformed plans. */
export const completionObstacles = (reader: Reader, assessmentId: string, plan: Plan): readonly Obstacle[] =>
  completionOf(reader, assessmentId, plan)
    .filter(({ mandatory, verified }) => mandatory && verified === null)
    .map(({ title }) => ({
      rule: 'completionNotVerified',
      severity: 'blocks',
      message: `Not recorded yet for completion: ${title}.`,
    }));

export const recordCompletion: Handler<'completion.record'> = (
  context,
  { assessmentId, requirementKey, ...verified },
) => {
  const { reader, now } = context;
  const assessment = assessmentById(reader, assessmentId);
  const plan = planOfAssessment(reader, assessment, assessment.addedAt);
  if (!plan.completion?.some(({ key }) => key === requirementKey)) {
    throw new AppError('completion.unknown', 'The plan asks for no such thing before completion.');
  }
  if (signedReportOn(reader, { kind: 'overall', assessmentId })) {
    throw new AppError('completion.signed', 'The overall report is signed: what it rests on stays as it is.');
  }
  if (verified.verifiedOn > now.toISOString().slice(0, 10)) {
    throw new AppError('completion.future', 'The day of the verification is still to come. Check the date.');
  }
  context.writer.run(putRecord, { assessmentId, requirementKey, ...verified, at: now.toISOString() });
  context.record({
    type: 'completion.recorded',
    subjectId: assessmentId,
    detail: { requirementKey, verifiedBySha256: sha256(verified.verifiedBy), verifiedOn: verified.verifiedOn },
  });
  return {};
};
