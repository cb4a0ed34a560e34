import { useCallback, useRef, useState } from 'react';
import type { NoteKind } from '../../../shared/domain/session.ts';
import { useDraft, useFlush } from '../../drafts.ts';
import { type NoteWords, noWords } from './note-field.tsx';
import { printDraft, readDraft } from './note-kinds.ts';
import { keptDraft, type SessionView } from './session-view.ts';
import type { NoteQueue, TypedNote } from './use-note-queue.ts';

/** The words of the line, each change kept on the disk together with the notes that were sent and are not saved yet. */
export function useKeptWords(view: SessionView, expected: NoteKind, queue: NoteQueue) {
  const { words, latest, show, keep, draft } = useKeeping(view, expected, queue);
  const keepAtOnce = (): void => {
    keep();
    void draft.flush().catch(() => undefined);
  };
  return {
    words,
    now: () => latest.current.words,
    show,
    keep,
    change: (next: NoteWords): void => {
      show({ ...next, chosen: settledKind(next, latest.current.words, expected) });
      keep();
    },
    /** Kept once before it is saved, because saving it clears the kept text; only what comes after it has to be kept again then. */
    send: (note: TypedNote): void => {
      const isAlone = queue.unsaved().length === 0;
      show(noWords);
      queue.send(note);
      keepAtOnce();
      if (isAlone) latest.current.isKeptSince = false;
    },
    /** Saving a note clears the kept text: what was typed or sent meanwhile is kept again at once. */
    keepWhatIsLeft: (): void => {
      if (latest.current.isKeptSince) keepAtOnce();
      else draft.settle();
    },
  };
}

/** What stands in the line, and how it is kept: the notes on their way first, so that all of it comes back into the line after a stop. */
function useKeeping(view: SessionView, expected: NoteKind, queue: NoteQueue) {
  const kept = keptDraft(view, 'note')?.body ?? '';
  const draft = useDraft({ sessionId: view.id, field: 'note' }, kept);
  const [words, setWords] = useState<NoteWords>(() => {
    const { kind, text } = readDraft(kept);
    return { text, chosen: text === '' ? null : (kind ?? expected), letter: null };
  });
  const latest = useRef({ words, expected, isKeptSince: false });
  latest.current.expected = expected;
  const show = (next: NoteWords): void => {
    latest.current.words = next;
    setWords(next);
  };
  const keep = (): void => {
    const { text, chosen } = latest.current.words;
    const [first, ...others] = [...queue.unsaved(), { kind: chosen ?? latest.current.expected, text }];
    const rest = others.map(note => note.text).filter(one => one.trim() !== '');
    latest.current.isKeptSince = true;
    draft.type(first ? [printDraft(first.kind, first.text), ...rest].join('\n') : '');
  };
  const { settled } = queue;
  const { flush } = draft;
  useFlush(useCallback(() => settled().then(flush), [settled, flush]));
  return { words, latest, show, keep, draft };
}

/** A note keeps the kind that it was begun with, also when another becomes the likely one meanwhile. */
function settledKind({ text, chosen }: NoteWords, before: NoteWords, expected: NoteKind): NoteKind | null {
  if (text === '') return chosen === expected ? null : chosen;
  return chosen ?? (before.text === '' ? expected : null);
}
