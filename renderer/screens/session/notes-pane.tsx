import { OctagonX, UserX } from 'lucide-react';
import { formatDateTime } from '../../../shared/british.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { NoteLine } from './note-line.tsx';
import { sessionKeys } from './session-keys.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** What may come up once the session is closed. */
const afterwards = ({ setDialog }: SessionDesk) => [
  {
    id: 'names',
    title: 'Names of service users…',
    icon: UserX,
    keys: sessionKeys.names,
    run: () => setDialog({ kind: 'names' }),
  },
  {
    id: 'stop',
    title: 'Suspected malpractice…',
    icon: OctagonX,
    keys: sessionKeys.stop,
    tone: 'danger' as const,
    run: () => setDialog({ kind: 'stop' }),
  },
];

/** Under the notes: the line that is always ready, or where to go once the session has ended. */
export function NotesFoot({ desk }: { readonly desk: SessionDesk }) {
  const { view } = desk;
  if (desk.isOpen) return <NoteLine desk={desk} />;
  return (
    <div className="row row-apart">
      <p>
        {view.state === 'signed' ? 'Signed and locked' : 'Closed'}
        {view.closedAt ? `: the session ended on ${formatDateTime(view.closedAt)}.` : '.'}
      </p>
      <div className="row">
        {view.state === 'closed' ? (
          <>
            <MenuButton label="More" placement="top end" groups={[{ choices: afterwards(desk) }]} />
            <Button tone="quiet" onPress={() => desk.setDialog({ kind: 'reopen' })}>
              Reopen the session…
            </Button>
            <RouteLink look="primary" to={{ page: 'judge', sessionId: view.id }}>
              Judge the evidence
            </RouteLink>
          </>
        ) : (
          <RouteLink look="primary" to={{ page: 'report', subject: { kind: 'method', sessionId: view.id } }}>
            See the signed report
          </RouteLink>
        )}
      </div>
    </div>
  );
}
