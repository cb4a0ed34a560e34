import { AppError } from '../../shared/errors.ts';
import { act, call, refresh } from '../api.ts';
import type { FaultWords } from '../ui/error-panel.tsx';
import { type ChunkSender, chunkSender } from './chunk-sender.ts';
import { isHeard, levelWord, silentAfter } from './level.ts';
import { openMicrophone, recordStream, watchLevel } from './microphone.ts';
import { microphoneLevel, type RecordingWarning, recorderState } from './recorder-state.ts';

/** What is under way: how to end it, and its pieces on their way to the disk. */
interface UnderWay {
  readonly sessionId: string;
  readonly segmentId: string;
  readonly stopMicrophone: () => Promise<void>;
  readonly stopMeter: () => void;
  readonly sender: ChunkSender;
}

type End = 'paused' | 'stopped' | 'locked' | 'trouble';

/** So many pieces, about as many seconds, may wait for the disk before it is said, and before recording ends. */
const waitingPieces = { said: 2, most: 60 };
/** What the core answers when it has ended the stretch itself, with a break or a lock. */
const endedElsewhere: ReadonlySet<string> = new Set(['recording.ended', 'workspace.locked']);

let underWay: UnderWay | null = null;

/** Opens the microphone and records it into the session. What goes wrong is in the recorder's state, in words; nothing is thrown. */
export async function startRecording(sessionId: string): Promise<void> {
  if (recorderState.now().kind !== 'idle') return;
  recorderState.set({ kind: 'starting', sessionId });
  let stream: MediaStream | undefined;
  try {
    stream = await openMicrophone();
    const { segmentId } = await act('recording.start', { sessionId });
    underWay = recordInto(sessionId, segmentId, stream);
    recorderState.set({ kind: 'recording', sessionId, segmentId, since: performance.now(), warnings: [] });
  } catch (fault) {
    for (const track of stream?.getTracks() ?? []) track.stop();
    recorderState.set({ kind: 'idle', fault: { sessionId, words: fault as FaultWords } });
  }
}

/** Ends recording as soon as the last piece is stored. Where the core cannot be told, it ends the stretch before the next one or at the next start. */
export async function endRecording(end: End, reason: string | null): Promise<void> {
  const ended = await settleRecording();
  if (ended) await act('recording.end', { segmentId: ended.segmentId, end, reason });
}

/** Stops the microphone and stores the last piece, and leaves it to what comes next, a break or the close of the session, to end the stretch. With a session's id only where it is that session which is recorded. */
export async function settleRecording(sessionId?: string): Promise<UnderWay | null> {
  const ending = underWay;
  if (!ending || (sessionId !== undefined && ending.sessionId !== sessionId)) return null;
  underWay = null;
  ending.stopMeter();
  await ending.stopMicrophone();
  await ending.sender.settled();
  const { kind } = recorderState.now();
  if (kind === 'recording') recorderState.set({ kind: 'idle', fault: null });
  return ending;
}

/** Lets go of the microphone at once: the workspace is locked, and its stretch was ended with it. */
export function dropRecording(): void {
  underWay?.sender.drop();
  void settleRecording();
}

/** What was told of a recording that failed has been read. */
export function forgetFault(): void {
  if (recorderState.now().kind === 'idle') recorderState.set({ kind: 'idle', fault: null });
}

function recordInto(sessionId: string, segmentId: string, stream: MediaStream): UnderWay {
  const sender = chunkSender((sequence, piece) => call('recording.append', { segmentId, sequence, ...piece }), {
    onWaiting: waiting => {
      warn('slowDisk', waiting > waitingPieces.said);
      if (waiting > waitingPieces.most) void fail(sessionId, tooSlow);
    },
    onFault: fault => void fail(sessionId, fault as FaultWords),
  });
  const stopMicrophone = recordStream(stream, {
    onPiece: sender.push,
    onLost: () => void fail(sessionId, unplugged),
  });
  return { sessionId, segmentId, sender, stopMicrophone, stopMeter: meter(stream) };
}

const tooSlow = new AppError(
  'recording.tooSlow',
  'The recording cannot go on: the disk is too slow. What was recorded until a minute ago is kept, and your notes go on.',
);
const unplugged = new AppError(
  'microphone.unplugged',
  'The microphone is gone: it was unplugged or switched off. What was recorded until now is kept, and your notes go on.',
);

/** Ends recording because of a fault, and says so at once. */
async function fail(sessionId: string, words: FaultWords): Promise<void> {
  const isElsewhere = endedElsewhere.has(words.code ?? '');
  recorderState.set({ kind: 'idle', fault: isElsewhere ? null : { sessionId, words } });
  if (!underWay) return; // it was the last piece: whoever is ending the stretch goes on with that
  if (words !== unplugged) underWay.sender.drop();
  const ended = await settleRecording();
  if (!ended || isElsewhere) return void refresh();
  const reason = words.message.split(/(?<=\.) /)[0]?.slice(0, 200) ?? null;
  // With a full disk this fails as well: the stretch is then ended before the next one.
  await act('recording.end', { segmentId: ended.segmentId, end: 'trouble', reason }).catch(() => undefined);
}

function warn(warning: RecordingWarning, isSo: boolean): void {
  const state = recorderState.now();
  if (state.kind !== 'recording' || state.warnings.includes(warning) === isSo) return;
  const others = state.warnings.filter(one => one !== warning);
  recorderState.set({ ...state, warnings: isSo ? [...others, warning] : others });
}

/** Follows the level; who wants less movement sees it change once a second. */
function meter(stream: MediaStream): () => void {
  const everyMs = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1000 : 100;
  let heardAt = performance.now();
  let wordAt = 0;
  let loudest = -100;
  return watchLevel(stream, everyMs, decibels => {
    const now = performance.now();
    if (isHeard(decibels)) heardAt = now;
    warn('nothingHeard', now - heardAt > silentAfter);
    loudest = Math.max(loudest, decibels);
    const isNewWord = now - wordAt >= 1000;
    microphoneLevel.set({ decibels, word: isNewWord ? levelWord(loudest) : microphoneLevel.now().word });
    if (!isNewWord) return;
    wordAt = now;
    loudest = -100;
  });
}
