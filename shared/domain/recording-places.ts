/** A stretch of a recording that was made in one go, with its length in milliseconds. */
export interface RecordedSegment {
  readonly id: string;
  readonly milliseconds: number;
}

/** A moment of a segment. */
export interface SegmentMoment {
  readonly segmentId: string;
  /** From the segment's beginning. */
  readonly milliseconds: number;
}

/** A place in a recording: in its segment, and in all of it with the pauses left out. */
export interface RecordingPlace extends SegmentMoment {
  readonly fromBeginning: number;
}

/** How long before a note was saved playing begins, in milliseconds: what it is about was said before it was written. */
export const leadIn = 10_000;

/** How long the recording is without its pauses, in milliseconds. */
export function recordedLength(segments: readonly RecordedSegment[]): number {
  return segments.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

/**
 * Where to begin to listen for something that was noted at a moment of the recording: a lead-in before it, not before its segment begins. Where the
 * end of the segment was lost in a crash, the lead-in counts from what is there. Null when nothing of the segment is there.
 */
export function placeToListen(
  segments: readonly RecordedSegment[],
  { segmentId, milliseconds }: SegmentMoment,
): RecordingPlace | null {
  const index = segments.findIndex(({ id }) => id === segmentId);
  const segment = segments[index];
  if (!segment || segment.milliseconds <= 0) return null;
  const within = Math.max(0, Math.min(milliseconds, segment.milliseconds) - leadIn);
  return { segmentId, milliseconds: within, fromBeginning: recordedLength(segments.slice(0, index)) + within };
}

/** The place so many milliseconds from the beginning, pauses left out; what lies before or after the recording becomes its beginning or end. Null when nothing was recorded. */
export function placeFromBeginning(segments: readonly RecordedSegment[], fromBeginning: number): RecordingPlace | null {
  const sounding = segments.filter(({ milliseconds }) => milliseconds > 0);
  const wanted = Math.min(Math.max(0, fromBeginning), recordedLength(sounding));
  let before = 0;
  for (const [index, { id, milliseconds }] of sounding.entries()) {
    if (wanted < before + milliseconds || index === sounding.length - 1) {
      return { segmentId: id, milliseconds: wanted - before, fromBeginning: wanted };
    }
    before += milliseconds;
  }
  return null;
}
