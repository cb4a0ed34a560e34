import { useAction } from '../../api.ts';
import { ReasonDialog } from '../session/reason-dialog.tsx';

interface WithdrawRefusalProps {
  readonly refusalId: string;
  readonly onClose: () => void;
}

/** Asks why a refusal to assess is withdrawn; both stay in the record. */
export function WithdrawRefusal({ refusalId, onClose }: WithdrawRefusalProps) {
  const withdraw = useAction('refusal.withdraw');
  return (
    <ReasonDialog
      title="Withdraw the refusal?"
      isOpen
      onClose={onClose}
      action="Withdraw the refusal"
      cancel="Let it stand"
      description="It is kept beside the refusal."
      onReason={reason => withdraw.run({ id: refusalId, reason })}
    >
      <p>The method can be begun again afterwards. The opening checklist still asks for your independence.</p>
    </ReasonDialog>
  );
}
