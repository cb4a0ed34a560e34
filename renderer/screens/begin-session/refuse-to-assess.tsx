import { useAction } from '../../api.ts';
import { ReasonDialog } from '../session/reason-dialog.tsx';

const usual = [
  'I trained or supported the apprentice',
  'I work for the employer or the provider',
  'A personal connection',
];

interface RefuseToAssessProps {
  readonly assessmentId: string;
  readonly method: { readonly key: string; readonly name: string };
  readonly onBack: () => void;
  /** The refusal is recorded: nothing is begun. */
  readonly onClose: () => void;
}

/** Asks why the assessor cannot assess this method; it ends there, and is kept. */
export function RefuseToAssess({ assessmentId, method, onBack, onClose }: RefuseToAssessProps) {
  const refuse = useAction('session.refuse');
  return (
    <ReasonDialog
      title={`Refuse to assess: ${method.name}?`}
      isOpen
      onClose={onBack}
      action="Refuse to assess"
      cancel="Back to the checklist"
      tone="danger"
      description="It is kept with the assessment."
      usual={usual}
      onReason={async reason => {
        await refuse.run({ assessmentId, methodKey: method.key, reason });
        onClose();
      }}
    >
      <p>Another assessor has to take this method. Nothing is begun, and the refusal stands until you withdraw it.</p>
    </ReasonDialog>
  );
}
