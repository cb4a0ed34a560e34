import { readSealed } from '../db/sealed-files.ts';
import { findPiece } from '../features/portfolio-rows.ts';
import { filesOf } from './open-workspace.ts';
import type { Slot } from './task-context.ts';

/** A sealed file that the window may show: its type as its content told it, and its bytes by stretches. */
export interface ShownFile {
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** The content from byte `from` up to, not including, `to`. Throws AppError when the file is missing or damaged, or the workspace was locked since. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
}

/** The file of a piece of the open workspace's portfolio; undefined where there is no such piece, or it is not shown inside the window. */
export function shownFile(slot: Slot, pieceId: string): ShownFile | undefined {
  const workspace = slot.current();
  const piece = workspace && findPiece(workspace.reader, pieceId);
  if (!workspace || !piece?.shown) return undefined;
  const folder = filesOf(workspace.folder).attachments;
  return {
    mediaType: piece.mediaType,
    sizeBytes: piece.sizeBytes,
    read(from, to) {
      // What was locked is not read any more, also where a film was playing.
      if (slot.current() !== workspace) slot.opened();
      return new Uint8Array(readSealed(folder, piece, from, to));
    },
  };
}
