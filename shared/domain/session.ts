import { z } from 'zod';
import type { Pause } from './session-split.ts';

/** What a note is. A remark is the assessor's own and never evidence; the others may be linked to a judgement. */
export const noteKinds = ['seen', 'question', 'answer', 'followUp', 'portfolio', 'remark'] as const;
export const noteKind = z.enum(noteKinds);
export type NoteKind = z.infer<typeof noteKind>;

/** One thing written down during a session. A note is never deleted: it is struck with a reason. */
export interface Note {
  readonly id: string;
  readonly kind: NoteKind;
  readonly body: string;
  readonly ksbs: readonly string[];
  /** When it was written, ISO 8601 in UTC. */
  readonly at: string;
  /** Assessment time when it was written, in whole seconds since the session's clock first started, breaks not counted. */
  readonly offsetSeconds: number;
  /** The part of the method that was running. */
  readonly partKey: string | null;
  /** The note that this one follows in an exchange: an answer its question, a follow-up its answer. */
  readonly followsId: string | null;
  readonly struckReason: string | null;
}

/** Notes that may serve as evidence: everything but remarks and what was struck. */
export function evidenceNotes(notes: readonly Note[]): readonly Note[] {
  return notes.filter(note => note.kind !== 'remark' && note.struckReason === null);
}

/** An entry of the time ledger: a stretch of assessment time in one part, or a break. The stretch that is still running has no end. */
export interface LedgerEntry {
  readonly kind: 'part' | 'break';
  readonly partKey: string;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Length by the monotonic clock in whole seconds where it was measured without an interruption; else null and the wall times count. */
  readonly measuredSeconds: number | null;
  /** Why there was a break. */
  readonly reason: string | null;
  /** What kind of break it is: left out, an ordinary one. */
  readonly pause?: Pause;
}

/** Where a session stands. `closed`: its notes are complete and it may be judged; `signed`: locked for good. */
export const sessionStates = ['planned', 'running', 'paused', 'closed', 'signed'] as const;
export const sessionState = z.enum(sessionStates);
export type SessionState = z.infer<typeof sessionState>;
