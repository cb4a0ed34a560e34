import { formatDateTime } from '../../../shared/british.ts';
import type { Review, ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import { samplingReasonInWords } from '../../../shared/domain/sampling.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { notify } from '../../ui/toast.tsx';
import { decisionMarks } from './review-words.ts';

/** Every review of an assessment, the latest first: who decided what and why, and the reports as they were looked at. */
export function ReviewHistory({ review: { reviews, reports } }: { readonly review: ReviewCase }) {
  if (reviews.length === 0) return null;
  const current = new Set(reports.map(({ id }) => id));
  return (
    <ol className="reviews" aria-label="Reviews">
      {reviews.toReversed().map(one => (
        <li key={one.id} className="review">
          <p className="row">
            <StatusTag {...decisionMarks[one.decision]} />
            <span>
              by {one.reviewerName} on {formatDateTime(one.at)}
            </span>
          </p>
          {one.reasons === '' ? null : <blockquote className="review-reasons">{one.reasons}</blockquote>}
          <p className="small muted">
            Sampled because: {one.sampledBecause.map(reason => samplingReasonInWords(reason).toLowerCase()).join('; ')}.
          </p>
          {one.reports
            .filter(({ reportId }) => !current.has(reportId))
            .map(report => (
              <EarlierVersion key={report.reportId} report={report} />
            ))}
        </li>
      ))}
    </ol>
  );
}

/** A report that was looked at and has a newer version since. */
function EarlierVersion({ report }: { readonly report: Review['reports'][number] }) {
  const { start, isPending } = useAction('report.save');
  return (
    <p className="row small">
      <span className="muted figures">Looked at as it was then: {report.documentId}</span>
      <Button
        size="dense"
        isPending={isPending}
        onPress={() => start({ id: report.reportId }, saved => saved && notify({ words: `Saved as ${saved.file}` }))}
      >
        Save that version…
      </Button>
    </p>
  );
}
