import { parse } from 'csv-parse/sync';
import { kindOfCode } from './statement-codes.ts';

/** What a column holds. `order` puts rows into an order of their own, `links` names the codes that a duty maps to. */
export type Column = 'code' | 'kind' | 'text' | 'section' | 'order' | 'links' | 'notes';

const names: Readonly<Record<string, Column>> = {
  code: 'code',
  ref: 'code',
  reference: 'code',
  number: 'code',
  no: 'code',
  ksb: 'code',
  ksbcode: 'code',
  humancodingscheme: 'code',
  kind: 'kind',
  type: 'kind',
  category: 'kind',
  cfitemtype: 'kind',
  text: 'text',
  statement: 'text',
  fullstatement: 'text',
  detail: 'text',
  description: 'text',
  wording: 'text',
  competency: 'text',
  section: 'section',
  group: 'section',
  heading: 'section',
  theme: 'section',
  ischildof: 'section',
  parent: 'section',
  sequencenumber: 'order',
  order: 'order',
  ksbs: 'links',
  maps: 'links',
  mapsto: 'links',
  links: 'links',
  notes: 'notes',
};

/** How a table is laid out: what is between its cells, what each column holds, and whether its first row says so. */
export interface Columns {
  readonly delimiter: string;
  readonly order: readonly (Column | null)[];
  readonly headed: boolean;
}

const delimiters = [',', ';', '\t', '|'] as const;
const longestHead = 20_000;

/** The layout of a table, told by its first row: by names of columns, or by a code in its first cell. Null where neither is found. */
export function columnsOf(text: string): Columns | null {
  const rows = delimiters.map(delimiter => ({ delimiter, cells: firstRow(text, delimiter) }));
  const layouts = rows.map(({ delimiter, cells }) => ({ delimiter, order: named(cells), headed: true }));
  const [best] = layouts
    .filter(({ order }) => order.includes('text'))
    .toSorted((a, b) => known(b.order) - known(a.order));
  if (best && known(best.order) > 1) return best;
  const unheaded = rows.find(({ cells }) => cells.length > 1 && kindOfCode(cells[0]?.trim() ?? '') !== undefined);
  if (unheaded) return { delimiter: unheaded.delimiter, order: usualOrder(unheaded.cells.length), headed: false };
  return best && best.order.length === 1 ? best : null;
}

/** Whether a text is a table rather than running text. */
export const isTable = (text: string): boolean => {
  const columns = columnsOf(text);
  return columns !== null && columns.order.length > 1;
};

function firstRow(text: string, delimiter: string): readonly string[] {
  const head = text.slice(0, longestHead);
  try {
    const [row = []] = parse(head, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 1,
    });
    return row;
  } catch {
    return [];
  }
}

/** What each named column holds; a second column of the same meaning is not read. */
function named(cells: readonly string[]): readonly (Column | null)[] {
  const seen = new Set<Column>();
  return cells.map(cell => {
    const column = names[cell.toLowerCase().replace(/[^a-z]/g, '')];
    if (!column || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
}

const known = (order: readonly (Column | null)[]): number => order.filter(column => column !== null).length;

const usualOrder = (count: number): readonly Column[] =>
  count === 2 ? ['code', 'text'] : count === 3 ? ['code', 'kind', 'text'] : ['code', 'kind', 'text', 'section'];
