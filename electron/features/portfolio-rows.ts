import { z } from 'zod';
import { mappedPlace, type PortfolioMapping } from '../../shared/contract/portfolio.ts';
import { fileKinds } from '../../shared/domain/file-kinds.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { stored } from './stored.ts';

const flag = z.number().transform(value => value === 1);
const said = {
  title: z.string(),
  ksbs: stored(z.array(z.string())),
  places: stored(z.array(mappedPlace)),
  remark: z.string(),
};
const pieceRow = z.strictObject({
  id: z.string(),
  assessmentId: z.string(),
  sessionId: z.string().nullable(),
  kind: z.enum(fileKinds),
  shown: flag,
  originalName: z.string(),
  ...said,
  version: z.number(),
  addedAt: z.string(),
  changedAt: z.string(),
  withdrawnReason: z.string().nullable(),
  listedIn: z.string().nullable(),
  mediaType: z.string(),
  fileName: z.string(),
  fileKey: z.instanceof(Uint8Array),
  sha256: z.string(),
  sizeBytes: z.number(),
});
export type PieceRow = z.output<typeof pieceRow>;

const selected = `SELECT portfolio_piece.id, assessment_id, session_id, kind, shown, original_name, title, ksbs, places, remark, version,
  portfolio_piece.added_at, changed_at, withdrawn_reason, listed_in, media_type, file_name, file_key, sha256, size_bytes
  FROM portfolio_piece JOIN attachment ON attachment.id = attachment_id`;
const piecesOfAssessment = read<{ assessmentId: string }>()(
  `${selected} WHERE assessment_id = @assessmentId ORDER BY portfolio_piece.rowid`,
  pieceRow,
);
const onePiece = read<{ id: string }>()(`${selected} WHERE portfolio_piece.id = @id`, pieceRow);
const notesOfAssessment = read<{ assessmentId: string }>()(
  `SELECT note_id, piece_id FROM portfolio_note JOIN note ON note.id = note_id JOIN portfolio_piece ON portfolio_piece.id = piece_id
   WHERE assessment_id = @assessmentId AND struck_reason IS NULL ORDER BY at, note_id`,
  z.strictObject({ noteId: z.string(), pieceId: z.string() }),
);
const versionsOfPiece = read<{ id: string }>()(
  'SELECT version, title, ksbs, places, remark, until FROM portfolio_piece_version WHERE piece_id = @id ORDER BY version DESC',
  z.strictObject({ version: z.number(), ...said, until: z.string() }),
);
const insertAttachment = write<{
  id: string;
  fileName: string;
  fileKey: Uint8Array;
  mediaType: string;
  sha256: string;
  sizeBytes: number;
  at: string;
}>(
  'INSERT INTO attachment (id, file_name, file_key, media_type, sha256, size_bytes, added_at) VALUES (@id, @fileName, @fileKey, @mediaType, @sha256, @sizeBytes, @at)',
);
const insertPiece = write<{
  id: string;
  assessmentId: string;
  attachmentId: string;
  sessionId: string | null;
  kind: string;
  shown: number;
  originalName: string;
  title: string;
  at: string;
}>(
  `INSERT INTO portfolio_piece (id, assessment_id, attachment_id, session_id, kind, shown, original_name, title, ksbs, places, remark, added_at, changed_at)
   VALUES (@id, @assessmentId, @attachmentId, @sessionId, @kind, @shown, @originalName, @title, '[]', '[]', '', @at, @at)`,
);
const keepVersion = write<{ id: string; until: string }>(
  `INSERT INTO portfolio_piece_version (piece_id, version, title, ksbs, places, remark, until)
   SELECT id, version, title, ksbs, places, remark, @until FROM portfolio_piece WHERE id = @id`,
);
const updateMapping = write<{
  id: string;
  title: string;
  ksbs: string;
  places: string;
  remark: string;
  kept: number;
  at: string;
}>(
  'UPDATE portfolio_piece SET title = @title, ksbs = @ksbs, places = @places, remark = @remark, version = version + @kept, changed_at = @at WHERE id = @id',
);
/** Withdraws a piece. */
export const updateWithdrawnPiece = write<{ id: string; reason: string; at: string }>(
  'UPDATE portfolio_piece SET withdrawn_at = @at, withdrawn_reason = @reason WHERE id = @id',
);
const updateListed = write<{ id: string; reportId: string }>(
  'UPDATE portfolio_piece SET listed_in = @reportId WHERE id = @id',
);
/** Says which piece, and which place of it, a note speaks of. */
export const insertPortfolioNote = write<{ noteId: string; pieceId: string; placeId: string | null }>(
  'INSERT INTO portfolio_note (note_id, piece_id, place_id) VALUES (@noteId, @pieceId, @placeId)',
);

/** The portfolio of an assessment in the order in which it was added, the withdrawn too. */
export const piecesOf = (reader: Reader, assessmentId: string): readonly PieceRow[] =>
  reader.all(piecesOfAssessment, { assessmentId });

/** The notes that speak of the pieces of an assessment, struck ones left out. */
export const portfolioNotesOf = (reader: Reader, assessmentId: string) =>
  reader.all(notesOfAssessment, { assessmentId });

/** What was said of a piece before, the latest first. */
export const earlierMappings = (reader: Reader, id: string) => reader.all(versionsOfPiece, { id });

/** The piece with this id, or undefined. */
export const findPiece = (reader: Reader, id: string): PieceRow | undefined => reader.one(onePiece, { id });

/** The piece with this id. Throws AppError `portfolio.unknown`. */
export function pieceById(reader: Reader, id: string): PieceRow {
  const row = findPiece(reader, id);
  if (!row) throw new AppError('portfolio.unknown', 'This piece is not in the portfolio.');
  return row;
}

/** A file that lies sealed in the attachments folder and is to become a piece. */
export interface SealedPiece {
  readonly fileName: string;
  readonly fileKey: Uint8Array;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly kind: PieceRow['kind'];
  readonly mediaType: string;
  readonly isShown: boolean;
  readonly originalName: string;
  readonly title: string;
}

/** Puts a sealed file into the portfolio, not mapped yet, and gives the piece's id. The event is the caller's. */
export function putPiece(
  { writer, newId, now }: CommandContext,
  where: { readonly assessmentId: string; readonly sessionId: string | null },
  { kind, isShown, originalName, title, mediaType, fileName, fileKey, sha256, sizeBytes }: SealedPiece,
): string {
  const at = now.toISOString();
  const attachmentId = newId();
  writer.run(insertAttachment, { id: attachmentId, fileName, fileKey, mediaType, sha256, sizeBytes, at });
  const id = newId();
  writer.run(insertPiece, { id, ...where, attachmentId, kind, shown: isShown ? 1 : 0, originalName, title, at });
  return id;
}

/** What follows within this time is the same correction, still being typed: a mapping is saved whenever the typing pauses. */
const sameCorrectionMs = 60_000;

/** Says something else of a piece and gives its version; what was said before is kept as one, unless it was said in the minute before. */
export function remapPiece({ writer, now }: CommandContext, piece: PieceRow, mapping: PortfolioMapping): number {
  const { id, version, changedAt } = piece;
  const { title, ksbs, places, remark } = mapping;
  const at = now.toISOString();
  const kept = now.getTime() - Date.parse(changedAt) < sameCorrectionMs ? 0 : 1;
  if (kept === 1) writer.run(keepVersion, { id, until: at });
  const said = { title, ksbs: JSON.stringify(ksbs), places: JSON.stringify(places), remark };
  writer.run(updateMapping, { id, ...said, kept, at });
  return version + kept;
}

/** Keeps pieces as the signed report lists them. */
export function lockPieces({ writer }: CommandContext, reportId: string, ids: readonly string[]): void {
  for (const id of ids) writer.run(updateListed, { id, reportId });
}
