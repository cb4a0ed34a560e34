import { z } from 'zod';

/** Overall and method grades from worst to best (DfE's service knows more names for an overall grade; a plan maps to those on claiming). */
export const grades = ['fail', 'pass', 'credit', 'merit', 'distinction'] as const;
export const grade = z.enum(grades);
export type Grade = z.infer<typeof grade>;

const key = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]*$/, 'A key starts with a small letter and holds letters and digits only');
const percent = z.number().min(0).max(100);
const minutes = z.number().int().positive();
const isoDate = z.iso.date();

/** A published plan may leave a number open; our template leaves all of them open. `null` means: to be filled in from the plan. */
const open = <T extends z.ZodType>(shape: T) => shape.nullable();
/** A text that a plan must have in the end: while the plan is typed in it may be empty, which is for the validator to find. */
const words = z.string();

/** A length of time as a plan gives it. */
export const period = z.strictObject({
  value: open(z.number().int().positive()),
  unit: z.enum(['calendarDays', 'workingDays', 'weeks', 'months']),
});
export type Period = Readonly<z.infer<typeof period>>;

const part = z.strictObject({
  key,
  name: words,
  minutes: open(minutes),
  minimumMinutes: minutes.optional(),
  maximumMinutes: minutes.optional(),
});
export type Part = Readonly<z.infer<typeof part>>;

const tolerance = z.strictObject({
  minusPercent: open(percent),
  plusPercent: open(percent),
  /** Whether the percentage is taken of the whole method or of each part. */
  scope: z.enum(['whole', 'part']),
  /** Where the minutes may be spent: anywhere, in the part they come from, or in the last part only. */
  allocation: z.enum(['free', 'perPart', 'lastPart']),
  purpose: z.string().optional(),
});
export type Tolerance = Readonly<z.infer<typeof tolerance>>;

const descriptor = z.strictObject({
  key,
  /** The grade that this descriptor opens the way to. */
  grade: z.enum(['pass', 'distinction']),
  text: words,
  ksbs: z.array(z.string()),
});
export type Descriptor = Readonly<z.infer<typeof descriptor>>;

/** A theme (EPA plans) or an assessment outcome (reformed plans): a group of KSBs judged together. */
const theme = z.strictObject({
  key,
  title: words,
  /** The pathway that the theme belongs to; none: every apprentice is assessed by it. */
  pathway: key.optional(),
  ksbs: z.array(z.string()),
  /** Reformed plans: the statements assessed in every assessment version; the rest may be sampled over time. */
  mandatoryKsbs: z.array(z.string()).optional(),
  minimumQuestions: z.number().int().min(0).optional(),
  descriptors: z.array(descriptor),
});
export type Theme = Readonly<z.infer<typeof theme>>;

const gradeRule = z.discriminatedUnion('kind', [
  /** Any pass descriptor not met: fail. All pass descriptors met: pass. All pass and all distinction descriptors met: distinction. */
  z.strictObject({ kind: z.literal('allDescriptors') }),
  /** At least so many pass descriptors for a pass; all of them and so many distinction descriptors for a distinction. */
  z.strictObject({
    kind: z.literal('count'),
    passAtLeast: z.number().int().positive(),
    distinctionAtLeast: z.number().int().positive().optional(),
  }),
  /** A marked test: the lowest score for each grade; below the lowest of them it is a fail. */
  z.strictObject({
    kind: z.literal('score'),
    outOf: z.number().int().positive(),
    boundaries: z.array(z.strictObject({ grade, atLeast: z.number().int().min(0) })),
  }),
]);
export type GradeRule = Readonly<z.infer<typeof gradeRule>>;

export const methodKinds = [
  'observation',
  'professionalDiscussion',
  'interview',
  'presentation',
  'project',
  'test',
  'practical',
  'simulation',
] as const;
export type MethodKind = (typeof methodKinds)[number];

export const method = z.strictObject({
  key,
  kind: z.enum(methodKinds),
  name: words,
  /** The pathway that the method belongs to; none: every apprentice takes it. */
  pathway: key.optional(),
  /** Reformed plans: whether the plan itself asks for this method; the assessment organisation chooses the others. */
  mandated: z.boolean().optional(),
  grades: z.array(grade).max(grades.length),
  weight: percent.optional(),
  markedBy: z.enum(['assessmentOrganisation', 'provider', 'centre']).optional(),
  /** The KSBs assessed by this method: the plan's map. */
  ksbs: z.array(z.string()),
  parts: z.array(part),
  tolerance: open(tolerance),
  /** Whether the tolerance is a share of the time with the adjustment in it, or of the plan's time alone. */
  toleranceOn: z.enum(['adjustedTime', 'planTime']),
  split: open(
    z.strictObject({
      allowed: z.boolean(),
      withinWorkingDays: z.number().int().positive().optional(),
      reasons: z.array(z.string()),
    }),
  ),
  notice: open(period),
  questions: open(
    z.strictObject({
      minimum: open(z.number().int().min(0)),
      when: z.enum(['during', 'after', 'both']),
      followUpsAllowed: z.boolean(),
      forKsbsNotObserved: z.boolean(),
      source: z.enum(['own', 'bank']),
      differentOnResit: z.boolean(),
    }),
  ),
  conditions: z.strictObject({
    oneApprenticeAtATime: z.boolean(),
    simulationAllowed: open(z.boolean()),
    remoteAllowed: open(z.boolean()),
    /** Whether a remote session asks for an identity check of its own. */
    remoteIdentityCheck: z.boolean().optional(),
    portfolioMayBeReferredTo: z.boolean(),
    mandatoryActivities: z.array(z.string()),
    mayBePresent: z.array(z.string()),
  }),
  recording: open(
    z.strictObject({
      audio: z.enum(['none', 'optional', 'required']),
      video: z.enum(['none', 'optional', 'required']),
      consentRequired: z.boolean(),
      retentionMonths: z.number().int().positive().optional(),
    }),
  ),
  themes: z.array(theme),
  gradeRule: open(gradeRule),
  /** KSBs without which the method is failed, whatever else was met: every pass descriptor that holds one must be met. */
  criticalKsbs: z.array(z.string()),
});
export type Method = Readonly<z.infer<typeof method>>;

const gatewayRequirement = z.strictObject({
  key,
  kind: z.enum(['qualification', 'portfolio', 'dbs', 'employerDeclaration', 'planningMeeting', 'other']),
  title: words,
  mandatory: z.boolean(),
  appliesIf: z.string().optional(),
  evidence: z.string().optional(),
  confirmedBy: z.string().optional(),
});
export type GatewayRequirement = Readonly<z.infer<typeof gatewayRequirement>>;

/** What must be there before the assessment is complete, beside the grades: in reformed plans the employer's verification of behaviours. */
const completionRequirement = z.strictObject({
  key,
  kind: z.enum(['behaviours', 'qualification', 'other']),
  title: words,
  mandatory: z.boolean(),
  /** The statements that it is about. */
  ksbs: z.array(z.string()).optional(),
  evidence: z.string().optional(),
});
export type CompletionRequirement = Readonly<z.infer<typeof completionRequirement>>;

/** One of the pathways of a standard with a core and options: an apprentice takes exactly one. */
const pathway = z.strictObject({
  key,
  title: words,
  /** The KSBs that belong to this pathway only; what no pathway names belongs to the core. */
  ksbs: z.array(z.string()),
});
export type Pathway = Readonly<z.infer<typeof pathway>>;

/** Who typed the plan in, who compared it with the published one, who confirmed it and from which document. It travels with an exported plan. */
export const transcription = z.strictObject({
  typedBy: z.string().min(1),
  checkedBy: z.string().min(1),
  checkedAt: z.iso.datetime(),
  confirmedBy: z.string().min(1),
  confirmedAt: z.iso.datetime(),
  sourceDocument: z.string().min(1),
  sourceVersion: z.string().min(1),
});
export type Transcription = Readonly<z.infer<typeof transcription>>;

const dispensation = z.strictObject({
  from: isoDate,
  to: isoDate.optional(),
  reason: words,
  /** The way to the parameter: names and keys with full stops between them, `methods.observation.parts.questions.minutes`. */
  path: z.string(),
  value: z.unknown(),
});
export type Dispensation = Readonly<z.infer<typeof dispensation>>;

const gradeTable = z.strictObject({
  /** How the rows came about: typed in from the plan, or generated by a rule. */
  origin: z.enum(['typed', 'lowest', 'template']),
  rows: z.array(z.strictObject({ methods: z.record(z.string(), grade), overall: grade })),
});
export type GradeTable = Readonly<z.infer<typeof gradeTable>>;

/** An assessment plan: how a standard is assessed. Every number comes from the published plan; `null` where it is not known. */
export const plan = z.strictObject({
  schema: z.literal('epa-plan/1'),
  id: z.string().min(1).max(100),
  version: words,
  title: words,
  /** A template has open numbers; a demonstration plan is fictional; a published one was typed in from a published document. */
  origin: z.enum(['template', 'demonstration', 'published']),
  planModel: z.enum(['epa', 'aap']),
  standard: z.strictObject({
    reference: z.string(),
    version: z.string(),
    title: z.string(),
    level: z.number().int().min(1).max(8),
    larsCode: z.number().int().positive().optional(),
  }),
  effectiveFrom: isoDate.optional(),
  effectiveTo: isoDate.optional(),
  /** The published document that the plan was typed in from, or what else the plan is. */
  source: words,
  sourceVersion: z.string().optional(),
  transcription: transcription.optional(),
  /** The id of the version that this one is to replace. */
  supersedes: z.string().optional(),
  programme: z.strictObject({
    typicalMonthsToGateway: open(z.number().int().positive()),
    minimumMonths: open(z.number().int().positive()),
    epaPeriodMonths: open(z.number().int().positive()),
  }),
  pathways: z.array(pathway).optional(),
  gateway: z.array(gatewayRequirement),
  /** What the gateway to completion asks for beside the grades. */
  completion: z.array(completionRequirement).optional(),
  /** Reformed plans: how far the statements that are not mandatory may be sampled over the assessment versions. */
  sampling: z
    .strictObject({
      allowed: z.boolean(),
      /** The months within which the versions together cover every statement. */
      coveredWithinMonths: z.number().int().positive().optional(),
    })
    .optional(),
  /** Reformed plans: the least share of synoptic assessment, and of what the assessment organisation marks itself. */
  shares: z
    .strictObject({ synopticPercent: percent.optional(), organisationMarkedPercent: percent.optional() })
    .optional(),
  order: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('any') }),
    z.strictObject({ kind: z.literal('fixed'), methods: z.array(key) }),
    z.strictObject({
      kind: z.literal('passedBefore'),
      pairs: z.array(z.strictObject({ earlier: key, later: key })),
    }),
  ]),
  /** At most six, so that the combinations of their grades can always be counted out. */
  methods: z.array(method).max(6),
  overallGrades: z.array(grade).max(grades.length),
  gradeTable: open(gradeTable),
  resits: open(
    z.strictObject({
      resitWithinMonths: open(z.number().int().positive()),
      retakeWithinMonths: open(z.number().int().positive()),
      /** The best grade that a re-sit or re-take can reach; lifted for recorded exceptional circumstances. */
      cap: grade,
      capLiftedForExceptionalCircumstances: z.boolean(),
      onlyFailedMethods: z.boolean(),
      allPassedWithinMonths: open(z.number().int().positive()),
      actionPlanRequired: z.boolean(),
      /** Whether a passed method may be taken again for a better grade. Usually not. */
      mayImproveGrade: z.boolean().optional(),
    }),
  ),
  results: open(
    z.strictObject({
      releaseWithinWorkingDays: open(z.number().int().positive()),
      /** Whether results are released only after quality assurance. */
      afterQualityAssurance: z.boolean().optional(),
      feedback: z.enum(['none', 'failOnly', 'always']),
    }),
  ),
  appeals: z.array(z.strictObject({ stage: z.string(), within: period, decidedBy: z.string() })),
  assessor: open(
    z.strictObject({
      independence: z.string(),
      occupationalExperienceYears: z.number().int().min(0).optional(),
      cpd: z.string().optional(),
      standardisation: z.string().optional(),
    }),
  ),
  dispensations: z.array(dispensation),
});
export type Plan = Readonly<z.infer<typeof plan>>;

/** The plan's method with this key. Throws when the plan has none: a session can only be pinned to a method of its plan. */
export function methodOf(plan: Plan, methodKey: string): Method {
  const found = plan.methods.find(method => method.key === methodKey);
  if (!found) throw new Error(`Plan ${plan.id} has no method ${methodKey}`);
  return found;
}

/** All descriptors of a method with the theme that each belongs to, in the plan's order. */
export function descriptorsOf(method: Method): readonly { readonly theme: Theme; readonly descriptor: Descriptor }[] {
  return method.themes.flatMap(theme => theme.descriptors.map(descriptor => ({ theme, descriptor })));
}
