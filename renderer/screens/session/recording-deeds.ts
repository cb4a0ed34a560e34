import { endRecording, startRecording } from '../../recording/recorder.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** What the buttons and keys of the recording do; afterwards the caret is in the note line again. */
export function recordingDeeds({ view, line, setFault }: Pick<SessionDesk, 'view' | 'line' | 'setFault'>) {
  const focusLine = (): void => line.current?.focus();
  return {
    record: (): void => void startRecording(view.id).then(focusLine),
    stop: (): void =>
      void endRecording('stopped', null).then(focusLine, (fault: unknown) => setFault(fault as FaultWords)),
  };
}
