import { expect, test } from 'vitest';
import { connectInMemory } from '../../../electron/db/database.ts';
import { migrate } from '../../../electron/db/migrate.ts';

const at = '2026-11-16T09:00:00.000Z';

/** A migrated file with one assessment on a confirmed plan of the given model. */
function withAssessment(practice: 0 | 1, planModel: 'epa' | 'aap' = 'epa') {
  const connection = connectInMemory();
  migrate(connection, ':memory:');
  connection.exec(`
    INSERT INTO framework VALUES ('f', 'ST1', '1.0', '{}', 'h', '${at}');
    INSERT INTO plan VALUES ('p', 'f', 'confirmed', '{"planModel":"${planModel}"}', 'h', 0, NULL, 'R', 'S', '${at}', 'L', '${at}', 'D', '1', '${at}', '${at}');
    INSERT INTO apprentice VALUES ('a', 'Zoë', 'Example', '1', 'e', 't', '${at}');
    INSERT INTO assessment (id, apprentice_id, plan_id, practice, added_at) VALUES ('s', 'a', 'p', ${practice}, '${at}');
  `);
  return connection;
}
const begin = `INSERT INTO session (id, assessment_id, method_key, attempt, state, checklist, explanations, begun_at, changed_at) VALUES ('o', 's', 'observation', 1, 'planned', '{}', '[]', '${at}', '${at}')`;
const record = (key: string) =>
  `INSERT INTO gateway_record VALUES ('s', '${key}', 'met', 'Seen', 'Sam', '2026-11-10', '${at}')`;
const confirm = (id: string) =>
  `INSERT INTO gateway_confirmation (id, assessment_id, passed_on, confirmed_by, confirmed_at) VALUES ('${id}', 's', '2026-11-12', 'Robin', '${at}')`;
const unlock = `UPDATE gateway_confirmation SET unlocked_by = 'Robin', unlocked_at = '${at}', unlock_reason = 'Wrong' WHERE id = 'g'`;

test('the file itself takes no live session before the gateway is confirmed', () => {
  const connection = withAssessment(0);
  expect(() => connection.exec(begin)).toThrow('The gateway is not confirmed');
  connection.exec(confirm('g'));
  connection.exec(unlock);
  expect(() => connection.exec(begin)).toThrow('The gateway is not confirmed');
  connection.exec(confirm('g2'));
  connection.exec(begin);
});

test.each([
  [1, 'epa'],
  [0, 'aap'],
] as const)('with practice %i in the %s model a session waits for no gateway', (practice, model) => {
  expect(() => withAssessment(practice, model).exec(begin)).not.toThrow();
});

test('a confirmed gateway keeps its requirements, and its confirmation is only unlocked', () => {
  const connection = withAssessment(1);
  connection.exec(record('dbs'));
  connection.exec(confirm('g'));
  expect(() => connection.exec(record('portfolio'))).toThrow('The gateway is confirmed');
  expect(() => connection.exec("UPDATE gateway_record SET evidence = 'Other'")).toThrow('The gateway is confirmed');
  expect(() => connection.exec(confirm('g2'))).toThrow(/UNIQUE/);
  expect(() => connection.exec("UPDATE gateway_confirmation SET passed_on = '2026-01-01'")).toThrow('only unlocked');
  connection.exec(unlock);
  expect(() => connection.exec(unlock)).toThrow('only unlocked');
  connection.exec(record('portfolio'));
});
