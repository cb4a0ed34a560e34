import type { z } from 'zod';
import type { AttachmentChoice, RecordName } from '../../../shared/domain/packs/record-shapes.ts';
import { type ReadStatement, read, type WriteStatement, write } from '../../db/statements.ts';
import { stored } from '../stored.ts';

/** What of a row's columns SQLite takes. */
export type ColumnValues = Record<string, string | number | null>;
/** A row of a pack: columns in camelCase, JSON columns as what they hold. */
export type PackRow = Readonly<Record<string, unknown>>;

/** A table of an assessment's record: how its rows are found, told apart, put in and brought up to date. */
export interface RecordTable {
  readonly name: RecordName;
  /** The name in the database. */
  readonly table: string;
  readonly shape: z.ZodObject;
  readonly key: readonly string[];
  /** `work` is what the assessor's workspace writes; `assurance` is what either side adds and nobody changes. */
  readonly part: 'work' | 'assurance';
  /** Sent only where the sender chose it; null for what is always sent. */
  readonly choice: AttachmentChoice | null;
  readonly json: readonly string[];
  readonly rows: ReadStatement<{ assessmentId: string }, z.ZodObject>;
  readonly insert: WriteStatement<ColumnValues>;
  /** Undefined where a row is nothing but its key. */
  readonly update: WriteStatement<ColumnValues> | undefined;
}

/** What is said of a table; its statements follow from it. */
export interface TableFacts {
  readonly name: RecordName;
  readonly shape: z.ZodObject;
  readonly key: readonly string[];
  /** The condition on its rows, with `@assessmentId`. */
  readonly of: string;
  readonly part?: RecordTable['part'];
  readonly choice?: AttachmentChoice;
}

/** A camelCase name as a column or table has it. */
export const inSnakeCase = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

const assignment = (column: string): string => `${inSnakeCase(column)} = @${column}`;

const scalars: readonly string[] = ['string', 'number', 'int', 'enum', 'literal', 'nullable'];

/** Whether a column holds a plain value; anything else is kept as JSON. */
const isScalar = (shape: z.ZodType): boolean => scalars.includes(shape.type);

/** Declares a table of the record with its statements, which come from its shape alone: so a column that is added to the table cannot be forgotten in one of them. */
export function recordTable({ name, shape, key, of, part = 'work', choice }: TableFacts): RecordTable {
  const table = inSnakeCase(name);
  const columns = Object.keys(shape.shape);
  const json = columns.filter(column => !isScalar(shape.shape[column] as z.ZodType));
  const named = columns.map(inSnakeCase).join(', ');
  const inOrder = [...key].map(inSnakeCase).join(', ');
  const rest = columns.filter(column => !key.includes(column));
  const rowShape = shape.extend(
    Object.fromEntries(json.map(column => [column, stored(shape.shape[column] as z.ZodType)])),
  );
  return {
    name,
    table,
    shape,
    key,
    part,
    choice: choice ?? null,
    json,
    rows: read<{ assessmentId: string }>()(`SELECT ${named} FROM ${table} WHERE ${of} ORDER BY ${inOrder}`, rowShape),
    insert: write<ColumnValues>(
      `INSERT INTO ${table} (${named}) VALUES (${columns.map(column => `@${column}`).join(', ')})`,
    ),
    update:
      rest.length === 0
        ? undefined
        : write<ColumnValues>(
            `UPDATE ${table} SET ${rest.map(assignment).join(', ')} WHERE ${key.map(assignment).join(' AND ')}`,
          ),
  };
}

/** A row as SQLite takes it: JSON columns as text. */
export const columnsOf = ({ json }: RecordTable, row: PackRow): ColumnValues =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      json.includes(column) ? JSON.stringify(value) : (value as string | number | null),
    ]),
  );

/** What tells a row from every other of its table. */
export const keyOf = ({ key }: RecordTable, row: PackRow): string => JSON.stringify(key.map(column => row[column]));
