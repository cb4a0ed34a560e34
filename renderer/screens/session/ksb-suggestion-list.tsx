import { useEffect, useRef } from 'react';
import { formatCount } from '../../../shared/british.ts';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import type { Statement } from './ksb-suggestions.ts';

interface KsbSuggestionListProps {
  readonly id: string;
  readonly found: readonly Statement[];
  /** Which of them Enter would take; -1: none. */
  readonly at: number;
  readonly seen: ReadonlyMap<string, number>;
  readonly onTake: (statement: Statement) => void;
}

/** The KSBs that fit the tag being typed, above the note line. The keys are read by the line, which keeps the caret. */
export function KsbSuggestionList({ id, found, at, seen, onTake }: KsbSuggestionListProps) {
  return (
    <>
      <p className="visually-hidden" role="status">
        {found.length > 0 ? `${formatCount(found.length, 'KSB')} to choose from` : ''}
      </p>
      {found.length > 0 ? (
        // Within reach of Tab, as whatever scrolls must be; the arrows in the line move through it.
        <div className="ksb-suggestions" role="listbox" id={id} aria-label="KSBs" tabIndex={0}>
          {found.map((statement, index) => (
            <KsbOption
              key={statement.code}
              id={`${id}-${index}`}
              statement={statement}
              isAt={index === at}
              seen={seen.get(statement.code) ?? 0}
              onTake={() => onTake(statement)}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

interface KsbOptionProps {
  readonly id: string;
  readonly statement: Statement;
  readonly isAt: boolean;
  readonly seen: number;
  readonly onTake: () => void;
}

function KsbOption({ id, statement, isAt, seen, onTake }: KsbOptionProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAt) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isAt]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are read by the line that keeps the caret
    <div
      ref={ref}
      className="ksb-suggestion"
      role="option"
      id={id}
      aria-selected={isAt}
      tabIndex={-1}
      onMouseDown={event => event.preventDefault()}
      onClick={onTake}
    >
      <KsbChip code={statement.code} seen={seen} />
      <span className="ksb-suggestion-text">{statement.text}</span>
    </div>
  );
}
