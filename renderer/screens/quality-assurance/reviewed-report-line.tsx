import { formatDateTime } from '../../../shared/british.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { ReviewDesk, ReviewedReport } from './review-desk.tsx';
import { decisionMarks } from './review-words.ts';
import { ReviewedSteps } from './reviewed-steps.tsx';

interface ReviewedReportLineProps {
  readonly report: ReviewedReport;
  readonly desk: ReviewDesk;
}

/** A signed report as quality assurance sees it: the decision on it, its countersignature, and what can be done. */
export function ReviewedReportLine({ report, desk }: ReviewedReportLineProps) {
  const { title, version, decision, countersigned, countersign } = report;
  return (
    <li className="reviewed-report">
      <div className="reviewed-words">
        <p className="row">
          <span className="strong">{title}</span>
          {decision === null ? null : <StatusTag {...decisionMarks[decision]} />}
        </p>
        <p className="small muted figures">
          {report.documentId}, version {version}; signed by {report.signedBy}
        </p>
        {countersigned ? (
          <p className="small">
            Countersigned by {countersigned.by} on {formatDateTime(countersigned.at)}
          </p>
        ) : countersign.allowed || countersign.why === null ? null : (
          <p className="small muted">{countersign.why}</p>
        )}
      </div>
      <ReviewedSteps report={report} desk={desk} />
    </li>
  );
}
