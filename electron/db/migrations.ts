import { schema0001 } from './schema-0001.ts';
import { schema0002 } from './schema-0002.ts';
import { schema0003 } from './schema-0003.ts';
import { schema0004 } from './schema-0004.ts';
import { schema0005 } from './schema-0005.ts';
import { schema0006 } from './schema-0006.ts';
import { schema0007 } from './schema-0007.ts';
import { schema0008 } from './schema-0008.ts';
import { schema0009 } from './schema-0009.ts';
import { schema0010 } from './schema-0010.ts';
import { schema0011 } from './schema-0011.ts';
import { schema0014 } from './schema-0014.ts';
import { schema0015 } from './schema-0015.ts';

/** Every change of the schema in order, append-only: entry n takes a file from user_version n to n + 1. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'foundation', sql: schema0001 },
  { name: 'plans', sql: schema0002 },
  { name: 'attempts', sql: schema0003 },
  { name: 'preparation', sql: schema0004 },
  { name: 'questions', sql: schema0005 },
  { name: 'qualityAssurance', sql: schema0006 },
  { name: 'reopening', sql: schema0007 },
  { name: 'recordings', sql: schema0008 },
  { name: 'portfolio', sql: schema0009 },
  { name: 'liveSession', sql: schema0010 },
  { name: 'outcomesAndSampling', sql: schema0011 },
  { name: 'packs', sql: schema0014 },
  { name: 'dfeFiles', sql: schema0015 },
];
