import { useAction } from '../../api.ts';
import { settleRecording } from '../../recording/recorder.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { SessionDesk } from './use-session-desk.ts';

const usual = [
  'Comfort break',
  'Agreed rest break',
  'Interrupted by somebody',
  'Fire alarm',
  'Illness',
  'Technical trouble',
];

/** Asks why the clock stops; a break does not count as assessment time. */
export function BreakDialog({ desk }: { readonly desk: SessionDesk }) {
  const stop = useAction('clock.break');
  return (
    <ReasonDialog
      title="Stop the clock for a break"
      isOpen={desk.dialog?.kind === 'break'}
      onClose={() => desk.setDialog(null)}
      action="Stop the clock"
      cancel="Go on without a break"
      description="It stands in the time ledger of the report."
      usual={usual}
      onReason={async reason => {
        await settleRecording(desk.view.id);
        await stop.run({ sessionId: desk.view.id, reason });
      }}
    >
      <p>The time of a break is not counted as assessment time.</p>
    </ReasonDialog>
  );
}
