import { CircleX, Mic } from 'lucide-react';
import { formatElapsed } from '../../shared/british.ts';
import { recorderState } from './recorder-state.ts';
import { useRecordedSeconds } from './use-recorded-seconds.ts';

/** At the foot of the window, on every page: that the microphone records, or why it no longer does. */
export function RecordingStatus() {
  const state = recorderState.use();
  const seconds = useRecordedSeconds(state.kind === 'recording' ? state.since : null);
  const fault = state.kind === 'idle' ? state.fault : null;
  return (
    <>
      <span className="visually-hidden" role="status">
        {state.kind === 'recording' ? 'The microphone records' : fault ? `Not recording: ${fault.words.message}` : ''}
      </span>
      {state.kind === 'recording' ? (
        <span className="status-recording" aria-hidden="true">
          <Mic size={14} /> Recording <span className="figures">{formatElapsed(seconds)}</span>
        </span>
      ) : null}
      {fault ? (
        <span className="status-recording" data-state="failed" aria-hidden="true">
          <CircleX size={14} /> Not recording
        </span>
      ) : null}
    </>
  );
}
