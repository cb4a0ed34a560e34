import { useCallback, useEffect, useRef, useState } from 'react';
import type { NoteKind } from '../../../shared/domain/session.ts';
import { act } from '../../api.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { followedNote } from './note-kinds.ts';
import type { SessionView } from './session-view.ts';

/** A note as it was typed. */
export interface TypedNote {
  readonly kind: NoteKind;
  readonly text: string;
}

/** A note that was sent: with its id once it is saved, with the reason where it was refused, else on its way. */
export interface SentNote extends TypedNote {
  readonly place: number;
  readonly id: string | null;
  readonly refusal: string | null;
}

interface QueueDeeds {
  readonly onSaved: () => void;
  /** The note was not saved and stays in the queue until it is taken out; those sent after it are tried all the same. */
  readonly onRefused: (note: SentNote, fault: FaultWords) => void;
}

/**
 * Saves notes one at a time in the order in which they were sent, also where the next is sent before the one before is saved.
 * `sent` are those that the view does not show yet; `settled` resolves once none is on its way.
 */
export function useNoteQueue(view: SessionView, deeds: QueueDeeds) {
  const { sent, change } = useSentNotes();
  const last = useRef(Promise.resolve());
  const latest = useRef({ view, deeds });
  useEffect(() => {
    latest.current = { view, deeds };
  });

  const save = async ({ place, kind, text }: SentNote): Promise<void> => {
    const { notes, id: sessionId } = latest.current.view;
    const saved = sent.current.flatMap(({ id, kind }) => (id === null ? [] : [{ id, kind, struckReason: null }]));
    const followsId = followedNote(kind, [...notes, ...saved]);
    try {
      const { id } = await act('note.add', { sessionId, kind, body: text, ksbs: [], followsId });
      change(place, { id });
      latest.current.deeds.onSaved();
    } catch (fault) {
      const { message } = fault as FaultWords;
      change(place, { refusal: message });
      const note = sent.current.find(one => one.place === place);
      if (note) latest.current.deeds.onRefused(note, fault as FaultWords);
    }
  };
  const put = (note: TypedNote, refusal: string | null): SentNote => {
    const place = Math.max(0, ...sent.current.map(one => one.place)) + 1;
    const next = { ...note, place, id: null, refusal };
    change(place, next);
    return next;
  };
  const send = (note: TypedNote): void => {
    const next = put(note, null);
    last.current = last.current.then(() => save(next));
  };
  const settled = useCallback(async (): Promise<void> => {
    for (let awaited: unknown; awaited !== last.current; ) {
      awaited = last.current;
      await last.current;
    }
  }, []);
  const shown = new Set(view.notes.map(note => note.id));
  return {
    send,
    settled,
    /** Lays a note aside without sending it, as if it had been refused. */
    setAside: (note: TypedNote): void => void put(note, 'It was not sent yet.'),
    /** Takes a refused note out. */
    take: (place: number): void => change(place, null),
    /** Those that are not on the disk as notes, also between two renders. */
    unsaved: (): readonly SentNote[] => sent.current.filter(({ id }) => id === null),
    sent: sent.current.filter(({ id }) => id === null || !shown.has(id)),
  };
}

export type NoteQueue = ReturnType<typeof useNoteQueue>;

/** The notes sent from this line, to be read at once by what is under way and drawn anew at each change; null takes one out. */
function useSentNotes() {
  const [, draw] = useState<readonly SentNote[]>([]);
  const sent = useRef<readonly SentNote[]>([]);
  const change = (place: number, to: SentNote | Partial<SentNote> | null): void => {
    const isNew = to !== null && !sent.current.some(note => note.place === place);
    const changed = sent.current.flatMap(note => (note.place !== place ? [note] : to ? [{ ...note, ...to }] : []));
    sent.current = isNew ? [...changed, to as SentNote] : changed;
    draw(sent.current);
  };
  return { sent, change };
}
