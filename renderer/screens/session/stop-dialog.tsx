import { HeartPulse, type LucideIcon, Search, ShieldAlert, TriangleAlert } from 'lucide-react';
import { capitalised } from '../../../shared/british.ts';
import { type StopKind, stopKinds, stopNames } from '../../../shared/domain/session-stops.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import type { SessionDesk } from './use-session-desk.ts';

const icons: Readonly<Record<StopKind, LucideIcon>> = {
  danger: TriangleAlert,
  safeguarding: ShieldAlert,
  malpractice: Search,
  illness: HeartPulse,
};

/** What the session is stopped for: one press stops the clock, and the record of it follows. */
export function StopDialog({ desk }: { readonly desk: SessionDesk }) {
  const stop = useAction('session.stop');
  const { id: sessionId } = desk.view;
  const kinds = desk.isOpen ? stopKinds : (['malpractice'] as const);
  const leave = (): void => desk.setDialog(null);
  return (
    <Dialog
      title={desk.isOpen ? 'Stop the session' : 'Suspected malpractice'}
      isOpen={desk.dialog?.kind === 'stop'}
      onClose={leave}
      actions={<Button onPress={leave}>{desk.isOpen ? 'Go on with the session' : 'Leave'}</Button>}
    >
      <p>
        {desk.isOpen
          ? 'The clock stops at once. What happened is written down next, or as soon as you can.'
          : 'The result is withheld from now on, until it is recorded what the organisation decided.'}
      </p>
      <ul className="stop-kinds">
        {kinds.map((kind, index) => {
          const Icon = icons[kind];
          return (
            <li key={kind}>
              <Button
                icon={Icon}
                autoFocus={index === 0}
                isPending={stop.isPending}
                onPress={() =>
                  stop.start({ sessionId, kind }, ({ id }) => desk.setDialog({ kind: 'stopRecord', stopId: id }))
                }
              >
                {capitalised(stopNames[kind].name)}
              </Button>
              <p className="muted">{stopNames[kind].first}</p>
            </li>
          );
        })}
      </ul>
      {stop.error ? <ErrorPanel title="The session was not stopped" error={stop.error} /> : null}
    </Dialog>
  );
}
