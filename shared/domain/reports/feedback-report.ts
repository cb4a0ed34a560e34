import { z } from 'zod';
import { decision } from '../judgement.ts';
import { grade } from '../plan.ts';
import { common, gradedMethod } from './common.ts';

const point = z.strictObject({
  label: z.string(),
  grade: z.enum(['pass', 'distinction']),
  text: z.string(),
  decision: decision.nullable(),
  /** What is said about it to the apprentice: the rationale where it is fit for them, or words of its own; null for none. */
  words: z.string().nullable(),
});

/** Feedback for the apprentice: what was shown, what was not and why, and what to do next. It quotes no notes and no remarks of the examiner. */
export const feedbackReport = z.strictObject({
  ...common,
  kind: z.literal('feedback'),
  /** The overall grade; null while a method is still to come. */
  grade: grade.nullable(),
  /** Words to open with, written for the apprentice; null for none. */
  opening: z.string().nullable(),
  methods: z
    .array(
      gradedMethod.extend({
        themes: z.array(z.strictObject({ key: z.string(), title: z.string(), descriptors: z.array(point) })),
      }),
    )
    .min(1),
  nextSteps: z.array(z.string()),
});
