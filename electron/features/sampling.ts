import { z } from 'zod';
import {
  lotOf,
  reasonsToSample,
  type SamplingFacts,
  type SamplingReason,
  type SamplingRule,
  usualSampling,
} from '../../shared/domain/sampling.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read } from '../db/statements.ts';
import { adjustmentsOf } from './adjustments.ts';
import type { AssessmentRow } from './assessment-rows.ts';
import { changeSetting, setting } from './settings.ts';
import type { ReportRow } from './signed-reports.ts';

const ruleShape = z.strictObject({ firstOfAssessor: z.number(), firstOfPlan: z.number(), percent: z.number() });
const countRow = z.strictObject({ count: z.number() });
const signedBefore = read<{ signerId: string; assessmentId: string; signedAt: string }>()(
  'SELECT count(DISTINCT assessment_id) AS count FROM report WHERE signed_by = @signerId AND assessment_id <> @assessmentId AND signed_at < @signedAt',
  countRow,
);
const byPlanBefore = read<{ planId: string; assessmentId: string; signedAt: string }>()(
  'SELECT count(DISTINCT assessment_id) AS count FROM report JOIN assessment ON assessment.id = assessment_id WHERE plan_id = @planId AND assessment_id <> @assessmentId AND signed_at < @signedAt',
  countRow,
);

/** The workspace's rule of sampling. */
export const samplingRule = (reader: Reader): SamplingRule => setting(reader, 'sampling', ruleShape, usualSampling);

export const getSampling: Handler<'sampling.get'> = ({ reader }) => ({ ...samplingRule(reader) });

export const setSampling: Handler<'sampling.set'> = (context, rule) => {
  changeSetting(context, 'sampling', rule);
  return {};
};

/** Why an assessment has to be sampled, going by its current signed reports; none while nothing is signed. */
export function samplingOf(
  reader: Reader,
  assessment: AssessmentRow,
  reports: readonly ReportRow[],
): readonly SamplingReason[] {
  const [first] = reports.toSorted((a, b) => (a.signedAt < b.signedAt ? -1 : 1));
  return first ? reasonsToSample(factsOf(reader, assessment, reports, first), samplingRule(reader)) : [];
}

function factsOf(
  reader: Reader,
  { id, planId }: AssessmentRow,
  reports: readonly ReportRow[],
  first: ReportRow,
): SamplingFacts {
  const { signerId, signedAt } = first;
  const methods = reports.flatMap(({ model }) => (model.kind === 'method' ? [model] : []));
  const overall = reports.find(({ kind }) => kind === 'overall') ?? first;
  return {
    ofAssessor: 1 + (reader.one(signedBefore, { signerId, assessmentId: id, signedAt })?.count ?? 0),
    ofPlan: 1 + (reader.one(byPlanBefore, { planId, assessmentId: id, signedAt })?.count ?? 0),
    overall: overall.model.grade,
    methods: methods.map(({ grade, themes }) => ({ grade, descriptors: themes.flatMap(theme => theme.descriptors) })),
    adjusted:
      methods.some(({ session }) => session.adjustmentPercent > 0) ||
      adjustmentsOf(reader, id).some(({ withdrawnReason }) => withdrawnReason === null),
    complaint: false,
    lot: lotOf(id),
  };
}
