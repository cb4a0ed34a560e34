import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Coverage, coverageOf } from '../../../shared/domain/coverage.ts';
import type { NoteKind } from '../../../shared/domain/session.ts';
import { useShownToApprentice } from '../../apprentice-screen.ts';
import { type Listening, useListening } from '../../recording/use-listening.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';
import type { ShownPiece } from '../portfolio/piece-dialog.tsx';
import type { MethodPart } from './session-clock.ts';
import { isOpen, type SessionView } from './session-view.ts';
import { takeWantedPlace } from './wanted-place.ts';

/** What lies open over the session. */
export type SessionDialog =
  | { readonly kind: 'break' }
  | { readonly kind: 'close' }
  | { readonly kind: 'part'; readonly part: MethodPart; readonly isBack: boolean }
  | { readonly kind: 'pauseRecording' }
  | { readonly kind: 'consent' }
  | { readonly kind: 'destroyRecording' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'names' }
  | { readonly kind: 'split' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'stopRecord'; readonly stopId: string }
  | { readonly kind: 'decide'; readonly stopId: string }
  | { readonly kind: 'strike'; readonly noteId: string }
  | { readonly kind: 'history'; readonly noteId: string };

/** What the note line lets others do. */
export interface NoteLineHandle {
  readonly focus: () => void;
  /** Puts a tag at the end of what is being typed. */
  readonly tag: (code: string) => void;
  readonly choose: (kind: NoteKind) => void;
  readonly hasFocus: () => boolean;
  readonly isEmpty: () => boolean;
}

/** What the panes of one session share: the session itself, and what is being looked at. */
export interface SessionDesk {
  readonly view: SessionView;
  readonly isOpen: boolean;
  readonly coverage: Coverage;
  /** How many notes show each KSB. */
  readonly seen: ReadonlyMap<string, number>;
  readonly line: { current: NoteLineHandle | null };
  readonly fault: FaultWords | null;
  readonly setFault: (fault: FaultWords | null) => void;
  readonly ksb: string | null;
  readonly setKsb: (code: string | null) => void;
  /** The note that the arrow keys are at; null: the last one. */
  readonly noteId: string | null;
  readonly setNoteId: (id: string | null) => void;
  readonly editing: string | null;
  readonly setEditing: (id: string | null) => void;
  readonly dialog: SessionDialog | null;
  readonly setDialog: (dialog: SessionDialog | null) => void;
  /** Shows a note in the list and gives it the focus. */
  readonly goToNote: (id: string) => void;
  /** The note that gets the focus as soon as its row is drawn. */
  readonly wantedNote: { current: string | null };
  /** Opens a piece of the portfolio beside the notes, at a place. */
  readonly read: { current: (shown: ShownPiece) => void };
  readonly listening: Listening;
}

/** The id of a note's row, by which others find it. */
export const noteRowId = (id: string): string => `note-${id}`;

/** The state that the panes of a session share. */
export function useSessionDesk(view: SessionView): SessionDesk {
  const line = useRef<NoteLineHandle>(null);
  const [fault, setFault] = useState<FaultWords | null>(null);
  const [ksb, setKsb] = useState<string | null>(null);
  const [noteId, setNoteId] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(
    () => view.drafts.find(draft => draft.field.startsWith('note:'))?.field.slice('note:'.length) ?? null,
  );
  const [dialog, setDialog] = useState<SessionDialog | null>(null);
  const coverage = useMemo(() => coverageOf(view.method, view.notes), [view.method, view.notes]);
  const seen = useMemo(() => new Map(coverage.ksbs.map(({ code, evidence }) => [code, evidence])), [coverage]);
  const listening = useListening(view.recording);
  const wantedNote = useRef<string | null>(null);
  const read = useRef<(shown: ShownPiece) => void>(() => undefined);
  const [, setTimesWanted] = useState(0);
  const goToNote = useCallback((id: string) => {
    wantedNote.current = id;
    setTimesWanted(times => times + 1);
    setNoteId(id);
  }, []);
  useEffect(() => {
    const place = takeWantedPlace(view.id);
    if (place === 'names') setDialog({ kind: 'names' });
    else if (place) goToNote(place.noteId);
  }, [view.id, goToNote]);
  const isShown = useShownToApprentice() !== null;
  const wasShown = useRef(false);
  useEffect(() => {
    if (wasShown.current && !isShown) line.current?.focus();
    wasShown.current = isShown;
  }, [isShown]);
  return {
    view,
    isOpen: isOpen(view),
    coverage,
    seen,
    line,
    fault,
    setFault,
    ksb,
    setKsb,
    noteId,
    setNoteId,
    editing,
    setEditing,
    dialog,
    setDialog,
    goToNote,
    wantedNote,
    read,
    listening,
  };
}
