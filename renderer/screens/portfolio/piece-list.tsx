import type { PortfolioPiece } from '../../../shared/contract/portfolio.ts';
import { ksbsOfPiece } from '../../../shared/domain/portfolio.ts';
import { List, ListRow } from '../../ui/list.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { kindIcons, pieceFacts } from './piece-words.ts';

interface PieceListProps {
  readonly pieces: readonly PortfolioPiece[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onOpen: () => void;
}

/** The pieces of a portfolio, each with its KSBs; arrows go through them. */
export function PieceList({ pieces, selectedId, onSelect, onOpen }: PieceListProps) {
  return (
    <List
      label="Pieces of the portfolio"
      rows={pieces}
      selected={selectedId ?? null}
      onSelect={onSelect}
      onOpen={onOpen}
      dependencies={[pieces]}
    >
      {piece => (
        <ListRow
          id={piece.id}
          text={piece.title}
          title={<span className={piece.withdrawnReason === null ? '' : 'piece-withdrawn'}>{piece.title}</span>}
          lead={<PieceIcon piece={piece} />}
          detail={<PieceDetail piece={piece} />}
          trail={piece.isLocked ? <StatusTag tone="locked" word="In a report" /> : null}
        />
      )}
    </List>
  );
}

function PieceIcon({ piece }: { readonly piece: PortfolioPiece }) {
  const Icon = kindIcons[piece.kind];
  return <Icon size={16} aria-hidden />;
}

function PieceDetail({ piece }: { readonly piece: PortfolioPiece }) {
  if (piece.withdrawnReason !== null) return <>Withdrawn: {piece.withdrawnReason}</>;
  const codes = ksbsOfPiece(piece);
  return (
    <>
      {pieceFacts(piece)}
      <span className="piece-codes">{codes.length > 0 ? codes.join(' ') : 'Not mapped yet'}</span>
    </>
  );
}
