import { z } from 'zod';

/** The assessor's decision on one descriptor. A pass descriptor not met fails; a distinction descriptor not met only withholds the distinction. */
export const decision = z.enum(['met', 'notMet']);
export type Decision = z.infer<typeof decision>;

/** One descriptor as judged: the decision (none yet: null), the rationale, and the notes and portfolio places that it rests on. */
export interface Judgement {
  readonly descriptorKey: string;
  readonly decision: Decision | null;
  readonly rationale: string;
  readonly evidenceNoteIds: readonly string[];
  /** Pieces of the portfolio as a whole, and places in them. */
  readonly portfolioEvidenceIds: readonly string[];
}

/** One step of a derivation, in words that a lay reader follows. */
export interface DerivationLine {
  readonly text: string;
  /** What the line speaks of, so that a screen can lead there. */
  readonly descriptorKey?: string;
  readonly methodKey?: string;
  /** Whether the line holds the grade up, pulls it down, is still open, or states the result. */
  readonly effect: 'supports' | 'limits' | 'open' | 'result';
}
