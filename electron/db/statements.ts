import type { Statement } from 'better-sqlite3';
import type { z } from 'zod';
import type { Connection } from './database.ts';

type Parameters = Readonly<Record<string, string | number | Uint8Array | null>>;

/** A SELECT with the shape of its rows: columns in snake_case in SQL, camelCase in the shape. */
export interface ReadStatement<P extends Parameters, R extends z.ZodObject> {
  readonly access: 'read';
  readonly sql: string;
  readonly row: R;
  readonly parameters?: P;
}

/** An INSERT, UPDATE or DELETE. Only a writer takes it. */
export interface WriteStatement<P extends Parameters> {
  readonly access: 'write';
  readonly sql: string;
  readonly parameters?: P;
}

/** Every statement of the product, so that one test can prepare them all against the schema. */
export const allStatements: (ReadStatement<Parameters, z.ZodObject> | WriteStatement<Parameters>)[] = [];

/** Declares a SELECT beside the shape of its rows. */
export function read<P extends Parameters = Record<string, never>>() {
  return <R extends z.ZodObject>(sql: string, row: R): ReadStatement<P, R> => {
    const statement: ReadStatement<P, R> = { access: 'read', sql, row };
    allStatements.push(statement as ReadStatement<Parameters, R>);
    return statement;
  };
}

/** Declares a statement that writes. */
export function write<P extends Parameters = Record<string, never>>(sql: string): WriteStatement<P> {
  const statement: WriteStatement<P> = { access: 'write', sql };
  allStatements.push(statement as WriteStatement<Parameters>);
  return statement;
}

/** Reads rows. All that a query is given of the database. */
export interface Reader {
  all<P extends Parameters, R extends z.ZodObject>(statement: ReadStatement<P, R>, parameters: P): z.output<R>[];
  /** The first row, or undefined. */
  one<P extends Parameters, R extends z.ZodObject>(
    statement: ReadStatement<P, R>,
    parameters: P,
  ): z.output<R> | undefined;
}

/** Changes rows; only commands and keeps get one. */
export interface Writer {
  /** Runs the statement and tells how many rows it changed. */
  run<P extends Parameters>(statement: WriteStatement<P>, parameters: P): number;
}

const prepared = new WeakMap<Connection, Map<string, Statement>>();

function prepare(connection: Connection, sql: string): Statement {
  const statements = prepared.get(connection) ?? new Map<string, Statement>();
  prepared.set(connection, statements);
  const statement = statements.get(sql) ?? connection.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

const columnNames = new Map<string, string>();

/** The camelCase name of a column, as row shapes use it. */
export function columnName(column: string): string {
  const name = columnNames.get(column) ?? column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  columnNames.set(column, name);
  return name;
}

/** A row of SQLite's in the words of TypeScript. */
function named(row: unknown): Record<string, unknown> {
  const inCamelCase: Record<string, unknown> = {};
  for (const column in row as object) inCamelCase[columnName(column)] = (row as Record<string, unknown>)[column];
  return inCamelCase;
}

export function readerOf(connection: Connection): Reader {
  return {
    all: (statement, parameters) =>
      prepare(connection, statement.sql)
        .all(parameters)
        .map(row => statement.row.parse(named(row))),
    one: (statement, parameters) => {
      const row = prepare(connection, statement.sql).get(parameters);
      return row === undefined ? undefined : statement.row.parse(named(row));
    },
  };
}

export function writerOf(connection: Connection): Writer {
  return { run: (statement, parameters) => prepare(connection, statement.sql).run(parameters).changes };
}
