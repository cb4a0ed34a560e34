import { expect, test } from 'vitest';
import '../../../electron/core/handlers.ts';
import { connectInMemory } from '../../../electron/db/database.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { allStatements, columnName } from '../../../electron/db/statements.ts';

const connection = connectInMemory();
migrate(connection, ':memory:');

test('every statement of the product is declared', () => {
  expect(allStatements.length).toBeGreaterThan(40);
});

test.each(allStatements.map(statement => ({ statement, sql: statement.sql })))(
  'fits the schema: $sql',
  ({ statement }) => {
    const prepared = connection.prepare(statement.sql);
    if (statement.access === 'write') {
      expect(prepared.readonly).toBe(false);
      return;
    }
    expect(prepared.readonly).toBe(true);
    expect(
      prepared
        .columns()
        .map(column => columnName(column.name))
        .sort(),
    ).toEqual(Object.keys(statement.row.shape).sort());
  },
);
