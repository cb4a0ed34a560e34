import { formatCount } from '../../shared/british.ts';
import type { FrameworkPreview, ImportPreview } from '../../shared/domain/framework-import.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskContext } from '../core/contexts.ts';
import { addFrameworks } from '../features/framework-imports.ts';
import { withNames } from '../features/import-amending.ts';
import { inWorkspace } from './in-workspace.ts';

/** Names from the command line; they count where a file holds one framework. */
interface CommandNames {
  readonly reference: string | undefined;
  readonly title: string | undefined;
  readonly version: string | undefined;
}

/** Imports previewed files into the workspace in a folder, each file in one transaction, and says of each what was done. Throws AppError where a file is refused; the files before it are imported then. */
export async function importInto(
  workspace: string,
  previews: readonly ImportPreview[],
  names: CommandNames,
  say: (words: string) => void,
): Promise<void> {
  await inWorkspace(workspace, context => {
    for (const preview of previews) say(importOne(context, preview, names));
  });
}

function importOne(context: TaskContext, { source, frameworks }: ImportPreview, names: CommandNames): string {
  const [only] = frameworks.length === 1 ? frameworks : [];
  const documents = (only ? [called(only, names)] : frameworks).map(({ framework }) => framework);
  try {
    const { added, unchanged } = context.command(command => addFrameworks(command, source, documents));
    const held = unchanged > 0 ? `; ${unchanged} already there, word for word` : '';
    const lines = added.map(
      ({ id, reference, title, version }) => `  ${reference} ${title}, version ${version} (${id})`,
    );
    return `${source.name}: ${formatCount(added.length, 'framework')} imported${held}\n${lines.join('\n')}\n`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'import.held') return `${source.name}: ${error.message}\n`;
    throw new AppError(error.code, `${source.name}: ${error.message} This file was not imported.`, { cause: error });
  }
}

function called(found: FrameworkPreview, { reference, title, version }: CommandNames): FrameworkPreview {
  if (reference === undefined && title === undefined && version === undefined) return found;
  return withNames(found, {
    ...(reference === undefined ? {} : { reference }),
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
  });
}
