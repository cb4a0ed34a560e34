import { CircleDot, Headphones, Mic, MicOff, Pause, Square, Trash2 } from 'lucide-react';
import { formatElapsed } from '../../../shared/british.ts';
import { recordedLength } from '../../../shared/domain/recording-places.ts';
import { LevelMeter } from '../../recording/level-meter.tsx';
import { listeningKeys } from '../../recording/listening-keys.ts';
import { ListeningStrip } from '../../recording/listening-strip.tsx';
import { forgetFault } from '../../recording/recorder.ts';
import { recorderState } from '../../recording/recorder-state.ts';
import { useRecordedSeconds } from '../../recording/use-recorded-seconds.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { recordingDeeds } from './recording-deeds.ts';
import { mayBeDestroyed, recordingLine } from './recording-words.ts';
import { sessionKeys } from './session-keys.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** One line under the clock: whether the session is recorded, how loud it is, and what can be done about it. Not there where the plan provides for no recording. */
export function RecordingStrip({ desk }: { readonly desk: SessionDesk }) {
  const state = recorderState.use();
  const { view, listening } = desk;
  const line = recordingLine(view, desk.isOpen);
  if (line === null) return null;
  const isHere = state.kind === 'recording' && state.sessionId === view.id;
  const isElsewhere = state.kind !== 'idle' && state.sessionId !== view.id;
  const fault = state.kind === 'idle' && state.fault?.sessionId === view.id ? state.fault.words : null;
  return (
    <div className="recording-strip">
      <div className="recording-line" data-recording={isHere || undefined}>
        {isHere ? (
          <Running desk={desk} since={state.since} />
        ) : (
          <Resting
            desk={desk}
            words={isElsewhere ? 'Another session is being recorded; end that first' : line.words}
            isElsewhere={isElsewhere}
          />
        )}
      </div>
      <div role="status">
        {(isHere ? state.warnings : []).map(warning => (
          <p key={warning} className="recording-warning">
            {warnings[warning]}
          </p>
        ))}
      </div>
      {fault ? (
        <ErrorPanel title="The recording stopped" error={fault}>
          <Button size="dense" onPress={forgetFault}>
            Understood
          </Button>
        </ErrorPanel>
      ) : null}
      <ListeningStrip listening={listening} />
    </div>
  );
}

const warnings = {
  nothingHeard: 'Nothing is heard. Check that the microphone is switched on and near enough.',
  slowDisk: 'The disk is slow: the last seconds are not stored yet.',
} as const;

function Running({ desk, since }: { readonly desk: SessionDesk; readonly since: number }) {
  const seconds = useRecordedSeconds(since);
  const ended = desk.view.recording.segments.filter(({ endedAt }) => endedAt !== null);
  const before = recordedLength(ended) / 1000;
  return (
    <>
      <span className="recording-words">
        <CircleDot size={16} aria-hidden /> Recording <span className="figures">{formatElapsed(before + seconds)}</span>
      </span>
      <LevelMeter />
      <div className="row">
        <Button
          size="dense"
          icon={Pause}
          keys={sessionKeys.record}
          onPress={() => desk.setDialog({ kind: 'pauseRecording' })}
        >
          Pause…
        </Button>
        <Button size="dense" icon={Square} onPress={recordingDeeds(desk).stop}>
          Stop
        </Button>
      </div>
    </>
  );
}

interface RestingProps {
  readonly desk: SessionDesk;
  readonly words: string;
  /** Another session has the microphone. */
  readonly isElsewhere: boolean;
}

function Resting({ desk, words, isElsewhere }: RestingProps) {
  const { view, listening, isOpen } = desk;
  const permission = recordingLine(view, isOpen)?.permission;
  const isOnBreak = view.ledger.at(-1)?.kind === 'break' && view.ledger.at(-1)?.endedAt === null;
  const isAgain = view.recording.segments.length > 0;
  return (
    <>
      <span className="recording-words">
        {permission === 'allowed' ? <Mic size={16} aria-hidden /> : <MicOff size={16} aria-hidden />} {words}
      </span>
      <div className="row">
        {isOpen && permission === 'allowed' ? (
          <Button
            size="dense"
            icon={Mic}
            keys={sessionKeys.record}
            isDisabled={isOnBreak || isElsewhere}
            onPress={recordingDeeds(desk).record}
          >
            {isAgain ? 'Go on recording' : 'Record'}
          </Button>
        ) : null}
        {isOpen && view.method.recording?.consentRequired ? (
          <Button size="dense" onPress={() => desk.setDialog({ kind: 'consent' })}>
            {permission === 'consentNotAsked' ? 'Ask for consent…' : 'Consent…'}
          </Button>
        ) : null}
        {mayBeDestroyed(view, new Date()) ? (
          <Button size="dense" tone="danger" icon={Trash2} onPress={() => desk.setDialog({ kind: 'destroyRecording' })}>
            Destroy…
          </Button>
        ) : null}
        {listening.isPossible && !listening.isOpen ? (
          <Button size="dense" icon={Headphones} keys={listeningKeys.toggle} onPress={listening.toggle}>
            Listen
          </Button>
        ) : null}
      </div>
    </>
  );
}
