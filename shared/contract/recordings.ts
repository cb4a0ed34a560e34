import { z } from 'zod';
import { segmentEnd } from '../domain/recording.ts';
import { command, keep, query, task } from './channel.ts';
import { id, instant, line, nothing } from './shapes.ts';

const milliseconds = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A stretch of a recording that was made in one go. */
const recordingSegment = z.strictObject({
  id,
  startedAt: instant,
  /** Null while it is being recorded. */
  endedAt: instant.nullable(),
  end: segmentEnd.nullable(),
  /** Why it was paused, or what went wrong. */
  reason: z.string().nullable(),
  milliseconds,
  /** Of the sound as it was recorded; null while it is being recorded, or when it could not be read back. */
  sha256: sha256.nullable(),
});
export type RecordingSegment = Readonly<z.infer<typeof recordingSegment>>;

/** What a session tells of its recording. */
export const recording = z.strictObject({
  segments: z.array(recordingSegment),
  /** For each note that was written while it was being recorded, where. */
  places: z.array(z.strictObject({ noteId: id, segmentId: id, milliseconds })),
  /** The day from which it may be destroyed; null where the plan sets no time. */
  keptUntil: z.iso.date().nullable(),
  destroyed: z.strictObject({ at: instant, reason: z.string() }).nullable(),
});
export type SessionRecording = Readonly<z.infer<typeof recording>>;

/** The most that one chunk holds: far more than a second of speech. */
const largestChunk = 1_000_000;
const chunk = z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= largestChunk, {
  error: 'A chunk of a recording has at least one byte and at most one million.',
});

export const recordingChannels = {
  /** Records what the apprentice says to being recorded, when it is asked or changed after the opening checklist. A refusal ends what is being recorded. */
  'recording.consent': command(z.strictObject({ sessionId: id, consent: z.enum(['given', 'refused']) }), nothing),
  /** Begins a stretch of the session's recording. */
  'recording.start': command(z.strictObject({ sessionId: id }), z.strictObject({ segmentId: id })),
  /** Stores the next chunk of sound, encrypted and durable. `sequence` counts from 0; one that is there already is not stored twice. */
  'recording.append': keep(
    z.strictObject({ segmentId: id, sequence: z.number().int().min(0), milliseconds, chunk }),
    z.strictObject({ chunks: z.number().int() }),
  ),
  /** Ends a stretch after its last chunk. */
  'recording.end': command(
    z.strictObject({ segmentId: id, end: z.enum(['paused', 'stopped', 'locked', 'trouble']), reason: line.nullable() }),
    nothing,
  ),
  /** Checks that a stretch is whole and can be listened to; its sound is then at `/recordings/` and its id, for the window's media element. */
  'recording.listen': query(z.strictObject({ segmentId: id }), nothing),
  /** Destroys a recording's keys and files for good, once it need not be kept any longer. */
  'recording.destroy': task(z.strictObject({ sessionId: id, reason: line }), nothing),
} as const;
