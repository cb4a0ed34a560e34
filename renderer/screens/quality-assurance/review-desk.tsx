import { useState } from 'react';
import type { ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import type { Action } from '../../actions.ts';
import { useAction } from '../../api.ts';
import { AlertDialog } from '../../ui/dialog.tsx';
import { ReasonDialog } from '../session/reason-dialog.tsx';
import { CountersignDialog } from './countersign-dialog.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { reviewable } from './review-form.ts';
import { ReviewerChoice, useReviewers } from './reviewer-choice.tsx';

export type ReviewedReport = ReviewCase['reports'][number];

/** What is being asked in a dialog about the quality assurance of an assessment. */
export type AskedOfReview =
  | { readonly kind: 'record' | 'release' }
  | { readonly kind: 'countersign' | 'revise'; readonly report: ReviewedReport };

export interface ReviewDesk {
  readonly asked: AskedOfReview | null;
  readonly ask: (asked: AskedOfReview) => void;
  readonly close: () => void;
}

/** The one dialog about quality assurance that is open, if any. */
export function useReviewDesk(): ReviewDesk {
  const [asked, setAsked] = useState<AskedOfReview | null>(null);
  return { asked, ask: setAsked, close: () => setAsked(null) };
}

/** Whether a new version of the report can be opened: it was returned or changed, and its result is not released. */
export const isReturned = ({ decision }: ReviewedReport): boolean => decision === 'returned' || decision === 'changed';

/** What can be done about quality assurance, for the palette. */
export function reviewActions(review: ReviewCase, { ask }: ReviewDesk): readonly Action[] {
  const section = 'Quality assurance';
  const action = (id: string, title: string, asked: AskedOfReview): Action => ({
    id: `review.${id}`,
    title,
    section,
    run: () => ask(asked),
  });
  return [
    ...(reviewable(review).length === 0 ? [] : [action('record', 'Record a review', { kind: 'record' })]),
    ...review.reports.flatMap(report => [
      ...(report.countersign.allowed
        ? [action(`countersign.${report.id}`, `Countersign: ${report.title}`, { kind: 'countersign', report })]
        : []),
      ...(isReturned(report)
        ? [action(`revise.${report.id}`, `Open a new version: ${report.title}`, { kind: 'revise', report })]
        : []),
    ]),
    ...(review.releaseBlocked === null && !review.released
      ? [action('release', 'Release the result', { kind: 'release' })]
      : []),
  ];
}

interface ReviewDialogsProps {
  readonly review: ReviewCase;
  readonly desk: ReviewDesk;
}

/** The dialog about quality assurance that is open. */
export function ReviewDialogs({ review, desk: { asked, close } }: ReviewDialogsProps) {
  switch (asked?.kind) {
    case undefined:
      return null;
    case 'record':
      return <ReviewDialog review={review} onClose={close} />;
    case 'countersign':
      return (
        <CountersignDialog
          report={asked.report}
          reviewerId={review.reviews.at(-1)?.reviewerId ?? null}
          onClose={close}
        />
      );
    case 'revise':
      return <ReviseDialog report={asked.report} reasons={review.reviews.at(-1)?.reasons ?? ''} onClose={close} />;
    case 'release':
      return <ReleaseDialog review={review} onClose={close} />;
  }
}

interface ReviseDialogProps {
  readonly report: ReviewedReport;
  /** What the reviewer asked for. */
  readonly reasons: string;
  readonly onClose: () => void;
}

function ReviseDialog({ report, reasons, onClose }: ReviseDialogProps) {
  const { run } = useAction('report.revise');
  return (
    <ReasonDialog
      title={`Open a new version: ${report.title}?`}
      isOpen
      onClose={onClose}
      action="Open a new version"
      cancel="Leave it as signed"
      description="It stands in the record and in the new version."
      usual={['Returned by quality assurance']}
      onReason={reason => run({ reportId: report.id, reason })}
    >
      {reasons === '' ? null : <blockquote className="review-reasons">{reasons}</blockquote>}
      <p className="prose">
        The judgements can be changed until the report is signed again, as version {report.version + 1}. Version{' '}
        {report.version} stays in the record with its signatures.
      </p>
    </ReasonDialog>
  );
}

function ReleaseDialog({ review, onClose }: { readonly review: ReviewCase; readonly onClose: () => void }) {
  const { run } = useAction('result.release');
  const reviewers = useReviewers();
  const [chosen, setChosen] = useState<string | null>(review.reviews.at(-1)?.reviewerId ?? null);
  return (
    <AlertDialog
      title={`Release the result of ${review.apprenticeName}?`}
      isOpen
      onClose={onClose}
      action="Release the result"
      tone="primary"
      isActionDisabled={chosen === null}
      onAction={() => (chosen === null ? undefined : run({ assessmentId: review.assessmentId, releasedBy: chosen }))}
    >
      <p className="prose">
        {review.grade === null ? 'The result' : `The grade, a ${review.grade},`} counts from then on: outcome statement
        and feedback can be made for the apprentice. A release cannot be taken back.
      </p>
      <ReviewerChoice
        label="Who releases it"
        reviewers={reviewers}
        value={chosen}
        onChange={setChosen}
        isChecked={false}
      />
    </AlertDialog>
  );
}
