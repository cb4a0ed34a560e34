import { useState } from 'react';
import { useAction } from '../../api.ts';
import { useDraft } from '../../drafts.ts';
import { Button } from '../../ui/button.tsx';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { withTagAtEnd } from './ksb-suggestions.ts';
import { NoteField, type NoteWords } from './note-field.tsx';
import { printDraft, readDraft } from './note-kinds.ts';
import { keptDraft, type SessionNote } from './session-view.ts';
import type { SessionDesk } from './use-session-desk.ts';

interface NoteEditorProps {
  readonly desk: SessionDesk;
  readonly note: SessionNote;
  /** The change was saved or given up. */
  readonly onDone: () => void;
}

/** A note being changed in its place; the earlier wording is kept in its history. */
export function NoteEditor({ desk, note, onDone }: NoteEditorProps) {
  const { words, change, save, giveUp, isRefused, isPending } = useNoteChange(desk, note, onDone);
  return (
    <div className="note-editor">
      <NoteField
        desk={desk}
        label="Wording of the note"
        words={words}
        onChange={change}
        expected={note.kind}
        onSave={() => void save()}
        onLeave={() => void giveUp()}
        isFaulty={isRefused}
        isFocusedAtFirst
      />
      <div className="row row-end">
        <Button size="dense" keys="Escape" onPress={() => void giveUp()}>
          Leave as it was
        </Button>
        <Button size="dense" tone="primary" keys="Enter" isPending={isPending} onPress={() => void save()}>
          Save the change
        </Button>
      </div>
    </div>
  );
}

function useNoteChange({ view, setFault }: SessionDesk, note: SessionNote, onDone: () => void) {
  const field = `note:${note.id}`;
  const kept = keptDraft(view, field)?.body ?? '';
  const draft = useDraft({ sessionId: view.id, field }, kept);
  const before = withEveryTag(note);
  const [isRefused, setRefused] = useState(false);
  const [words, setWords] = useState(() => firstWords(note, kept));
  const changing = useAction('note.change');
  const print = ({ text, chosen }: NoteWords): string => printDraft(chosen ?? note.kind, text);

  const change = (next: NoteWords): void => {
    setRefused(false);
    setWords(next);
    draft.type(print(next));
  };
  /** Nothing typed remains: the wording as it was stands. */
  const giveUp = async (): Promise<void> => {
    draft.type('');
    await draft.flush().then(() => setFault(null), setFault);
    onDone();
  };
  const save = async (): Promise<void> => {
    const { text, chosen } = words;
    const kind = chosen ?? note.kind;
    if (text.trim() === '' || changing.isPending) return;
    if (text.trim() === before.trim() && kind === note.kind) return giveUp();
    draft.settle(print(words));
    try {
      await changing.run({ id: note.id, kind, body: text.trim(), ksbs: [] });
      draft.settle();
      setFault(null);
      onDone();
    } catch (fault) {
      draft.type(print(words));
      setRefused(true);
      setFault(fault as FaultWords);
    }
  };
  return { words, change, save, giveUp, isRefused, isPending: changing.isPending };
}

/** What was being typed when the window went, else the wording as it stands. */
function firstWords(note: SessionNote, kept: string): NoteWords {
  const { kind, text } = kept === '' ? { kind: null, text: withEveryTag(note) } : readDraft(kept);
  return { text, chosen: kind ?? note.kind, letter: null };
}

/** The wording with every KSB of the note in it, those that were chosen by key as well. */
function withEveryTag(note: SessionNote): string {
  return note.ksbs.reduce(withTagAtEnd, note.body);
}
