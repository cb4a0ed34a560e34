import type { SignatureMark } from '../../../shared/contract/reports.ts';
import { declarations } from '../../../shared/domain/report-signatures.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { SignatureFields, useSignature } from '../report/signature-form.tsx';

interface SignReviewReportProps {
  readonly title: string;
  readonly isPending: boolean;
  readonly fault: FaultWords | null;
  readonly onSigned: (mark: SignatureMark) => void;
  readonly onClose: () => void;
}

/** The reviewer's signature under the quality assurance report, asked for as it is made. */
export function SignReviewReport({ title, isPending, fault, onSigned, onClose }: SignReviewReportProps) {
  const signature = useSignature('');
  const submit = (): boolean => {
    const mark = signature.check();
    if (mark) onSigned(mark);
    return mark !== undefined;
  };
  return (
    <FormDialog
      title={`Make and sign: ${title}`}
      onClose={onClose}
      action="Make and sign it"
      isPending={isPending}
      fault={fault}
      onSubmit={submit}
    >
      <p className="prose">Whoever recorded the latest review signs it:</p>
      <p className="signing-declaration">{declarations.reviewed}</p>
      <SignatureFields signature={signature} />
    </FormDialog>
  );
}
