import { useEffect, useRef } from 'react';
import { KeyHint, keyWords } from '../ui/key-hint.tsx';
import type { PaletteEntry } from './palette-entries.ts';

interface PaletteListProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly at: number;
  readonly isSearch: boolean;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** What fits what was typed, one line each; before anything is typed, under the headings of their sections. */
export function PaletteList({ id, entries, at, isSearch, onChoose }: PaletteListProps) {
  return (
    <>
      <div className="palette-list" role="listbox" id={id} aria-label="What fits">
        {entries.map((entry, index) => (
          <PaletteLine
            key={entry.id}
            id={`${id}-${index}`}
            entry={entry}
            isAt={index === at}
            startsSection={!isSearch && entries[index - 1]?.section !== entry.section}
            showsSection={isSearch}
            onChoose={() => onChoose(entry)}
          />
        ))}
      </div>
      <p className="palette-none" role="status">
        {entries.length === 0 ? 'Nothing fits. Try fewer letters, or another word for it.' : ''}
      </p>
    </>
  );
}

interface PaletteLineProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isAt: boolean;
  readonly startsSection: boolean;
  readonly showsSection: boolean;
  readonly onChoose: () => void;
}

function PaletteLine({ id, entry, isAt, startsSection, showsSection, onChoose }: PaletteLineProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAt) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isAt]);
  return (
    <>
      {startsSection ? (
        <div className="palette-section" role="presentation">
          {entry.section}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are read by the field that keeps the focus */}
      <div
        className="palette-entry"
        ref={ref}
        role="option"
        id={id}
        aria-selected={isAt}
        tabIndex={-1}
        onClick={onChoose}
        aria-keyshortcuts={entry.keys ? keyWords(entry.keys) : undefined}
      >
        <span className="palette-title">
          <Marked text={entry.title} at={entry.at} />
        </span>
        <span className="palette-detail">{entry.detail ?? (showsSection ? entry.section : '')}</span>
        {entry.keys ? <KeyHint keys={entry.keys} /> : null}
      </div>
    </>
  );
}

function Marked({ text, at }: { readonly text: string; readonly at: readonly number[] }) {
  const marked = new Set(at);
  // biome-ignore lint/suspicious/noArrayIndexKey: the letters of one text
  return [...text].map((letter, index) => (marked.has(index) ? <mark key={index}>{letter}</mark> : letter));
}
