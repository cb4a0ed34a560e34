import { createHash } from 'node:crypto';
import type { ImportFormat, ImportPreview, TextKind } from '../../shared/domain/framework-import.ts';
import { importCasePackage } from './case-import.ts';
import { casePackage } from './case-nodes.ts';
import { importCsv } from './csv.ts';
import { isTable } from './csv-columns.ts';
import { withoutSeparatorLine } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { type Imported, totalsOf } from './findings.ts';
import { readJson } from './read-json.ts';
import { standardRecordsInSteps } from './standards.ts';
import { finished, type Steps } from './steps.ts';
import { importText } from './text.ts';
import type { TextNames } from './text-names.ts';

/** A file to import: its name, which is only shown, and its bytes. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a person says of a file where it does not say it itself. */
export interface ImportChoices extends TextNames {
  /** The kind of a text, where it is told wrongly by its content. */
  readonly kind?: TextKind;
}

/** Reads a file of any format and says what it would bring; nothing is written. The format is told by the content. Throws AppError whose code begins with `import.`, and nothing else. */
export const importFile = (file: ImportFile, choices: ImportChoices = {}): ImportPreview =>
  finished(importFileInSteps(file, choices));

/** As `importFile`, in steps: one a record where the file holds standards as JSON. */
export function* importFileInSteps({ name, bytes }: ImportFile, choices: ImportChoices = {}): Steps<ImportPreview> {
  const { text, encoding } = decodeText(bytes);
  const { format, imported } = yield* read(text, titled(name), choices);
  const problems = [
    ...(encoding === 'windows-1252'
      ? [{ place: 'The file', message: 'It is not UTF-8. It was read as Windows-1252: check accents and apostrophes.' }]
      : []),
    ...imported.problems,
  ];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    source: { name, sha256, format },
    frameworks: [...imported.frameworks],
    problems,
    totals: totalsOf({ frameworks: imported.frameworks, problems }),
  };
}

/** A table says nothing of itself, so that its file's name stands in for its title. */
function titled(name: string): TextNames {
  const title = name.replace(/\.[a-z]{2,4}$/i, '').trim();
  return title === '' ? {} : { title };
}

function* read(
  text: string,
  fromName: TextNames,
  choices: ImportChoices,
): Steps<{ readonly format: ImportFormat; readonly imported: Imported }> {
  if (choices.kind !== undefined && !isJson(text)) return { format: 'text', imported: importText(text, choices) };
  if (/^\s*[[{]/.test(text)) {
    const value = readJson(text);
    return casePackage(value)
      ? { format: 'case', imported: importCasePackage(value) }
      : { format: 'standards', imported: yield* standardRecordsInSteps(value) };
  }
  const table = withoutSeparatorLine(text);
  if (!/^\s*</.test(table) && isTable(table))
    return { format: 'csv', imported: importCsv(table, { ...fromName, ...choices }) };
  return { format: 'text', imported: importText(text, choices) };
}

/** Whether it is JSON to its end, so that a kind of text can only have been said by mistake. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    readJson(text);
    return true;
  } catch {
    return false;
  }
}
