import { TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { KindMark } from './kind-mark.tsx';
import type { SentNote } from './use-note-queue.ts';

interface RefusedNotesProps {
  readonly refused: readonly SentNote[];
  readonly onTakeBack: (note: SentNote) => void;
}

/** Above the line: the notes that were sent and could not be saved while the next one was being typed. Their text is kept until they are. */
export function RefusedNotes({ refused, onTakeBack }: RefusedNotesProps) {
  if (refused.length === 0) return null;
  return (
    <ul className="refused-notes" aria-label="Notes that are not saved" role="alert">
      {refused.map(note => (
        <li key={note.place}>
          <TriangleAlert size={14} aria-hidden />
          <span className="refused-words">
            <KindMark kind={note.kind} /> {note.text}
            <span className="refused-reason">Not saved: {note.refusal}</span>
          </span>
          <Button size="dense" onPress={() => onTakeBack(note)}>
            Put it back into the line
          </Button>
        </li>
      ))}
    </ul>
  );
}
