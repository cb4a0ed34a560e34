import { readSealed } from '../db/sealed-files.ts';
import { findPiece } from '../features/portfolio-rows.ts';
import { recordingFile } from '../features/recording-listening.ts';
import { filesOf, type OpenWorkspace } from './open-workspace.ts';
import type { Slot } from './task-context.ts';

/** A sealed file that the window may show: its type as its content told it, and its bytes by stretches. */
export interface ShownFile {
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** The content from byte `from` up to, not including, `to`. Throws AppError when the file is missing or damaged, or the workspace was locked since. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
}

/** The file of a piece of the open workspace's portfolio, or a stretch of one of its recordings; undefined where there is none with this id, or it is not shown inside the window. */
export function shownFile(slot: Slot, id: string): ShownFile | undefined {
  const workspace = slot.current();
  if (!workspace) return undefined;
  const found = pieceFile(workspace, id) ?? recordingFile(workspace, id);
  if (!found) return undefined;
  return {
    ...found,
    read(from, to) {
      // What was locked is not read any more, also where a film was playing.
      if (slot.current() !== workspace) slot.opened();
      return found.read(from, to);
    },
  };
}

function pieceFile({ reader, folder }: OpenWorkspace, id: string): ShownFile | undefined {
  const piece = findPiece(reader, id);
  if (!piece?.shown) return undefined;
  const { mediaType, sizeBytes } = piece;
  const { attachments } = filesOf(folder);
  return { mediaType, sizeBytes, read: (from, to) => new Uint8Array(readSealed(attachments, piece, from, to)) };
}
