import { schema0001 } from './schema-0001.ts';
import { schema0002 } from './schema-0002.ts';

/** Every change of the schema in order, append-only: entry n takes a file from user_version n to n + 1. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'foundation', sql: schema0001 },
  { name: 'plans', sql: schema0002 },
];
