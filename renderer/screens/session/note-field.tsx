import { type KeyboardEvent, type Ref, useId, useImperativeHandle } from 'react';
import type { NoteKind } from '../../../shared/domain/session.ts';
import { revealPaneOf } from '../../ui/pane-order.ts';
import { KindChoice } from './kind-choice.tsx';
import { KsbSuggestionList } from './ksb-suggestion-list.tsx';
import { likelyCodes } from './ksb-suggestions.ts';
import { kindJustTyped, kindName, kindNames } from './note-kinds.ts';
import { TagLine } from './tag-line.tsx';
import { useCaret } from './use-caret.ts';
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
  readonly hasFocus: () => boolean;
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
  const { desk, words, onChange, expected } = props;
  const listId = useId();
  const typing = useTyping(props);
  const { found, at, take, strays } = typing.suggestions;
  const focus = (): void => focusInPane(typing.caret.area.current);
  useImperativeHandle(props.handle, () => ({
    focus,
    hasFocus: () => document.activeElement === typing.caret.area.current,
  }));
  return (
    <div className="note-field">
      <KsbSuggestionList id={listId} found={found} at={at} seen={desk.seen} onTake={take} />
      <KindChoice
        kind={words.chosen ?? expected}
        onChoose={kind => onChange({ ...words, chosen: kind, letter: null })}
        onPointed={focus}
      />
      <NoteText {...props} typing={typing} listId={listId} />
      <TagLine
        text={words.text}
        view={desk.view}
        strays={strays}
        isSaved={props.isSaved ?? false}
        letter={words.letter}
      />
    </div>
  );
}

function focusInPane(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  revealPaneOf(area);
  area.focus();
}

interface NoteTextProps extends NoteFieldProps {
  readonly typing: Typing;
  readonly listId: string;
}

function NoteText({ label, words, expected, isFaulty, isFocusedAtFirst = false, typing, listId }: NoteTextProps) {
  const { caret, suggestions, type, press } = typing;
  const isListed = suggestions.found.length > 0;
  const { word, purpose } = kindName(words.chosen ?? expected);
  return (
    <textarea
      ref={caret.area}
      className="control note-text"
      rows={1}
      aria-label={label}
      aria-autocomplete="list"
      aria-invalid={isFaulty}
      aria-controls={isListed ? listId : undefined}
      aria-activedescendant={isListed && suggestions.at >= 0 ? `${listId}-${suggestions.at}` : undefined}
      placeholder={`${word}: ${purpose}`}
      maxLength={20_000}
      // biome-ignore lint/a11y/noAutofocus: the screen is there to type notes
      autoFocus={isFocusedAtFirst}
      value={words.text}
      onChange={event => {
        caret.setCaret(event.target.selectionStart);
        type(event.target.value);
      }}
      onSelect={event => caret.setCaret(event.currentTarget.selectionStart)}
      onFocus={() => caret.setFocused(true)}
      onBlur={() => caret.setFocused(false)}
      onKeyDown={press}
    />
  );
}

/** What typing means here: letters that choose the kind, tags with their suggestions, and the keys. */
function useTyping(props: NoteFieldProps) {
  const { desk, words, onChange } = props;
  const caret = useCaret();
  const suggestions = useTagSuggestions({
    text: words.text,
    caret: caret.caret,
    isFocused: caret.isFocused,
    statements: desk.view.statements,
    known: desk.view.knownCodes,
    likely: likelyCodes(desk.view.notes),
    onTake: next => {
      onChange({ ...words, text: next.text });
      caret.placeCaret(next.caret);
    },
  });
  const typedKind = useTypedKind(props, caret.placeCaret);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    suggestions.press(event);
    if (event.defaultPrevented || typedKind.press(event)) return;
    pressOf(event, props);
  };
  return { caret, suggestions, type: typedKind.type, press };
}

type Typing = ReturnType<typeof useTyping>;

/** The kind chosen by typing its letter and a space into the empty line; Backspace at the start takes that back. */
function useTypedKind({ words, onChange }: NoteFieldProps, placeCaret: (place: number) => void) {
  const type = (text: string): void => {
    const typed = kindJustTyped(words.text, text);
    if (typed) placeCaret(0);
    onChange(typed ? { text: '', chosen: typed, letter: words.text } : { ...words, text });
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
