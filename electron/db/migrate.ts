import { AppError } from '../../shared/errors.ts';
import { backUp } from './backup.ts';
import { applicationId, type Connection } from './database.ts';
import { migrations } from './migrations.ts';

/** Brings the file to the current schema: all pending migrations in one transaction, with a checked copy of the file first. Throws AppError `workspace.newer` or `workspace.foreign`. */
export function migrate(connection: Connection, file: string): void {
  const version = connection.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) {
    throw new AppError(
      'workspace.newer',
      'This workspace was last used with a newer EPA Workbench. Install the newer version to open it; nothing was changed.',
    );
  }
  if (version === migrations.length) return;
  if (version > 0) backUp(connection, `${file}.before-${version + 1}`);
  connection.transaction(() => {
    for (const migration of migrations.slice(version)) connection.exec(migration.sql);
    connection.pragma(`application_id = ${applicationId}`);
    connection.pragma(`user_version = ${migrations.length}`);
  })();
}

/** Refuses a database that is not a workspace: an empty file opens as a valid, empty database. */
export function refuseForeign(connection: Connection): void {
  if (connection.pragma('application_id', { simple: true }) !== applicationId) {
    throw new AppError(
      'workspace.foreign',
      'This file is not a workspace of EPA Workbench. Choose the folder of a workspace.',
    );
  }
}
