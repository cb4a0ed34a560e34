import { type KeyObject, randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { type Connection, connect } from '../db/database.ts';
import { migrate, refuseForeign } from '../db/migrate.ts';
import { sweepIncoming } from '../db/sealed-files.ts';
import { type Reader, read, readerOf, type Writer, writerOf } from '../db/statements.ts';
import { troubleInWords } from '../db/trouble.ts';
import { auditPrivateKey } from './audit.ts';

/** An unlocked workspace: its connection and what every command needs of it. */
export interface OpenWorkspace {
  readonly id: string;
  readonly folder: string;
  readonly practice: boolean;
  readonly ownerId: string;
  /** As it stands now: read each time, for names change. */
  readonly ownerName: string;
  /** As it stands now. */
  readonly organisation: string;
  /** Marks what belongs to this run of the workbench, so that an interruption is noticed. */
  readonly runId: string;
  readonly connection: Connection;
  readonly reader: Reader;
  readonly writer: Writer;
  readonly auditKey: KeyObject;
  readonly auditPublicKey: Uint8Array;
}

const workspaceRow = z.strictObject({
  id: z.string(),
  ownerId: z.string(),
  practice: z.number(),
  auditPrivateKey: z.instanceof(Uint8Array),
  auditPublicKey: z.instanceof(Uint8Array),
});
const theWorkspace = read()(
  'SELECT id, owner_id, practice, audit_private_key, audit_public_key FROM workspace',
  workspaceRow,
);
const namesRow = z.strictObject({ ownerName: z.string(), organisation: z.string() });
const theNames = read()(
  'SELECT person.name AS owner_name, organisation FROM workspace JOIN person ON person.id = owner_id',
  namesRow,
);

/** The files of a workspace in its folder. */
export const filesOf = (folder: string) => ({
  database: path.join(folder, 'workspace.db'),
  vault: path.join(folder, 'workspace.keys.json'),
  attachments: path.join(folder, 'attachments'),
});

/** Opens the database of a folder with its data key, brings it to the current schema and reads whose it is. Throws AppError; nothing is left open then. */
export function openWorkspace(folder: string, dataKey: Uint8Array, nativeBinding?: string): OpenWorkspace {
  const { database, attachments } = filesOf(folder);
  if (!existsSync(database)) {
    throw new AppError(
      'workspace.missing',
      'The workspace’s database is missing from this folder. Put it back from your last copy.',
    );
  }
  refuseProtected([folder, database]);
  return guarded(() => {
    const connection = connect(database, dataKey, { create: false, nativeBinding });
    return orClose(connection, () => {
      refuseForeign(connection);
      migrate(connection, database);
      refuseReadOnly(connection);
      mkdirSync(attachments, { recursive: true });
      sweepIncoming(attachments);
      return described(connection, folder);
    });
  });
}

/** Makes the database of a new workspace, fills it through `fill` in one transaction, and opens it. */
export function createWorkspace(
  folder: string,
  dataKey: Uint8Array,
  fill: (connection: Connection) => void,
  nativeBinding?: string,
): OpenWorkspace {
  const { database, attachments } = filesOf(folder);
  return guarded(() => {
    mkdirSync(attachments, { recursive: true });
    const connection = connect(database, dataKey, { create: true, nativeBinding });
    return orClose(connection, () => {
      migrate(connection, database);
      connection.transaction(() => fill(connection)).immediate();
      return described(connection, folder);
    });
  });
}

function described(connection: Connection, folder: string): OpenWorkspace {
  const reader = readerOf(connection);
  const incomplete = (): AppError =>
    new AppError('workspace.damaged', 'This workspace was not completely made. Create a new one.');
  const names = () => {
    const row = reader.one(theNames, {});
    if (row) return row;
    throw incomplete();
  };
  const row = reader.one(theWorkspace, {});
  if (!row) throw incomplete();
  return {
    id: row.id,
    folder,
    practice: row.practice === 1,
    ownerId: row.ownerId,
    get ownerName() {
      return names().ownerName;
    },
    get organisation() {
      return names().organisation;
    },
    runId: randomUUID(),
    connection,
    reader,
    writer: writerOf(connection),
    auditKey: auditPrivateKey(row.auditPrivateKey),
    auditPublicKey: row.auditPublicKey,
  };
}

/** SQLite reports files that may not be written in many ways, and late: so they are asked first. */
function refuseProtected(places: readonly string[]): void {
  for (const place of places) {
    try {
      accessSync(place, constants.W_OK);
    } catch (error) {
      throw new AppError(
        'workspace.readOnly',
        'This workspace may only be read: its folder or its file is write-protected. Allow writing there, or copy the folder to a place where you may write, and open it there.',
        { cause: error },
      );
    }
  }
}

/** A workspace that cannot be written is refused at once, not at the first note. */
function refuseReadOnly(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE; ROLLBACK');
  if (connection.readonly) throw Object.assign(new Error('read-only'), { code: 'SQLITE_READONLY' });
}

function orClose<T>(connection: Connection, work: () => T): T {
  try {
    return work();
  } catch (error) {
    connection.close();
    throw error;
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw troubleInWords(error);
  }
}
