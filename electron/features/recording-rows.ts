import { z } from 'zod';
import type { RecordingSegment, SessionRecording } from '../../shared/contract/recordings.ts';
import type { Method } from '../../shared/domain/plan.ts';
import { keptUntil, type SegmentEnd, segmentEnd } from '../../shared/domain/recording.ts';
import { AppError } from '../../shared/errors.ts';
import { type Reader, read, write } from '../db/statements.ts';
import type { ChunkFile } from '../recordings/chunk-file.ts';
import type { SessionRow } from './session-rows.ts';

const segmentRow = z.strictObject({
  id: z.string(),
  sessionId: z.string(),
  fileName: z.string(),
  /** Null once the recording was destroyed. */
  fileKey: z.instanceof(Uint8Array).nullable(),
  chunks: z.number(),
  sizeBytes: z.number(),
  milliseconds: z.number(),
  startedAt: z.string(),
  startedUptime: z.number(),
  runId: z.string(),
  endedAt: z.string().nullable(),
  ending: segmentEnd.nullable(),
  reason: z.string().nullable(),
  sha256: z.string().nullable(),
});
export type SegmentRow = z.output<typeof segmentRow>;

const oneSegment = read<{ id: string }>()('SELECT * FROM recording_segment WHERE id = @id', segmentRow);
const segmentsOfSession = read<{ sessionId: string }>()(
  'SELECT * FROM recording_segment WHERE session_id = @sessionId ORDER BY started_at, id',
  segmentRow,
);
const unfinished = read()('SELECT * FROM recording_segment WHERE ended_at IS NULL', segmentRow);
const momentsOfSession = read<{ sessionId: string }>()(
  'SELECT note_id, segment_id, note_moment.milliseconds FROM note_moment JOIN recording_segment ON recording_segment.id = segment_id WHERE session_id = @sessionId ORDER BY note_id',
  z.strictObject({ noteId: z.string(), segmentId: z.string(), milliseconds: z.number() }),
);
const destruction = read<{ sessionId: string }>()(
  'SELECT at, reason FROM recording_destroyed WHERE session_id = @sessionId',
  z.strictObject({ at: z.string(), reason: z.string() }),
);
/** Begins a segment. */
export const insertSegment = write<{
  id: string;
  sessionId: string;
  fileName: string;
  fileKey: Uint8Array;
  startedAt: string;
  startedUptime: number;
  runId: string;
}>(
  'INSERT INTO recording_segment (id, session_id, file_name, file_key, started_at, started_uptime, run_id) VALUES (@id, @sessionId, @fileName, @fileKey, @startedAt, @startedUptime, @runId)',
);
/** Counts a chunk that is in the file. */
export const updateChunks = write<{ id: string; chunks: number; sizeBytes: number; milliseconds: number }>(
  'UPDATE recording_segment SET chunks = @chunks, size_bytes = @sizeBytes, milliseconds = @milliseconds WHERE id = @id',
);
/** Ends a segment for good. */
export const updateEnded = write<{
  id: string;
  milliseconds: number;
  endedAt: string;
  ending: SegmentEnd;
  reason: string | null;
  sha256: string | null;
}>(
  'UPDATE recording_segment SET milliseconds = @milliseconds, ended_at = @endedAt, ending = @ending, reason = @reason, sha256 = @sha256 WHERE id = @id',
);
/** Destroys the keys of a session's recording. */
export const destroyKeys = write<{ sessionId: string }>(
  'UPDATE recording_segment SET file_key = NULL WHERE session_id = @sessionId',
);
/** Keeps when and why a recording was destroyed. */
export const insertDestroyed = write<{ sessionId: string; at: string; reason: string }>(
  'INSERT INTO recording_destroyed (session_id, at, reason) VALUES (@sessionId, @at, @reason)',
);
/** Keeps in which moment of a recording a note was written. */
export const insertMoment = write<{ noteId: string; segmentId: string; milliseconds: number }>(
  'INSERT INTO note_moment (note_id, segment_id, milliseconds) VALUES (@noteId, @segmentId, @milliseconds)',
);

/** The segment with this id, if there is one. */
export const findSegment = (reader: Reader, id: string): SegmentRow | undefined => reader.one(oneSegment, { id });

/** The segment with this id. Throws AppError `recording.unknown`. */
export function segmentById(reader: Reader, id: string): SegmentRow {
  const row = findSegment(reader, id);
  if (!row) throw new AppError('recording.unknown', 'This recording is not in the workspace.');
  return row;
}

/** The segments of a session's recording in the order in which they were recorded. */
export const segmentsOf = (reader: Reader, sessionId: string): readonly SegmentRow[] =>
  reader.all(segmentsOfSession, { sessionId });

/** The segments that nobody has ended yet, of every session. */
export const unfinishedSegments = (reader: Reader): readonly SegmentRow[] => reader.all(unfinished, {});

/** The segment of a session that is being recorded in this run of the workbench. */
export const runningSegment = (reader: Reader, sessionId: string): SegmentRow | undefined =>
  segmentsOf(reader, sessionId).find(({ endedAt }) => endedAt === null);

/** The file behind a segment. Throws AppError `recording.destroyed`. */
export function fileOf({ id, fileName, fileKey }: SegmentRow): ChunkFile {
  if (fileKey) return { id, fileName, fileKey };
  throw new AppError('recording.destroyed', 'This recording was destroyed: it need not be kept any longer.');
}

/** When and why a session's recording was destroyed; null while it is there. */
export const destroyedOf = (reader: Reader, sessionId: string): { at: string; reason: string } | null =>
  reader.one(destruction, { sessionId }) ?? null;

/** What is told of a session's recording. */
export function recordingOf(reader: Reader, session: SessionRow, method: Method): SessionRecording {
  return {
    segments: segmentsOf(reader, session.id).map(told),
    places: reader.all(momentsOfSession, { sessionId: session.id }),
    keptUntil: keptUntil(method, session.begunAt),
    destroyed: destroyedOf(reader, session.id),
  };
}

function told({ id, startedAt, endedAt, ending, reason, milliseconds, sha256 }: SegmentRow): RecordingSegment {
  return { id, startedAt, endedAt, end: ending, reason, milliseconds, sha256 };
}
