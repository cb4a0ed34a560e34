import { Download, FileCheck2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatDateTime, formatNumber } from '../../../shared/british.ts';
import type { SignedReport } from '../../../shared/contract/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { ReportQuality } from '../quality-assurance/report-quality.tsx';
import { AddTimestamp } from './add-timestamp.tsx';
import { EarlierVersions } from './earlier-versions.tsx';
import type { useSaving } from './use-saving.ts';

interface SignedPanelProps {
  readonly signed: SignedReport;
  readonly earlier: readonly SignedReport[];
  readonly assessmentId: string;
  /** It was signed a moment ago on this page: reading goes on here. */
  readonly isNew: boolean;
  readonly save: ReturnType<typeof useSaving>;
}

/** What was signed, by whom, how anybody can check it, and where to go from here. */
export function SignedPanel({ signed, earlier, assessmentId, isNew, save }: SignedPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  return (
    <section className="signing" aria-label="The signed report">
      <h3 className="signing-title" ref={heading} tabIndex={-1}>
        Signed and locked
      </h3>
      <FactList
        layout="rows"
        facts={[
          { name: 'Signed by', value: signed.signedBy },
          { name: 'On', value: formatDateTime(signed.signedAt) },
          ...(signed.countersigned
            ? [
                {
                  name: 'Countersigned',
                  value: `${signed.countersigned.by}, quality assurer, ${formatDateTime(signed.countersigned.at)}`,
                },
              ]
            : []),
          ...(signed.timestampedAt ? [{ name: 'Time stamp', value: formatDateTime(signed.timestampedAt) }] : []),
          { name: 'Version', value: signed.version },
          { name: 'Document', value: signed.documentId },
          { name: 'Size', value: `${formatNumber(signed.sizeBytes / 1024)} kB` },
          { name: 'SHA-256', value: <code className="fingerprint">{signed.sha256}</code> },
        ]}
      />
      <div className="row">
        <Button tone="primary" icon={Download} keys="Mod+S" isPending={save.isPending} onPress={save.start}>
          Save the PDF…
        </Button>
        <RouteLink look="button" icon={FileCheck2} to={{ page: 'verify' }}>
          Check a report
        </RouteLink>
      </div>
      <p role="status">{save.file === null ? '' : `Saved as ${save.file}.`}</p>
      {save.error ? <ErrorPanel title="The PDF was not saved" error={save.error} /> : null}
      <AddTimestamp signed={signed} />
      <EarlierVersions versions={earlier} />
      <ReportQuality signed={signed} assessmentId={assessmentId} />
      <p className="muted">
        The signature is inside the PDF. Any reader that checks signatures names the signer and tells whether a single
        character was changed since; Check a report does the same without a network. The SHA-256 names exactly this
        file.
      </p>
      <RouteLink to={{ page: 'assessment', id: assessmentId }}>Go on with the assessment</RouteLink>
    </section>
  );
}
