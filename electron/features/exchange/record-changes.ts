import type { AssessmentRecords } from '../../../shared/domain/packs/record-shapes.ts';
import type { Reader, Writer } from '../../db/statements.ts';
import { columnsOf, keyOf, type PackRow, type RecordTable } from './record-table.ts';

/** What taking in records would change, table by table. */
export interface RecordChanges {
  readonly tables: readonly {
    readonly table: RecordTable;
    readonly added: readonly PackRow[];
    readonly changed: readonly PackRow[];
    /** How many rows are here that the records lack. */
    readonly missing: number;
  }[];
}

/** Compares records with the rows that are here. */
export function recordChanges(
  reader: Reader,
  assessmentId: string,
  records: Partial<AssessmentRecords>,
  tables: readonly RecordTable[],
): RecordChanges {
  const [first] = tables;
  const isHere = first?.name !== 'assessment' || reader.all(first.rows, { assessmentId }).length > 0;
  return {
    tables: tables.map(table => {
      const here = new Map(
        !isHere ? [] : reader.all(table.rows, { assessmentId }).map(row => [keyOf(table, row), textOf(table, row)]),
      );
      const rows: readonly PackRow[] = records[table.name] ?? [];
      if (here.size === 0) return { table, added: rows, changed: [], missing: 0 };
      const given = new Set(rows.map(row => keyOf(table, row)));
      return {
        table,
        added: rows.filter(row => !here.has(keyOf(table, row))),
        changed: rows.filter(row => (here.get(keyOf(table, row)) ?? textOf(table, row)) !== textOf(table, row)),
        missing: [...here.keys()].filter(key => !given.has(key)).length,
      };
    }),
  };
}

/** A row in the order of its shape's columns, so that two equal rows have one text. */
const textOf = ({ shape }: RecordTable, row: PackRow): string =>
  JSON.stringify(Object.keys(shape.shape).map(column => row[column]));

/** Whether anything would be added or changed. */
export const differs = ({ tables }: RecordChanges): boolean =>
  tables.some(({ added, changed }) => added.length + changed.length > 0);

/** How many rows are here that the records lack. */
export const missingFrom = ({ tables }: RecordChanges): number => tables.reduce((sum, { missing }) => sum + missing, 0);

/** The rows of a table that would be changed. */
export const changedIn = ({ tables }: RecordChanges, name: RecordTable['name']): readonly PackRow[] =>
  tables.find(({ table }) => table.name === name)?.changed ?? [];

/**
 * Puts the changes into the database, inside the mark of taking in. A session is open while its rows are put in and gets its own state at the end, for
 * the guards of a signed session stay in force for everybody else.
 */
export function applyChanges(writer: Writer, changes: RecordChanges): void {
  const sessions = changes.tables.find(({ table }) => table.name === 'session');
  for (const { table, added, changed } of changes.tables) {
    for (const row of changed) runOn(writer, table.update, columnsOf(table, opened(table, row)));
    for (const row of added) runOn(writer, table.insert, columnsOf(table, opened(table, row)));
  }
  if (!sessions) return;
  for (const row of [...sessions.added, ...sessions.changed]) {
    runOn(writer, sessions.table.update, columnsOf(sessions.table, row));
  }
}

const opened = ({ name }: RecordTable, row: PackRow): PackRow =>
  name === 'session' ? { ...row, state: 'closed', revising: null } : row;

function runOn(writer: Writer, statement: RecordTable['update'], columns: ReturnType<typeof columnsOf>): void {
  if (statement) writer.run(statement, columns);
}
