import type { SegmentEnd } from '../../shared/domain/recording.ts';
import type { CommandContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { readAll } from '../recordings/chunk-file.ts';
import { indexWebm } from '../recordings/webm.ts';
import {
  fileOf,
  insertMoment,
  runningSegment,
  type SegmentRow,
  unfinishedSegments,
  updateEnded,
} from './recording-rows.ts';
import { markChanged } from './session-rows.ts';
import { sha256 } from './stored.ts';

/** Ends what is being recorded of a session, if anything is. */
export function endRecording(context: CommandContext, sessionId: string, end: SegmentEnd, reason: string | null): void {
  const running = runningSegment(context.reader, sessionId);
  if (running) sealSegment(context, running, end, reason);
}

/** Ends everything that is being recorded in the workspace. */
export function endEveryRecording(context: CommandContext, end: SegmentEnd): void {
  for (const segment of unfinishedSegments(context.reader)) sealSegment(context, segment, end, null);
}

/** Remembers in which moment of the recording a note was written, if one is being made. */
export function rememberMoment(context: CommandContext, noteId: string, sessionId: string): void {
  const running = runningSegment(context.reader, sessionId);
  if (!running || running.runId !== context.workspace.runId) return;
  const milliseconds = Math.max(0, Math.round((context.uptimeSeconds - running.startedUptime) * 1000));
  context.writer.run(insertMoment, { noteId, segmentId: running.id, milliseconds });
}

/** Ends a segment with the length and the hash of what is in its file. What cannot be read back is ended all the same, without a hash. */
export function sealSegment(
  context: CommandContext,
  segment: SegmentRow,
  end: SegmentEnd,
  reason: string | null,
): void {
  const content = contentOf(context, segment);
  const hash = content ? sha256(content) : null;
  const milliseconds = (content && indexWebm(content)?.milliseconds) ?? segment.milliseconds;
  const ended = { milliseconds, endedAt: endOf(context, segment, end), ending: end, reason, sha256: hash };
  context.writer.run(updateEnded, { id: segment.id, ...ended });
  markChanged(context, segment.sessionId);
  const { sessionId, chunks } = segment;
  context.record({
    type: 'recording.ended',
    subjectId: segment.id,
    detail: {
      sessionId,
      end,
      chunks,
      milliseconds,
      sha256: hash,
      reasonSha256: reason === null ? null : sha256(reason),
    },
  });
}

/** When a segment ended: now, or for one that a crash ended, as long after its beginning as it has sound. */
function endOf({ now }: CommandContext, { startedAt, milliseconds }: SegmentRow, end: SegmentEnd): string {
  return end === 'interrupted' ? new Date(Date.parse(startedAt) + milliseconds).toISOString() : now.toISOString();
}

function contentOf(context: CommandContext, segment: SegmentRow): Buffer | null {
  try {
    return readAll(filesOf(context.workspace.folder).attachments, fileOf(segment), segment);
  } catch {
    return null;
  }
}
