import { type PortfolioPiece, portfolioEvidence } from '../../shared/domain/portfolio.ts';
import { AppError } from '../../shared/errors.ts';
import type { Reader } from '../db/statements.ts';
import { piecesOf } from './portfolio-rows.ts';

/** The portfolio of an assessment as the rules look at it. */
export const portfolioPieces = (reader: Reader, assessmentId: string): readonly PortfolioPiece[] =>
  piecesOf(reader, assessmentId);

/** Refuses evidence that is not in the assessment's portfolio. Throws AppError `evidence.foreign`. */
export function refuseForeignPortfolio(reader: Reader, assessmentId: string, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const standing = new Set(portfolioEvidence(piecesOf(reader, assessmentId)).map(({ id }) => id));
  if (ids.every(id => standing.has(id))) return;
  throw new AppError(
    'evidence.foreign',
    'One of the linked places is not, or no longer, in the portfolio of this assessment. Unlink it.',
  );
}
