import type { DocumentKind } from '../../shared/contract/documents.ts';
import type { TaskContext } from '../core/contexts.ts';
import { assessmentById } from './assessment-rows.ts';
import { issueToPerson, makeAuthority } from './authority.ts';
import { countersignReport } from './countersigning.ts';
import { makeDocument } from './documents.ts';
import { addPerson, everyone } from './people.ts';
import { reviewCaseOf } from './review-cases.ts';
import { recordReview, releaseResult } from './reviews.ts';

const reviewer = 'Quinn Fictional';
const minute = 60_000;

/** Makes the demonstration's authority, adds its quality assurer, and issues both people their certificates. */
export async function foundOrganisation(context: TaskContext): Promise<void> {
  await makeAuthority(context, { name: 'Example Assessment Authority (fictional)', validYears: 10 });
  context.command(command => addPerson(command, { name: reviewer, role: 'qualityAssurer' }));
  for (const { id } of context.query(({ reader }) => everyone(reader))) {
    await issueToPerson(context, { personId: id, validYears: 3 });
  }
}

/** Reviews a signed assessment as the demonstration's quality assurer: agrees, countersigns every report, and releases the result. */
export async function reviewAndRelease(context: TaskContext, assessmentId: string): Promise<void> {
  const start = context.now.getTime();
  const at = (minutes: number): TaskContext => context.at(new Date(start + minutes * minute));
  const { reviewerId, found } = context.query(({ reader }) => ({
    reviewerId: everyone(reader).find(({ name }) => name === reviewer)?.id ?? '',
    found: reviewCaseOf(reader, assessmentById(reader, assessmentId)),
  }));
  const mark = { kind: 'typed', name: reviewer } as const;
  const reportIds = found.reports.map(({ id }) => id);
  context.command(command =>
    recordReview(command, {
      assessmentId,
      reportIds,
      reviewerId,
      sampledBecause: found.because.map(({ reason }) => reason),
      decision: 'agreed',
      reasons: 'Every judgement rests on notes that show it, and the times agree with the plan.',
    }),
  );
  for (const [order, reportId] of reportIds.entries()) {
    await countersignReport(at(5 + order), { reportId, reviewerId, mark });
  }
  await makeDocument(at(15), { assessmentId, kind: 'qualityAssurance', mark });
  at(20).command(command => releaseResult(command, { assessmentId, releasedBy: reviewerId }));
}

/** Makes these documents of an assessment. */
export async function makeDocuments(
  context: TaskContext,
  assessmentId: string,
  kinds: readonly DocumentKind[],
): Promise<void> {
  for (const kind of kinds) await makeDocument(context, { assessmentId, kind });
}
