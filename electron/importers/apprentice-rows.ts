import { AppError } from '../../shared/errors.ts';
import { csvRows } from './csv-rows.ts';

/** What a column of a list of apprentices holds. */
export type ApprenticeColumn = 'givenNames' | 'familyName' | 'uln' | 'employer' | 'trainingProvider';

/** A row of such a list: its line number, the first being 1, and its cells as text. */
export interface ApprenticeRow extends Readonly<Record<ApprenticeColumn, string>> {
  readonly line: number;
}

const names: Readonly<Record<string, ApprenticeColumn>> = {
  givennames: 'givenNames',
  givenname: 'givenNames',
  firstname: 'givenNames',
  firstnames: 'givenNames',
  forename: 'givenNames',
  familyname: 'familyName',
  lastname: 'familyName',
  surname: 'familyName',
  uln: 'uln',
  uniquelearnernumber: 'uln',
  employer: 'employer',
  employername: 'employer',
  trainingprovider: 'trainingProvider',
  provider: 'trainingProvider',
  providername: 'trainingProvider',
};
const needed: readonly ApprenticeColumn[] = ['givenNames', 'familyName', 'uln', 'employer', 'trainingProvider'];
const headings = 'Given names, Family name, ULN, Employer, Training provider';
const mostRows = 5000;

/** Reads a list of apprentices from CSV with headings in any order. Throws AppError `apprentices.badCsv`, `apprentices.noColumns` or `apprentices.tooMany`. */
export function apprenticeRows(text: string): readonly ApprenticeRow[] {
  const [head = [], ...rows] = tableOf(text);
  const order = head.map(cell => names[cell.toLowerCase().replace(/[^a-z]/g, '')] ?? null);
  const missing = needed.filter(column => !order.includes(column));
  if (missing.length > 0) {
    throw new AppError(
      'apprentices.noColumns',
      `The first row has to name the columns: ${headings}. Save the list with these headings, and import it again.`,
    );
  }
  if (rows.length > mostRows) {
    throw new AppError('apprentices.tooMany', 'This list has more than 5,000 rows. Split it, and import the parts.');
  }
  return rows.map((cells, index) => {
    const of = (column: ApprenticeColumn): string => plainText(cells[order.indexOf(column)] ?? '');
    return {
      line: index + 2,
      givenNames: of('givenNames'),
      familyName: of('familyName'),
      uln: of('uln').replace(/\s/g, ''),
      employer: of('employer'),
      trainingProvider: of('trainingProvider'),
    };
  });
}

/** Which of these separators the first row has most of. */
const separators = [',', ';', '\t'] as const;

function tableOf(text: string): readonly (readonly string[])[] {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (separator: string): number => first.split(separator).length;
  const delimiter = separators.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  try {
    return csvRows(text, delimiter, { largestRow: 20_000, mostRows });
  } catch (cause) {
    throw new AppError(
      'apprentices.badCsv',
      'This file cannot be read as a table: a quotation mark is open, or a row is far too long. Save the list as CSV again.',
      { cause },
    );
  }
}

/** A cell without what a spreadsheet adds: an apostrophe before what would run as a formula, breaks and doubled spaces. */
function plainText(cell: string): string {
  const printable = cell.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return /^'[=+\-@]/.test(printable) ? printable.slice(1) : printable;
}
