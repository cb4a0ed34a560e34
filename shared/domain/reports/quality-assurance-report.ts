import { z } from 'zod';
import { decision } from '../judgement.ts';
import { grade } from '../plan.ts';
import { assessor, common, day, instant, sha256 } from './common.ts';

/** What the internal quality assurer decided. */
export const reviewDecisions = ['agreed', 'returned', 'changed'] as const;
const reviewDecision = z.enum(reviewDecisions);

const reviewedDescriptor = z.strictObject({
  label: z.string(),
  text: z.string(),
  before: decision.nullable(),
  after: decision.nullable(),
  remark: z.string(),
});

const reviewedMethod = z.strictObject({
  key: z.string(),
  name: z.string(),
  gradeBefore: grade,
  gradeAfter: grade,
  remark: z.string(),
  /** The descriptors that were remarked on or judged otherwise. */
  descriptors: z.array(reviewedDescriptor),
});

/** What internal quality assurance sampled, why, what it looked at and what it decided. */
export const qualityAssuranceReport = z
  .strictObject({
    ...common,
    kind: z.literal('qualityAssurance'),
    /** Whose work was looked at. */
    assessor,
    reviewer: z.strictObject({ name: z.string() }),
    sampledAt: instant,
    decidedAt: instant,
    /** Why this assessment was sampled, one reason each: a new assessor, a fail, a percentage drawn by lot. */
    riskReasons: z.array(z.string().min(1)).min(1),
    /** The reports that were looked at, by the hash of their bytes. */
    lookedAt: z
      .array(
        z.strictObject({
          documentId: z.string(),
          title: z.string(),
          signedAt: instant,
          grade: grade.nullable(),
          sha256,
        }),
      )
      .min(1),
    decision: reviewDecision,
    /** Needed for everything but plain agreement. */
    reasons: z.string(),
    gradeBefore: grade.nullable(),
    gradeAfter: grade.nullable(),
    methods: z.array(reviewedMethod),
    actions: z.array(z.strictObject({ text: z.string(), by: z.string(), until: day.nullable() })),
  })
  .refine(({ decision, reasons }) => decision === 'agreed' || reasons.trim() !== '', {
    path: ['reasons'],
    message: 'A return or a change needs its reasons',
  })
  .refine(({ decision, methods }) => decision !== 'agreed' || methods.every(isUnchanged), {
    path: ['decision'],
    message: 'What was judged otherwise was not agreed',
  });

function isUnchanged({ gradeBefore, gradeAfter, descriptors }: z.infer<typeof reviewedMethod>): boolean {
  return gradeBefore === gradeAfter && descriptors.every(({ before, after }) => before === after);
}
