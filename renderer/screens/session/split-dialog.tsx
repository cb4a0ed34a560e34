import { splitWords } from '../../../shared/domain/session-split.ts';
import { useAction } from '../../api.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** Asks why the session is split; it goes on later with the same key as after a break. */
export function SplitDialog({ desk }: { readonly desk: SessionDesk }) {
  const split = useAction('clock.split');
  const { method, id: sessionId } = desk.view;
  return (
    <ReasonDialog
      title="Split the session"
      isOpen={desk.dialog?.kind === 'split'}
      onClose={() => desk.setDialog(null)}
      action="Split it here"
      cancel="Go on without a split"
      description="It stands in the time ledger of the report."
      usual={method.split?.reasons ?? []}
      onReason={reason => split.run({ sessionId, reason })}
    >
      <p>
        {splitWords(method)} The time until it goes on is not counted. You may lock the workbench and come back to it
        from Home.
      </p>
    </ReasonDialog>
  );
}
