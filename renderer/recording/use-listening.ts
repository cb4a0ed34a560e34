import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SessionRecording } from '../../shared/contract/recordings.ts';
import {
  placeFromBeginning,
  placeToListen,
  type RecordingPlace,
  recordedLength,
} from '../../shared/domain/recording-places.ts';
import { call } from '../api.ts';
import type { FaultWords } from '../ui/error-panel.tsx';
import { type Followed, followed } from './followed.ts';
import { recorderState } from './recorder-state.ts';

/** Speeds that speech can be followed at. */
export const speeds = [0.75, 1, 1.25, 1.5, 2] as const;
export type Speed = (typeof speeds)[number];

/** How far the keys jump, in milliseconds. */
export const jump = 5000;

/** Listening to a session's recording: its pieces one after the other, as if it were one. */
export interface Listening {
  readonly audio: RefObject<HTMLAudioElement | null>;
  /** Whether there is anything to listen to. */
  readonly isPossible: boolean;
  readonly isOpen: boolean;
  readonly isPlaying: boolean;
  /** From the beginning with the pauses left out, and the whole length, in milliseconds. Followed, because it changes as it plays. */
  readonly position: Followed<number>;
  readonly length: number;
  readonly speed: Speed;
  readonly fault: FaultWords | null;
  /** Whether a note has its place in the recording. */
  readonly canListenTo: (noteId: string | null) => boolean;
  readonly listenTo: (noteId: string | null) => void;
  readonly goTo: (fromBeginning: number) => void;
  readonly jumpBy: (milliseconds: number) => void;
  readonly toggle: () => void;
  readonly changeSpeed: (by: 1 | -1) => void;
  readonly close: () => void;
  /** For the media element. */
  readonly onTime: () => void;
  readonly onEnded: () => void;
}

const whileRecording: FaultWords = {
  message: 'The microphone would hear what is played. Pause the recording first, then listen.',
};

/** The player of a recording; its element is drawn by `ListeningStrip`. */
export function useListening(recording: SessionRecording): Listening {
  const ended = recording.segments.filter(({ endedAt }) => endedAt !== null);
  const segments = recording.destroyed ? [] : ended;
  const length = recordedLength(segments);
  const audio = useRef<HTMLAudioElement>(null);
  const place = useRef<RecordingPlace | null>(null);
  const [position] = useState(() => followed(0));
  const [isOpen, setOpen] = useState(false);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const [fault, setFault] = useState<FaultWords | null>(null);

  const load = useLoading(audio);
  const moveTo = (to: RecordingPlace): void => {
    place.current = to;
    position.set(to.fromBeginning);
  };
  const play = async (to: RecordingPlace | null): Promise<void> => {
    if (!to) return;
    moveTo(to);
    setOpen(true);
    if (recorderState.now().kind === 'recording') return setFault(whileRecording);
    try {
      await load(to, speed);
      await audio.current?.play();
      setFault(null);
      setPlaying(true);
    } catch (problem) {
      setPlaying(false);
      setFault({ message: (problem as Error).message });
    }
  };
  const pause = (): void => {
    audio.current?.pause();
    setPlaying(false);
  };
  const goTo = (fromBeginning: number): void => void play(placeFromBeginning(segments, fromBeginning));
  return {
    audio,
    isPossible: length > 0,
    isOpen,
    isPlaying,
    position,
    length,
    speed,
    fault,
    canListenTo: noteId => {
      const noted = recording.places.find(one => one.noteId === noteId);
      return noted !== undefined && placeToListen(segments, noted) !== null;
    },
    listenTo: noteId => {
      const noted = recording.places.find(one => one.noteId === noteId);
      if (noted) void play(placeToListen(segments, noted));
    },
    goTo,
    jumpBy: milliseconds => goTo(position.now() + milliseconds),
    toggle: () => (isPlaying ? pause() : goTo(position.now() >= length ? 0 : position.now())),
    changeSpeed: by => {
      const next = speeds[speeds.indexOf(speed) + by];
      if (next === undefined) return;
      setSpeed(next);
      if (audio.current) audio.current.playbackRate = next;
    },
    close: () => {
      pause();
      setOpen(false);
      setFault(null);
    },
    onTime: () => {
      const milliseconds = (audio.current?.currentTime ?? 0) * 1000;
      const index = segments.findIndex(({ id }) => id === place.current?.segmentId);
      const segmentId = segments[index]?.id;
      if (segmentId === undefined || !isPlaying) return;
      moveTo({ segmentId, milliseconds, fromBeginning: recordedLength(segments.slice(0, index)) + milliseconds });
    },
    onEnded: () => {
      const index = segments.findIndex(({ id }) => id === place.current?.segmentId);
      const next = recordedLength(segments.slice(0, index + 1));
      if (next < length) goTo(next);
      else pause();
    },
  };
}

/** Brings the element to a place of a segment, which is checked by the core first; the last place asked for counts. It is silent when the screen goes. */
function useLoading(audio: RefObject<HTMLAudioElement | null>) {
  const loading = useRef<{ readonly segmentId: string; readonly ready: Promise<void> } | null>(null);
  const asked = useRef(0);
  useEffect(() => {
    const element = audio.current;
    return () => {
      element?.pause();
      loading.current = null;
    };
  }, [audio]);
  return async ({ segmentId, milliseconds }: RecordingPlace, speed: Speed): Promise<void> => {
    const element = audio.current;
    if (!element) return;
    asked.current += 1;
    const turn = asked.current;
    if (loading.current?.segmentId !== segmentId) {
      loading.current = { segmentId, ready: loadSegment(element, segmentId) };
    }
    try {
      await loading.current.ready;
    } catch (fault) {
      loading.current = null;
      throw fault;
    }
    if (turn !== asked.current) return; // asked for another place meanwhile
    element.currentTime = milliseconds / 1000;
    element.playbackRate = speed;
  };
}

/** Loads a segment as far as its length is known. Throws AppError where the core refuses it. */
async function loadSegment(element: HTMLAudioElement, segmentId: string): Promise<void> {
  await call('recording.listen', { segmentId });
  element.src = `/recordings/${segmentId}`;
  await new Promise((done, failed) => {
    element.onloadedmetadata = done;
    element.onerror = () => failed(new Error('This stretch of the recording cannot be played.'));
  });
}
