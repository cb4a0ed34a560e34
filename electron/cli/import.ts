import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type FrameworkPreview,
  type ImportPreview,
  type TextKind,
  textKinds,
} from '../../shared/domain/framework-import.ts';
import { AppError } from '../../shared/errors.ts';
import { largestImport } from '../importers/decode-text.ts';
import { type ImportChoices, importFile } from '../importers/import-file.ts';
import type { Command } from './command.ts';
import { importInto } from './import-into.ts';
import { tableText } from './table.ts';

/** Says what files of standards and frameworks would bring; writes nothing, or with --into imports them. Exit status 0 if every link was resolved and every record read, 1 if not. */
export const importFrameworks: Command = {
  usage: `import FILE… [--into WORKSPACE] [--json] [--kind ${textKinds.join('|')}] [--title TEXT] [--reference TEXT] [--version TEXT]`,
  summary:
    'Show what a file of standards or frameworks (JSON, CASE, CSV, text) would bring, without writing anything; --into imports it into the workspace in a folder (passphrase: EPA_PASSPHRASE, or asked for)',
  async run(words, io) {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        into: { type: 'string' },
        json: { type: 'boolean' },
        kind: { type: 'string' },
        title: { type: 'string' },
        reference: { type: 'string' },
        version: { type: 'string' },
      },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new AppError('cli.noFile', 'Name at least one file to import.');
    const { kind, title, reference, version } = values;
    const choices = {
      ...(kind === undefined ? {} : { kind: textKind(kind) }),
      ...(title === undefined ? {} : { title }),
      ...(reference === undefined ? {} : { reference }),
      ...(version === undefined ? {} : { version }),
    };
    const previews = previewFiles(positionals, choices);
    if (values.json) io.out(`${JSON.stringify(previews.length === 1 ? previews[0] : previews, null, 2)}\n`);
    else io.out(`${previews.map(inWords).join('\n\n')}\n`);
    if (values.into !== undefined) {
      const said = { reference, title, version };
      await importInto(values.into, previews, said, values.json ? io.err : io.out);
    }
    return previews.every(isWhole) ? 0 : 1;
  },
};

/** The previews of files, in their order. Throws AppError where a file cannot be read or holds nothing that can be imported. */
export function previewFiles(files: readonly string[], choices: ImportChoices = {}): readonly ImportPreview[] {
  return files.map(file => {
    const bytes = bytesOf(file);
    try {
      return importFile({ name: path.basename(file), bytes }, choices);
    } catch (error) {
      if (error instanceof AppError) throw new AppError(error.code, `${file}: ${error.message}`, { cause: error });
      throw error;
    }
  });
}

function bytesOf(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size <= largestImport) return readFileSync(file);
  } catch (error) {
    throw new AppError('cli.unreadable', `${file} cannot be read. Check the name and that it is a file.`, {
      cause: error,
    });
  }
  throw new AppError('import.tooLarge', `${file} is over 64 MB. Split it, and import the parts.`);
}

function textKind(word: string): TextKind {
  const kind = textKinds.find(one => one === word);
  if (!kind)
    throw new AppError('cli.unknownKind', `There is no kind of text "${word}". Name one of ${textKinds.join(', ')}.`);
  return kind;
}

/** Whether nothing of a file was lost: every record and every link. */
const isWhole = ({ totals, problems }: ImportPreview): boolean =>
  problems.length === 0 && totals.frameworks > 0 && totals.links.found === totals.links.resolved + totals.links.outside;

function inWords(preview: ImportPreview): string {
  const { source, frameworks, problems, totals } = preview;
  const head = ['Reference', 'Title', 'Version', 'Statements', 'Links', 'Repairs', 'Problems'];
  const sums = [
    'Total',
    `${totals.frameworks} found`,
    '',
    counted(totals.counts),
    linked(totals.links),
    repaired(totals.repairs, totals.uncertainRepairs),
    String(totals.problems),
  ];
  const table = tableText([head, ...frameworks.map(rowOf), ...(frameworks.length > 1 ? [sums] : [])]);
  const notes = [
    ...problems.map(({ place, message }) => `  ${place}: ${message}`),
    ...frameworks.flatMap(framework => notesOf(framework, frameworks.length > 1)),
  ];
  return [`${source.name} (${source.format}, SHA-256 ${source.sha256.slice(0, 16)})`, table, ...notes].join('\n');
}

function rowOf(one: FrameworkPreview): readonly string[] {
  const uncertain = one.repairs.filter(repair => !repair.certain).length;
  return [
    one.reference,
    one.title,
    one.version,
    counted(one.counts),
    linked(one.links),
    repaired(one.repairs.length, uncertain),
    String(one.problems.length),
  ];
}

const counted = (counts: FrameworkPreview['counts']): string =>
  Object.entries(counts)
    .map(([kind, number]) => `${number} ${kind}`)
    .join(', ') || 'none';

const linked = ({ found, resolved, outside }: FrameworkPreview['links']): string =>
  `${resolved} of ${found}${outside > 0 ? `, ${outside} outside` : ''}`;

const repaired = (repairs: number, uncertain: number): string =>
  uncertain > 0 ? `${repairs} (${uncertain} to check)` : String(repairs);

function notesOf({ reference, repairs, problems }: FrameworkPreview, several: boolean): readonly string[] {
  const where = several ? `${reference}, ` : '';
  return [
    ...repairs
      .filter(repair => !repair.certain)
      .map(({ place, before, after }) => `  ${where}${place}: “${before}” became “${after}”: please check.`),
    ...problems.map(({ place, message }) => `  ${where}${place}: ${message}`),
  ];
}
