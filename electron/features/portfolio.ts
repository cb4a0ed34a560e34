import { formatList } from '../../shared/british.ts';
import type { PortfolioMapping } from '../../shared/contract/portfolio.ts';
import { ksbsOf } from '../../shared/domain/framework.ts';
import { compareKsbCodes, unknownKsbCodes } from '../../shared/domain/ksb-codes.ts';
import { unitOfPlaces } from '../../shared/domain/portfolio.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { type AssessmentRow, assessmentById } from './assessment-rows.ts';
import { frameworkById } from './frameworks.ts';
import { writeNote } from './notes.ts';
import { planById } from './plan-rows.ts';
import {
  earlierMappings,
  insertPortfolioNote,
  type PieceRow,
  pieceById,
  piecesOf,
  portfolioNotesOf,
  remapPiece,
  updateWithdrawnPiece,
} from './portfolio-rows.ts';
import { sessionById } from './session-rows.ts';
import { sha256 } from './stored.ts';

const frameworkOf = (reader: Reader, { planId }: Pick<AssessmentRow, 'planId'>) =>
  frameworkById(reader, planById(reader, planId).frameworkId);

export const listPortfolio: Handler<'portfolio.list'> = ({ reader }, { assessmentId }) => {
  const assessment = assessmentById(reader, assessmentId);
  const notes = portfolioNotesOf(reader, assessmentId);
  return {
    pieces: piecesOf(reader, assessmentId).map(piece => ({
      id: piece.id,
      title: piece.title,
      ksbs: piece.ksbs,
      places: piece.places,
      remark: piece.remark,
      kind: piece.kind,
      mediaType: piece.mediaType,
      isShown: piece.shown,
      originalName: piece.originalName,
      sha256: piece.sha256,
      sizeBytes: piece.sizeBytes,
      addedAt: piece.addedAt,
      sessionId: piece.sessionId,
      withdrawnReason: piece.withdrawnReason,
      isLocked: piece.listedIn !== null,
      earlierVersions: piece.version - 1,
      noteIds: notes.filter(({ pieceId }) => pieceId === piece.id).map(({ noteId }) => noteId),
    })),
    statements: ksbsOf(frameworkOf(reader, assessment)).map(({ code, text }) => ({ code, text })),
  };
};

/** The piece, where it can still be changed. Throws AppError `portfolio.withdrawn` or `portfolio.locked`. */
function changeable(reader: Reader, id: string): PieceRow {
  const piece = pieceById(reader, id);
  if (piece.withdrawnReason !== null) {
    throw new AppError('portfolio.withdrawn', 'This piece was withdrawn and stays as it is.');
  }
  if (piece.listedIn !== null) {
    throw new AppError('portfolio.locked', 'A signed report lists this piece, so it stays as the report says.');
  }
  return piece;
}

const inOrder = (codes: readonly string[]): string[] => [...new Set(codes)].sort(compareKsbCodes);

/** The mapping with its codes in natural order. Throws AppError `ksb.unknown`, `portfolio.noPlaces` or `portfolio.placeTwice`. */
function checkedMapping(
  reader: Reader,
  piece: PieceRow,
  { title, ksbs, places, remark }: PortfolioMapping,
): PortfolioMapping {
  const framework = frameworkOf(reader, assessmentById(reader, piece.assessmentId));
  const unknown = unknownKsbCodes(inOrder([...ksbs, ...places.flatMap(place => place.ksbs)]), framework);
  if (unknown.length > 0) {
    throw new AppError('ksb.unknown', `${framework.reference} does not have ${formatList(unknown)}. Correct the code.`);
  }
  const unit = unitOfPlaces(piece.kind);
  if (places.some(({ stretch }) => stretch.unit !== unit)) {
    throw new AppError('portfolio.noPlaces', 'A file of this kind has no such places.');
  }
  if (new Set(places.map(({ id }) => id)).size < places.length) {
    throw new AppError('portfolio.placeTwice', 'Two places have the same identity. Add the place again.');
  }
  return { title, remark, ksbs: inOrder(ksbs), places: places.map(place => ({ ...place, ksbs: inOrder(place.ksbs) })) };
}

export const mapPiece: Handler<'portfolio.map'> = (context, { id, ...said }) => {
  const piece = changeable(context.reader, id);
  const mapping = checkedMapping(context.reader, piece, said);
  const version = remapPiece(context, piece, mapping);
  const detail = {
    assessmentId: piece.assessmentId,
    ksbs: inOrder([...mapping.ksbs, ...mapping.places.flatMap(({ ksbs }) => ksbs)]),
    places: mapping.places.length,
    mappingSha256: sha256(JSON.stringify(mapping)),
    version,
  };
  context.record({ type: 'portfolio.mapped', subjectId: id, detail });
  return {};
};

export const withdrawPiece: Handler<'portfolio.withdraw'> = (context, { id, reason }) => {
  const { assessmentId } = changeable(context.reader, id);
  context.writer.run(updateWithdrawnPiece, { id, reason, at: context.now.toISOString() });
  const detail = { assessmentId, reasonSha256: sha256(reason) };
  context.record({ type: 'portfolio.withdrawn', subjectId: id, detail });
  return {};
};

export const historyOfPiece: Handler<'portfolio.history'> = ({ reader }, { id }) => earlierMappings(reader, id);

export const notePiece: Handler<'portfolio.note'> = (context, { sessionId, pieceId, placeId, body, ksbs }) => {
  refuseForeign(context, { sessionId, pieceId, placeId });
  const note = writeNote(context, { sessionId, kind: 'portfolio', body, ksbs, followsId: null });
  context.writer.run(insertPortfolioNote, { noteId: note.id, pieceId, placeId });
  return note;
};

interface Spoken {
  readonly sessionId: string;
  readonly pieceId: string;
  readonly placeId: string | null;
}

function refuseForeign({ reader }: CommandContext, { sessionId, pieceId, placeId }: Spoken): void {
  const { assessmentId, places, withdrawnReason } = pieceById(reader, pieceId);
  const isThere = placeId === null || places.some(({ id }) => id === placeId);
  if (isThere && withdrawnReason === null && sessionById(reader, sessionId).assessmentId === assessmentId) return;
  throw new AppError('portfolio.foreign', 'This is not, or no longer, in the portfolio of this assessment.');
}
