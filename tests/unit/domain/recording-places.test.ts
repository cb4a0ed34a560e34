import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  leadIn,
  placeFromBeginning,
  placeToListen,
  type RecordedSegment,
  recordedLength,
} from '../../../shared/domain/recording-places.ts';

const hour = 3_600_000;
const segments = [
  { id: 'first', milliseconds: 60_000 },
  { id: 'empty', milliseconds: 0 },
  { id: 'last', milliseconds: 30_000 },
] as const;

describe('where to begin to listen to what a note is about', () => {
  test.each([
    ['first', 42_000, { segmentId: 'first', milliseconds: 32_000, fromBeginning: 32_000 }],
    ['first', 4_000, { segmentId: 'first', milliseconds: 0, fromBeginning: 0 }],
    ['last', 12_000, { segmentId: 'last', milliseconds: 2_000, fromBeginning: 62_000 }],
    // The end of the segment was lost in a crash.
    ['last', 31_500, { segmentId: 'last', milliseconds: 20_000, fromBeginning: 80_000 }],
    ['empty', 500, null],
    ['gone', 500, null],
  ])('%s at %i ms', (segmentId, milliseconds, expected) => {
    expect(placeToListen(segments, { segmentId, milliseconds })).toEqual(expected);
  });
});

describe('a place counted from the beginning', () => {
  test.each([
    [-5, { segmentId: 'first', milliseconds: 0, fromBeginning: 0 }],
    [59_999, { segmentId: 'first', milliseconds: 59_999, fromBeginning: 59_999 }],
    [60_000, { segmentId: 'last', milliseconds: 0, fromBeginning: 60_000 }],
    [hour, { segmentId: 'last', milliseconds: 30_000, fromBeginning: 90_000 }],
  ])('%i ms', (wanted, expected) => {
    expect(placeFromBeginning(segments, wanted)).toEqual(expected);
  });

  test('there is none where nothing was recorded', () => {
    expect(placeFromBeginning([], 5)).toBeNull();
    expect(placeFromBeginning([{ id: 'empty', milliseconds: 0 }], 5)).toBeNull();
  });
});

const anyRecording: fc.Arbitrary<readonly RecordedSegment[]> = fc
  .array(fc.nat(3 * hour), { minLength: 1, maxLength: 8 })
  .map(lengths => lengths.map((milliseconds, index) => ({ id: `segment ${index}`, milliseconds })));

test('a place to listen lies in what was recorded, never after the note, and at most the lead-in before it', () => {
  fc.assert(
    fc.property(anyRecording, fc.nat(7), fc.nat(3 * hour), (recording, at, milliseconds) => {
      const segment = recording[at % recording.length];
      const place = placeToListen(recording, { segmentId: segment?.id ?? '', milliseconds });
      if (!place) return segment?.milliseconds === 0;
      const noted = Math.min(milliseconds, segment?.milliseconds ?? 0);
      return place.milliseconds <= noted && noted - place.milliseconds <= leadIn && place.milliseconds >= 0;
    }),
  );
});

test('counting from the beginning and back gives the same place', () => {
  fc.assert(
    fc.property(anyRecording, fc.nat(24 * hour), (recording, wanted) => {
      const place = placeFromBeginning(recording, wanted);
      if (!place) return recordedLength(recording) === 0;
      const index = recording.findIndex(({ id }) => id === place.segmentId);
      const back = recordedLength(recording.slice(0, index)) + place.milliseconds;
      return back === place.fromBeginning && back === Math.min(wanted, recordedLength(recording));
    }),
  );
});
