import { z } from 'zod';
import { grade } from '../domain/plan.ts';
import { query, task } from './channel.ts';
import { id, instant, nothing, obstacle, reportSubject, signedReport } from './shapes.ts';

/** How a signature looks on the page. Both stand equally: what binds is the certificate's signature. */
export const signatureMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed'), name: z.string().trim().min(1).max(100) }),
  z.strictObject({
    kind: z.literal('drawn'),
    /** Strokes of points, 0 to 1 from the left and from the top of the pad. */
    strokes: z
      .array(
        z
          .array(z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }))
          .min(1)
          .max(5000),
      )
      .min(1)
      .max(200),
    /** The pad's width divided by its height. */
    aspect: z.number().min(0.2).max(20),
  }),
]);
export type SignatureMark = Readonly<z.infer<typeof signatureMark>>;

/** Where the workspace has a time stamp authority: `use` it, which is usual, or sign `without` it because it cannot be reached. */
export const timestampChoice = z.enum(['use', 'without']);

const pdf = z.instanceof(Uint8Array);

const timestamp = z.strictObject({
  at: instant.nullable(),
  authority: z.string(),
  trusted: z.boolean(),
  problems: z.array(z.string()),
});

export const verification = z.strictObject({
  fileName: z.string(),
  /** All is well: at least one signature, every one valid, nothing changed since. */
  ok: z.boolean(),
  sha256: z.string(),
  /** What the document is, as its attached content says; null where it is not intact or none of ours. */
  document: z
    .strictObject({ documentId: z.string(), title: z.string(), apprentice: z.string(), practice: z.boolean() })
    .nullable(),
  /** The finding in plain sentences, the verdict first. */
  sentences: z.array(z.string()),
  signatures: z.array(
    z.strictObject({
      role: z.string(),
      signerName: z.string(),
      signedAt: instant.nullable(),
      intact: z.boolean(),
      /** Never true of a signature that is not intact: it cannot be said then. */
      unchangedSince: z.boolean(),
      trust: z.string(),
      /** What the trust means, in a sentence. */
      trustWords: z.string(),
      certificateFingerprint: z.string(),
      /** By whom the certificate was issued; empty when it cannot be read. */
      issuer: z.string(),
      validFrom: instant.nullable(),
      validUntil: instant.nullable(),
      /** A time stamp over this signature; null when there is none. */
      timestamp: timestamp.nullable(),
      /** What a reader should know although nothing is wrong. */
      remarks: z.array(z.string()),
      problems: z.array(z.string()),
    }),
  ),
  /** Time stamps over the whole document, in the order in which they were made. */
  documentTimestamps: z.array(timestamp.extend({ intact: z.boolean(), unchangedSince: z.boolean() })),
});
export type Verification = Readonly<z.infer<typeof verification>>;

const checkedFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('checked'), verification }),
  /** Not read, or given up. */
  z.strictObject({ kind: z.literal('notChecked'), fileName: z.string(), reason: z.string() }),
]);
/** What was found in one of many files. */
export type CheckedFile = Readonly<z.infer<typeof checkedFile>>;

const readyReport = z.strictObject({ subject: reportSubject, title: z.string(), grade });
const readyCase = z.strictObject({
  assessmentId: id,
  apprenticeName: z.string(),
  standard: z.string(),
  practice: z.boolean(),
  reports: z.array(readyReport),
});
/** An apprentice with the reports that could be signed now, in the order in which they are signed. */
export type ReadyCase = Readonly<z.infer<typeof readyCase>>;

const signedMany = z.strictObject({
  signed: z.number().int(),
  /** Already signed before: left as they were. */
  skipped: z.number().int(),
  /** Where they were saved, or null when that was not asked for. */
  folder: z.string().nullable(),
  notSigned: z.array(z.strictObject({ subject: reportSubject, reason: z.string() })),
  /** Why the rest was not tried: words of a fault that would meet every report. Null otherwise. */
  stopped: z.string().nullable(),
  /** Not tried, because it was cancelled or stopped. */
  remaining: z.number().int(),
});
export type SignedMany = Readonly<z.infer<typeof signedMany>>;

export const reportChannels = {
  /** Where a report stands: what blocks its signing, the certificate it would be signed with, and the signed report once there is one. */
  'report.get': query(
    z.strictObject({ subject: reportSubject }),
    z.strictObject({
      title: z.string(),
      assessmentId: id,
      practice: z.boolean(),
      obstacles: z.array(obstacle),
      signer: z.strictObject({ name: z.string(), fingerprint: z.string().nullable(), expires: instant.nullable() }),
      declaration: z.string(),
      signed: signedReport.nullable(),
      /** Versions that were signed before it, the latest first; they are kept as they are. */
      earlier: z.array(signedReport),
    }),
  ),
  /** The report as it would be signed now, or the signed one. */
  'report.preview': task(z.strictObject({ subject: reportSubject }), z.strictObject({ pdf, signed: z.boolean() })),
  /** Builds, signs, stores and locks: afterwards session and judgements can no longer change. */
  'report.sign': task(
    z.strictObject({ subject: reportSubject, mark: signatureMark, timestamp: timestampChoice.exactOptional() }),
    signedReport,
  ),
  /** What the workspace's owner could sign now, apprentice by apprentice: closed, judged and with nothing in the way; an overall report where it can follow the others at once. */
  'report.ready': query(nothing, z.array(readyCase)),
  /**
   * Signs the confirmed reports one after another, each with all the checks of `report.sign`; one whose grade is no longer the confirmed one is not signed.
   * With `save` it asks for a folder first and writes each report there. Null when the person changed their mind. Progress is told by event; `task.cancel`
   * ends it after the report that is being signed. What is signed stays signed: the same call again goes on with the rest.
   */
  'report.signMany': task(
    z.strictObject({
      reports: z
        .array(z.strictObject({ subject: reportSubject, grade }))
        .min(1)
        .max(5000)
        .readonly(),
      mark: signatureMark,
      timestamp: timestampChoice.exactOptional(),
      save: z.boolean(),
    }),
    signedMany.nullable(),
  ),
  /** Asks where, and writes the signed PDF there. Null when the person changed their mind. */
  'report.save': task(z.strictObject({ id }), z.strictObject({ file: z.string() }).nullable()),
  /** Asks for PDFs, or for a folder with them, and checks each; a file that cannot be checked says why. Null when the person changed their mind. Progress is told by event; `task.cancel` ends it. */
  'report.verifyFiles': task(
    z.strictObject({ from: z.enum(['files', 'folder']) }),
    z.strictObject({ files: z.array(checkedFile), remaining: z.number().int() }).nullable(),
  ),
  /** Checks a file that the window was given, for example by dropping it there. */
  'report.verifyGiven': task(z.strictObject({ fileName: z.string().min(1).max(500), bytes: pdf }), checkedFile),
} as const;
