import { formatDateTime } from '../../../shared/british.ts';
import { useAsk } from '../../api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { kindName } from './note-kinds.ts';
import type { SessionNote } from './session-view.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** Every wording that a note has had, the present one first. */
export function HistoryDialog({ desk }: { readonly desk: SessionDesk }) {
  const noteId = desk.dialog?.kind === 'history' ? desk.dialog.noteId : null;
  const note = desk.view.notes.find(({ id }) => id === noteId);
  return (
    <Dialog title="Wordings of this note" isOpen={noteId !== null} onClose={() => desk.setDialog(null)} size="wide">
      {note ? <Wordings note={note} /> : null}
    </Dialog>
  );
}

function Wordings({ note }: { readonly note: SessionNote }) {
  const { data, error } = useAsk('note.history', { id: note.id });
  if (error) return <ErrorPanel error={error} />;
  if (!data) return <Loading what="the earlier wordings" lines={2} />;
  return (
    <ol className="wordings">
      <li>
        <p className="wordings-when">
          {kindName(note.kind).word}, as it stands. Written on {formatDateTime(note.at)}.
        </p>
        <blockquote className="quoted">{note.body}</blockquote>
      </li>
      {data.map(version => (
        <li key={version.until}>
          <p className="wordings-when">
            {kindName(version.kind).word}, until {formatDateTime(version.until)}
          </p>
          <blockquote className="quoted">{version.body}</blockquote>
        </li>
      ))}
    </ol>
  );
}
