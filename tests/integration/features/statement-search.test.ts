import { expect, test } from 'vitest';
import { connectInMemory } from '../../../electron/db/database.ts';
import { migrations } from '../../../electron/db/migrations.ts';
import { newWorkspace, testBench } from '../workbench.ts';

async function searcher() {
  const bench = testBench();
  await newWorkspace(bench);
  return (text: string) => bench.ask('framework.search', { text, limit: 20 });
}

test('the built-in standard is found by the beginnings of words, whatever their capitals', async () => {
  const search = await searcher();
  const found = await search('WHISTLEB conf');
  expect(found.map(({ reference, code }) => `${reference} ${code}`)).toEqual(['ST1030 K7']);
  const [{ text, highlights } = { text: '', highlights: [] }] = found;
  expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['whistleb', 'conf']);
});

test('a code comes before the codes that only begin like it, and the reference narrows to a standard', async () => {
  const search = await searcher();
  const found = await search('st1030 k2');
  expect(found[0]).toMatchObject({ code: 'K2', kind: 'knowledge' });
  expect(found.slice(1).every(({ code }) => /^K2\d$/.test(code))).toBe(true);
  expect(found).toHaveLength(11);
});

test('nothing that is typed is taken for the syntax of the search', async () => {
  const search = await searcher();
  for (const text of ['"', '*', 'AND', 'safeguarding OR', 'text:risk', '(', "'); --", '   ', '-concern', 'NEAR(a b)']) {
    expect(Array.isArray(await search(text))).toBe(true);
  }
  expect(await search('   ')).toEqual([]);
  expect((await search('-concern')).length).toBeGreaterThan(0);
});

test('one or two letters give the first statements, and beside a longer word they wait for their third', async () => {
  const search = await searcher();
  expect(await search('s')).toHaveLength(20);
  expect(await search('whistleblowing x')).toEqual(await search('whistleblowing'));
  expect(await search('whistleblowing xyz')).toEqual([]);
});

test('the standards of a workspace from before the search are indexed when it is opened, without their accents', () => {
  const connection = connectInMemory();
  const at = migrations.findIndex(({ name }) => name === 'questions');
  for (const { sql } of migrations.slice(0, at)) connection.exec(sql);
  const document = JSON.stringify({ items: [{ code: 'K1', kind: 'knowledge', text: 'Équipe café, naïve résumé' }] });
  const add = connection.prepare(
    "INSERT INTO framework (id, reference, version, document, sha256, added_at) VALUES (?, ?, '1.0', ?, '', '')",
  );
  add.run('a', 'ST0001', document);
  for (const { sql } of migrations.slice(at)) connection.exec(sql);
  add.run('b', 'ST0002', document);
  const found = connection
    .prepare('SELECT reference FROM statement_index WHERE statement_index MATCH \'"equi"* "cafe"*\' ORDER BY rowid')
    .pluck()
    .all();
  expect(found).toEqual(['ST0001', 'ST0002']);
  connection.prepare("INSERT INTO statement_index (statement_index, rank) VALUES ('integrity-check', 1)").run();
});
