import { useImperativeHandle, useRef, useState } from 'react';
import type { NoteKind } from '../../../shared/domain/session.ts';
import { useAction } from '../../api.ts';
import { useDraft } from '../../drafts.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { withTagAtEnd } from './ksb-suggestions.ts';
import { NoteField, type NoteFieldHandle, type NoteWords, noWords } from './note-field.tsx';
import { followedNote, nextKind, printDraft, readDraft } from './note-kinds.ts';
import { keptDraft } from './session-view.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** The line that is always ready: type and Enter. What is in it is kept as it is typed and comes back after whatever happens to the window. */
export function NoteLine({ desk }: { readonly desk: SessionDesk }) {
  const field = useRef<NoteFieldHandle>(null);
  const { words, change, save, expected, outcome } = useNoteLine(desk);
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
  }));
  const lastNote = desk.view.notes.at(-1);
  return (
    <NoteField
      desk={desk}
      label="New note"
      words={words}
      onChange={change}
      expected={expected}
      onSave={() => void save()}
      {...(lastNote ? { onUp: () => desk.goToNote(lastNote.id) } : {})}
      isFaulty={outcome === 'refused'}
      isSaved={outcome === 'saved'}
      isFocusedAtFirst
      handle={field}
    />
  );
}

/** Text and kind of the line: kept as a draft while it is typed, emptied once it was saved as a note. */
function useNoteLine({ view, setFault, setNoteId }: SessionDesk) {
  const [outcome, setOutcome] = useState<'saved' | 'refused' | null>(null);
  const expected = nextKind(view.method, runningPart(view), view.notes);
  const add = useAction('note.add');
  const line = useKeptWords(view.id, keptDraft(view, 'note')?.body ?? '', expected);

  const change = (next: NoteWords): void => {
    setOutcome(null);
    line.change(next);
  };
  const save = async (): Promise<void> => {
    const { text, chosen } = line.words;
    if (text.trim() === '' || add.isPending) return;
    const kind = chosen ?? expected;
    line.hold();
    try {
      const followsId = followedNote(kind, view.notes);
      await add.run({ sessionId: view.id, kind, body: text.trim(), ksbs: [], followsId });
      line.saved(text);
      setFault(null);
      setNoteId(null);
      setOutcome('saved');
    } catch (fault) {
      line.keepOn();
      setFault(fault as FaultWords);
      setOutcome('refused');
    }
  };
  return { words: line.words, change, save, expected, outcome };
}

/** The words of the line, each change kept on the disk. `hold` stops keeping while they are being saved as a note, `saved` empties the line of what was saved. */
function useKeptWords(sessionId: string, kept: string, expected: NoteKind) {
  const draft = useDraft({ sessionId, field: 'note' }, kept);
  const [words, setWords] = useState<NoteWords>(() => {
    const { kind, text } = readDraft(kept, expected);
    return { text, chosen: text === '' ? null : kind, letter: null };
  });
  const latest = useRef(words);
  const show = (next: NoteWords): void => {
    latest.current = next;
    setWords(next);
  };
  const print = ({ text, chosen }: NoteWords): string => printDraft(chosen ?? expected, text, expected);
  return {
    words,
    change: (next: NoteWords): void => {
      const settled = { ...next, chosen: settledKind(next, latest.current, expected) };
      show(settled);
      draft.type(print(settled));
    },
    hold: (): void => draft.settle(print(latest.current)),
    keepOn: (): void => draft.type(print(latest.current)),
    saved: (sent: string): void => {
      const { text } = latest.current;
      const typedSince = text.startsWith(sent) ? text.slice(sent.length).trimStart() : '';
      show({ ...noWords, text: typedSince });
      if (typedSince === '') draft.settle();
      else draft.type(typedSince);
    },
  };
}

/** A note keeps the kind that it was begun with, also when another becomes the likely one meanwhile. */
function settledKind({ text, chosen }: NoteWords, before: NoteWords, expected: NoteKind): NoteKind | null {
  if (text === '') return chosen === expected ? null : chosen;
  return chosen ?? (before.text === '' ? expected : null);
}

function runningPart({ ledger }: SessionDesk['view']): string | null {
  return ledger.findLast(entry => entry.endedAt === null)?.partKey ?? null;
}
