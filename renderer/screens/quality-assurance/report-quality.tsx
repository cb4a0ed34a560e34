import type { ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import type { SignedReport } from '../../../shared/contract/shapes.ts';
import { useActions } from '../../actions.ts';
import { useAsk } from '../../api.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { ReviewDialogs, reviewActions, useReviewDesk } from './review-desk.tsx';
import { ReviewHistory } from './review-history.tsx';
import { decisionMarks, nextWords, stateMarks } from './review-words.ts';
import { ReviewedSteps } from './reviewed-steps.tsx';

interface ReportQualityProps {
  readonly signed: SignedReport;
  readonly assessmentId: string;
}

/** What quality assurance decided on the report in view, and what can be done about it. */
export function ReportQuality({ signed, assessmentId }: ReportQualityProps) {
  const { data } = useAsk('review.get', { assessmentId });
  return data ? <Quality review={data} signed={signed} /> : null;
}

function Quality({ review, signed }: { readonly review: ReviewCase; readonly signed: SignedReport }) {
  const desk = useReviewDesk();
  const report = review.reports.find(({ id }) => id === signed.id);
  useActions(reviewActions(review, desk));
  return (
    <section className="stack stack-tight" aria-label="Quality assurance of this report">
      <p className="row">
        <span className="strong">Quality assurance</span>
        <StatusTag {...(report?.decision ? decisionMarks[report.decision] : stateMarks[review.state])} />
      </p>
      <ReviewHistory review={review} />
      {nextWords(review) === '' ? null : <p className="muted">{nextWords(review)}</p>}
      {report ? <ReviewedSteps report={report} desk={desk} /> : null}
      <ReviewDialogs review={review} desk={desk} />
    </section>
  );
}
