import { Download } from 'lucide-react';
import { formatDateTime } from '../../../shared/british.ts';
import type { ReportSubject, SignedReport } from '../../../shared/contract/shapes.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { notify } from '../../ui/toast.tsx';

interface SignedReportLineProps {
  readonly report: SignedReport;
  readonly subject: ReportSubject;
}

/** A signed report in one line: by whom and when, and the ways to see and keep it. */
export function SignedReportLine({ report, subject }: SignedReportLineProps) {
  const save = useAction('report.save');
  const start = (): void => {
    save
      .run({ id: report.id })
      .then(saved => saved && notify({ words: `Saved as ${saved.file}` }))
      .catch((fault: Error) => notify({ words: `The report was not saved: ${fault.message}`, tone: 'not-met' }));
  };
  return (
    <div className="signed-line">
      <p>
        Signed by {report.signedBy} on {formatDateTime(report.signedAt)}
        <span className="muted figures"> · {report.documentId}</span>
      </p>
      <div className="row">
        <RouteLink to={{ page: 'report', subject }} look="button">
          Open the report
        </RouteLink>
        <Button icon={Download} isPending={save.isPending} onPress={start}>
          Save the PDF…
        </Button>
      </div>
    </div>
  );
}
