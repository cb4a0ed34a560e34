import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { NoteKind } from '../../../shared/domain/session.ts';
import { KindChoice } from './kind-choice.tsx';
import { KsbSuggestionList } from './ksb-suggestion-list.tsx';
import { likelyCodes } from './ksb-suggestions.ts';
import { kindJustTyped, kindName, kindNames } from './note-kinds.ts';
import { TagLine } from './tag-line.tsx';
import type { SessionDesk } from './use-session-desk.ts';
import { useTagSuggestions } from './use-tag-suggestions.ts';

/** A note in the making: its text, and its kind once that was chosen; null while it is the expected one. */
export interface NoteWords {
  readonly text: string;
  readonly chosen: NoteKind | null;
  /** The letter by which it was chosen, when it was typed; Backspace at the start gives it back. */
  readonly letter: string | null;
}

/** A field in which nothing was typed yet. */
export const noWords: NoteWords = { text: '', chosen: null, letter: null };

/** What others may do to a field in which a note is typed. */
export interface NoteFieldHandle {
  readonly focus: () => void;
}

interface NoteFieldProps {
  readonly desk: SessionDesk;
  readonly label: string;
  readonly words: NoteWords;
  readonly onChange: (words: NoteWords) => void;
  /** The kind while none was chosen. */
  readonly expected: NoteKind;
  readonly onSave: () => void;
  /** Escape, where no list is open; left to the window unless given. */
  readonly onLeave?: () => void;
  /** Arrow up in the empty field. */
  readonly onUp?: () => void;
  readonly isFaulty: boolean;
  /** What was typed last is on the disk as a note. */
  readonly isSaved?: boolean;
  readonly isFocusedAtFirst?: boolean;
  readonly handle?: Ref<NoteFieldHandle>;
}

/** The text and kind of a note: `#` offers KSBs, Enter saves, Shift and Enter break the line. */
export function NoteField(props: NoteFieldProps) {
  const { desk, label, words, onChange, expected, isFaulty } = props;
  const { area, caret, setCaret, placeCaret, isFocused, setFocused } = useCaret();
  const listId = useId();
  const suggestions = useTagSuggestions({
    text: words.text,
    caret,
    isFocused,
    statements: desk.view.statements,
    likely: likelyCodes(desk.view.notes),
    onTake: next => {
      onChange({ ...words, text: next.text });
      placeCaret(next.caret);
    },
  });
  const typedKind = useTypedKind(props, placeCaret);
  const focus = (): void => area.current?.focus();
  useImperativeHandle(props.handle, () => ({ focus }));

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    suggestions.press(event);
    if (event.defaultPrevented || typedKind.press(event)) return;
    pressOf(event, props);
  };
  return (
    <div className="note-field">
      <KsbSuggestionList
        id={listId}
        found={suggestions.found}
        at={suggestions.at}
        seen={desk.seen}
        onTake={suggestions.take}
      />
      <KindChoice
        kind={words.chosen ?? expected}
        onChoose={kind => onChange({ ...words, chosen: kind, letter: null })}
        onPointed={focus}
      />
      <textarea
        ref={area}
        className="control note-text"
        rows={1}
        aria-label={label}
        aria-autocomplete="list"
        aria-invalid={isFaulty}
        aria-controls={suggestions.found.length > 0 ? listId : undefined}
        aria-activedescendant={
          suggestions.at >= 0 && suggestions.found.length > 0 ? `${listId}-${suggestions.at}` : undefined
        }
        placeholder={`${kindName(words.chosen ?? expected).word}: ${kindName(words.chosen ?? expected).purpose}`}
        maxLength={20_000}
        // biome-ignore lint/a11y/noAutofocus: the screen is there to type notes
        autoFocus={props.isFocusedAtFirst ?? false}
        value={words.text}
        onChange={event => {
          setCaret(event.target.selectionStart);
          typedKind.type(event.target.value);
        }}
        onSelect={event => setCaret(event.currentTarget.selectionStart)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={press}
      />
      <TagLine text={words.text} view={desk.view} unmatched={suggestions.unmatched} isSaved={props.isSaved ?? false} />
    </div>
  );
}

/** The textarea, where its caret is, and where it goes once a changed text is drawn. */
function useCaret() {
  const area = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<number | null>(null);
  const [caret, setCaret] = useState(0);
  const [isFocused, setFocused] = useState(false);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    area.current?.setSelectionRange(wanted.current, wanted.current);
    setCaret(wanted.current);
    wanted.current = null;
  });
  // What was there before goes on at its end.
  useLayoutEffect(() => {
    const length = area.current?.value.length ?? 0;
    area.current?.setSelectionRange(length, length);
  }, []);
  const placeCaret = (place: number): void => {
    wanted.current = place;
  };
  return { area, caret, setCaret, placeCaret, isFocused, setFocused };
}

/** The kind chosen by typing its letter and a space first; Backspace at the start takes that back. */
function useTypedKind({ words, onChange }: NoteFieldProps, placeCaret: (place: number) => void) {
  const type = (text: string): void => {
    const typed = kindJustTyped(words.text, text);
    if (typed) placeCaret(0);
    onChange(typed ? { text: typed.text, chosen: typed.kind, letter: text[0] ?? null } : { ...words, text });
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const { text, chosen, letter } = words;
    const byAlt = event.altKey ? kindNames.find(name => name.letter === event.key.toUpperCase()) : undefined;
    const isTakenBack = event.key === 'Backspace' && selectionStart + selectionEnd === 0;
    if (byAlt) onChange({ text, chosen: byAlt.kind, letter: null });
    else if (isTakenBack && letter !== null) {
      onChange({ text: `${letter} ${text}`, chosen: null, letter: null });
      placeCaret(2);
    } else if (isTakenBack && chosen !== null) onChange({ text, chosen: null, letter: null });
    else return false;
    event.preventDefault();
    return true;
  };
  return { type, press };
}

function pressOf(event: KeyboardEvent<HTMLTextAreaElement>, { onSave, onLeave, onUp, words }: NoteFieldProps): void {
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey) onSave();
  else if (event.key === 'Escape' && onLeave) onLeave();
  else if (event.key === 'ArrowUp' && words.text === '' && onUp) onUp();
  else return;
  event.preventDefault();
}
