import { z } from 'zod';
import { derivationLine } from '../../contract/shapes.ts';
import { framework } from '../framework.ts';
import { grade, method, plan } from '../plan.ts';
import { planStatuses } from '../plan-standing.ts';
import { questionKinds, questionStatuses } from '../question-bank.ts';
import { attachmentChoices, recordShapes } from './record-shapes.ts';

const schema = z.literal('epa-pack/1');
const id = z.uuid();
const text = z.string().max(20_000);
const instant = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** people.json: everybody whom the records name. */
export const peopleFile = z.strictObject({
  schema,
  people: z
    .array(
      z.strictObject({
        id,
        name: text,
        role: z.enum(['assessor', 'qualityAssurer', 'administrator']),
        addedAt: instant,
      }),
    )
    .max(10_000),
});
export type PackPerson = z.output<typeof peopleFile>['people'][number];

/** standards/SHA-256.json: a standard word for word as it is held. */
export const standardFile = z.strictObject({ schema, sha256, addedAt: instant, document: framework });
export type StandardFile = z.output<typeof standardFile>;

/** plans/SHA-256.json: an assessment plan with its standing. */
export const planFile = z.strictObject({
  schema,
  id: text,
  frameworkId: text,
  status: z.enum(planStatuses),
  sha256,
  builtIn: z.boolean(),
  supersedes: text.nullable(),
  typedBy: text,
  checkedBy: text.nullable(),
  checkedAt: instant.nullable(),
  confirmedBy: text.nullable(),
  confirmedAt: instant.nullable(),
  sourceDocument: text.nullable(),
  sourceVersion: text.nullable(),
  addedAt: instant,
  changedAt: instant,
  document: plan,
  /** The assessment versions by which its statements are sampled, in plans that sample. */
  assessmentVersions: z
    .array(
      z.strictObject({
        id,
        label: text,
        statements: z.array(text).max(5000),
        addedAt: instant,
        withdrawnReason: text.nullable(),
      }),
    )
    .max(1000),
});
export type PlanFile = z.output<typeof planFile>;

const texts = z.array(text).max(200);
const wording = {
  kind: z.enum(questionKinds),
  text,
  ksbs: texts,
  passPointers: texts,
  distinctionPointers: texts,
  author: text,
};

/** questions/SHA-256 of the plan.json: its bank, or the questions of it that were asked. */
export const questionFile = z.strictObject({
  schema,
  planId: text,
  questions: z
    .array(
      z.strictObject({
        id,
        planId: text,
        methodKey: text,
        themeKey: text,
        originId: id,
        ...wording,
        status: z.enum(questionStatuses),
        version: z.number().int().min(1),
        addedAt: instant,
        changedAt: instant,
        approvedBy: text.nullable(),
        approvedAt: instant.nullable(),
      }),
    )
    .max(20_000),
});
export type QuestionFile = z.output<typeof questionFile>;
export type PackQuestion = QuestionFile['questions'][number];

/** An encrypted file's content as it is in the pack. */
export const packAttachment = z.strictObject({
  id,
  mediaType: z.string().max(100),
  sha256,
  sizeBytes: z.number().int().min(0),
  addedAt: instant,
  /** Its path below `data/`. */
  file: z.string().max(200),
});
export type PackAttachment = z.output<typeof packAttachment>;

const rowsOf = <S extends z.ZodType>(shape: S) => z.array(shape).max(50_000);
const records = z.strictObject(
  Object.fromEntries(Object.entries(recordShapes).map(([name, shape]) => [name, rowsOf(shape)])) as {
    [N in keyof typeof recordShapes]: z.ZodArray<(typeof recordShapes)[N]>;
  },
);

/** assessments/ID.json: one assessment whole. */
export const assessmentFile = z.strictObject({
  schema,
  apprentice: z.strictObject({
    id,
    givenNames: text,
    familyName: text,
    uln: text,
    employer: text,
    trainingProvider: text,
    addedAt: instant,
  }),
  standard: z.strictObject({ id: text, reference: text, version: text, title: text, file: text }),
  plan: z.strictObject({
    id: text,
    title: text,
    version: text,
    sha256,
    file: text,
    /** As it was applied: with the apprentice's pathway and dispensations; null where that is the plan word for word. */
    asApplied: plan.nullable(),
  }),
  records,
  /** What the workbench made of the records, to be compared with one's own result. */
  computed: z.strictObject({
    sessions: z.array(
      z.strictObject({
        sessionId: id,
        methodKey: text,
        attempt: z.number().int(),
        /** Whether this is the attempt that counts for its method. */
        counts: z.boolean(),
        /** The method as it was on the day that the session was begun; null where that is as in `plan`. */
        method: method.nullable(),
        grade: grade.nullable(),
        lines: z.array(derivationLine),
      }),
    ),
    overall: z.strictObject({ grade: grade.nullable(), lines: z.array(derivationLine) }),
  }),
  attachments: z.array(packAttachment).max(10_000),
  /** What the sender chose not to send. */
  leftOut: z.array(z.enum(attachmentChoices)),
});
export type AssessmentFile = z.output<typeof assessmentFile>;

/** One event of the sender's audit log, as a line of audit/events.jsonl. */
export const packEvent = z.strictObject({
  sequence: z.number().int().min(1),
  at: instant,
  actorId: text,
  type: text,
  subjectId: text,
  /** JSON as the hash was made of it. */
  detail: text,
  previousHash: sha256,
  hash: sha256,
  /** Ed25519 over the hash's bytes, Base64. */
  signature: z.base64(),
});
export type PackEvent = z.output<typeof packEvent>;

/** audit/head.json: where the segment of the sender's audit log begins and ends, and by which key it is signed. */
export const auditFile = z.strictObject({
  schema,
  workspaceId: id,
  /** Ed25519, SubjectPublicKeyInfo, Base64. */
  publicKey: z.base64(),
  from: z.number().int().min(1),
  sequence: z.number().int().min(0),
  head: sha256,
});
export type AuditFile = z.output<typeof auditFile>;

/** sender.json: who sends the pack, to whom, and how packs to the sender are encrypted. */
export const senderFile = z.strictObject({
  schema,
  workspaceId: id,
  role: z.enum(['assessor', 'organisation']),
  /** The person, or the organisation where it signs with its seal. */
  name: text,
  organisation: text,
  /** The receiver as the sender knows it. */
  to: text,
  /** The certificate that packs to the sender can be encrypted to, DER in Base64. */
  receiver: z.base64(),
  /** Whether the sender is a demonstration, which holds nobody's data. */
  demonstration: z.boolean(),
});
export type SenderFile = z.output<typeof senderFile>;

const base64List = z.array(z.base64()).max(1000);

/** trust.json of an assignment: the organisation's root certificate, the certificates it issued, and its list of withdrawn ones, as DER in Base64. */
export const trustFile = z.strictObject({
  schema,
  root: z.base64(),
  issued: base64List,
  revocationList: z.base64().nullable(),
});
export type TrustFile = z.output<typeof trustFile>;

/** reviews/ASSESSMENT ID.json: what the organisation decided on one assessment and added to it. */
export const reviewFile = z.strictObject({
  schema,
  assessmentId: id,
  records: records.pick({ review: true, reviewReport: true, reportFile: true, resultRelease: true, document: true }),
  attachments: z.array(packAttachment).max(1000),
});
export type ReviewFile = z.output<typeof reviewFile>;

/** receipt.json: which packs arrived, and up to which event of the assessor's audit log nothing is missing. */
export const receiptFile = z.strictObject({
  schema,
  /** The workspace whose packs are acknowledged. */
  workspaceId: id,
  sequence: z.number().int().min(0),
  head: sha256,
  packs: z.array(z.strictObject({ id, receivedAt: instant })).max(10_000),
  assessmentIds: z.array(id).max(60_000),
});
export type ReceiptFile = z.output<typeof receiptFile>;
