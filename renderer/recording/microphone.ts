import { AppError } from '../../shared/errors.ts';
import { decibelsOf } from './level.ts';

/** Speech, and a constant rate, so that the sizes of the stored pieces tell nothing of what is said. */
const options = {
  mimeType: 'audio/webm;codecs=opus',
  audioBitsPerSecond: 24_000,
  audioBitrateMode: 'constant',
} as const;
/** A piece each second: what a crash can cost. */
const pieceMs = 1000;

const faults: Readonly<Record<string, string>> = {
  NotFoundError: 'No microphone was found. Plug one in, then record again; the notes go on meanwhile.',
  NotAllowedError:
    'The microphone may not be used. Allow it for EPA Workbench in the settings of this computer, then record again; the notes go on meanwhile.',
  NotReadableError:
    'The microphone does not answer: another program may hold it. Close that, then record again; the notes go on meanwhile.',
};

/** Opens the microphone. Throws AppError `microphone.…` in words. */
export async function openMicrophone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: true },
    });
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : '';
    const words = faults[name] ?? faults['NotReadableError'] ?? '';
    throw new AppError(`microphone.${name || 'failed'}`, words, { cause: fault });
  }
}

/** What happens at the microphone while it is recorded. */
export interface MicrophoneListeners {
  readonly onPiece: (content: Promise<Uint8Array<ArrayBuffer>>, milliseconds: number) => void;
  /** The microphone was unplugged or switched off, or the recorder failed. */
  readonly onLost: () => void;
}

/** Records a stream in pieces. Gives the function that ends it, whose promise is fulfilled when the last piece was handed on. */
export function recordStream(stream: MediaStream, { onPiece, onLost }: MicrophoneListeners): () => Promise<void> {
  const recorder = new MediaRecorder(stream, options);
  const begun = performance.now();
  recorder.ondataavailable = ({ data }) => {
    onPiece(
      data.arrayBuffer().then(content => new Uint8Array(content)),
      Math.round(performance.now() - begun),
    );
  };
  recorder.onerror = onLost;
  for (const track of stream.getAudioTracks()) track.onended = onLost;
  recorder.start(pieceMs);
  return async () => {
    recorder.onerror = null;
    for (const track of stream.getAudioTracks()) track.onended = null;
    if (recorder.state !== 'inactive') {
      const stopped = new Promise(done => {
        recorder.onstop = done;
      });
      recorder.stop();
      await stopped;
    }
    for (const track of stream.getTracks()) track.stop();
  };
}

/** Tells the level of a stream, in decibels below full scale, so often; gives the function that ends it. */
export function watchLevel(stream: MediaStream, everyMs: number, tell: (decibels: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 4096;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(decibelsOf(samples));
  }, everyMs);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
