import { useAction } from '../../api.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** Asks why a closed session is opened again. */
export function ReopenDialog({ desk }: { readonly desk: SessionDesk }) {
  const reopen = useAction('session.reopen');
  return (
    <ReasonDialog
      title="Reopen this session?"
      isOpen={desk.dialog?.kind === 'reopen'}
      onClose={() => desk.setDialog(null)}
      action="Reopen the session"
      cancel="Leave it closed"
      description="It is kept with the session in the audit log."
      onReason={reason => reopen.run({ sessionId: desk.view.id, reason })}
    >
      <p>Notes can be added and changed again, and the clock can go on. The judgements made so far stay.</p>
    </ReasonDialog>
  );
}
