import path from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../../electron/db/database.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations.ts';
import { temporaryFolder } from '../workbench.ts';

const at = '2026-11-16T09:00:00.000Z';

/** A workspace's file as the first schema left it, with an assessment that is pinned to a plan. */
function fileOfFirstSchema() {
  const file = path.join(temporaryFolder(), 'workspace.db');
  const connection = connect(file, new Uint8Array(32).fill(7), { create: true });
  connection.exec(migrations[0]?.sql ?? '');
  connection.pragma('user_version = 1');
  connection.exec(`
    INSERT INTO framework VALUES ('f', 'ST1', '1.0', '{}', 'h', '${at}');
    INSERT INTO plan VALUES ('p1', 'f', 'draft', '{"one":1}', 'h1', '${at}'), ('p2', 'f', 'draft', '{"two":2}', 'h2', '${at}');
    INSERT INTO apprentice VALUES ('a', 'Zoë', 'Example', '1', 'e', 't', '${at}');
    INSERT INTO assessment VALUES ('s', 'a', 'p1', 1, '${at}');
  `);
  return { file, connection };
}

test('a file of the first schema keeps its plans and what is pinned to them', () => {
  const { file, connection } = fileOfFirstSchema();
  migrate(connection, file);
  expect(connection.prepare('SELECT id, status, document, sha256, built_in, added_at FROM plan').all()).toEqual([
    { id: 'p1', status: 'draft', document: '{"one":1}', sha256: 'h1', built_in: 1, added_at: at },
    { id: 'p2', status: 'draft', document: '{"two":2}', sha256: 'h2', built_in: 1, added_at: at },
  ]);
  expect(connection.prepare('SELECT plan_id, pathway FROM assessment').all()).toEqual([
    { plan_id: 'p1', pathway: null },
  ]);
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  const orphan =
    "INSERT INTO assessment (id, apprentice_id, plan_id, practice, added_at) VALUES ('x', 'a', 'nowhere', 1, '2026')";
  expect(() => connection.exec(orphan)).toThrow(/FOREIGN KEY/);
  connection.close();
});

/** A migrated file with a plan in the given state. */
function withPlan(state: 'draft' | 'checked' | 'confirmed') {
  const { file, connection } = fileOfFirstSchema();
  migrate(connection, file);
  connection.exec(`
    INSERT INTO plan (id, framework_id, status, document, sha256, built_in, typed_by, added_at, changed_at)
    VALUES ('p', 'f', 'draft', '{}', 'h', 0, 'Robin', '${at}', '${at}');
  `);
  const checked = `UPDATE plan SET status = 'checked', checked_by = 'Sam', checked_at = '${at}' WHERE id = 'p'`;
  const confirmed = `UPDATE plan SET status = 'confirmed', confirmed_by = 'Lee', confirmed_at = '${at}', source_document = 'd', source_version = 'v' WHERE id = 'p'`;
  if (state !== 'draft') connection.exec(checked);
  if (state === 'confirmed') connection.exec(confirmed);
  return connection;
}

test.each([
  'document = \'{"other":1}\'',
  "sha256 = 'x'",
  "framework_id = 'g'",
  "typed_by = 'x'",
  "checked_by = 'x'",
  "confirmed_by = 'x'",
  "confirmed_at = 'x'",
  "source_document = 'x'",
  "source_version = 'x'",
  "supersedes = 'p1'",
  "status = 'checked', confirmed_by = NULL, confirmed_at = NULL, source_document = NULL, source_version = NULL",
  "status = 'superseded', document = '{\"other\":1}'",
])('a confirmed plan refuses %s', change => {
  const connection = withPlan('confirmed');
  expect(() => connection.exec(`UPDATE plan SET ${change} WHERE id = 'p'`)).toThrow(/confirmed plan never changes/);
});

test('a confirmed plan can be superseded, and neither it nor its successor state can be undone or discarded', () => {
  const connection = withPlan('confirmed');
  expect(() => connection.exec("DELETE FROM plan WHERE id = 'p'")).toThrow(/Only a draft/);
  connection.exec("UPDATE plan SET status = 'superseded' WHERE id = 'p'");
  expect(() => connection.exec("UPDATE plan SET status = 'confirmed' WHERE id = 'p'")).toThrow(/never changes/);
  expect(() => connection.exec("DELETE FROM plan WHERE id = 'p'")).toThrow(/Only a draft/);
});

test('a plan’s words stay as they are once it is checked, built in or used', () => {
  const change = "UPDATE plan SET document = '[]' WHERE id = ";
  expect(() => withPlan('draft').exec(`${change}'p'`)).not.toThrow();
  expect(() => withPlan('checked').exec(`${change}'p'`)).toThrow(/checked, built in, or used/);
  expect(() => withPlan('draft').exec(`${change}'p2'`)).toThrow(/checked, built in, or used/);
  const used = withPlan('draft');
  used.exec(
    `INSERT INTO assessment (id, apprentice_id, plan_id, practice, added_at) VALUES ('t', 'a', 'p', 1, '${at}')`,
  );
  expect(() => used.exec(`${change}'p'`)).toThrow(/checked, built in, or used/);
  expect(() => used.exec("UPDATE assessment SET plan_id = 'p1' WHERE id = 't'")).toThrow(/pinned/);
});

test('a live assessment needs a confirmed plan', () => {
  const live = `INSERT INTO assessment (id, apprentice_id, plan_id, practice, added_at) VALUES ('t', 'a', 'p', 0, '${at}')`;
  expect(() => withPlan('draft').exec(live)).toThrow(/confirmed plan/);
  expect(() => withPlan('checked').exec(live)).toThrow(/confirmed plan/);
  expect(() => withPlan('confirmed').exec(live)).not.toThrow();
});
