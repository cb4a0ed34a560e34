import { z } from 'zod';
import { assessmentStages } from '../domain/assessment-stage.ts';
import { decision } from '../domain/judgement.ts';
import { grade } from '../domain/plan.ts';
import { recordingConsent } from '../domain/recording.ts';
import { noteKind, sessionState } from '../domain/session.ts';
import { pauses } from '../domain/session-split.ts';
import { stopKinds } from '../domain/session-stops.ts';

export const id = z.uuid();
export const nothing = z.strictObject({});
export const instant = z.iso.datetime();
/** One line of text that somebody typed, trimmed and not empty. */
export const line = z.string().trim().min(1).max(200);
/** Longer text that somebody typed: at most 20,000 characters. */
export const prose = z.string().max(20_000);
export const ksbCode = z.string().regex(/^[A-Z]{1,3}\d{1,3}$/);

export const stage = z.enum(assessmentStages);
/** The method that the next step is about and what is to be done with it; null when it is about no single method. */
export const nextMethodStep = z
  .strictObject({ methodKey: z.string(), step: z.enum(['start', 'resume', 'judge', 'sign']) })
  .nullable();
export type NextMethodStep = Readonly<z.infer<typeof nextMethodStep>>;

export const apprenticeDetails = z.strictObject({
  givenNames: line,
  familyName: line,
  /** Unique learner number: ten digits. A wrong check digit is a warning on the screen, not refused here. */
  uln: z.string().regex(/^[1-9]\d{9}$/, 'The unique learner number has ten digits and does not start with 0.'),
  employer: line,
  trainingProvider: line,
});
export const apprentice = apprenticeDetails.extend({ id, addedAt: instant });
export type Apprentice = Readonly<z.infer<typeof apprentice>>;

export const derivationLine = z.strictObject({
  text: z.string(),
  effect: z.enum(['supports', 'limits', 'open', 'result']),
  descriptorKey: z.string().exactOptional(),
  methodKey: z.string().exactOptional(),
});

export const methodResult = z.strictObject({
  grade: grade.nullable(),
  lines: z.array(derivationLine),
  outstanding: z.number().int(),
  wouldChange: z.string().nullable(),
});

export const obstacle = z.strictObject({
  rule: z.string(),
  severity: z.enum(['blocks', 'hint']),
  message: z.string(),
  fact: z.string().exactOptional(),
  descriptorKey: z.string().exactOptional(),
  themeKey: z.string().exactOptional(),
  noteId: id.exactOptional(),
});

export const note = z.strictObject({
  id,
  kind: noteKind,
  body: z.string(),
  ksbs: z.array(z.string()),
  at: instant,
  offsetSeconds: z.number().int(),
  partKey: z.string().nullable(),
  followsId: id.nullable(),
  struckReason: z.string().nullable(),
  /** How many earlier wordings are kept. */
  earlierVersions: z.number().int(),
});

export const ledgerEntry = z.strictObject({
  kind: z.enum(['part', 'break']),
  partKey: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  measuredSeconds: z.number().int().nullable(),
  reason: z.string().nullable(),
  pause: z.enum(pauses),
});

/** A stop of a session with its record, and what was decided on it. */
export const sessionStop = z.strictObject({
  id,
  kind: z.enum(stopKinds),
  stoppedAt: instant,
  record: z.strictObject({ noticedAt: z.string(), what: z.string(), done: z.string(), told: z.string() }).nullable(),
  decision: z.strictObject({ outcome: z.enum(['unfounded', 'upheld']), reason: z.string(), by: z.string() }).nullable(),
});

export const judgement = z.strictObject({
  descriptorKey: z.string(),
  decision: decision.nullable(),
  rationale: z.string(),
  evidenceNoteIds: z.array(id),
  portfolioEvidenceIds: z.array(id),
});

/** Text that was typed but not yet saved as a note or rationale. */
export const draft = z.strictObject({
  sessionId: id,
  /** `note` for the note line, `note:<id>` for a note being changed, `rationale:<descriptor key>`, `stop:<id>:what` and so on for the record of a stop. */
  field: z
    .string()
    .regex(/^(note|note:[0-9a-f-]{36}|stop:[0-9a-f-]{36}:(what|done|told)|rationale:[a-z][a-zA-Z0-9]*)$/),
  body: prose,
  keptAt: instant,
});
export type Draft = Readonly<z.infer<typeof draft>>;

/** What was seen to before the clock could start. */
export const openingChecklist = z.strictObject({
  place: line,
  /** What document proved the apprentice's identity: the type only, never a number or copy. */
  identityDocument: line,
  /** Names or roles of everybody else in the room. */
  present: z.string().trim().max(500),
  /** Extra time agreed as a reasonable adjustment, in percent of the plan's time. */
  adjustmentPercent: z.number().int().min(0).max(200),
  adjustments: z.string().trim().max(500),
  independenceDeclared: z.literal(
    true,
    'Declare your independence, or do not begin: another assessor has to take this assessment.',
  ),
  briefingGiven: z.literal(true, 'Brief the apprentice before the clock starts.'),
  recordingConsent: recordingConsent.default('notAsked'),
  /** Held over a connection, and then the checks that go with it. */
  remote: z.boolean().default(false),
  remoteChecked: z.boolean().default(false),
  /** The adjustments were shown to the apprentice and are in place. */
  adjustmentsConfirmed: z.boolean().default(false),
});
export type OpeningChecklist = Readonly<z.infer<typeof openingChecklist>>;

export const explanation = z.strictObject({ rule: z.string(), matter: z.string(), reason: line });

export const sessionSummary = z.strictObject({
  id,
  methodKey: z.string(),
  methodName: z.string(),
  attempt: z.number().int(),
  state: sessionState,
  startedAt: instant.nullable(),
  closedAt: instant.nullable(),
  noteCount: z.number().int(),
  decided: z.number().int(),
  toDecide: z.number().int(),
  grade: grade.nullable(),
});
export type SessionSummary = Readonly<z.infer<typeof sessionSummary>>;

export const reportSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('method'), sessionId: id }),
  z.strictObject({ kind: z.literal('overall'), assessmentId: id }),
]);
export type ReportSubject = Readonly<z.infer<typeof reportSubject>>;

export const signedReport = z.strictObject({
  id,
  documentId: z.string(),
  kind: z.enum(['method', 'overall']),
  title: z.string(),
  version: z.number().int(),
  signedAt: instant,
  signedBy: z.string(),
  /** The quality assurer's signature beside the assessor's; null before there is one. */
  countersigned: z.strictObject({ by: z.string(), at: instant }).nullable(),
  /** When a time stamp over the whole document was added; null before. */
  timestampedAt: instant.nullable(),
  sha256: z.string(),
  sizeBytes: z.number().int(),
});
export type SignedReport = Readonly<z.infer<typeof signedReport>>;
