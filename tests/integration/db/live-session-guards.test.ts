import { expect, test } from 'vitest';
import { connectInMemory } from '../../../electron/db/database.ts';
import { migrate } from '../../../electron/db/migrate.ts';

const at = '2026-11-16T09:00:00.000Z';

/** A migrated file with one session of a practice assessment. */
function withSession() {
  const connection = connectInMemory();
  migrate(connection, ':memory:');
  connection.exec(`
    INSERT INTO framework VALUES ('f', 'ST1', '1.0', '{}', 'h', '${at}');
    INSERT INTO plan VALUES ('p', 'f', 'confirmed', '{"planModel":"epa"}', 'h', 0, NULL, 'R', 'S', '${at}', 'L', '${at}', 'D', '1', '${at}', '${at}');
    INSERT INTO apprentice VALUES ('a', 'Zoë', 'Example', '1', 'e', 't', '${at}');
    INSERT INTO assessment (id, apprentice_id, plan_id, practice, added_at) VALUES ('s', 'a', 'p', 1, '${at}');
    INSERT INTO session (id, assessment_id, method_key, attempt, state, checklist, explanations, begun_at, changed_at)
      VALUES ('o', 's', 'observation', 1, 'paused', '{}', '[]', '${at}', '${at}');
  `);
  return connection;
}
const stop = (kind: string) =>
  `INSERT INTO session_stop (id, session_id, kind, stopped_at) VALUES ('${kind}', 'o', '${kind}', '${at}')`;
const decide = (id: string) =>
  `UPDATE session_stop SET decision = 'unfounded', decision_reason = 'r', decided_by = 'L', decided_at = '${at}' WHERE id = '${id}'`;

test('a stop stays, is decided on once, and only where malpractice is suspected', () => {
  const connection = withSession();
  connection.exec(stop('illness'));
  connection.exec(stop('malpractice'));
  expect(() => connection.exec(decide('illness'))).toThrow(/CHECK/);
  connection.exec(decide('malpractice'));
  expect(() => connection.exec(decide('malpractice'))).toThrow('only decided on, once');
  expect(() => connection.exec('DELETE FROM session_stop')).toThrow('stays in the record');
  connection.exec(`INSERT INTO stop_record VALUES ('illness', 1, '09:00', 'w', 'd', 't', '${at}')`);
  expect(() => connection.exec("UPDATE stop_record SET what = 'x'")).toThrow('further version');
  expect(() =>
    connection.exec(`INSERT INTO stop_record VALUES ('illness', 2, '09:00', '', 'd', 't', '${at}')`),
  ).toThrow(/CHECK/);
});

test('a mark is taken back by a further one, and an ended session takes none', () => {
  const connection = withSession();
  const mark = (version: number) => `INSERT INTO session_mark VALUES ('o', 'enough', 'K1', ${version}, 1, '${at}', 0)`;
  connection.exec(mark(1));
  expect(() => connection.exec('UPDATE session_mark SET is_set = 0')).toThrow('taken back by a further one');
  connection.exec("UPDATE session SET state = 'closed'");
  expect(() => connection.exec(mark(2))).toThrow('The session has ended');
});

test('what the assessor refused is not begun while the refusal stands', () => {
  const connection = withSession();
  connection.exec(
    `INSERT INTO refusal (id, assessment_id, method_key, reason, refused_at) VALUES ('r', 's', 'discussion', 'Kin', '${at}')`,
  );
  const begin = `INSERT INTO session (id, assessment_id, method_key, attempt, state, checklist, explanations, begun_at, changed_at) VALUES ('d', 's', 'discussion', 1, 'planned', '{}', '[]', '${at}', '${at}')`;
  expect(() => connection.exec(begin)).toThrow('The assessor refused this assessment');
  connection.exec(`UPDATE refusal SET withdrawn_reason = 'Wrong person', withdrawn_at = '${at}'`);
  connection.exec(begin);
});
