import { withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import { useAction } from '../../api.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** Asks why a note is struck. It stays readable with its reason and is no evidence any more. */
export function StrikeDialog({ desk }: { readonly desk: SessionDesk }) {
  const strike = useAction('note.strike');
  const noteId = desk.dialog?.kind === 'strike' ? desk.dialog.noteId : null;
  const note = desk.view.notes.find(({ id }) => id === noteId);
  return (
    <ReasonDialog
      title="Strike this note?"
      isOpen={noteId !== null}
      onClose={() => desk.setDialog(null)}
      action="Strike this note"
      cancel="Keep it"
      tone="danger"
      description="It stands beside the note."
      onReason={reason => strike.run({ id: noteId ?? '', reason })}
    >
      <blockquote className="quoted">{note ? withoutKsbTags(note.body) : ''}</blockquote>
      <p>
        It stays in the record with your reason, readable, and no longer counts as evidence. This cannot be taken back.
      </p>
    </ReasonDialog>
  );
}
