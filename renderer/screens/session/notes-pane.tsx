import { formatDateTime } from '../../../shared/british.ts';
import { Button } from '../../ui/button.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { NoteLine } from './note-line.tsx';
import type { SessionDesk } from './use-session-desk.ts';

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
