import { z } from 'zod';
import { grade } from '../plan.ts';

/** A moment in UTC, ISO 8601. */
export const instant = z.iso.datetime();
/** A calendar day, `2026-11-21`. */
export const day = z.iso.date();
/** A SHA-256 in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 is 64 hexadecimal digits');

export const ksbStatement = z.strictObject({ code: z.string(), text: z.string() });
export const derivationLine = z.strictObject({
  text: z.string(),
  effect: z.enum(['supports', 'limits', 'open', 'result']),
});

/** A method with its grade, as documents for the apprentice name it. */
export const gradedMethod = z.strictObject({
  key: z.string(),
  name: z.string(),
  grade,
  assessedOn: instant,
  attempt: z.number().int().positive(),
});

/** The stages of an appeal as the plan has them; a time that the plan leaves open is null. */
export const appeals = z.array(
  z.strictObject({
    stage: z.string(),
    within: z.strictObject({
      value: z.number().int().positive().nullable(),
      unit: z.enum(['calendarDays', 'workingDays', 'weeks', 'months']),
    }),
    decidedBy: z.string(),
  }),
);

/** What every document has: which it is, about whom, by what standard and plan, and where the audit log stood. */
export const common = {
  schema: z.literal('epa-report/1'),
  /** The document's own reference, printed on each page, for example "R-7F3A2C". */
  documentId: z.string(),
  version: z.number().int().positive(),
  /** When the content was fixed; the PDF's dates are this one, so that the same model gives the same bytes. */
  preparedAt: instant,
  practice: z.boolean(),
  organisation: z.strictObject({ name: z.string() }).nullable(),
  apprentice: z.strictObject({
    givenNames: z.string(),
    familyName: z.string(),
    uln: z.string(),
    employer: z.string(),
    trainingProvider: z.string(),
  }),
  standard: z.strictObject({
    reference: z.string(),
    title: z.string(),
    version: z.string(),
    level: z.number().int(),
    larsCode: z.number().int().nullable(),
    licence: z.string(),
  }),
  plan: z.strictObject({
    id: z.string(),
    title: z.string(),
    version: z.string(),
    origin: z.enum(['template', 'demonstration', 'published']),
    sha256: z.string(),
  }),
  attempt: z.number().int().positive(),
  /** The audit log's last event when the content was fixed: anchors the log outside the machine. */
  audit: z.strictObject({ sequence: z.number().int().min(0), head: z.string() }),
};

/** The assessor, named in documents of the record; those for the apprentice leave the name out. */
export const assessor = z.strictObject({ name: z.string() });
