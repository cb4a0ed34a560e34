import { FolderOpen } from 'lucide-react';
import { formatCount } from '../../../shared/british.ts';
import { ksbsOfPiece, portfolioCounts } from '../../../shared/domain/portfolio.ts';
import { useActions } from '../../actions.ts';
import { useAsk } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { Section } from '../../ui/section.tsx';
import { pieceFacts } from './piece-words.ts';

/** The portfolio on the assessment page: its pieces with their KSBs, and the way to it. */
export function PortfolioSection({ assessmentId }: { readonly assessmentId: string }) {
  const { data, error } = useAsk('portfolio.list', { assessmentId });
  const open = (): void => navigate({ page: 'portfolio', assessmentId });
  useActions([{ id: 'portfolio.open', title: 'Open the portfolio', section: 'Assessment', keys: 'p', run: open }]);
  const pieces = data?.pieces.filter(({ withdrawnReason }) => withdrawnReason === null) ?? [];
  const notMapped = pieces.filter(piece => ksbsOfPiece(piece).length === 0).length;
  return (
    <Section
      title="Portfolio"
      aside={
        <RouteLink to={{ page: 'portfolio', assessmentId }} look="button" icon={FolderOpen}>
          {pieces.length > 0 ? 'Open the portfolio' : 'Add to the portfolio'}
        </RouteLink>
      }
    >
      {error ? <ErrorPanel title="The portfolio could not be shown" error={error} /> : null}
      {!data && !error ? <Loading what="it" /> : null}
      {data && pieces.length === 0 ? (
        <p className="muted prose">Nothing yet. Files are added and mapped to KSBs on a page of their own.</p>
      ) : null}
      {pieces.length > 0 ? (
        <>
          <p className="muted">
            {formatCount(portfolioCounts(pieces).size, 'KSB')} mapped
            {notMapped > 0 ? `; ${formatCount(notMapped, 'piece')} not mapped yet` : ''}.
          </p>
          <ul className="portfolio-pieces">
            {pieces.map(piece => (
              <li key={piece.id}>
                <PieceLine piece={piece} assessmentId={assessmentId} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

interface PieceLineProps {
  readonly piece: Parameters<typeof pieceFacts>[0];
  readonly assessmentId: string;
}

function PieceLine({ piece, assessmentId }: PieceLineProps) {
  const codes = ksbsOfPiece(piece);
  return (
    <>
      <RouteLink to={{ page: 'portfolio', assessmentId, pieceId: piece.id }}>{piece.title}</RouteLink>
      <span className="small muted">
        {pieceFacts(piece)} · {codes.length > 0 ? codes.join(' ') : 'not mapped yet'}
      </span>
    </>
  );
}
