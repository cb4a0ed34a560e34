import { useImperativeHandle, useRef, useState } from 'react';
import type { NoteKind } from '../../../shared/domain/session.ts';
import { withTagAtEnd } from './ksb-suggestions.ts';
import { NoteField, type NoteFieldHandle, type NoteWords } from './note-field.tsx';
import { nextKind } from './note-kinds.ts';
import { RefusedNotes } from './refused-notes.tsx';
import type { SessionView } from './session-view.ts';
import { useKeptWords } from './use-kept-words.ts';
import { type SentNote, useNoteQueue } from './use-note-queue.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** The line that is always ready: type and Enter. What is in it is kept as it is typed and comes back after whatever happens to the window. */
export function NoteLine({ desk }: { readonly desk: SessionDesk }) {
  const field = useRef<NoteFieldHandle>(null);
  const { words, change, save, expected, outcome, refused, takeBack } = useNoteLine(desk);
  const focus = (): void => field.current?.focus();
  useImperativeHandle(desk.line, () => ({
    focus,
    tag: code => {
      change({ ...words, text: withTagAtEnd(words.text, code) });
      focus();
    },
    choose: kind => {
      change({ ...words, chosen: kind, letter: null });
      focus();
    },
    hasFocus: () => field.current?.hasFocus() ?? false,
    isEmpty: () => words.text === '',
  }));
  const lastNote = desk.view.notes.at(-1);
  return (
    <>
      <RefusedNotes
        refused={refused}
        onTakeBack={note => {
          takeBack(note);
          focus();
        }}
      />
      <NoteField
        desk={desk}
        label="New note"
        words={words}
        onChange={change}
        expected={expected}
        onSave={save}
        {...(lastNote ? { onUp: () => desk.goToNote(lastNote.id) } : {})}
        isFaulty={outcome === 'refused'}
        isSaved={outcome === 'saved'}
        isFocusedAtFirst
        handle={field}
      />
    </>
  );
}

/** Text and kind of the line: kept as a draft while it is typed, sent by Enter, and free for the next note at once. */
function useNoteLine({ view, setFault, setNoteId }: SessionDesk) {
  const [outcome, setOutcome] = useState<'saved' | 'refused' | null>(null);
  const queue = useNoteQueue(view, {
    onSaved: () => {
      setNoteId(null);
      if (queue.unsaved().length === 0) setOutcome('saved');
      line.keepWhatIsLeft();
    },
    onRefused: (note, fault) => {
      if (line.now().text === '') {
        queue.take(note.place);
        line.show({ text: note.text, chosen: note.kind, letter: null });
        setFault(fault);
        setOutcome('refused');
      }
      line.keep();
    },
  });
  const expected = expectedKind(view, queue.sent);
  const line = useKeptWords(view, expected, queue);

  const change = (next: NoteWords): void => {
    setOutcome(null);
    line.change(next);
  };
  const save = (): void => {
    const { text, chosen } = line.now();
    if (text.trim() === '') return;
    setFault(null);
    setOutcome(null);
    line.send({ kind: chosen ?? expected, text: text.trim() });
  };
  /** A refused note goes back into the line and changes places with what stands there, so that neither is lost. */
  const takeBack = (note: SentNote): void => {
    const { text, chosen } = line.now();
    if (text.trim() !== '') queue.setAside({ kind: chosen ?? expected, text });
    queue.take(note.place);
    change({ text: note.text, chosen: note.kind, letter: null });
  };
  const refused = queue.sent.filter(({ refusal }) => refusal !== null);
  return { words: line.words, change, save, expected, outcome, refused, takeBack };
}

/** The kind that comes after the notes of the session and those on their way. */
function expectedKind(view: SessionView, sent: readonly SentNote[]): NoteKind {
  const partKey = runningPart(view);
  const coming = sent.filter(({ refusal }) => refusal === null);
  return nextKind(view.method, partKey, [
    ...view.notes,
    ...coming.map(({ kind }) => ({ kind, partKey, struckReason: null })),
  ]);
}

function runningPart({ ledger }: SessionDesk['view']): string | null {
  return ledger.findLast(entry => entry.endedAt === null)?.partKey ?? null;
}
