import { formatList } from '../../shared/british.ts';
import type { Checked } from '../../shared/contract.ts';
import { openingProblemsOf, openingRulesOf } from '../../shared/domain/opening.ts';
import type { Method, Plan } from '../../shared/domain/plan.ts';
import { consentQuestionOf } from '../../shared/domain/recording.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { assessmentById } from './assessment-rows.ts';
import { refuseWithdrawn } from './assessment-version-rows.ts';
import { attemptsAt, refuseAttempt } from './attempts.ts';
import { keepBooking } from './bookings.ts';
import { endRunning, refuseUnsettled } from './clock.ts';
import { refuseBeforeGateway } from './gateway.ts';
import { notesOf } from './notes.ts';
import { isComplete } from './plans.ts';
import { outcomeOf } from './recorded-outcome-rows.ts';
import { endRecording } from './recording-sealing.ts';
import { refuseRefused } from './refusals.ts';
import { closingObstacles, resultOf } from './session-results.ts';
import {
  countingSessions,
  insertReopening,
  insertSession,
  methodOfSession,
  refuseEnded,
  refuseSigned,
  type SessionRow,
  sessionById,
  setState,
  updateClosed,
} from './session-rows.ts';
import { sha256 } from './stored.ts';

export const beginSession: Handler<'session.begin'> = (context, wanted) => {
  const { id, attempt, method } = openAttempt(context, wanted);
  const { assessmentId, methodKey } = wanted;
  const [problem] = Object.values(openingProblemsOf(openingRulesOf(method), wanted.checklist));
  if (problem !== undefined) throw new AppError('checklist.incomplete', problem);
  const { identityDocument, adjustmentPercent, recordingConsent } = wanted.checklist;
  if (consentQuestionOf(method) === 'required' && recordingConsent === 'notAsked') {
    throw new AppError('consent.notAsked', 'The plan asks for a recording. Ask the apprentice for consent first.');
  }
  context.record({
    type: 'session.begun',
    subjectId: id,
    detail: { assessmentId, methodKey, attempt, identityDocument, adjustmentPercent },
  });
  return { id };
};

/** Opens an attempt at a method as a session that has not run, where plan, gateway, order and earlier attempts allow it. Throws AppError in the words of what forbids it. */
export function openAttempt(
  context: CommandContext,
  { assessmentId, methodKey, checklist, further }: Checked<'session.begin'>,
): { readonly id: string; readonly attempt: number; readonly method: Method } {
  const { reader, writer, now } = context;
  const assessment = assessmentById(reader, assessmentId);
  const plan = planOfAssessment(reader, assessment, now.toISOString());
  const method = plan.methods.find(({ key }) => key === methodKey);
  if (!method) throw new AppError('method.unknown', 'The plan has no such method.');
  if (!isComplete(plan)) {
    throw new AppError(
      'plan.open',
      'This plan is a template: it has no descriptors to judge by yet. Choose a complete plan for the assessment.',
    );
  }
  refuseBeforeGateway(reader, assessment, plan);
  refuseRefused(reader, assessmentId, methodKey);
  refuseWithdrawn(reader, assessment.versionId);
  const earlier = attemptsAt(reader, assessmentId, plan, method, now);
  refuseAttempt(plan, earlier.chance, further ?? null);
  refuseOutOfOrder(reader, plan, assessmentId, methodKey);
  const id = context.newId();
  const attempt = earlier.sessions.length + 1;
  writer.run(insertSession, {
    id,
    assessmentId,
    methodKey,
    attempt,
    kind: further?.kind ?? 'first',
    exceptional: further?.exceptional || null,
    actionPlan: further?.actionPlan || null,
    lateReason: further?.lateReason || null,
    versionId: assessment.versionId,
    checklist: JSON.stringify(checklist),
    at: now.toISOString(),
  });
  keepBooking(context, { assessmentId, methodKey, sessionId: id });
  return { id, attempt, method };
}

/** Refuses a method whose turn has not come. Throws AppError `method.order`. */
function refuseOutOfOrder(reader: Reader, plan: Plan, assessmentId: string, methodKey: string): void {
  const ended = [...countingSessions(reader, assessmentId).values()].filter(
    ({ state }) => state === 'closed' || state === 'signed',
  );
  const done = new Set(ended.map(session => session.methodKey));
  const passed = new Set(ended.filter(session => isPassed(reader, session)).map(session => session.methodKey));
  const nameOf = (key: string): string => plan.methods.find(method => method.key === key)?.name ?? key;
  const { order } = plan;
  if (order.kind === 'fixed') {
    const before = order.methods.slice(0, order.methods.indexOf(methodKey)).filter(key => !done.has(key));
    if (before.length === 0) return;
    throw new AppError('method.order', `The plan sets the order: first comes ${formatList(before.map(nameOf))}.`);
  }
  if (order.kind === 'passedBefore') {
    const before = order.pairs.filter(({ earlier, later }) => later === methodKey && !passed.has(earlier));
    if (before.length === 0) return;
    const names = formatList(before.map(({ earlier }) => nameOf(earlier)));
    throw new AppError('method.order', `The plan sets the order: ${names} must be passed first.`);
  }
}

function isPassed(reader: Reader, session: SessionRow): boolean {
  const { grade } = resultOf(reader, session);
  return grade !== null && grade !== 'fail';
}

export const closeSession: Handler<'session.close'> = (context, { sessionId, explanations }) => {
  const session = sessionById(context.reader, sessionId);
  refuseEnded(session);
  refuseUnsettled(context, sessionId);
  const { method } = methodOfSession(context.reader, session);
  const blocking = closingObstacles(context.reader, session, method, context.now, explanations).find(
    ({ severity }) => severity === 'blocks',
  );
  if (blocking) throw new AppError('session.incomplete', blocking.message);
  endRunning(context, sessionId);
  endRecording(context, sessionId, 'closed', null);
  context.writer.run(updateClosed, {
    id: sessionId,
    explanations: JSON.stringify(explanations),
    at: context.now.toISOString(),
  });
  const detail = { notes: notesOf(context.reader, sessionId).length, explained: explanations.map(({ rule }) => rule) };
  context.record({ type: 'session.closed', subjectId: sessionId, detail });
  return {};
};

export const reopenSession: Handler<'session.reopen'> = (context, { sessionId, reason }) => {
  const session = sessionById(context.reader, sessionId);
  refuseSigned(session);
  if (session.state !== 'closed') throw new AppError('session.open', 'This session is not closed.');
  if (session.revising !== null) {
    throw new AppError(
      'session.revising',
      'The report of this session was returned: its judgements are open, its notes stay as they are.',
    );
  }
  if (outcomeOf(context.reader, sessionId)) {
    throw new AppError(
      'session.recorded',
      'This method was held elsewhere, so there is no session to open. Correct what was recorded instead.',
    );
  }
  context.writer.run(insertReopening, { sessionId, at: context.now.toISOString(), reason });
  setState(context, sessionId, 'paused');
  context.record({ type: 'session.reopened', subjectId: sessionId, detail: { reasonSha256: sha256(reason) } });
  return {};
};
