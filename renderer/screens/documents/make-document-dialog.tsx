import { useState } from 'react';
import type { DocumentWords } from '../../../shared/contract/documents.ts';
import type { SignatureMark } from '../../../shared/contract/reports.ts';
import type { Output } from '../../../shared/contract.ts';
import { declarations } from '../../../shared/domain/report-signatures.ts';
import { useAsk } from '../../api.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { SignatureFields, useSignature } from '../report/signature-form.tsx';
import { Additions, filledIn } from './document-additions.tsx';

type Possible = Output<'document.list'>['possible'][number];

interface MakeDocumentDialogProps {
  readonly possible: Possible;
  readonly assessmentId: string;
  readonly isPending: boolean;
  readonly fault: FaultWords | null;
  readonly onMake: (words: DocumentWords, mark?: SignatureMark) => void;
  readonly onClose: () => void;
}

/** What a document needs beside the record, asked for as it is made: a person's words, and the reviewer's signature. */
export function MakeDocumentDialog(props: MakeDocumentDialogProps) {
  const { data } = useAsk('review.get', { assessmentId: props.assessmentId });
  if (props.possible.signer !== 'reviewer') return <MakeForm {...props} signer={null} />;
  const reviewer = data?.reviews.at(-1)?.reviewerName;
  return reviewer === undefined ? null : <MakeForm {...props} signer={reviewer} />;
}

interface MakeFormProps extends MakeDocumentDialogProps {
  /** The reviewer who signs it; null where no person does. */
  readonly signer: string | null;
}

function MakeForm({ possible, assessmentId, isPending, fault, onMake, onClose, signer }: MakeFormProps) {
  const [words, setWords] = useState<DocumentWords>({});
  const [isIncomplete, setIncomplete] = useState(false);
  const signature = useSignature(signer ?? '');
  const submit = (): boolean => {
    const filled = filledIn(words);
    setIncomplete(filled === null);
    const mark = signer === null ? undefined : signature.check();
    if (filled === null || (signer !== null && mark === undefined)) return false;
    onMake(filled, mark);
    return true;
  };
  return (
    <FormDialog
      title={`${signer === null ? 'Make' : 'Make and sign'}: ${possible.title}`}
      onClose={onClose}
      action={signer === null ? 'Make it' : 'Make and sign it'}
      isPending={isPending}
      fault={fault}
      size={possible.kind === 'qualityAssurance' ? 'wide' : 'regular'}
      onSubmit={submit}
    >
      <Additions kind={possible.kind} assessmentId={assessmentId} words={words} onChange={setWords} />
      {isIncomplete ? <p className="field-error">Say of each action what is to be done and by whom.</p> : null}
      {signer === null ? null : (
        <>
          <p className="prose">{signer} recorded the latest review and signs it:</p>
          <p className="signing-declaration">{declarations.reviewed}</p>
          <SignatureFields signature={signature} />
        </>
      )}
    </FormDialog>
  );
}
