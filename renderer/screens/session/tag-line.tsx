import { Check, TriangleAlert } from 'lucide-react';
import { KeyHint } from '../../ui/key-hint.tsx';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { tagsIn } from './ksb-suggestions.ts';
import type { SessionView } from './session-view.ts';

interface TagLineProps {
  readonly text: string;
  readonly view: SessionView;
  /** The words behind a `#` that are no KSB. */
  readonly strays: readonly string[];
  readonly isSaved: boolean;
  /** The letter that was read as the kind, which Backspace gives back. */
  readonly letter: string | null;
}

/** Under the note being typed: which KSBs it is tagged with, and at once those that do not exist; with nothing typed, the keys. */
export function TagLine({ text, view, strays, isSaved, letter }: TagLineProps) {
  const tags = tagsIn(text, view.method.ksbs, view.knownCodes);
  const unknown = tags.filter(tag => tag.standing === 'unknown');
  return (
    <div className="note-tags">
      {tags.map(({ code, standing }) => (
        <span key={code} className="note-tag" data-standing={standing}>
          {standing === 'unknown' ? <TriangleAlert size={14} aria-hidden /> : null}
          <KsbChip code={code} />
          {standing === 'elsewhere' ? 'not assessed by this method' : null}
        </span>
      ))}
      <span role="status" className="note-unknown">
        {unknown.length > 0 ? `${view.standard} has no ${unknown.map(({ code }) => code).join(' and no ')}` : ''}
      </span>
      {strays.length > 0 ? (
        <span role="status">{strays.map(word => `#${word}`).join(', ')}: not a KSB, so it tags nothing</span>
      ) : null}
      {text === '' ? letter === null ? <Keys /> : <KeepAsText letter={letter} /> : null}
      <span role="status" className="note-saved">
        {isSaved && text === '' ? (
          <>
            <Check size={14} aria-hidden /> Saved
          </>
        ) : null}
      </span>
    </div>
  );
}

function KeepAsText({ letter }: { readonly letter: string }) {
  return (
    <span className="note-keys" role="status">
      <span>
        <KeyHint keys="Backspace" />: keep “{letter}” as text
      </span>
    </span>
  );
}

function Keys() {
  return (
    <span className="note-keys">
      <span>
        <KeyHint keys="Enter" /> saves
      </span>
      <span>
        <KeyHint keys="#" /> tags a KSB
      </span>
      <span>
        <KeyHint keys="Shift+Enter" /> new line
      </span>
    </span>
  );
}
