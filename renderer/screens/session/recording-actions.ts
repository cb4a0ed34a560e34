import { recordingPermission } from '../../../shared/domain/recording.ts';
import type { Action } from '../../actions.ts';
import { listeningActions } from '../../recording/listening-keys.ts';
import { recorderState } from '../../recording/recorder-state.ts';
import { recordingDeeds } from './recording-deeds.ts';
import { mayBeDestroyed } from './recording-words.ts';
import { sessionKeys } from './session-keys.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** What can be done about a session's recording, for keys, palette and key card. */
export function recordingActions(desk: SessionDesk): readonly Action[] {
  const { view, isOpen, listening, setDialog } = desk;
  const noted = (): string | null => desk.noteId ?? view.notes.at(-1)?.id ?? null;
  const section = 'Recording';
  if (!isOpen) {
    const destroy: Action = {
      id: 'recording.destroy',
      title: 'Destroy the recording',
      section,
      isAvailable: () => mayBeDestroyed(view, new Date()),
      run: () => setDialog({ kind: 'destroyRecording' }),
    };
    return [destroy, ...listeningActions(listening, noted)];
  }
  const deeds = recordingDeeds(desk);
  const isRecording = (): boolean => {
    const state = recorderState.now();
    return state.kind === 'recording' && state.sessionId === view.id;
  };
  const isFree = (): boolean => recorderState.now().kind === 'idle';
  const isAllowed = (): boolean =>
    (isFree() || isRecording()) && recordingPermission(view.method, view.checklist.recordingConsent) === 'allowed';
  return [
    {
      id: 'recording.record',
      title: 'Record, or pause the recording with a reason',
      section,
      keys: sessionKeys.record,
      isAvailable: isAllowed,
      run: () => (isRecording() ? setDialog({ kind: 'pauseRecording' }) : deeds.record()),
    },
    {
      id: 'recording.stop',
      title: 'Stop the recording',
      section,
      isAvailable: isRecording,
      run: deeds.stop,
    },
    {
      id: 'recording.consent',
      title: 'Consent to recording',
      section,
      isAvailable: () => view.method.recording?.consentRequired === true,
      run: () => setDialog({ kind: 'consent' }),
    },
    ...listeningActions(listening, noted),
  ];
}
