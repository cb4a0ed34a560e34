import Database from 'better-sqlite3';

/** An open connection to a workspace's database. */
export type Connection = Database.Database;

/** Marks our files: "EPAW" in the database header's application_id. */
export const applicationId = 0x45504157;

export interface DatabaseOptions {
  /** Path of a compiled SQLite addon where the packaged one does not fit the runtime. */
  readonly nativeBinding?: string | undefined;
}

/** Settings of every connection to an encrypted file, in the order in which they have to be made; `key` goes before the second. */
const settings = [
  'locking_mode = EXCLUSIVE',
  'journal_mode = WAL',
  'synchronous = FULL',
  'fullfsync = ON',
  'checkpoint_fullfsync = ON',
  'foreign_keys = ON',
  'temp_store = MEMORY',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
] as const;

/** Opens a connection to an encrypted file with every setting made. Throws SQLite's own errors; the caller puts them into words. `key` is 32 bytes and is not kept. */
export function connect(
  file: string,
  key: Uint8Array,
  options: DatabaseOptions & { readonly create: boolean },
): Connection {
  const connection = new Database(file, {
    fileMustExist: !options.create,
    timeout: 300,
    ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
  });
  try {
    connection.pragma("cipher = 'sqlcipher'");
    handOver(connection, key);
    for (const setting of settings) connection.pragma(setting);
    connection.pragma('user_version');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A connection in memory with the same settings, for tests: it can hold no key. */
export function connectInMemory(options: DatabaseOptions = {}): Connection {
  const connection = new Database(':memory:', options.nativeBinding ? { nativeBinding: options.nativeBinding } : {});
  for (const setting of settings.slice(2)) connection.pragma(setting);
  return connection;
}

/** Hands SQLite the key raw (`x'…'`): the passphrase was stretched once already when the key was unwrapped. */
function handOver(connection: Connection, key: Uint8Array): void {
  const raw = Buffer.from(`x'${Buffer.from(key).toString('hex')}'`, 'latin1');
  (connection as Connection & { key(key: Buffer): number }).key(raw);
  raw.fill(0);
}

/** The settings of an open connection, read back from SQLite. */
export function settingsOf(connection: Connection) {
  const number = (name: string): number => Number(connection.pragma(name, { simple: true }));
  const word = (name: string): string => String(connection.pragma(name, { simple: true }));
  return {
    cipher: word('cipher'),
    journalMode: word('journal_mode'),
    synchronous: number('synchronous'),
    fullfsync: number('fullfsync'),
    checkpointFullfsync: number('checkpoint_fullfsync'),
    foreignKeys: number('foreign_keys'),
    tempStore: number('temp_store'),
    secureDelete: number('secure_delete'),
    trustedSchema: number('trusted_schema'),
    lockingMode: word('locking_mode'),
    schemaVersion: number('user_version'),
  };
}
