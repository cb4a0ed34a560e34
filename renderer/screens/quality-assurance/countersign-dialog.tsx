import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import { declarations } from '../../../shared/domain/report-signatures.ts';
import { useAction, useAsk } from '../../api.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { SignatureFields, useSignature } from '../report/signature-form.tsx';
import { TimestampChoice, useTimestampChoice } from '../report/timestamp-choice.tsx';
import { commonName } from '../settings/certificate-facts.tsx';
import { ReviewerChoice, useReviewers } from './reviewer-choice.tsx';

interface CountersignDialogProps {
  readonly report: ReviewCase['reports'][number];
  /** Who reviewed it last. */
  readonly reviewerId: string | null;
  readonly onClose: () => void;
}

/** Signs an agreed report a second time, beside the assessor's signature. */
export function CountersignDialog({ report, reviewerId: last, onClose }: CountersignDialogProps) {
  const countersign = useAction('report.countersign');
  const reviewers = useReviewers();
  const [chosen, setChosen] = useState(last);
  const [isChecked, setChecked] = useState(false);
  const signature = useSignature(reviewers.find(({ id }) => id === chosen)?.name ?? '');
  const stamp = useTimestampChoice();
  const submit = (): boolean => {
    setChecked(true);
    const mark = signature.check();
    if (!mark || chosen === null) return false;
    countersign.start(
      { reportId: report.id, reviewerId: chosen, mark, ...(stamp.choice ? { timestamp: stamp.choice } : {}) },
      () => {
        notify({ words: `Countersigned: ${report.title}` });
        onClose();
      },
    );
    return true;
  };
  return (
    <FormDialog
      title={`Countersign: ${report.title}`}
      onClose={onClose}
      action="Countersign the report"
      isPending={countersign.isPending}
      fault={countersign.error}
      onSubmit={submit}
    >
      <ReviewerChoice
        label="Who signs"
        reviewers={reviewers}
        value={chosen}
        onChange={setChosen}
        isChecked={isChecked}
      />
      <FactList
        layout="rows"
        facts={[
          { name: 'Beside', value: `${report.signedBy}, independent assessor` },
          { name: 'Certificate', value: <CertificateWords personId={chosen} /> },
        ]}
      />
      <p className="signing-declaration">{declarations.countersigned}</p>
      <SignatureFields signature={signature} />
      <TimestampChoice stamp={stamp} />
      <p className="muted">The assessor’s signature stays valid. Nothing else in the report changes.</p>
    </FormDialog>
  );
}

/** With which certificate the person would sign. */
function CertificateWords({ personId }: { readonly personId: string | null }) {
  const { data = [] } = useAsk('identity.list', {});
  const identity = data.find(one => one.personId === personId)?.identity;
  if (!identity) return 'Made at the first signature and kept in this workspace';
  const by = identity.selfSigned ? 'Own key, vouched for by nobody else' : `Issued by ${commonName(identity.issuer)}`;
  return `${by}; valid until ${formatDate(identity.notAfter)}`;
}
