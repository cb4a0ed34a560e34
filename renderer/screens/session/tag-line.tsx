import { Check, TriangleAlert } from 'lucide-react';
import { KeyHint } from '../../ui/key-hint.tsx';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { tagsIn } from './ksb-suggestions.ts';
import type { SessionView } from './session-view.ts';

interface TagLineProps {
  readonly text: string;
  readonly view: SessionView;
  /** What stands behind the `#` under the caret while no KSB fits it. */
  readonly unmatched: string | null;
  readonly isSaved: boolean;
}

/** Under the note being typed: which KSBs it is tagged with, and at once those that do not exist; with nothing typed, the keys. */
export function TagLine({ text, view, unmatched, isSaved }: TagLineProps) {
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
      {unmatched !== null && unknown.length === 0 ? <span>No KSB of this method fits “{unmatched}”.</span> : null}
      {text === '' ? <Keys /> : null}
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
