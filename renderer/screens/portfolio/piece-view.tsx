import { Download } from 'lucide-react';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { PortfolioPiece } from '../../../shared/contract/portfolio.ts';
import type { Stretch } from '../../../shared/domain/portfolio.ts';
import { pieceAddress, useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { notify } from '../../ui/toast.tsx';
import { PdfPiece } from './pdf-piece.tsx';
import { ZoomButtons } from './zoom-buttons.tsx';

/** What a shown piece lets others do. */
export interface ViewHandle {
  /** The place in view; null where nobody knows. */
  here(): Stretch | null;
  goTo(stretch: Stretch): void;
  /** A page, or ten seconds, on or back. */
  step(by: 1 | -1): void;
}

interface PieceViewProps {
  readonly piece: PortfolioPiece;
  readonly handle: Ref<ViewHandle>;
  /** The place to begin at. */
  readonly first: Stretch | null;
}

/** A piece of the portfolio as it is: a PDF page by page, a picture, sound or film. Nothing in it is ever run; what cannot be shown can be saved. */
export function PieceView({ piece, handle, first }: PieceViewProps) {
  if (!piece.isShown) return <NotShown piece={piece} />;
  switch (piece.kind) {
    case 'pdf':
      return <PdfPiece piece={piece} handle={handle} first={first} />;
    case 'image':
      return <Picture piece={piece} />;
    case 'audio':
    case 'video':
      return <Recording piece={piece} handle={handle} first={first} />;
    default:
      return <NotShown piece={piece} />;
  }
}

/** The way to save a piece outside, in plain. */
export function SavePiece({ piece }: { readonly piece: PortfolioPiece }) {
  const { start, isPending, error } = useAction('portfolio.save');
  const save = (): void =>
    start({ id: piece.id }, saved => {
      if (saved) notify({ words: `Saved as ${saved.file}. That copy is not encrypted.` });
    });
  return (
    <>
      <Button size="dense" icon={Download} isPending={isPending} onPress={save}>
        Save a copy…
      </Button>
      {error ? <ErrorPanel title="It was not saved" error={error} /> : null}
    </>
  );
}

function NotShown({ piece }: { readonly piece: PortfolioPiece }) {
  return (
    <EmptyState title="This file is not shown here" action={<SavePiece piece={piece} />}>
      {piece.kind === 'image'
        ? 'The picture is of a kind or size that is not drawn in the window.'
        : 'It is of a kind that another program has to open.'}{' '}
      Save a copy to open it there; the copy is not encrypted. It can be mapped all the same.
    </EmptyState>
  );
}

function Picture({ piece }: { readonly piece: PortfolioPiece }) {
  const [zoom, setZoom] = useState(1);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Broken piece={piece} />;
  return (
    <div className="piece-view">
      <div className="piece-bar">
        <ZoomButtons zoom={zoom} onZoom={setZoom} />
      </div>
      <img
        className="piece-picture"
        style={{ width: `${zoom * 100}%` }}
        src={pieceAddress(piece.id)}
        alt={piece.title}
        onError={() => setBroken(true)}
      />
    </div>
  );
}

function Broken({ piece }: { readonly piece: PortfolioPiece }) {
  return (
    <>
      <ErrorPanel
        title="The file cannot be shown"
        error={{
          message: 'It is damaged, missing, or not what it says. Save a copy, or put it back from your last copy.',
        }}
      />
      <SavePiece piece={piece} />
    </>
  );
}

/** Seconds that a step goes on or back. */
const stepSeconds = 10;

function Recording({ piece, handle, first }: PieceViewProps) {
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [isBroken, setBroken] = useState(false);
  const goTo = (seconds: number): void => {
    if (media.current) media.current.currentTime = Math.max(0, seconds);
  };
  useImperativeHandle(handle, () => ({
    here() {
      const seconds = Math.floor(media.current?.currentTime ?? 0);
      return { unit: 'second', from: seconds, to: seconds };
    },
    goTo: ({ from }) => goTo(from),
    step: by => goTo((media.current?.currentTime ?? 0) + by * stepSeconds),
  }));
  if (isBroken) return <Broken piece={piece} />;
  const shared = {
    ref: media,
    controls: true,
    src: pieceAddress(piece.id),
    'aria-label': piece.title,
    onError: () => setBroken(true),
    onLoadedMetadata: () => {
      if (first) goTo(first.from);
    },
  };
  return (
    <div className="piece-view">
      {piece.kind === 'audio' ? (
        <audio className="piece-sound" {...shared} />
      ) : (
        <video className="piece-film" {...shared} />
      )}
    </div>
  );
}
