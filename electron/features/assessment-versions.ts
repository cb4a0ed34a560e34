import { calendarDate } from '../../shared/british.ts';
import { inCodeOrder, samples, versionFindings } from '../../shared/domain/assessment-versions.ts';
import { statementCoverage } from '../../shared/domain/statement-coverage.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler, QueryContext } from '../core/contexts.ts';
import { apprenticeById, fullName } from './apprentices.ts';
import { assessmentById } from './assessment-rows.ts';
import {
  insertVersion,
  refuseWithdrawn,
  sessionsByPlan,
  updateChosen,
  updateWithdrawn,
  versionById,
  versionsOfPlanById,
} from './assessment-version-rows.ts';
import { frameworkById } from './frameworks.ts';
import { planById, type StoredPlan } from './plan-rows.ts';
import { methodOfSession, sessionById } from './session-rows.ts';
import { sha256 } from './stored.ts';

export const addAssessmentVersion: Handler<'assessmentVersion.add'> = (context, { planId, label, statements }) => {
  const { document } = samplingPlan(planById(context.reader, planId));
  if (versionsOfPlanById(context.reader, planId).some(held => held.label === label)) {
    throw new AppError('assessmentVersion.held', `There is a version “${label}” of this plan already.`);
  }
  const [finding] = versionFindings(document, statements);
  if (finding) throw new AppError('assessmentVersion.faulty', finding);
  const id = context.newId();
  const codes = inCodeOrder(statements);
  const at = context.now.toISOString();
  context.writer.run(insertVersion, { id, planId, label, statements: JSON.stringify(codes), at });
  context.record({
    type: 'assessmentVersion.added',
    subjectId: id,
    detail: { planId, labelSha256: sha256(label), statements: codes },
  });
  return { id };
};

export const withdrawAssessmentVersion: Handler<'assessmentVersion.withdraw'> = (context, { id, reason }) => {
  if (versionById(context.reader, id).withdrawnReason !== null) {
    throw new AppError('assessmentVersion.withdrawn', 'This version is withdrawn already.');
  }
  context.writer.run(updateWithdrawn, { id, reason });
  context.record({ type: 'assessmentVersion.withdrawn', subjectId: id, detail: { reasonSha256: sha256(reason) } });
  return {};
};

export const chooseAssessmentVersion: Handler<'assessmentVersion.choose'> = (context, { assessmentId, versionId }) => {
  const { planId } = assessmentById(context.reader, assessmentId);
  samplingPlan(planById(context.reader, planId));
  const version = versionId === null ? null : versionById(context.reader, versionId);
  if (version && version.planId !== planId) {
    throw new AppError('assessmentVersion.otherPlan', 'This version belongs to another plan.');
  }
  refuseWithdrawn(context.reader, versionId);
  context.writer.run(updateChosen, { assessmentId, versionId });
  context.record({ type: 'assessmentVersion.chosen', subjectId: assessmentId, detail: { versionId } });
  return {};
};

/** Refuses a plan that does not sample: there every statement is in every assessment. Throws AppError `assessmentVersion.notSampled`. */
function samplingPlan(row: StoredPlan): StoredPlan {
  if (samples(row.document)) return row;
  throw new AppError(
    'assessmentVersion.notSampled',
    'This plan does not sample its statements: every one of them is assessed every time.',
  );
}

export const getSamplingLog: Handler<'assessmentVersion.log'> = (context, { planId }) => samplingLog(context, planId);

/** The assessment versions of a plan, the sessions that were held with them, and how every statement is covered over time. */
export function samplingLog({ reader, workspace, now }: QueryContext, planId: string) {
  const { document, frameworkId } = samplingPlan(planById(reader, planId));
  const texts = new Map(frameworkById(reader, frameworkId).items.map(({ code, text }) => [code, text]));
  const log = sessionsByPlan(reader, planId, workspace.practice).map(held => {
    const session = sessionById(reader, held.id);
    const { method } = methodOfSession(reader, session);
    const { apprenticeId } = assessmentById(reader, session.assessmentId);
    return {
      sessionId: held.id,
      assessmentId: session.assessmentId,
      apprentice: fullName(apprenticeById(reader, apprenticeId)),
      methodKey: held.methodKey,
      method: method.name,
      on: held.heldOn,
      version: held.label,
      statements: [...method.ksbs],
    };
  });
  const coverage = statementCoverage(document, log, calendarDate(now.toISOString()));
  return {
    practice: workspace.practice,
    coveredWithinMonths: document.sampling?.coveredWithinMonths ?? null,
    versions: versionsOfPlanById(reader, planId).map(({ planId: _, ...version }) => ({
      ...version,
      sessions: log.filter(entry => entry.version === version.label).length,
    })),
    coverage: coverage.map(one => ({ ...one, text: texts.get(one.code) ?? '' })),
    log,
  };
}
