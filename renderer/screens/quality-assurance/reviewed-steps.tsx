import { Button } from '../../ui/button.tsx';
import { isReturned, type ReviewDesk, type ReviewedReport } from './review-desk.tsx';

interface ReviewedStepsProps {
  readonly report: ReviewedReport;
  readonly desk: ReviewDesk;
}

/** What can be done with a report after a review: a new version, or the countersignature. */
export function ReviewedSteps({ report, desk }: ReviewedStepsProps) {
  const { title, countersign } = report;
  if (!isReturned(report) && !countersign.allowed) return null;
  return (
    <div className="row">
      {isReturned(report) ? (
        <Button aria-label={`New version: ${title}`} onPress={() => desk.ask({ kind: 'revise', report })}>
          New version…
        </Button>
      ) : null}
      {countersign.allowed ? (
        <Button aria-label={`Countersign: ${title}`} onPress={() => desk.ask({ kind: 'countersign', report })}>
          Countersign…
        </Button>
      ) : null}
    </div>
  );
}
