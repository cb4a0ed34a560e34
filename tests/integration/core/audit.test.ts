import { expect, test } from 'vitest';
import {
  appendEvent,
  auditHead,
  auditPrivateKey,
  firstBrokenEvent,
  makeAuditKeys,
} from '../../../electron/core/audit.ts';
import { connectInMemory } from '../../../electron/db/database.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { readerOf, writerOf } from '../../../electron/db/statements.ts';

function logOfThree() {
  const connection = connectInMemory();
  migrate(connection, ':memory:');
  const keys = makeAuditKeys();
  const key = auditPrivateKey(keys.privateKey);
  const [reader, writer] = [readerOf(connection), writerOf(connection)];
  for (const name of ['a', 'b', 'c']) {
    const event = { type: 'clock.started', subjectId: name, detail: { partKey: name } } as const;
    appendEvent(reader, writer, key, { event, actorId: 'somebody', at: '2026-11-21T09:00:00.000Z' });
  }
  return { connection, reader, publicKey: keys.publicKey };
}

/** Changes a row behind the triggers' back, as somebody with the key and an SQLite shell could. */
function tamper(connection: ReturnType<typeof connectInMemory>, sql: string): void {
  connection.exec('DROP TRIGGER audit_event_is_never_changed; DROP TRIGGER audit_event_is_never_deleted');
  connection.exec(sql);
}

test('an untouched chain is found intact', () => {
  const { reader, publicKey } = logOfThree();
  expect(firstBrokenEvent(reader, publicKey)).toBeNull();
  expect(auditHead(reader).sequence).toBe(3);
});

test.each([
  ['a changed detail', `UPDATE audit_event SET detail = '{"partKey":"z"}' WHERE sequence = 2`, 2],
  ['a changed time', "UPDATE audit_event SET at = '2026-11-21T08:00:00.000Z' WHERE sequence = 3", 3],
  ['a deleted event', 'DELETE FROM audit_event WHERE sequence = 2', 3],
  [
    'a foreign signature',
    'UPDATE audit_event SET signature = (SELECT signature FROM audit_event WHERE sequence = 1) WHERE sequence = 2',
    2,
  ],
])('%s is found', (_, sql, broken) => {
  const { connection, reader, publicKey } = logOfThree();
  tamper(connection, sql);
  expect(firstBrokenEvent(reader, publicKey)).toBe(broken);
});

test('the database itself refuses to change or delete an event', () => {
  const { connection } = logOfThree();
  expect(() => connection.exec('UPDATE audit_event SET actor_id = 0')).toThrow(/append-only/);
  expect(() => connection.exec('DELETE FROM audit_event')).toThrow(/append-only/);
});

test('an event with a detail that its type does not have is refused', () => {
  const { connection, reader } = logOfThree();
  const key = auditPrivateKey(makeAuditKeys().privateKey);
  const event = { type: 'clock.started', subjectId: 'a', detail: { partKey: 'a', name: 'Zoë' } } as const;
  expect(() => appendEvent(reader, writerOf(connection), key, { event, actorId: 'somebody', at: '' })).toThrow();
});
