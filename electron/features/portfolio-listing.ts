import type { Method } from '../../shared/domain/plan.ts';
import { refersToPortfolio } from '../../shared/domain/portfolio.ts';
import type { ListedPiece } from '../../shared/domain/reports/method-report.ts';
import type { Reader } from '../db/statements.ts';
import { judgementsOf } from './judgements.ts';
import { type PieceRow, piecesOf } from './portfolio-rows.ts';
import type { SessionRow } from './session-rows.ts';

/** What the report of a session lists of the portfolio: all that stands where the method refers to it, else what was attached or linked. Nothing where there is nothing. */
export function portfolioListed(
  reader: Reader,
  session: SessionRow,
  method: Method,
): { readonly portfolio?: ListedPiece[] } {
  const linked = new Set(judgementsOf(reader, session.id).flatMap(({ portfolioEvidenceIds }) => portfolioEvidenceIds));
  const isListed = ({ id, sessionId, places }: PieceRow): boolean =>
    refersToPortfolio(method) ||
    sessionId === session.id ||
    linked.has(id) ||
    places.some(place => linked.has(place.id));
  const pieces = piecesOf(reader, session.assessmentId).filter(
    piece => piece.withdrawnReason === null && isListed(piece),
  );
  return pieces.length > 0 ? { portfolio: pieces.map(listed) } : {};
}

const listed = ({ id, title, kind, sha256, sizeBytes, ksbs, places, remark }: PieceRow): ListedPiece => ({
  ...{ id, title, kind, sha256, sizeBytes, ksbs, places, remark },
});
