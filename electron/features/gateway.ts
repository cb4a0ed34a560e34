import { z } from 'zod';
import { calendarDate } from '../../shared/british.ts';
import {
  assessmentPeriodEnd,
  gatewayBar,
  gatewayObstacles,
  mayNotApply,
  requirementStates,
} from '../../shared/domain/gateway.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { vocabularyOf } from '../../shared/domain/plan-vocabulary.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { type AssessmentRow, assessmentById } from './assessment-rows.ts';
import { sha256 } from './stored.ts';

const requirementRow = z.strictObject({
  requirementKey: z.string(),
  state: z.enum(requirementStates),
  evidence: z.string(),
  confirmedBy: z.string(),
  confirmedOn: z.string(),
});
const confirmationRow = z.strictObject({
  id: z.string(),
  passedOn: z.string(),
  confirmedBy: z.string(),
  confirmedAt: z.string(),
  unlockedBy: z.string().nullable(),
  unlockedAt: z.string().nullable(),
  unlockReason: z.string().nullable(),
});
const requirementsOf = read<{ assessmentId: string }>()(
  'SELECT requirement_key, state, evidence, confirmed_by, confirmed_on FROM gateway_record WHERE assessment_id = @assessmentId',
  requirementRow,
);
const earlierRecords = read<{ assessmentId: string }>()(
  'SELECT requirement_key, state, evidence, confirmed_by, confirmed_on, until FROM gateway_record_version WHERE assessment_id = @assessmentId ORDER BY requirement_key, version DESC',
  requirementRow.extend({ until: z.string() }),
);
const putRequirement = write<{
  assessmentId: string;
  requirementKey: string;
  state: string;
  evidence: string;
  confirmedBy: string;
  confirmedOn: string;
  at: string;
}>(
  'INSERT INTO gateway_record (assessment_id, requirement_key, state, evidence, confirmed_by, confirmed_on, recorded_at) VALUES (@assessmentId, @requirementKey, @state, @evidence, @confirmedBy, @confirmedOn, @at) ON CONFLICT (assessment_id, requirement_key) DO UPDATE SET state = excluded.state, evidence = excluded.evidence, confirmed_by = excluded.confirmed_by, confirmed_on = excluded.confirmed_on, recorded_at = excluded.recorded_at',
);
const confirmationsOf = read<{ assessmentId: string }>()(
  'SELECT id, passed_on, confirmed_by, confirmed_at, unlocked_by, unlocked_at, unlock_reason FROM gateway_confirmation WHERE assessment_id = @assessmentId ORDER BY confirmed_at, id',
  confirmationRow,
);
const insertConfirmation = write<{ id: string; assessmentId: string; passedOn: string; by: string; at: string }>(
  'INSERT INTO gateway_confirmation (id, assessment_id, passed_on, confirmed_by, confirmed_at) VALUES (@id, @assessmentId, @passedOn, @by, @at)',
);
const updateUnlocked = write<{ id: string; by: string; reason: string; at: string }>(
  'UPDATE gateway_confirmation SET unlocked_by = @by, unlocked_at = @at, unlock_reason = @reason WHERE id = @id',
);

const confirmationOf = (reader: Reader, assessmentId: string) =>
  reader.all(confirmationsOf, { assessmentId }).find(({ unlockedAt }) => unlockedAt === null);

/** The last day of an assessment's period; null before its gateway is confirmed, or where the plan leaves the months open. */
export function periodEndOf(reader: Reader, assessmentId: string, plan: Plan): string | null {
  const confirmation = confirmationOf(reader, assessmentId);
  return confirmation ? assessmentPeriodEnd(plan, confirmation.passedOn) : null;
}

/** The gateway of an assessment as it stands: its requirements with what was recorded, and its confirmations. */
export function gatewayOf(reader: Reader, assessment: AssessmentRow, plan: Plan) {
  const records = reader.all(requirementsOf, { assessmentId: assessment.id });
  const earlier = reader.all(earlierRecords, { assessmentId: assessment.id });
  const confirmations = reader.all(confirmationsOf, { assessmentId: assessment.id });
  const confirmed = confirmations.find(({ unlockedAt }) => unlockedAt === null);
  return {
    title: vocabularyOf(plan).gateway,
    requirements: plan.gateway.map(requirement => {
      const found = records.find(({ requirementKey }) => requirementKey === requirement.key);
      const { requirementKey: _, ...record } = found ?? { requirementKey: '' };
      return {
        key: requirement.key,
        title: requirement.title,
        mandatory: requirement.mandatory,
        appliesIf: requirement.appliesIf ?? null,
        evidenceWanted: requirement.evidence ?? null,
        mayNotApply: mayNotApply(requirement),
        record: 'state' in record ? record : null,
        earlier: earlier
          .filter(one => one.requirementKey === requirement.key)
          .map(({ requirementKey: _, ...words }) => words),
      };
    }),
    obstacles: [...gatewayObstacles(plan, records)],
    confirmed: confirmed
      ? { passedOn: confirmed.passedOn, by: confirmed.confirmedBy, at: confirmed.confirmedAt }
      : null,
    unlocked: confirmations.flatMap(({ passedOn, unlockedBy, unlockedAt, unlockReason }) =>
      unlockedBy !== null && unlockedAt !== null && unlockReason !== null
        ? [{ passedOn, by: unlockedBy, at: unlockedAt, reason: unlockReason }]
        : [],
    ),
    bar: gatewayBar(plan, assessment.practice, confirmed !== undefined),
  };
}

/** Refuses a live session before the gateway is confirmed. Throws AppError `gateway.notConfirmed`. */
export function refuseBeforeGateway(reader: Reader, assessment: AssessmentRow, plan: Plan): void {
  const bar = gatewayBar(plan, assessment.practice, confirmationOf(reader, assessment.id) !== undefined);
  if (bar?.severity === 'blocks') throw new AppError('gateway.notConfirmed', bar.message);
}

function refuseConfirmed(reader: Reader, assessmentId: string): void {
  if (confirmationOf(reader, assessmentId)) {
    throw new AppError('gateway.confirmed', 'The gateway is confirmed and locked. Unlock it, with a reason, first.');
  }
}

/** Refuses a day that is still to come. Throws AppError `date.future`. */
export function refuseFuture(isoDate: string, now: Date): void {
  if (isoDate > calendarDate(now.toISOString()))
    throw new AppError('date.future', 'This day is still to come. Check the date.');
}

export const recordRequirement: Handler<'gateway.record'> = (context, { assessmentId, requirementKey, ...found }) => {
  const { reader, writer, now } = context;
  const assessment = assessmentById(reader, assessmentId);
  const plan = planOfAssessment(reader, assessment, assessment.addedAt);
  const requirement = plan.gateway.find(({ key }) => key === requirementKey);
  if (!requirement) throw new AppError('gateway.unknown', 'The plan has no such requirement for the gateway.');
  refuseConfirmed(reader, assessmentId);
  refuseFuture(found.confirmedOn, now);
  if (found.state === 'notApplicable' && !mayNotApply(requirement)) {
    throw new AppError('gateway.mandatory', 'This requirement is mandatory: it applies to everybody.');
  }
  if (found.state === 'notApplicable' && found.evidence === '') {
    throw new AppError('gateway.reasonMissing', 'Say why this requirement does not apply.');
  }
  writer.run(putRequirement, { assessmentId, requirementKey, ...found, at: now.toISOString() });
  const { state, confirmedOn, confirmedBy, evidence } = found;
  context.record({
    type: 'gateway.recorded',
    subjectId: assessmentId,
    detail: {
      requirementKey,
      state,
      confirmedOn,
      confirmedBySha256: sha256(confirmedBy),
      evidenceSha256: sha256(evidence),
    },
  });
  return {};
};

export const confirmGateway: Handler<'gateway.confirm'> = (context, { assessmentId, passedOn }) => {
  const { reader, writer, now, workspace } = context;
  const assessment = assessmentById(reader, assessmentId);
  const plan = planOfAssessment(reader, assessment, assessment.addedAt);
  refuseConfirmed(reader, assessmentId);
  refuseFuture(passedOn, now);
  const [obstacle] = gatewayObstacles(plan, reader.all(requirementsOf, { assessmentId }));
  if (obstacle) throw new AppError('gateway.open', obstacle);
  const at = now.toISOString();
  writer.run(insertConfirmation, { id: context.newId(), assessmentId, passedOn, by: workspace.ownerName, at });
  const detail = { passedOn, periodEnd: assessmentPeriodEnd(plan, passedOn) };
  context.record({ type: 'gateway.confirmed', subjectId: assessmentId, detail });
  return {};
};

export const unlockGateway: Handler<'gateway.unlock'> = (context, { assessmentId, reason }) => {
  const { reader, writer, now, workspace } = context;
  const confirmation = confirmationOf(reader, assessmentId);
  if (!confirmation) throw new AppError('gateway.notConfirmed', 'The gateway is not confirmed, so it is not locked.');
  writer.run(updateUnlocked, { id: confirmation.id, by: workspace.ownerName, reason, at: now.toISOString() });
  context.record({ type: 'gateway.unlocked', subjectId: assessmentId, detail: { reasonSha256: sha256(reason) } });
  return {};
};
