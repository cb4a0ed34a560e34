import type { Framework } from '../../shared/domain/framework.ts';
import { AppError } from '../../shared/errors.ts';
import { cleanText } from './clean-text.ts';
import { type Column, type Columns, columnsOf } from './csv-columns.ts';
import { csvRows } from './csv-rows.ts';
import { type Row, statementsOf } from './csv-statements.ts';
import { type Findings, type Imported, noFindings, noteProblem, noteRepair, previewOf } from './findings.ts';
import { frameworkId, notStated } from './framework-naming.ts';
import { lost, repairLigatures, vocabularyOf } from './ligatures.ts';
import type { TextNames } from './text-names.ts';

const mostRows = 100_000;
const largestRow = 1_000_000;

/**
 * Reads statements from CSV: code, kind, text and section in columns with any usual names, between commas, semicolons, tabs or bars.
 * Cells are text, whatever a spreadsheet would make of them. Throws AppError `import.noColumns`, `import.tooMany` or `import.badCsv`.
 */
export function importCsv(text: string, said: TextNames = {}): Imported {
  const columns = columnsOf(text);
  if (!columns) {
    throw new AppError(
      'import.noColumns',
      'No column with the statements was found. Name the columns in the first row: code, kind, text, section.',
    );
  }
  const findings = noFindings();
  const { sections, items, links, found } = statementsOf(readRows(text, columns, findings), findings);
  const named = { reference: said.reference ?? notStated, version: said.version ?? notStated };
  const framework: Framework = {
    schema: 'epa-framework/1',
    id: frameworkId(named.reference, named.version, JSON.stringify(items)),
    kind: items.some(item => item.kind === 'duty') ? 'apprenticeshipStandard' : 'competencyFramework',
    ...named,
    title: said.title ?? 'Untitled framework',
    issuer: notStated,
    source: 'A table of statements (CSV).',
    licence: {
      name: 'Not stated',
      attribution: 'A table states no licence. Ask its issuer before you share or publish it.',
    },
    facts: [],
    sections: [...sections],
    items: [...items],
    links: [...links],
  };
  if (items.length === 0) noteProblem(findings, 'Statements', 'The table has no statement.');
  return { frameworks: [previewOf(framework, { found, resolved: links.length, outside: 0 }, findings)], problems: [] };
}

function readRows(text: string, { delimiter, order, headed }: Columns, findings: Findings): readonly Row[] {
  const records = readRecords(text, delimiter).slice(headed ? 1 : 0);
  if (records.length > mostRows) {
    throw new AppError('import.tooMany', 'This table has over 100,000 rows. Split it, and import the parts.');
  }
  return records.map((record, index) => {
    const place = `row ${index + (headed ? 2 : 1)}`;
    const cells: Partial<Record<Column, string>> = {};
    order.forEach((column, at) => {
      if (column) cells[column] = readCell(record[at] ?? '', `${place}, ${column}`, findings);
    });
    return { place, cells };
  });
}

function readRecords(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return csvRows(text, delimiter, { largestRow, mostRows });
  } catch (error) {
    throw new AppError(
      'import.badCsv',
      'This table cannot be read: a quotation mark is not closed, or a row is over a million characters. Save it again as CSV.',
      { cause: error },
    );
  }
}

function readCell(raw: string, place: string, findings: Findings): string {
  const clean = cleanText(raw);
  noteRepair(findings, place, raw, clean);
  if (/^[=@+](?=\S)/.test(clean)) {
    noteProblem(findings, place, `It begins with “${clean.charAt(0)}”, like a formula. It was read as text.`);
  }
  return clean.includes(lost) ? repairLigatures(clean, vocabularyOf(clean), findings, place) : clean;
}
