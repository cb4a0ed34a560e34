import { type KeyboardEvent, useState } from 'react';
import {
  isWholeCode,
  ksbSuggestions,
  type Statement,
  strayTagsIn,
  type TagAtCaret,
  tagAtCaret,
  withTag,
} from './ksb-suggestions.ts';

interface TagSuggestionsOf {
  readonly text: string;
  readonly caret: number;
  readonly isFocused: boolean;
  readonly statements: readonly Statement[];
  /** Every code of the standard, also those that the method does not assess. */
  readonly known: readonly string[];
  /** Offered first while nothing is typed behind the `#`. */
  readonly likely: readonly string[];
  readonly onTake: (next: { readonly text: string; readonly caret: number }) => void;
}

/** The KSBs offered for the tag under the caret and how keys move through them. Nothing is marked once a whole code of the standard is typed, so that Enter then saves the note with that code. */
export function useTagSuggestions({ text, caret, isFocused, statements, known, likely, onTake }: TagSuggestionsOf) {
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [moved, setMoved] = useState<{ readonly query: string; readonly at: number } | null>(null);
  const tag = isFocused ? tagAtCaret(text, caret) : null;
  const found = tag && tag.start !== dismissed ? ksbSuggestions(tag.query, statements, likely) : [];
  const isWhole = tag !== null && isWholeCode(tag.query, known);
  const at = moved !== null && moved.query === tag?.query ? Math.min(moved.at, found.length - 1) : isWhole ? -1 : 0;

  const take = (statement: Statement | undefined, under: TagAtCaret | null = tag): void => {
    if (statement && under) onTake(withTag(text, under, statement.code));
  };
  const move = (to: number): void => {
    if (tag) setMoved({ query: tag.query, at: (to + found.length) % found.length });
  };
  /** Deals with a key press where it means something here; says so by preventing its default. */
  const press = (event: KeyboardEvent): void => {
    if (tag && tag.start !== dismissed && event.key === 'Escape' && found.length > 0) setDismissed(tag.start);
    else if (found.length === 0) return;
    else if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at < 0 ? found.length - 1 : at - 1);
    else if (event.key === 'Tab' && !event.shiftKey) take(found[Math.max(at, 0)]);
    else if (event.key === 'Enter' && !event.shiftKey && at >= 0) take(found[at]);
    else return;
    event.preventDefault();
  };
  if (tag === null && dismissed !== null && isFocused) setDismissed(null);
  const strays = strayTagsIn(text, found.length > 0 ? (tag?.start ?? null) : null);
  return { found, at, take, press, strays };
}
