import { useAction } from '../../api.ts';
import type { Assessment } from '../assessment.tsx';
import { ReasonDialog } from '../session/reason-dialog.tsx';

interface VoidDialogProps {
  readonly method: Assessment['methods'][number];
  readonly sessionId: string;
  readonly onClose: () => void;
}

const usual = ['Malpractice', 'Fire alarm', 'The wrong plan was used', 'The assessor was not independent'];

/** Declares the attempt that counts void, with its reason. */
export function VoidDialog({ method, sessionId, onClose }: VoidDialogProps) {
  const { run } = useAction('session.void');
  return (
    <ReasonDialog
      title={`Declare this attempt void: ${method.name}?`}
      isOpen
      onClose={onClose}
      action="Declare it void"
      cancel="Let it count"
      tone="danger"
      description="It stands in the record beside the attempt."
      usual={usual}
      onReason={reason => run({ sessionId, reason })}
    >
      <p className="prose">
        It stays in the record with its notes and no longer counts: the method can be attempted anew. This cannot be
        taken back.
      </p>
    </ReasonDialog>
  );
}
