import { FileSignature } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { SignatureMark } from '../../../shared/contract/reports.ts';
import type { ReportSubject } from '../../../shared/contract/shapes.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { SignaturePad } from '../../ui/signature-pad.tsx';
import { type Stroke, signatureAspect } from '../../ui/signature-strokes.ts';
import { TextField } from '../../ui/text-field.tsx';

export type ReportView = Output<'report.get'>;

interface SigningPanelProps {
  readonly view: ReportView;
  readonly subject: ReportSubject;
}

/** Who signs as what, what the signature stands for, the signature, and one button. */
export function SigningPanel({ view, subject }: SigningPanelProps) {
  const formId = useId();
  const sign = useAction('report.sign');
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
      <SignatureForm id={formId} onSigned={mark => sign.start({ subject, mark })} />
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
      <code className="fingerprint">{fingerprint}</code>
      {expires === null ? '' : `, valid until ${formatDate(expires)}`}
    </>
  );
}

interface SignatureFormProps {
  readonly id: string;
  readonly onSigned: (mark: SignatureMark) => void;
}

function SignatureForm({ id, onSigned }: SignatureFormProps) {
  const [kind, setKind] = useState<SignatureMark['kind']>('typed');
  const [name, setName] = useState('');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [isChecked, setChecked] = useState(false);
  const mark = markOf(kind, name, strokes);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (mark) onSigned(mark);
  };
  return (
    <form id={id} className="stack stack-tight" onSubmit={submit}>
      <SegmentedChoice
        label="Your signature"
        segments={[
          { id: 'typed', word: 'Type it' },
          { id: 'drawn', word: 'Draw it' },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'typed' ? (
        <TextField
          label="Your name, as you sign"
          value={name}
          onChange={setName}
          maxLength={100}
          error={isChecked && !mark ? 'Type your name to sign.' : null}
        />
      ) : (
        <>
          <SignaturePad label="Signature" strokes={strokes} onChange={setStrokes} />
          {isChecked && !mark ? <p className="field-error">Draw your signature, or type it instead.</p> : null}
        </>
      )}
    </form>
  );
}

function markOf(kind: SignatureMark['kind'], name: string, strokes: readonly Stroke[]): SignatureMark | undefined {
  if (kind === 'typed') return name.trim() === '' ? undefined : { kind, name: name.trim() };
  if (strokes.length === 0) return undefined;
  return { kind, strokes: strokes.map(stroke => [...stroke]), aspect: signatureAspect };
}
