import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { ksbsOfNote } from '../../../shared/domain/coverage.ts';
import type { Method } from '../../../shared/domain/plan.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { revealPaneOf } from '../../ui/pane-order.ts';
import { NoteEditor } from './note-editor.tsx';
import { NoteRow } from './note-row.tsx';
import type { SessionNote, SessionView } from './session-view.ts';
import { useKeptInView } from './use-kept-in-view.ts';
import { noteRowId, type SessionDesk } from './use-session-desk.ts';

/** What the keys and buttons of a note's row ask for. */
export type NoteDeed = 'look' | 'change' | 'strike' | 'history' | 'listen';

/** The notes in the order in which they were written; arrows go through them, Enter changes one in its place. */
export function NoteList({ desk }: { readonly desk: SessionDesk }) {
  const { notes, method, privateNames } = desk.view;
  const [hovered, setHovered] = useState<string | null>(null);
  const deed = useNoteDeeds(desk);
  const inherited = useMemo(() => inheritedCodes(notes), [notes]);
  useKeptInView(newestRowId(notes));
  useFocusWanted(desk);
  if (notes.length === 0) return <NoNotes />;
  const current = desk.noteId ?? notes.at(-1)?.id;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of rows that hold buttons, walked by arrows
    <div
      role="grid"
      aria-label="Notes"
      className="note-list"
      tabIndex={-1}
      onKeyDown={event => pressInList(event, desk, deed)}
    >
      {notes.map((note, index) =>
        note.id === desk.editing ? (
          <EditedNote key={note.id} desk={desk} note={note} />
        ) : (
          <NoteRow
            key={note.id}
            note={note}
            inherited={inherited.get(note.id) ?? none}
            names={privateNames}
            part={partBegun(method, note, notes[index - 1])}
            isBeforeClock={isBeforeClock(note, desk.view.ledger)}
            isCurrent={note.id === current}
            hasButtons={desk.isOpen && (note.id === desk.noteId || note.id === hovered)}
            canListen={(note.id === desk.noteId || note.id === hovered) && desk.listening.canListenTo(note.id)}
            onDeed={deed}
            onHover={setHovered}
          />
        ),
      )}
    </div>
  );
}

function NoNotes() {
  return (
    <EmptyState title="No notes yet">
      Type below what you ask, hear and see; Enter saves it with its time. # tags it with a KSB. Service users are
      initials or roles, never names.
    </EmptyState>
  );
}

function EditedNote({ desk, note }: { readonly desk: SessionDesk; readonly note: SessionNote }) {
  const rowId = `${noteRowId(note.id)}-edited`;
  useKeptInView(rowId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the list of notes
    // biome-ignore lint/a11y/useFocusableInteractive: what is in it takes the focus
    <div role="row" id={rowId}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <div role="gridcell">
        <NoteEditor desk={desk} note={note} onDone={() => leaveEditor(desk)} />
      </div>
    </div>
  );
}

/** The name of the part that begins with a note, where the method has several. */
function partBegun(method: Method, note: SessionNote, before: SessionNote | undefined): string | undefined {
  if (method.parts.length < 2 || note.partKey === before?.partKey) return undefined;
  return method.parts.find(part => part.key === note.partKey)?.name;
}

/** Whether a note was written before the clock first started; it counts as any other. */
function isBeforeClock({ at }: SessionNote, [first]: SessionView['ledger']): boolean {
  return first === undefined || at < first.startedAt;
}

const none: readonly string[] = [];

/** The codes of the notes that have none of their own but speak of those of the note that they follow. */
function inheritedCodes(notes: readonly SessionNote[]): ReadonlyMap<string, readonly string[]> {
  const untagged = notes.filter(note => note.ksbs.length === 0 && note.followsId !== null);
  return new Map(untagged.map(note => [note.id, ksbsOfNote(note, notes)]));
}

/** One function for all rows, the same at every render, so that a row is drawn again only when its note changes. */
function useNoteDeeds(desk: SessionDesk): (deed: NoteDeed, id: string) => void {
  const latest = useRef(desk);
  useEffect(() => {
    latest.current = desk;
  });
  return useMemo(
    () => (deed, noteId) => {
      const { setNoteId, setEditing, setDialog, isOpen, view, listening } = latest.current;
      const isStruck = view.notes.find(note => note.id === noteId)?.struckReason != null;
      setNoteId(noteId);
      if (deed === 'history') setDialog({ kind: deed, noteId });
      if (deed === 'listen') listening.listenTo(noteId);
      if (!isOpen || isStruck) return;
      if (deed === 'change') setEditing(noteId);
      if (deed === 'strike') setDialog({ kind: deed, noteId });
    },
    [],
  );
}

function newestRowId(notes: readonly SessionNote[]): string | null {
  const newest = notes.at(-1);
  return newest ? noteRowId(newest.id) : null;
}

/** Gives the focus to the note that it was wanted for, once its row is there and its pane in front. */
function useFocusWanted({ wantedNote }: SessionDesk): void {
  useEffect(() => {
    const row = wantedNote.current === null ? null : document.getElementById(noteRowId(wantedNote.current));
    if (!row) return;
    wantedNote.current = null;
    requestAnimationFrame(() => {
      revealPaneOf(row);
      row.focus();
    });
  });
}

function leaveEditor({ setEditing, editing, goToNote }: SessionDesk): void {
  setEditing(null);
  if (editing !== null) goToNote(editing);
}

function pressInList(
  event: KeyboardEvent<HTMLElement>,
  desk: SessionDesk,
  deed: (deed: NoteDeed, id: string) => void,
): void {
  const row = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row' ? event.target : null;
  if (!row) return;
  const { notes } = desk.view;
  const at = notes.findIndex(note => noteRowId(note.id) === row.id);
  const note = notes[at];
  const places: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: notes.length - 1,
  };
  const to = places[event.key];
  if (to !== undefined) {
    const next = notes[Math.max(0, to)];
    if (next) desk.goToNote(next.id);
    else desk.line.current?.focus();
  } else if (event.key === 'Enter' && note) deed('change', note.id);
  else return;
  event.preventDefault();
}
