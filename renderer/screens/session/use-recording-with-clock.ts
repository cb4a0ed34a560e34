import { useEffect, useRef } from 'react';
import { dropRecording, startRecording } from '../../recording/recorder.ts';
import { recorderState } from '../../recording/recorder-state.ts';
import type { SessionView } from './session-view.ts';

/** Has the recording follow the clock: one that a break has paused goes on with the clock, and one that the core has ended lets go of the microphone. */
export function useRecordingWithClock({ id, ledger, recording }: SessionView): void {
  const last = ledger.at(-1);
  const isOnBreak = last?.kind === 'break' && last.endedAt === null;
  const isRunning = last?.kind === 'part' && last.endedAt === null;
  const wasOnBreak = useRef(isOnBreak);
  const segment = recording.segments.at(-1);
  useEffect(() => {
    const goesOn = wasOnBreak.current && isRunning && segment?.end === 'break';
    wasOnBreak.current = isOnBreak;
    if (goesOn) void startRecording(id);
  }, [id, isOnBreak, isRunning, segment?.end]);
  useEffect(() => {
    const state = recorderState.now();
    if (state.kind === 'recording' && state.segmentId === segment?.id && segment.endedAt !== null) dropRecording();
  }, [segment?.id, segment?.endedAt]);
}
