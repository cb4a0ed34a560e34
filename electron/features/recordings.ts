import { type RecordingPermission, recordingPermission } from '../../shared/domain/recording.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler, QueryContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { troubleInWords } from '../db/trouble.ts';
import { appendChunk, createChunkFile } from '../recordings/chunk-file.ts';
import { isOnBreak } from './clock.ts';
import { fileOf, insertSegment, segmentById, updateChunks } from './recording-rows.ts';
import { endRecording, sealSegment } from './recording-sealing.ts';
import { markChanged, methodOfSession, refuseEnded, sessionById, updateChecklist } from './session-rows.ts';

export const recordConsent: Handler<'recording.consent'> = (context, { sessionId, consent }) => {
  const session = sessionById(context.reader, sessionId);
  refuseEnded(session);
  const checklist = JSON.stringify({ ...session.checklist, recordingConsent: consent });
  context.writer.run(updateChecklist, { id: sessionId, checklist });
  if (consent === 'refused') endRecording(context, sessionId, 'stopped', 'Consent was withdrawn');
  context.record({ type: 'recording.consented', subjectId: sessionId, detail: { consent } });
  return {};
};

export const startRecording: Handler<'recording.start'> = (context, { sessionId }) => {
  const session = sessionById(context.reader, sessionId);
  refuseEnded(session);
  const { method } = methodOfSession(context.reader, session);
  const permission = recordingPermission(method, session.checklist.recordingConsent);
  if (permission !== 'allowed') throw new AppError(`recording.${permission}`, refusals[permission]);
  if (isOnBreak(context.reader, sessionId)) {
    throw new AppError('recording.break', 'There is a break: the recording goes on when the clock does.');
  }
  // One that the window no longer records: its page was loaded again, or the disk was too full to end it.
  endRecording(context, sessionId, 'trouble', null);
  const id = context.newId();
  const { fileName, fileKey } = storing(() => createChunkFile(attachmentsOf(context), id));
  context.writer.run(insertSegment, {
    id,
    sessionId,
    fileName,
    fileKey,
    startedAt: context.now.toISOString(),
    startedUptime: context.uptimeSeconds,
    runId: context.workspace.runId,
  });
  markChanged(context, sessionId);
  context.record({ type: 'recording.started', subjectId: id, detail: { sessionId } });
  return { segmentId: id };
};

const refusals: Readonly<Record<Exclude<RecordingPermission, 'allowed'>, string>> = {
  notInPlan: 'The plan does not provide for a recording of this method.',
  consentNotAsked: 'Ask the apprentice for consent first: the plan allows a recording only with it.',
  consentRefused: 'The apprentice did not consent to being recorded.',
};

export const appendRecording: Handler<'recording.append'> = (
  { reader, writer, workspace },
  { segmentId, sequence, milliseconds, chunk },
) => {
  const segment = segmentById(reader, segmentId);
  if (segment.endedAt !== null) throw new AppError('recording.ended', 'This stretch of the recording has ended.');
  if (sequence < segment.chunks) return { chunks: segment.chunks };
  if (sequence > segment.chunks)
    throw new AppError('recording.gap', 'A piece of the recording before this is missing.');
  const sizeBytes = storing(() => appendChunk(attachmentsOf({ workspace }), fileOf(segment), segment, chunk));
  const chunks = segment.chunks + 1;
  const length = Math.max(segment.milliseconds, milliseconds);
  writer.run(updateChunks, { id: segmentId, chunks, sizeBytes, milliseconds: length });
  return { chunks };
};

export const endSegment: Handler<'recording.end'> = (context, { segmentId, end, reason }) => {
  const segment = segmentById(context.reader, segmentId);
  if (segment.endedAt !== null) throw new AppError('recording.ended', 'This stretch of the recording has ended.');
  sealSegment(context, segment, end, reason);
  return {};
};

const attachmentsOf = ({ workspace }: Pick<QueryContext, 'workspace'>): string => filesOf(workspace.folder).attachments;

/** Storing sound, with what can go wrong in the words of somebody who is recording. Throws AppError. */
function storing<T>(store: () => T): T {
  try {
    return store();
  } catch (error) {
    const trouble = troubleInWords(error);
    const what = trouble instanceof AppError ? diskTroubles[trouble.code] : undefined;
    if (!what) throw trouble;
    throw new AppError(
      'recording.disk',
      `The recording cannot go on: ${what}. What was recorded until now is kept, and your notes go on.`,
      { cause: error },
    );
  }
}

const diskTroubles: Readonly<Record<string, string>> = {
  'disk.full': 'the disk is full',
  'disk.readOnly': 'the attachments folder may not be written',
  'disk.failed': 'the disk did not answer as it should',
};
