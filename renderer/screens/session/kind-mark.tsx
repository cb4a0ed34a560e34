import type { NoteKind } from '../../../shared/domain/session.ts';
import { kindName } from './note-kinds.ts';

/** The letter that marks a kind of note; its word for who cannot see it or points at it. */
export function KindMark({ kind }: { readonly kind: NoteKind }) {
  const { letter, word } = kindName(kind);
  return (
    <span className="kind-mark" data-kind={kind} title={word}>
      <span aria-hidden="true">{letter}</span>
      <span className="visually-hidden">{word}: </span>
    </span>
  );
}
