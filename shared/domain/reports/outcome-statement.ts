import { z } from 'zod';
import { grade } from '../plan.ts';
import { appeals, common, day, gradedMethod } from './common.ts';

const next = z.discriminatedUnion('kind', [
  /** Passed: the organisation claims the certificate from DfE's apprenticeship assessment service. */
  z.strictObject({ kind: z.literal('certificate') }),
  /** Failed: the methods to take again, and until when; a window that the plan leaves open has no date. */
  z.strictObject({
    kind: z.literal('resit'),
    methodKeys: z.array(z.string()).min(1),
    resitUntil: day.nullable(),
    retakeUntil: day.nullable(),
  }),
  /** Failed, and no window is left: what remains, in the organisation's words. */
  z.strictObject({ kind: z.literal('other'), text: z.string().min(1) }),
]);

/** The apprentice's own sheet: the outcome by its word, the methods' grades, and what happens next. No examiner's name or words. */
export const outcomeStatement = z
  .strictObject({
    ...common,
    kind: z.literal('outcome'),
    grade,
    /** The day on which the overall outcome was fixed. */
    decidedOn: day,
    methods: z.array(gradedMethod).min(1),
    next,
    appeals,
  })
  .refine(({ grade, next }) => (grade === 'fail') === (next.kind !== 'certificate'), {
    path: ['next'],
    message: 'A certificate follows a pass or better, and nothing else does',
  })
  .refine(
    ({ methods, next }) =>
      next.kind !== 'resit' || next.methodKeys.every(key => methods.some(method => method.key === key)),
    { path: ['next', 'methodKeys'], message: 'Only a method of this assessment can be taken again' },
  );
