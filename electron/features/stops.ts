import { capitalised } from '../../shared/british.ts';
import { stopNames } from '../../shared/domain/session-stops.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { pauseClock } from './clock.ts';
import { clearDraft } from './drafts.ts';
import { refuseSigned, type SessionRow, sessionById } from './session-rows.ts';
import { insertStop, insertStopRecord, stopById, updateDecision } from './stop-rows.ts';
import { sha256 } from './stored.ts';

export const stopSession: Handler<'session.stop'> = (context, { sessionId, kind }) => {
  const session = sessionById(context.reader, sessionId);
  refuseVoid(session);
  const isOver = session.state === 'closed' || session.state === 'signed';
  if (isOver && kind !== 'malpractice') {
    throw new AppError(
      'stop.over',
      'The session has ended, so there is nothing to stop. Only suspected malpractice is recorded afterwards.',
    );
  }
  if (!isOver) pauseClock(context, sessionId, 'stop', capitalised(stopNames[kind].name));
  const id = context.newId();
  context.writer.run(insertStop, { id, sessionId, kind, at: context.now.toISOString() });
  context.record({ type: 'session.stopped', subjectId: sessionId, detail: { stopId: id, kind } });
  return { id };
};

export const recordStop: Handler<'stop.record'> = (context, { id, ...record }) => {
  const { sessionId, version, stop } = stopById(context.reader, id);
  const session = sessionById(context.reader, sessionId);
  refuseVoid(session);
  // What came to light afterwards is recorded even where the report is signed already.
  if (stop.kind !== 'malpractice') refuseSigned(session);
  const at = context.now.toISOString();
  context.writer.run(insertStopRecord, { stopId: id, version: version + 1, ...record, at });
  for (const part of ['what', 'done', 'told']) clearDraft(context.writer, sessionId, `stop:${id}:${part}`);
  const { noticedAt, what, done, told } = record;
  context.record({
    type: 'stop.recorded',
    subjectId: id,
    detail: { sessionId, version: version + 1, recordSha256: sha256([noticedAt, what, done, told].join('\n')) },
  });
  return {};
};

export const decideStop: Handler<'stop.decide'> = (context, { id, outcome, reason, by }) => {
  const { sessionId, stop } = stopById(context.reader, id);
  if (stop.kind !== 'malpractice') {
    throw new AppError('stop.notMalpractice', 'Only suspected malpractice is decided on.');
  }
  if (stop.decision !== null) throw new AppError('stop.decided', 'This was decided already, and the decision stands.');
  if (stop.record === null) {
    throw new AppError('stop.notRecorded', 'Record first what happened, what was done and who was told.');
  }
  context.writer.run(updateDecision, { id, outcome, reason, by, at: context.now.toISOString() });
  const detail = { sessionId, outcome, reasonSha256: sha256(reason), bySha256: sha256(by) };
  context.record({ type: 'stop.decided', subjectId: id, detail });
  return {};
};

function refuseVoid({ voidReason }: SessionRow): void {
  if (voidReason !== null) throw new AppError('session.void', 'This attempt was declared void and stays as it is.');
}
