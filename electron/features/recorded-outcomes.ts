import { calendarDate } from '../../shared/british.ts';
import { mayBeRecorded, type RecordedOutcome } from '../../shared/domain/recorded-outcome.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { outcomeOf, putOutcome } from './recorded-outcome-rows.ts';
import { markChanged, refuseSigned, sessionById, updateClosed } from './session-rows.ts';
import { openAttempt } from './sessions.ts';
import { sha256 } from './stored.ts';

export const recordOutcome: Handler<'outcome.record'> = (context, { outcome, ...wanted }) => {
  refuseFuture(context, outcome);
  const { id, attempt, method } = openAttempt(context, wanted);
  if (!mayBeRecorded(method)) {
    throw new AppError(
      'outcome.heldHere',
      `The ${method.name.toLowerCase()} is held with the workbench: begin its session. Only what the provider or the centre marks is recorded with its outcome.`,
    );
  }
  putOutcome(context, id, outcome);
  context.writer.run(updateClosed, { id, explanations: '[]', at: context.now.toISOString() });
  const { assessmentId, methodKey } = wanted;
  context.record({
    type: 'outcome.recorded',
    subjectId: id,
    detail: { assessmentId, methodKey, attempt, ...traceOf(outcome) },
  });
  return { id };
};

export const correctOutcome: Handler<'outcome.correct'> = (context, { sessionId, outcome }) => {
  refuseSigned(sessionById(context.reader, sessionId));
  if (!outcomeOf(context.reader, sessionId)) {
    throw new AppError('outcome.unknown', 'This session was held with the workbench: nothing was recorded of it.');
  }
  refuseFuture(context, outcome);
  putOutcome(context, sessionId, outcome);
  markChanged(context, sessionId);
  context.record({ type: 'outcome.corrected', subjectId: sessionId, detail: traceOf(outcome) });
  return {};
};

const traceOf = ({ heldOn, heldBy, source }: RecordedOutcome) => ({
  heldOn,
  heldBySha256: sha256(heldBy),
  sourceSha256: sha256(source),
});

function refuseFuture({ now }: CommandContext, { heldOn }: RecordedOutcome): void {
  if (heldOn <= calendarDate(now.toISOString())) return;
  throw new AppError('outcome.future', 'The day on which it was held is still to come. Check the date.');
}
