import type { Method } from '../../../shared/domain/plan.ts';
import type { Note, NoteKind } from '../../../shared/domain/session.ts';

/** How a kind of note is called, and the letter that marks it and chooses it. */
export interface KindName {
  readonly kind: NoteKind;
  readonly word: string;
  readonly letter: string;
  /** What it is for, where a kind is explained. */
  readonly purpose: string;
}

/** The kinds in the order in which they are offered. */
export const kindNames: readonly KindName[] = [
  { kind: 'question', word: 'Question', letter: 'Q', purpose: 'what you asked' },
  { kind: 'answer', word: 'Answer', letter: 'A', purpose: 'what the apprentice said' },
  {
    kind: 'followUp',
    word: 'Follow-up',
    letter: 'F',
    purpose: 'a question about the answer; it does not count as one of the plan’s',
  },
  { kind: 'seen', word: 'Seen', letter: 'S', purpose: 'what you saw the apprentice do' },
  { kind: 'portfolio', word: 'Portfolio', letter: 'P', purpose: 'evidence from the portfolio' },
  { kind: 'remark', word: 'Remark', letter: 'R', purpose: 'for yourself; never evidence' },
];

/** The name of a kind. */
export function kindName(kind: NoteKind): KindName {
  const found = kindNames.find(name => name.kind === kind);
  if (!found) throw new Error(`There is no kind of note called ${kind}`);
  return found;
}

const isExchange = (kind: NoteKind): boolean => kind === 'question' || kind === 'answer' || kind === 'followUp';

/**
 * The kind that the next note most likely has. An exchange goes on with an answer, because it often takes several notes and one question too many
 * would count towards the plan's minimum. At the start of a part: an observation's first part is for what is seen, every other one for questions.
 */
export function nextKind(
  method: Method,
  partKey: string | null,
  notes: readonly Pick<Note, 'kind' | 'struckReason' | 'partKey'>[],
): NoteKind {
  const atStart =
    method.kind === 'observation' && (partKey ?? method.parts[0]?.key) === method.parts[0]?.key ? 'seen' : 'question';
  const last = notes.findLast(
    note => note.struckReason === null && note.kind !== 'remark' && note.kind !== 'portfolio',
  );
  if (!last || (partKey !== null && last.partKey !== partKey)) return atStart;
  return isExchange(last.kind) ? 'answer' : last.kind;
}

/** The note that a new one of this kind follows: an answer its question or follow-up, a follow-up or a page of the portfolio the answer. Null where it begins something. */
export function followedNote(
  kind: NoteKind,
  notes: readonly Pick<Note, 'id' | 'kind' | 'struckReason'>[],
): string | null {
  const valid = notes.filter(note => note.struckReason === null);
  const last = (...kinds: readonly NoteKind[]): string | null =>
    valid.findLast(note => kinds.includes(note.kind))?.id ?? null;
  if (kind === 'answer') return last('question', 'followUp');
  if (kind === 'followUp' || kind === 'portfolio') return last('answer', 'question');
  return null;
}

const prefix = /^([qafspr]) /;
const kindOfLetter = (letter: string): NoteKind | undefined =>
  kindNames.find(name => name.letter === letter.toUpperCase())?.kind;

/** Whether the kind's letter, typed first and followed by a space, chooses it. Not that of an answer: "a" is a word that many notes begin with. */
export function isTypedByLetter(kind: NoteKind): boolean {
  return kind !== 'answer';
}

/** The kind that was just chosen by typing its letter and a space into the empty line; undefined where none was. A capital letter begins a sentence and chooses nothing. */
export function kindJustTyped(before: string, after: string): NoteKind | undefined {
  const kind = after === `${before} ` && before === before.toLowerCase() ? kindOfLetter(before) : undefined;
  return kind && isTypedByLetter(kind) ? kind : undefined;
}

/** A note being typed as it is kept: its kind's letter and a space, then its text; nothing for an empty one. */
export function printDraft(kind: NoteKind, text: string): string {
  return text.trim() === '' ? '' : `${kindName(kind).letter.toLowerCase()} ${text}`;
}

/** A kept draft as kind and text; the kind is null where none was kept with it. */
export function readDraft(body: string): { readonly kind: NoteKind | null; readonly text: string } {
  const kind = kindOfLetter(prefix.exec(body)?.[1] ?? '');
  return kind ? { kind, text: body.slice(2) } : { kind: null, text: body };
}
