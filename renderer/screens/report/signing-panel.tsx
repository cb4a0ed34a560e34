import { FileSignature } from 'lucide-react';
import { useId } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { ReportSubject } from '../../../shared/contract/shapes.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Fingerprint } from '../settings/certificate-facts.tsx';
import { SignatureForm } from './signature-form.tsx';
import { TimestampChoice, useTimestampChoice } from './timestamp-choice.tsx';

export type ReportView = Output<'report.get'>;

interface SigningPanelProps {
  readonly view: ReportView;
  readonly subject: ReportSubject;
}

/** Who signs as what, what the signature stands for, the signature, and one button. */
export function SigningPanel({ view, subject }: SigningPanelProps) {
  const formId = useId();
  const sign = useAction('report.sign');
  const stamp = useTimestampChoice();
  return (
    <section className="signing" aria-label="Sign the report">
      <h3 className="signing-title">Sign the report</h3>
      <FactList
        layout="rows"
        facts={[
          { name: 'Signed by', value: `${view.signer.name}, independent assessor` },
          { name: 'Certificate', value: <Certificate view={view} /> },
        ]}
      />
      <p className="signing-declaration">{view.declaration}</p>
      <SignatureForm
        id={formId}
        signer={view.signer.name}
        onSigned={mark => sign.start({ subject, mark, ...(stamp.choice ? { timestamp: stamp.choice } : {}) })}
      />
      <TimestampChoice stamp={stamp} />
      <p className="muted">
        {subject.kind === 'method'
          ? 'After signing, the notes, judgements and grade of this method can no longer change.'
          : 'After signing, the overall grade and this report can no longer change.'}
      </p>
      {sign.error ? <ErrorPanel title="The report was not signed" error={sign.error} /> : null}
      <Button tone="primary" type="submit" form={formId} icon={FileSignature} isPending={sign.isPending}>
        Sign the report
      </Button>
    </section>
  );
}

function Certificate({ view }: { readonly view: ReportView }) {
  const { fingerprint, expires } = view.signer;
  if (fingerprint === null) return 'Made at your first signature and kept in this workspace';
  return (
    <>
      <Fingerprint hex={fingerprint} />
      {expires === null ? '' : `, valid until ${formatDate(expires)}`}
    </>
  );
}
