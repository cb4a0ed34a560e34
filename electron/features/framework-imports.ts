import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Framework } from '../../shared/domain/framework.ts';
import type { ImportPreview } from '../../shared/domain/framework-import.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler, TaskContext } from '../core/contexts.ts';
import { uuid7 } from '../core/uuid.ts';
import { writeDurably } from '../db/files.ts';
import { exportCase } from '../importers/case-export.ts';
import { largestImport } from '../importers/decode-text.ts';
import { type ImportFile, importFileInSteps } from '../importers/import-file.ts';
import { inTurns } from '../importers/steps.ts';
import { addFramework, frameworkById, hasFramework, versionsOf } from './frameworks.ts';
import { withNames, withWord } from './import-amending.ts';
import { comparison, foundIn, namedFramework, standingAt } from './import-found.ts';
import { forgetPreview, foundAt, keepPreview, keptPreview } from './import-previews.ts';
import { standingAmong } from './import-standing.ts';
import { sha256 } from './stored.ts';

export const previewImport: Handler<'framework.previewImport'> = async (context, input) => {
  const file = input.from === 'text' ? pasted(input.text) : await chosenFile(context);
  if (file === null) return null;
  const choices = input.kind === undefined ? {} : { kind: input.kind };
  const preview = await inTurns(importFileInSteps(file, choices), (done, total) =>
    context.progress(done, total, `Reading ${done} of ${total}`),
  );
  return shown(context, uuid7(context.now), preview);
};

const pasted = (text: string): ImportFile => ({ name: 'Pasted text', bytes: Buffer.from(text) });

async function chosenFile({ dialogs }: TaskContext): Promise<ImportFile | null> {
  const file = await dialogs.chooseFile('Choose a file of standards or frameworks', {
    name: 'Standards and frameworks',
    extensions: ['json', 'csv', 'txt', 'html', 'htm', 'md'],
  });
  return file === null ? null : { name: path.basename(file), bytes: bytesOf(file) };
}

function bytesOf(file: string): Buffer {
  try {
    if (statSync(file).size <= largestImport) return readFileSync(file);
  } catch (error) {
    throw new AppError('file.unreadable', 'This file cannot be read.', { cause: error });
  }
  throw new AppError('import.tooLarge', 'This file is over 64 MB. Split it, and import the parts.');
}

function shown(context: TaskContext, id: string, preview: ImportPreview) {
  return context.query(({ workspace, reader }) => {
    keepPreview(workspace, id, preview);
    return foundIn(reader, id, preview);
  });
}

export const amendImport: Handler<'framework.amendImport'> = async (context, { previewId, index, names, words }) => {
  const preview = context.query(({ workspace }) => keptPreview(workspace, previewId));
  const found = foundAt(preview, index);
  const corrected = (words ?? []).reduce((one, { repair, word }) => withWord(one, repair, word), found);
  const amended = names ? withNames(corrected, names) : corrected;
  const frameworks = preview.frameworks.map((one, place) => (place === index ? amended : one));
  return shown(context, previewId, { ...preview, frameworks });
};

export const importDetail: Handler<'framework.importDetail'> = ({ workspace, reader }, { previewId, index }) => {
  const preview = keptPreview(workspace, previewId);
  const { framework, repairs, problems, unused } = foundAt(preview, index);
  const comparedWith = standingAt(reader, preview.frameworks, index)?.comparedWith ?? null;
  return { repairs, problems, unused, comparison: comparison(comparedWith, framework) };
};

export const importChosen: Handler<'framework.import'> = (context, { previewId, chosen }) => {
  const preview = keptPreview(context.workspace, previewId);
  const frameworks = [...new Set(chosen)].map(index => foundAt(preview, index).framework);
  const { added, unchanged } = addFrameworks(context, preview.source, frameworks);
  forgetPreview(context.workspace, previewId);
  return { added: added.map(namedFramework), unchanged };
};

/**
 * Adds frameworks from one source within the command; those that are held already, word for word, are left as they are.
 * Throws AppError `import.held` where that is so of all of them, `import.clash`, `import.unnamed` or `import.noStatements`.
 */
export function addFrameworks(
  context: CommandContext,
  { sha256: hash, format }: ImportPreview['source'],
  frameworks: readonly Framework[],
): { readonly added: readonly Framework[]; readonly unchanged: number } {
  const added = frameworks.flatMap(framework => addUnlessHeld(context, framework) ?? []);
  const [first] = added;
  if (!first) {
    throw new AppError('import.held', 'It is in the workspace already, word for word. Nothing was changed.');
  }
  const unchanged = frameworks.length - added.length;
  const detail = { format, sha256: hash, added: added.length, unchanged };
  context.record({ type: 'frameworks.imported', subjectId: first.id, detail });
  return { added, unchanged };
}

function addUnlessHeld(context: CommandContext, framework: Framework): Framework | null {
  const { reference, title, version } = framework;
  switch (standingAmong(framework, versionsOf(context.reader, reference)).standing) {
    case 'same':
      return null;
    case 'empty':
      throw new AppError(
        'import.noStatements',
        `“${title}” has no statement: nobody can be assessed against it. Import the document that holds the statements.`,
      );
    case 'unnamed':
      throw new AppError('import.unnamed', `Give “${title}” a reference first, by which it is told from others.`);
    case 'clash':
      throw new AppError(
        'import.clash',
        `${reference} version ${version} is in the workspace with other words. Give this one a version label of its own: nothing is overwritten.`,
      );
    case 'new':
    case 'version': {
      const own = { ...framework, id: freeId(context, framework.id) };
      addFramework(context, own);
      return own;
    }
  }
}

/** The id itself, or the first one with a number after it that no other framework has. */
function freeId({ reader }: CommandContext, id: string): string {
  let free = id;
  for (let number = 2; hasFramework(reader, free); number += 1) free = `${id}-${number}`;
  return free;
}

export const compareFrameworks: Handler<'framework.differences'> = ({ reader }, { id, from }) =>
  comparison(frameworkById(reader, from), frameworkById(reader, id));

export const exportFrameworkCase: Handler<'framework.exportCase'> = async (context, { id }) => {
  const framework = context.query(({ reader }) => frameworkById(reader, id));
  const name = `${framework.reference} ${framework.version} CASE`.replace(/[^\p{L}\p{N}_. -]/gu, '-').trim();
  const file = await context.dialogs.saveFile('Save the standard as CASE', `${name}.json`);
  if (file === null) return null;
  const bytes = Buffer.from(`${JSON.stringify(exportCase(framework, context.now), null, 2)}\n`);
  writeDurably(file, bytes);
  const detail = { sha256: sha256(bytes) };
  context.command(({ record }) => record({ type: 'framework.exported', subjectId: id, detail }));
  return { file };
};
