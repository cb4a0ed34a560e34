import type { FaultWords } from '../ui/error-panel.tsx';
import { followed } from './followed.ts';
import type { LevelWord } from './level.ts';

/** Something that is wrong with a recording that goes on. */
export type RecordingWarning = 'nothingHeard' | 'slowDisk';

/** What is being recorded in this window. */
export type RecorderState =
  | { readonly kind: 'idle'; readonly fault: { readonly sessionId: string; readonly words: FaultWords } | null }
  | { readonly kind: 'starting'; readonly sessionId: string }
  | {
      readonly kind: 'recording';
      readonly sessionId: string;
      readonly segmentId: string;
      /** When it began, by `performance.now()`. */
      readonly since: number;
      /** What is to be told at once, while it goes on. */
      readonly warnings: readonly RecordingWarning[];
    };

/** The microphone's level: a share of the meter for each moment, and a word that changes once a second. */
export interface Level {
  readonly decibels: number;
  readonly word: LevelWord;
}

/** Whether and what this window records. */
export const recorderState = followed<RecorderState>({ kind: 'idle', fault: null });
/** How loud it is, ten times a second while it is recorded. */
export const microphoneLevel = followed<Level>({ decibels: -100, word: 'nothing heard' });
