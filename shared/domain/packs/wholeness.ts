import type { PackAttachment, ReviewFile } from './pack-content.ts';
import type { AssessmentRecords } from './record-shapes.ts';

/** What keeps records from being those of one assessment, as a clause; null where they are. Every row has to belong to this assessment, so that nothing can be slipped into another. */
export function wholenessTrouble(
  records: AssessmentRecords,
  apprenticeId: string,
  attachments: readonly PackAttachment[],
): string | null {
  const [assessment, ...more] = records.assessment;
  if (!assessment || more.length > 0) return 'it does not hold exactly one';
  if (assessment.apprenticeId !== apprenticeId) return 'it is of another apprentice than it says';
  const isOurs = rowsThatBelong(records, assessment.id, attachments);
  for (const [name, rows] of Object.entries(records)) {
    if (!(rows as readonly object[]).every(isOurs)) return `a row of ${name} belongs to something else`;
  }
  return null;
}

/** The same of what was decided on an assessment: every row has to be about it. */
export function reviewTrouble({ assessmentId, records, attachments }: ReviewFile): string | null {
  const reviews = new Set(records.review.map(({ id }) => id));
  const files = new Set(attachments.map(({ id }) => id));
  const isAbout =
    [...records.review, ...records.resultRelease, ...records.document].every(
      row => row.assessmentId === assessmentId,
    ) &&
    records.reviewReport.every(({ reviewId }) => reviews.has(reviewId)) &&
    [...records.reportFile, ...records.document].every(({ attachmentId }) => files.has(attachmentId));
  return isAbout ? null : 'a row of it belongs to something else';
}

/** Tells whether every reference that a row makes stays within the records. */
function rowsThatBelong(records: AssessmentRecords, assessmentId: string, attachments: readonly PackAttachment[]) {
  const idsOf = (rows: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    assessmentId: new Set([assessmentId]),
    sessionId: idsOf(records.session),
    noteId: idsOf(records.note),
    followsId: idsOf(records.note),
    reportId: idsOf(records.report),
    reviewId: idsOf(records.review),
    attachmentId: idsOf(attachments),
  };
  return (row: object): boolean =>
    Object.entries(row).every(([column, value]) => value === null || known[column]?.has(value as string) !== false);
}
