import { useRef } from 'react';
import type { PortfolioPiece } from '../../../shared/contract/portfolio.ts';
import type { Stretch } from '../../../shared/domain/portfolio.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PieceView, SavePiece, type ViewHandle } from './piece-view.tsx';

/** A piece that is to be shown, and where in it. */
export interface ShownPiece {
  readonly pieceId: string;
  readonly stretch: Stretch | null;
}

interface PieceDialogProps {
  readonly piece: PortfolioPiece;
  readonly first: Stretch | null;
  readonly onClose: () => void;
}

/** A piece of the portfolio over the page, open at a place. */
export function PieceDialog({ piece, first, onClose }: PieceDialogProps) {
  const viewer = useRef<ViewHandle>(null);
  return (
    <Dialog
      title={piece.title}
      isOpen
      onClose={onClose}
      size="full"
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <SavePiece piece={piece} />
        </>
      }
    >
      <PieceView piece={piece} handle={viewer} first={first} />
    </Dialog>
  );
}
