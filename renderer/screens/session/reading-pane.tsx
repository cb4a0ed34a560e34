import { StickyNote } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { capitalised } from '../../../shared/british.ts';
import type { PortfolioPiece } from '../../../shared/contract/portfolio.ts';
import { type Stretch, stretchWords } from '../../../shared/domain/portfolio.ts';
import type { Action } from '../../actions.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { Select } from '../../ui/select.tsx';
import type { PaneContent } from '../../ui/split-panes.tsx';
import type { ShownPiece } from '../portfolio/piece-dialog.tsx';
import { PieceView, type ViewHandle } from '../portfolio/piece-view.tsx';
import { turnActions } from '../portfolio/turn-actions.ts';
import { sessionKeys } from './session-keys.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** The portfolio beside the notes: whether it is open, what of it is read, and noting the place in view. */
export interface Reading {
  readonly desk: SessionDesk;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly pieces: readonly PortfolioPiece[];
  readonly piece: PortfolioPiece | undefined;
  /** The place to begin at. */
  readonly first: Stretch | null;
  readonly choose: (pieceId: string) => void;
  readonly viewer: RefObject<ViewHandle | null>;
  readonly note: () => void;
}

/** The state of reading the portfolio beside the notes of a session. */
export function useReading(desk: SessionDesk): Reading {
  const { view, line, read, setFault, setNoteId } = desk;
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<ShownPiece>();
  const viewer = useRef<ViewHandle>(null);
  const { data } = useAsk('portfolio.list', { assessmentId: view.assessmentId });
  const add = useAction('portfolio.note');
  const pieces = data?.pieces.filter(({ withdrawnReason }) => withdrawnReason === null) ?? [];
  const piece = pieces.find(({ id }) => id === shown?.pieceId) ?? pieces[0];
  useEffect(() => {
    read.current = wanted => {
      setOpen(true);
      setShown(wanted);
      if (wanted.stretch) viewer.current?.goTo(wanted.stretch);
      line.current?.focus();
    };
  });
  const note = (): void => {
    if (!piece || add.isPending) return;
    const said = placeInView(piece, viewer.current?.here() ?? null);
    add.run({ sessionId: view.id, pieceId: piece.id, ...said }).then(
      () => {
        setFault(null);
        setNoteId(null);
        line.current?.focus();
      },
      (fault: FaultWords) => setFault(fault),
    );
  };
  return {
    desk,
    isOpen,
    toggle: () => {
      setOpen(!isOpen);
      line.current?.focus();
    },
    pieces,
    piece,
    first: shown?.stretch ?? piece?.places[0]?.stretch ?? null,
    choose: pieceId => setShown({ pieceId, stretch: null }),
    viewer,
    note,
  };
}

/** What a note of the place in view says: the piece, where, and the KSBs that were mapped there. */
export function placeInView(piece: PortfolioPiece, here: Stretch | null) {
  const mapped = here && piece.places.filter(({ stretch }) => stretch.from <= here.from && here.from <= stretch.to);
  const [place] = mapped ?? [];
  const ksbs = mapped && mapped.length > 0 ? mapped.flatMap(one => one.ksbs) : here ? [] : piece.ksbs;
  return {
    placeId: place?.id ?? null,
    body: here ? `${piece.title}, ${stretchWords(here)}` : piece.title,
    ksbs: [...new Set(ksbs)],
  };
}

/** What can be done with the portfolio during a session, also while a note is being typed. */
export function readingActions(reading: Reading): readonly Action[] {
  const section = 'Portfolio';
  return [
    {
      id: 'session.reading',
      title: reading.isOpen ? 'Close the portfolio' : 'Open the portfolio beside the notes',
      section,
      keys: sessionKeys.reading,
      run: reading.toggle,
    },
    ...(reading.isOpen && reading.piece ? turnActions(reading.viewer) : []),
    ...(reading.isOpen && reading.piece && reading.desk.isOpen
      ? [
          {
            id: 'session.notePlace',
            title: 'Note the place of the portfolio in view',
            section,
            keys: sessionKeys.notePlace,
            run: reading.note,
          },
        ]
      : []),
  ];
}

/** The pane in which the portfolio is read; undefined while it is closed. */
export function readingPane(reading: Reading): PaneContent | undefined {
  if (!reading.isOpen) return undefined;
  return {
    id: 'reading',
    title: 'Portfolio',
    weight: 1.6,
    content: <ReadingPane reading={reading} />,
    aside: (
      <span className="row">
        {reading.piece && reading.desk.isOpen ? (
          <Button size="dense" icon={StickyNote} keys={sessionKeys.notePlace} onPress={reading.note}>
            Note this place
          </Button>
        ) : null}
        <Button size="dense" tone="quiet" keys={sessionKeys.reading} onPress={reading.toggle}>
          Close
        </Button>
      </span>
    ),
  };
}

function ReadingPane({ reading }: { readonly reading: Reading }) {
  const { desk, pieces, piece, choose, viewer } = reading;
  if (!piece) {
    return (
      <EmptyState
        title="Nothing in the portfolio"
        action={
          <RouteLink look="button" to={{ page: 'portfolio', assessmentId: desk.view.assessmentId }}>
            Go to the portfolio
          </RouteLink>
        }
      >
        Files that are added to it can be read here, beside the notes.
      </EmptyState>
    );
  }
  return (
    <div className="reading">
      <Select
        label="Piece"
        isLabelHidden
        choices={pieces.map(({ id, title }) => ({ id, title }))}
        value={piece.id}
        onChange={choose}
      />
      {piece.places.length > 0 ? (
        <div className="reading-places">
          {piece.places.map(({ id, stretch, ksbs }) => (
            <Button key={id} size="dense" tone="quiet" onPress={() => viewer.current?.goTo(stretch)}>
              {`${capitalised(stretchWords(stretch))}: ${ksbs.join(' ')}`}
            </Button>
          ))}
        </div>
      ) : null}
      <PieceView key={piece.id} piece={piece} handle={viewer} first={reading.first} />
    </div>
  );
}
