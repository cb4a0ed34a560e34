import { z } from 'zod';
import { grade } from '../plan.ts';
import { appeals, common, day, gradedMethod } from './common.ts';

const failedMethod = gradedMethod.extend({
  grade: z.literal('fail'),
  /** The ways in which it may be taken again: without further learning (re-sit) or after it (re-take); no date where the plan sets none. */
  ways: z
    .array(z.strictObject({ kind: z.enum(['resit', 'retake']), until: day.nullable() }))
    .min(1)
    .max(2)
    .refine(ways => new Set(ways.map(({ kind }) => kind)).size === ways.length, 'Each way is named once'),
  /** The best grade that the next attempt can reach; null where nothing caps it. */
  cap: grade.nullable(),
  notMet: z.array(z.strictObject({ label: z.string(), theme: z.string(), text: z.string() })),
  /** What must be different at the next attempt. */
  different: z.strictObject({ questions: z.boolean(), others: z.array(z.string()) }),
});

/** A letter to apprentice, employer and training provider after a fail: what can be taken again, until when, up to which grade, and what comes first. */
export const resitLetter = z.strictObject({
  ...common,
  kind: z.literal('resitLetter'),
  methods: z.array(failedMethod).min(1),
  /** Methods that need not be taken again. */
  standing: z.array(gradedMethod),
  capLiftedForExceptionalCircumstances: z.boolean(),
  actionPlanRequired: z.boolean(),
  /** The day by which all methods must be passed, or all are taken again; null where the plan sets none. */
  allPassedBy: day.nullable(),
  appeals,
  /** Whom to write to with questions, as one line; null for the organisation by its name. */
  contact: z.string().nullable(),
});
