import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { connect } from '../../electron/db/database.ts';
import { judgementOf, noteOf, type RunningSession } from './session.ts';

/** What the workbench is compared with when it saves: SQLite alone, which keeps one row like the one that the workbench keeps in the same turn. */
export interface BareDatabase {
  commitJudgement(session: RunningSession, turn: number): void;
  commitNote(session: RunningSession, turn: number): void;
  close(): void;
}

/** The baseline's name in the results. */
export const bareCommit = 'SQLite alone: one row, same key and pragmas';

/** Makes an encrypted file with the settings of a workspace's database and a single table. */
export function bareDatabase(folder: string): BareDatabase {
  const connection = connect(path.join(folder, 'bare.db'), randomBytes(32), { create: true });
  connection.exec(
    'CREATE TABLE entry (id TEXT PRIMARY KEY, session_id TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, list TEXT NOT NULL, at TEXT NOT NULL) STRICT',
  );
  const insert = connection.prepare(
    'INSERT INTO entry (id, session_id, key, body, list, at) VALUES (@id, @sessionId, @key, @body, @list, @at)',
  );
  const commit = (row: { sessionId: string; key: string; body: string; list: string }): void => {
    insert.run({ id: randomUUID(), at: new Date().toISOString(), ...row });
  };
  return {
    commitJudgement: (session, turn) => {
      const { sessionId, descriptorKey: key, rationale: body, evidenceNoteIds } = judgementOf(session, turn);
      commit({ sessionId, key, body, list: JSON.stringify(evidenceNoteIds) });
    },
    commitNote: (session, turn) => {
      const { sessionId, kind: key, body, ksbs } = noteOf(session, turn);
      commit({ sessionId, key, body, list: JSON.stringify(ksbs) });
    },
    close: () => connection.close(),
  };
}
