import { z } from 'zod';
import { grade } from '../plan.ts';
import { assessor, common, day, derivationLine, gradedMethod, ksbStatement } from './common.ts';

/** What the overall report says: the methods' grades, how the overall grade follows from them, and what was covered. */
export const overallReport = z.strictObject({
  ...common,
  kind: z.literal('overall'),
  assessor,
  methods: z.array(
    gradedMethod.extend({
      reportDocumentId: z.string(),
      reportSha256: z.string(),
      derivation: z.array(derivationLine),
    }),
  ),
  ksbs: z.array(
    ksbStatement.extend({
      evidence: z.array(z.strictObject({ methodKey: z.string(), count: z.number().int().min(0) })),
    }),
  ),
  /** What the plan asks for before completion beside the grades; a requirement that nobody verified has no `verified`. */
  completion: z
    .array(
      z.strictObject({
        title: z.string(),
        ksbs: z.array(z.string()),
        verified: z.strictObject({ by: z.string(), on: day }).nullable(),
      }),
    )
    .exactOptional(),
  grade,
  derivation: z.array(derivationLine),
});
