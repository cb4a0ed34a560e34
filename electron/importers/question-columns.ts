import { AppError } from '../../shared/errors.ts';
import { csvRows } from './csv-rows.ts';

/** What a column of a file of questions holds. */
export type QuestionColumn = 'method' | 'theme' | 'question' | 'ksbs' | 'passPointers' | 'distinctionPointers' | 'kind';

/** A row of the file with its number, the header counted as row 1. */
export interface QuestionRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<QuestionColumn, string>>>;
}

const names: Readonly<Record<string, QuestionColumn>> = {
  ...{ method: 'method', assessmentmethod: 'method' },
  ...{ theme: 'theme', themes: 'theme', outcome: 'theme', assessmentoutcome: 'theme' },
  ...{ question: 'question', questions: 'question', questiontext: 'question', text: 'question' },
  ...{ ksbs: 'ksbs', ksb: 'ksbs', ksbcodes: 'ksbs', codes: 'ksbs', mapping: 'ksbs' },
  ...{ passpointers: 'passPointers', passpointer: 'passPointers', pass: 'passPointers', pointers: 'passPointers' },
  ...{ passcriteria: 'passPointers', passanswer: 'passPointers', goodanswer: 'passPointers' },
  ...{ distinctionpointers: 'distinctionPointers', distinctionpointer: 'distinctionPointers' },
  ...{ distinction: 'distinctionPointers', distinctioncriteria: 'distinctionPointers' },
  ...{ kind: 'kind', type: 'kind', questiontype: 'kind', questionkind: 'kind' },
};
const delimiters = [',', ';', '\t', '|'];
const mostRows = 2000;
const largestRow = 100_000;

/**
 * Reads the rows of a CSV of questions by the names of its columns, in any order and usual spelling. Cells are text, whatever a spreadsheet would
 * make of them: the apostrophe that keeps one from running a formula is taken off. Throws AppError `questions.badCsv`, `questions.noColumns` or
 * `questions.tooMany`.
 */
export function readQuestionRows(text: string): readonly QuestionRow[] {
  const tables = delimiters.map(delimiter => readTable(text, delimiter));
  const best = tables.toSorted((a, b) => known(b) - known(a))[0];
  const order = columnsOf(best?.[0] ?? []);
  if (!best || !order.includes('question') || !order.includes('theme')) {
    throw new AppError(
      'questions.noColumns',
      'The first row has to name the columns: theme, question, ksbs, pass pointers, distinction pointers, kind.',
    );
  }
  if (best.length > mostRows + 1) {
    throw new AppError('questions.tooMany', 'This file has over 2,000 questions. Split it, and import the parts.');
  }
  return best.slice(1).map((record, index) => {
    const cells: Partial<Record<QuestionColumn, string>> = {};
    order.forEach((column, at) => {
      if (column) cells[column] = cellText(record[at] ?? '');
    });
    return { row: index + 2, cells };
  });
}

type Table = readonly (readonly string[])[];

function readTable(text: string, delimiter: string): Table {
  try {
    return csvRows(text, delimiter, { largestRow, mostRows });
  } catch (error) {
    if (delimiter !== ',') return [];
    throw new AppError(
      'questions.badCsv',
      'This file cannot be read: a quotation mark is not closed, or a row is over 100,000 characters. Save it again as CSV.',
      { cause: error },
    );
  }
}

/** What each column holds by its name; a second one of the same meaning is not read. */
function columnsOf(header: readonly string[]): readonly (QuestionColumn | null)[] {
  const found = header.map(cell => names[cell.toLowerCase().replace(/[^a-z]/g, '')] ?? null);
  return found.map((column, index) => (found.indexOf(column) === index ? column : null));
}

const known = (table: Table): number => columnsOf(table[0] ?? []).filter(column => column !== null).length;

const cellText = (cell: string): string =>
  cell
    .replace(/\r\n?/g, '\n')
    .replace(/^'(?=[=+\-@\t])/, '')
    .trim();
