import { type CSSProperties, type ReactNode, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { SegmentedChoice } from './choices.tsx';
import { usePane } from './use-pane.ts';

/** One of two or three views side by side. */
export interface PaneContent {
  readonly id: string;
  /** Its heading and the name of its region. */
  readonly title: string;
  readonly content: ReactNode;
  /** At the end of the heading's line. */
  readonly aside?: ReactNode;
  /** Stays in place under the scrolling content: a note line, a grade so far. */
  readonly foot?: ReactNode;
  /** Share of the width against the others: 1 unless told. */
  readonly weight?: number;
  /** The content draws to the pane's edges: lists and tables. */
  readonly isFlush?: boolean;
}

interface SplitPanesProps {
  /** What the panes show together, for the switch between them when there is room for one. */
  readonly label: string;
  readonly panes: readonly PaneContent[];
  /** The pane shown first where there is room for one; else the first. */
  readonly first?: string;
}

/** Two or three labelled regions side by side, each scrolling by itself; F6 goes round them. Under 46 rem one is shown at a time, with a switch above. */
export function SplitPanes({ label, panes, first }: SplitPanesProps) {
  const [active, setActive] = useState(first ?? panes[0]?.id ?? '');
  const columns = panes.map(pane => `minmax(0, ${pane.weight ?? 1}fr)`).join(' ');
  return (
    <div className="panes">
      <div className="pane-switch">
        <SegmentedChoice
          label={label}
          isLabelHidden
          segments={panes.map(pane => ({ id: pane.id, word: pane.title }))}
          value={active}
          onChange={setActive}
        />
      </div>
      <div className="panes-row" style={{ '--columns': columns } as CSSProperties}>
        {panes.map(pane => (
          <PaneRegion key={pane.id} pane={pane} isActive={pane.id === active} onActive={() => setActive(pane.id)} />
        ))}
      </div>
    </div>
  );
}

interface PaneRegionProps {
  readonly pane: PaneContent;
  readonly isActive: boolean;
  readonly onActive: () => void;
}

function PaneRegion({ pane, isActive, onActive }: PaneRegionProps) {
  const titleId = useId();
  const ref = usePane<HTMLElement>(() => flushSync(onActive));
  return (
    <section
      className="pane"
      ref={ref}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-active={isActive || undefined}
      onFocus={isActive ? undefined : onActive}
    >
      <div className="pane-head">
        <h2 className="pane-title" id={titleId}>
          {pane.title}
        </h2>
        {pane.aside}
      </div>
      <div className="pane-body" data-flush={pane.isFlush || undefined}>
        {pane.content}
      </div>
      {pane.foot ? <div className="pane-foot">{pane.foot}</div> : null}
    </section>
  );
}
