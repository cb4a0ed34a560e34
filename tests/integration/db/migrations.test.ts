import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { connectInMemory } from '../../../electron/db/database.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A shipped migration is never edited: users' files went through it as it was. Add a new one at the end instead. */
const shipped = [
  'f251a54e7cc84853c6e55f61211a5797ea5435ed036d54a3b516532d86d8c184',
  '6a2382cbc09aa6acc353f08603595d049e2ac5d8967c41c3ace386a2cad08fa6',
  'd3f95c0887d5f68f7a629a33676c3fdf184639209d69997eb8c94deafc14fce5',
  '160eb750cd73952e352ed0dc62a2d4673ceb71f47349f7c0b6aabb94e8d17c48',
  'a755334512ccd199c8df4d83368217d2f23ce63683aa313ed9432de1dc8b9da8',
  'e82359a881f01c62487151764577b8d98ff81b11565250d13260ea032d959c14',
  '2314892ece3701519e5f52243605b4c066e1b5c999959c2a272f9ef53928cc06',
  '9cc774d29a8594719a3003be9099928e3c1c39d83547ff4d78f8e7028acc5d0f',
  '1a97e183595fbbd5f5a6c961cb0647aff0efae8546a765a76aecb773c276c6c8',
  '2c259884b494dee04b8d84e9cb20126167029637f4485108e41f71b00d5fb680',
  '8434fdcd8ce5502286a290b2ec1339a73c36f5eecfac4823c4469d0ebab3a468',
  '368596779c50fbda45a7424e665dbf04026530fa5d84d45ac38edbef1ec2f3cb',
  '3f5bf46af1db5cf5e84f67f4606a981f717698ccab8ff4a90c12b6c80714a406',
];

test('no shipped migration was edited', () => {
  expect(migrations.map(({ sql }) => sha256(sql))).toEqual(shipped);
});

test('the schema that they make is the one that the statements were written for', () => {
  const connection = connectInMemory();
  migrate(connection, ':memory:');
  const rows = connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  expect(sha256(JSON.stringify(rows))).toBe('dd8c32b1c2e46432a64d89b8368ca8b5e075f3d3017056fd09bfaa90a8ccb728');
});

test('migrating twice changes nothing', () => {
  const connection = connectInMemory();
  migrate(connection, ':memory:');
  const before = connection.serialize();
  migrate(connection, ':memory:');
  expect(connection.serialize().equals(before)).toBe(true);
});
