import { z } from 'zod';
import { recordedOutcome } from '../domain/recorded-outcome.ts';
import { command } from './channel.ts';
import { furtherAttempt } from './sessions.ts';
import { id, nothing, openingChecklist } from './shapes.ts';

export const outcomeChannels = {
  /** Records that a method was held elsewhere, as an attempt whose session is over: its descriptors can be judged and its score recorded at once. */
  'outcome.record': command(
    z.strictObject({
      assessmentId: id,
      methodKey: z.string(),
      outcome: recordedOutcome,
      checklist: openingChecklist,
      /** For a re-sit or re-take after a fail. */
      further: furtherAttempt.optional(),
    }),
    z.strictObject({ id }),
  ),
  /** Corrects when and by whom it was held, or what the outcome is taken from; what was there before is kept. */
  'outcome.correct': command(z.strictObject({ sessionId: id, outcome: recordedOutcome }), nothing),
  /** Records the score of a test; null takes it back. The score before is kept. */
  'score.record': command(z.strictObject({ sessionId: id, score: z.number().int().min(0).nullable() }), nothing),
} as const;
