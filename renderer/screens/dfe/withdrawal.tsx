import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import { useActions } from '../../actions.ts';
import { useAsk } from '../../api.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { UndoWithdrawalDialog, WithdrawDialog } from './withdraw-dialog.tsx';

interface WithdrawalProps {
  readonly assessmentId: string;
  readonly name: string;
}

/** On the assessment's page: that the learner withdrew, or the way to record it. */
export function Withdrawal({ assessmentId, name }: WithdrawalProps) {
  const { data } = useAsk('dfe.details', { assessmentId });
  const [isOpen, setOpen] = useState(false);
  const withdrawal = data?.withdrawal ?? null;
  const title = withdrawal ? 'Take the withdrawal back…' : 'The learner withdrew…';
  useActions([
    {
      id: 'learner.withdraw',
      title,
      section: 'Assessment',
      isAvailable: () => data !== undefined,
      run: () => setOpen(true),
    },
  ]);
  if (!data) return null;
  const Dialog = withdrawal ? UndoWithdrawalDialog : WithdrawDialog;
  const button = (
    <Button size="dense" tone="quiet" onPress={() => setOpen(true)}>
      {title}
    </Button>
  );
  return (
    <>
      {withdrawal ? (
        <Banner kind="warning" title={`Withdrew on ${formatDate(withdrawal.withdrawnOn)}`} actions={button}>
          {withdrawal.reason}
        </Banner>
      ) : (
        <div className="row row-end">{button}</div>
      )}
      {isOpen ? <Dialog assessmentId={assessmentId} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
