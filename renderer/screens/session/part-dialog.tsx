import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** Asks before the clock leaves a part, so that a key pressed by mistake does not do it; Enter confirms. */
export function PartDialog({ desk }: { readonly desk: SessionDesk }) {
  const run = useAction('clock.run');
  if (desk.dialog?.kind !== 'part') return null;
  const { part, isBack } = desk.dialog;
  const leave = (): void => desk.setDialog(null);
  const action = `${isBack ? 'Go back to' : 'Go on to'}: ${part.name}`;
  return (
    <Dialog
      title={action}
      isOpen
      onClose={leave}
      actions={
        <>
          <Button onPress={leave}>Stay in this part</Button>
          <Button
            tone="primary"
            autoFocus
            isPending={run.isPending}
            onPress={() =>
              run.start({ sessionId: desk.view.id, partKey: part.key }, () => {
                leave();
                desk.line.current?.focus();
              })
            }
          >
            {action}
          </Button>
        </>
      }
    >
      <p>
        The clock goes on in the part {part.name}.{isBack ? '' : ' The palette has the way back.'}
      </p>
      {run.error ? <ErrorPanel title="The clock did not change" error={run.error} /> : null}
    </Dialog>
  );
}
