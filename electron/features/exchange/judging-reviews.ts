import type { PackItem } from '../../../shared/contract/packs.ts';
import type { ReviewFile } from '../../../shared/domain/packs/pack-content.ts';
import type { JudgedItem } from '../../../shared/domain/packs/standing.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader } from '../../db/statements.ts';
import { apprenticeById, fullName } from '../apprentices.ts';
import { assessmentById } from '../assessment-rows.ts';
import { reportById } from '../signed-reports.ts';
import { differs, type RecordChanges, recordChanges } from './record-changes.ts';
import { tablesFor } from './record-tables.ts';

/** What quality assurance said of an assessment, with how it stands here and what taking it in would add. */
export interface JudgedReview extends JudgedItem {
  readonly file: ReviewFile;
  readonly title: string;
  readonly changes: RecordChanges;
}

const decisions = { agreed: 'Agreed', returned: 'Returned', changed: 'To be changed' } as const;
const assurance = tablesFor([], 'assurance');

/** Judges the file of a review pack. What was reviewed has to be a report of this workspace, as it was signed here. */
export function judgeReview(reader: Reader, file: ReviewFile): JudgedReview {
  const { assessmentId, records } = file;
  const changes = recordChanges(reader, assessmentId, records, assurance);
  const title = titleOf(reader, assessmentId);
  const conflicting = (why: string): JudgedReview => ({
    standing: 'conflicting',
    why,
    file,
    title: title ?? 'Unknown assessment',
    changes,
  });
  if (title === null) return conflicting('This assessment is not in this workspace.');
  const reports = new Set([...records.reviewReport, ...records.reportFile].map(({ reportId }) => reportId));
  for (const id of reports) {
    if (!isReportOf(reader, id, assessmentId))
      return conflicting('It speaks of a report that is not in this workspace.');
  }
  if (changes.tables.some(({ changed }) => changed.length > 0)) {
    return conflicting('It says something else than what arrived before, or than what was done here.');
  }
  const isKnown = changes.tables.some(({ table, missing }) => table.name === 'review' && missing > 0);
  if (!differs(changes))
    return {
      standing: isKnown ? 'older' : 'same',
      why: isKnown ? 'A later review is here already.' : null,
      file,
      title,
      changes,
    };
  return { standing: 'new', why: null, file, title, changes };
}

function titleOf(reader: Reader, assessmentId: string): string | null {
  try {
    return fullName(apprenticeById(reader, assessmentById(reader, assessmentId).apprenticeId));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function isReportOf(reader: Reader, id: string, assessmentId: string): boolean {
  try {
    return reportById(reader, id).assessmentId === assessmentId;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** The line of a review in a preview. */
export function reviewItem({ file, title, standing, why }: JudgedReview): PackItem {
  const { review, reportFile, resultRelease } = file.records;
  const last = review.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const decided = last ? decisions[last.decision] : 'No decision';
  const signed = reportFile.some(({ kind }) => kind === 'countersigned') ? ', countersigned' : '';
  const released = resultRelease.length > 0 ? ', released' : '';
  return { kind: 'review', id: file.assessmentId, title, note: `${decided}${signed}${released}`, standing, why };
}
