import path from 'node:path';
import { bytesToRecognise, recogniseFile } from '../../shared/domain/file-kinds.ts';
import type { CommandContext } from '../core/contexts.ts';
import { beginSealedFile } from '../db/sealed-files.ts';
import type { Reader } from '../db/statements.ts';
import { writeNote } from './notes.ts';
import { insertPortfolioNote, type PieceRow, piecesOf, putPiece, type SealedPiece } from './portfolio-rows.ts';

/** The largest file that is taken in, in bytes: 8 GiB. */
export const largestPiece = 8 * 1024 ** 3;

/** As much may wait for the disk, in bytes. */
const settledBytes = 32 * 1024 * 1024;

/** A file that is coming in: sealed as it comes, recognised by its first bytes. */
export interface Intake {
  take(bytes: Uint8Array): void;
  /** Waits, now and then, until what came in is on the disk, so that nobody else has to wait for it at the end. */
  settle(): Promise<void>;
  /** The sealed file, or why it is not taken, in words; what was written of it is gone then. */
  finish(): SealedPiece | { readonly why: string };
  abandon(): void;
}

const refusals = {
  empty: 'The file is empty.',
  program: 'The file is a program. Programs are not taken into a portfolio.',
} as const;

/** Begins to take a file in, under the name that it has outside. */
export function beginIntake(folder: string, name: string): Intake {
  const writer = beginSealedFile(folder);
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let unsettled = 0;
  return {
    take(bytes) {
      if (headBytes < bytesToRecognise) {
        head.push(bytes.slice(0, bytesToRecognise - headBytes));
        headBytes += head.at(-1)?.length ?? 0;
      }
      writer.write(bytes);
      unsettled += bytes.length;
    },
    async settle() {
      if (unsettled < settledBytes) return;
      unsettled = 0;
      await writer.settle();
    },
    finish() {
      const recognised = recogniseFile(Buffer.concat(head));
      if (typeof recognised === 'string') {
        writer.abandon();
        return { why: refusals[recognised] };
      }
      const originalName = path.basename(name.replaceAll('\\', '/')).slice(0, 200) || 'File';
      return { ...writer.finish(), ...recognised, originalName, title: titleOf(originalName) };
    },
    abandon: () => writer.abandon(),
  };
}

/** A name without its ending, as a title to begin with. */
function titleOf(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || name;
}

/** Where a file is added: an assessment, and the session during which that happens. */
export interface IntakePlace {
  readonly assessmentId: string;
  readonly sessionId: string | null;
}

/** The piece with this content that stands in the portfolio already, or undefined. */
export const heldPiece = (reader: Reader, { assessmentId }: IntakePlace, contentSha256: string): PieceRow | undefined =>
  piecesOf(reader, assessmentId).find(
    ({ sha256, withdrawnReason }) => sha256 === contentSha256 && withdrawnReason === null,
  );

/** Adds a sealed file to the portfolio and gives the piece's id; attached during a session it becomes a note at its time. */
export function addSealed(context: CommandContext, where: IntakePlace, sealed: SealedPiece): string {
  const id = putPiece(context, where, sealed);
  const { kind, mediaType, sha256, sizeBytes, title } = sealed;
  const detail = { assessmentId: where.assessmentId, kind, mediaType, sha256, sizeBytes };
  context.record({ type: 'portfolio.added', subjectId: id, detail });
  if (where.sessionId !== null) noteAttached(context, where.sessionId, id, title);
  return id;
}

function noteAttached(context: CommandContext, sessionId: string, pieceId: string, title: string): void {
  const body = `Attached: ${title}`;
  const note = writeNote(context, { sessionId, kind: 'portfolio', body, ksbs: [], followsId: null });
  context.writer.run(insertPortfolioNote, { noteId: note.id, pieceId, placeId: null });
}
