import { existsSync, rmSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import type { Connection } from './database.ts';

/** Copies the whole database, encrypted with the same key, to a new file and checks the copy. SQLite's own backup cannot copy an encrypted file. Throws AppError `backup.failed`. */
export function backUp(connection: Connection, copy: string): void {
  if (existsSync(copy)) rmSync(copy);
  connection.prepare('VACUUM INTO ?').run(copy);
  connection.prepare('ATTACH ? AS copy').run(copy);
  try {
    const verdict = connection.pragma('copy.quick_check', { simple: true });
    const complete = connection.prepare('SELECT count(*) AS n FROM copy.sqlite_schema').get() as { n: number };
    if (verdict !== 'ok' || complete.n === 0) {
      throw new AppError(
        'backup.failed',
        'The copy of the workspace could not be read back. Nothing was changed; free some disk space and try again.',
      );
    }
  } finally {
    connection.exec('DETACH copy');
  }
}
