import { expect, test } from 'vitest';
import { connectInMemory } from '../../../electron/db/database.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { columnName } from '../../../electron/db/statements.ts';
import { notInPacks, recordTables } from '../../../electron/features/exchange/record-tables.ts';

const connection = connectInMemory();
migrate(connection, ':memory:');

interface ForeignKey {
  readonly table: string;
}
const tables = connection
  .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
  .pluck()
  .all() as string[];
const refersTo = (table: string): readonly string[] =>
  (connection.pragma(`foreign_key_list(${table})`) as ForeignKey[]).map(key => key.table);

/** The tables whose rows lead to an assessment, however many steps away. */
function leadingToAnAssessment(): readonly string[] {
  const found = new Set(['assessment']);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const table of tables) if (refersTo(table).some(other => found.has(other))) found.add(table);
  }
  return [...found].sort();
}

test('every table that belongs to an assessment travels in packs, or is named with the reason why it does not', () => {
  const known = [...recordTables.map(({ table }) => table), ...Object.keys(notInPacks)].sort();
  expect(leadingToAnAssessment(), 'add the table to record-tables.ts, and its shape to record-shapes.ts').toEqual(
    known,
  );
});

test.each(recordTables)('a pack has every column of $table', ({ table, shape }) => {
  const columns = connection.pragma(`table_info(${table})`) as { name: string }[];
  expect(columns.map(({ name }) => columnName(name)).sort()).toEqual(Object.keys(shape.shape).sort());
});

test('no transaction can leave the mark of taking in behind', () => {
  const leave = connection.transaction(() => {
    connection.exec('INSERT INTO taking_in (only_row, ended) VALUES (1, 1)');
  });
  expect(leave).toThrow(/FOREIGN KEY/);
  expect(connection.prepare('SELECT count(*) FROM taking_in').pluck().get()).toBe(0);
});
