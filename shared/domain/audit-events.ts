import { z } from 'zod';

const text = z.string();
const codes = z.array(z.string());

/** Every event that the audit log can hold, with what is kept of it. Nothing personal: ids, codes, choices and hashes of texts; the words themselves are in the record. */
export const auditEvents = {
  'workspace.created': z.strictObject({}),
  'framework.added': z.strictObject({ reference: text, version: text, sha256: text }),
  'plan.added': z.strictObject({ title: text, version: text, sha256: text }),
  'plan.drafted': z.strictObject({ from: text, sha256: text, supersedes: text.nullable() }),
  'plan.checked': z.strictObject({ sha256: text, checkedBySha256: text }),
  'plan.returned': z.strictObject({ reasonSha256: text }),
  'plan.confirmed': z.strictObject({
    version: text,
    sha256: text,
    confirmedBySha256: text,
    sourceDocument: text,
    sourceVersion: text,
    supersedes: text.nullable(),
  }),
  'plan.discarded': z.strictObject({ sha256: text }),
  'plan.exported': z.strictObject({ sha256: text }),
  'plan.imported': z.strictObject({
    version: text,
    sha256: text,
    asConfirmed: z.boolean(),
    supersedes: text.nullable(),
  }),
  'apprentice.added': z.strictObject({}),
  'apprentice.corrected': z.strictObject({ fields: codes }),
  'assessment.added': z.strictObject({ apprenticeId: text, planId: text, planSha256: text, practice: z.boolean() }),
  'completion.recorded': z.strictObject({ requirementKey: text, verifiedBySha256: text, verifiedOn: text }),
  'session.begun': z.strictObject({
    assessmentId: text,
    methodKey: text,
    attempt: z.number(),
    identityDocument: text,
    adjustmentPercent: z.number(),
  }),
  'clock.started': z.strictObject({ partKey: text }),
  'clock.stopped': z.strictObject({ partKey: text }),
  'clock.settled': z.strictObject({ partKey: text, gapCounted: z.boolean() }),
  'session.closed': z.strictObject({ notes: z.number(), explained: codes }),
  'session.reopened': z.strictObject({ reasonSha256: text }),
  'note.added': z.strictObject({ sessionId: text, kind: text, ksbs: codes, bodySha256: text }),
  'note.changed': z.strictObject({ sessionId: text, kind: text, ksbs: codes, bodySha256: text, version: z.number() }),
  'note.struck': z.strictObject({ sessionId: text, reasonSha256: text }),
  'judgement.recorded': z.strictObject({
    descriptorKey: text,
    decision: text.nullable(),
    rationaleSha256: text,
    evidence: z.number(),
  }),
  'identity.made': z.strictObject({ certificateSha256: text, notAfter: text }),
  'report.signed': z.strictObject({ kind: text, documentId: text, sha256: text, grade: text, certificateSha256: text }),
  'report.saved': z.strictObject({ documentId: text }),
} as const;

export type AuditEventType = keyof typeof auditEvents;
type DetailOf<T extends AuditEventType> = z.infer<(typeof auditEvents)[T]>;

/** An event as a command records it; the log adds its number, time, actor, hash and signature. `subjectId` is the id of what changed. */
export type AuditEvent = {
  [T in AuditEventType]: { readonly type: T; readonly subjectId: string; readonly detail: DetailOf<T> };
}[AuditEventType];

const sentences: Readonly<Record<AuditEventType, string>> = {
  'workspace.created': 'The workspace was created',
  'framework.added': 'A standard was added',
  'plan.added': 'An assessment plan was added',
  'plan.drafted': 'A draft of an assessment plan was made',
  'plan.checked': 'An assessment plan was checked by a second person',
  'plan.returned': 'A checked assessment plan was returned to draft',
  'plan.confirmed': 'An assessment plan was confirmed',
  'plan.discarded': 'A draft of an assessment plan was discarded',
  'plan.exported': 'An assessment plan was exported',
  'plan.imported': 'An assessment plan was imported',
  'apprentice.added': 'An apprentice was added',
  'apprentice.corrected': 'An apprentice’s details were corrected',
  'assessment.added': 'An assessment was added',
  'completion.recorded': 'A requirement for completion was recorded',
  'session.begun': 'A session was begun',
  'clock.started': 'The clock was started',
  'clock.stopped': 'The clock was stopped for a break',
  'clock.settled': 'It was settled how an interruption counts',
  'session.closed': 'A session was closed',
  'session.reopened': 'A closed session was opened again',
  'note.added': 'A note was written',
  'note.changed': 'A note was changed',
  'note.struck': 'A note was struck',
  'judgement.recorded': 'A judgement was recorded',
  'identity.made': 'A signing identity was made',
  'report.signed': 'A report was signed',
  'report.saved': 'A signed report was saved to a file',
};

/** The event in a short sentence for the audit page. */
export function auditSentence(type: string): string {
  return (sentences as Readonly<Record<string, string>>)[type] ?? type;
}
