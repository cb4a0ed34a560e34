import { z } from 'zod';
import type { Grade } from '../plan.ts';
import type { OverallGradeWord } from './grades.ts';

const cell = z.string().trim().max(200);

/** To whom the certificate is posted. An empty text stands for what is not given. */
export const postalContact = z.strictObject({
  contactName: cell,
  department: cell,
  organisation: cell,
  addressLine1: cell,
  addressLine2: cell,
  addressLine3: cell,
  city: cell,
  postCode: cell,
});
export type PostalContact = Readonly<z.infer<typeof postalContact>>;

/** A contact of which nothing is known yet. */
export const noContact: PostalContact = {
  contactName: '',
  department: '',
  organisation: '',
  addressLine1: '',
  addressLine2: '',
  addressLine3: '',
  city: '',
  postCode: '',
};

/** One end-point assessment as the service counts them: every method with its grade, and what came of it. */
export interface DfeAttempt {
  /** When the last of its methods was assessed, ISO 8601 in UTC. */
  readonly at: string;
  readonly outcome: 'Pass' | 'Fail';
  readonly kind: 'first' | 'resit' | 'retake';
  /** Whether this result was released on its own; a later one may have been signed before. */
  readonly released: boolean;
}

/** Everything that the service's files and rules are about, for one assessment. */
export interface DfeRecord {
  readonly assessmentId: string;
  readonly practice: boolean;
  readonly planConfirmed: boolean;
  /** The day on which the learner withdrew, ISO date; null while they are with us. */
  readonly withdrawnOn: string | null;
  readonly givenNames: string;
  readonly familyName: string;
  readonly uln: string;
  readonly standard: {
    /** The LARS number by the plan. */
    readonly code: number | null;
    readonly reference: string;
    readonly version: string;
    readonly name: string;
    readonly level: number;
    /** When the standard was published, ISO date, where somebody has said so. */
    readonly publishedOn: string | null;
  };
  /** What the standard itself says in this workspace: its LARS number, its version, and the options of that version. */
  readonly held: { readonly code: number | null; readonly version: string; readonly options: readonly string[] };
  readonly courseOption: string;
  /** Up to the latest released one, the first one first. */
  readonly attempts: readonly DfeAttempt[];
  /** Whether a later attempt is signed and not released: it is not among the attempts. */
  readonly hasLater: boolean;
  /** The overall grade of the latest released attempt; null while nothing is released. */
  readonly grade: Grade | null;
  /** That grade in the service's words; null for a fail, which has none. */
  readonly overallGrade: OverallGradeWord | null;
  /** ISO date. */
  readonly learningStartedOn: string | null;
  readonly contact: PostalContact;
  readonly epaReference: string | null;
  readonly certificateReference: string | null;
}

/** The day and time of the certificate: those of the attempt that earned it, ISO 8601 in UTC. */
export const achievedAt = ({ attempts }: Pick<DfeRecord, 'attempts'>): string | null => attempts.at(-1)?.at ?? null;
