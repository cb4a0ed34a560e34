import type { ImportPreview } from '../../shared/domain/framework-import.ts';
import { AppError } from '../../shared/errors.ts';
import type { OpenWorkspace } from '../core/open-workspace.ts';

/** As many previews as are kept: the one in view, and the one before it. */
const mostKept = 2;

/** Previews lie in memory beside their workspace, and are gone when it is locked. */
const kept = new WeakMap<OpenWorkspace, Map<string, ImportPreview>>();

/** Keeps a preview under an id, for what follows from it; the oldest is forgotten. */
export function keepPreview(workspace: OpenWorkspace, id: string, preview: ImportPreview): void {
  const own = kept.get(workspace) ?? new Map<string, ImportPreview>();
  kept.set(workspace, own);
  own.delete(id);
  own.set(id, preview);
  for (const oldest of [...own.keys()].slice(0, -mostKept)) own.delete(oldest);
}

/** Forgets a preview that has been imported. */
export const forgetPreview = (workspace: OpenWorkspace, id: string): void => void kept.get(workspace)?.delete(id);

/** The preview with this id. Throws AppError `import.forgotten`. */
export function keptPreview(workspace: OpenWorkspace, id: string): ImportPreview {
  const preview = kept.get(workspace)?.get(id);
  if (!preview) throw new AppError('import.forgotten', 'This preview is no longer kept. Read the file or text again.');
  return preview;
}

/** One framework of a preview, by its place in the file. Throws AppError `import.unknownFramework`. */
export function foundAt(preview: ImportPreview, index: number): ImportPreview['frameworks'][number] {
  const found = preview.frameworks[index];
  if (!found) throw new AppError('import.unknownFramework', 'This is not in the preview. Read the file or text again.');
  return found;
}
