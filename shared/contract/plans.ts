import { z } from 'zod';
import { plan, transcription } from '../domain/plan.ts';
import { travellingBank } from '../domain/plan-file.ts';
import { planStatuses } from '../domain/plan-standing.ts';
import { command, keep, query, task } from './channel.ts';
import { id, instant, line, nothing } from './shapes.ts';

const planId = z.string().min(1).max(100);
const place = z.array(z.union([z.string(), z.number()]));

export const planFinding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  place,
  code: z.string().exactOptional(),
});
const difference = z.strictObject({
  place,
  where: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export const planStatus = z.enum(planStatuses);
const origin = z.enum(['template', 'demonstration', 'published']);
const namedPlan = z.strictObject({ id: planId, title: z.string(), version: z.string(), status: planStatus });

/** Who did what with a plan so far; null for what has not been done. */
const planRecord = z.strictObject({
  typedBy: z.string(),
  checkedBy: z.string().nullable(),
  checkedAt: instant.nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  sourceDocument: z.string().nullable(),
  sourceVersion: z.string().nullable(),
});
export type PlanRecord = Readonly<z.infer<typeof planRecord>>;

/** A plan's file as it was read: what it holds, what is wrong with it, and how it stands to what is here. Nothing has been written yet. */
const importPreview = z.strictObject({
  fileName: z.string(),
  plan,
  sha256: z.string(),
  /** The bank that travels with it: how many questions are new, how many of those come approved, how many are held, and the words of those that fit no theme. */
  questions: z.strictObject({
    bank: travellingBank,
    fresh: z.number().int(),
    approved: z.number().int(),
    held: z.number().int(),
    strange: z.array(z.string()),
  }),
  /** `new`: not here yet. `same`: here already, word for word. `other`: one with this identity is here and says something else. */
  standing: z.enum(['new', 'same', 'other']),
  held: namedPlan.nullable(),
  /** What the file's plan changes against the one that is here, or against the newest plan over the same standard. */
  comparedWith: namedPlan.nullable(),
  differences: z.array(difference),
  /** The standard that it is for; null while that is not in the workspace. */
  frameworkId: z.string().nullable(),
  findings: z.array(planFinding),
  transcription: transcription.nullable(),
  /** Why it cannot be taken over as confirmed; null when it can. */
  notAsConfirmed: z.string().nullable(),
});
export type PlanImportPreview = Readonly<z.infer<typeof importPreview>>;

export const planChannels = {
  'plan.list': query(
    nothing,
    z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        version: z.string(),
        frameworkId: z.string(),
        standard: z.string(),
        origin,
        status: planStatus,
        planModel: z.enum(['epa', 'aap']),
        builtIn: z.boolean(),
        /** One is chosen for each apprentice where there are any. */
        pathways: z.array(z.strictObject({ key: z.string(), title: z.string() })),
        /** Whether a practice assessment can be run on it: it has themes with descriptors and a grade table. */
        complete: z.boolean(),
        changedAt: instant,
      }),
    ),
  ),
  'plan.get': query(
    z.strictObject({ id: z.string() }),
    z.strictObject({
      plan,
      status: planStatus,
      findings: z.array(planFinding),
      frameworkId: z.string(),
      record: planRecord,
      builtIn: z.boolean(),
      /** Why its words stay as they are; null while they can be changed. */
      fixed: z.string().nullable(),
      supersedes: namedPlan.nullable(),
      /** The versions that were made from it, the latest first. */
      successors: z.array(namedPlan),
      assessments: z.number().int(),
    }),
  ),
  /** A new draft: with nothing in it but its standard, or with the content of another plan. */
  'plan.draft': command(
    z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('framework'), frameworkId: z.string(), planModel: z.enum(['epa', 'aap']) }),
      z.strictObject({ from: z.literal('plan'), planId }),
    ]),
    z.strictObject({ id: planId }),
  ),
  /** Keeps a draft as it is being typed, whole and durable. */
  'plan.save': keep(z.strictObject({ plan }), z.strictObject({ keptAt: instant })),
  /** A second person has compared the draft with the published plan. */
  'plan.check': command(z.strictObject({ id: planId, checkedBy: line }), nothing),
  /** A checked plan is a draft again, because something was found. */
  'plan.return': command(z.strictObject({ id: planId, reason: line }), nothing),
  /** Somebody stands by the plan; it never changes afterwards, and the version before it is superseded. */
  'plan.confirm': command(
    z.strictObject({ id: planId, confirmedBy: line, sourceDocument: line, sourceVersion: line }),
    nothing,
  ),
  'plan.newVersion': command(z.strictObject({ id: planId }), z.strictObject({ id: planId })),
  /** In what a plan differs from another, in the order of the plan. */
  'plan.differences': query(
    z.strictObject({ id: planId, from: planId }),
    z.strictObject({ before: namedPlan, after: namedPlan, differences: z.array(difference) }),
  ),
  'plan.discard': command(z.strictObject({ id: planId }), nothing),
  /** Asks where, and writes the plan there as JSON. Null when the person changed their mind. */
  'plan.export': task(z.strictObject({ id: planId }), z.strictObject({ file: z.string() }).nullable()),
  /** Asks for a plan's file and reads it. Null when the person changed their mind. */
  'plan.previewImport': task(nothing, importPreview.nullable()),
  /** Takes a plan over beside what is there: as confirmed where its transcription says so, else as a draft. */
  'plan.import': command(
    z.strictObject({
      plan,
      asConfirmed: z.boolean(),
      /** The questions that came with it; those that are held, or that fit no theme, are left out. Of a plan that is here already they alone are taken. */
      questionBank: travellingBank.optional(),
    }),
    z.strictObject({ id: planId }),
  ),
  /** Records that something a plan asks for before completion is there: who verified it, and on what day. */
  'completion.record': command(
    z.strictObject({ assessmentId: id, requirementKey: z.string(), verifiedBy: line, verifiedOn: z.iso.date() }),
    nothing,
  ),
} as const;
