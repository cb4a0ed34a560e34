import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { addFramework } from '../../electron/features/frameworks.ts';
import { type Framework, framework as frameworkShape } from '../../shared/domain/framework.ts';
import { matchExpression, searchWords } from '../../shared/domain/statement-search.ts';
import { startCore } from './core.ts';
import { type Figure, figure, timeInTurns } from './measuring.ts';
import { root } from './scratch.ts';
import { passphrase } from './session.ts';

const standards = 2000;
const statementsEach = 50;
const batch = 100;
const limit = 50;
const turns = { count: 600, warmUp: 60 };

/** What is typed, letter by letter: each beginning of these is searched for. */
const typed = ['safeguarding concern', 'k5', 'st1042 k12', 'legislation and policy', 'data protection', 'escalate'];

/** Searches as one types over 2,000 standards with 100,000 statements, through the door of the core, beside a bare FTS5 query over the same texts. */
export async function measureSearch(userData: string): Promise<Figure[]> {
  const core = startCore(userData);
  await core.ask('workspace.create', {
    label: 'Search',
    passphrase,
    assessor: 'Robin Fictional',
    organisation: 'Example',
  });
  const bare = bareIndex(path.join(userData, 'bare.db'));
  for (let from = 0; from < standards; from += batch) {
    const documents = Array.from({ length: batch }, (_, index) => madeStandard(from + index));
    await core.workbench.task(async context =>
      context.command(command => {
        for (const document of documents) addFramework(command, document);
      }),
    );
    bare.add(documents);
  }
  const queries = typed.flatMap(text => Array.from(text, (_, index) => text.slice(0, index + 1)));
  const queryOf = (turn: number): string => queries[Math.abs(turn) % queries.length] ?? '';
  const times = await timeInTurns(turns, {
    ours: turn => core.ask('framework.search', { text: queryOf(turn), limit }),
    bare: turn => bare.search(queryOf(turn)),
  });
  core.workbench.close();
  bare.close();
  const naming = { key: 'search', name: 'Search while typing, 100,000 statements', unit: 'ms' } as const;
  return [figure({ ...naming, baseline: 'bare FTS5 query, best 50 by rank' }, times.ours, times.bare)];
}

/** An index as a few lines would make it: an unencrypted file, FTS5 alone. */
function bareIndex(file: string) {
  const database = new Database(file);
  database.exec(
    `CREATE VIRTUAL TABLE statement USING fts5 (code, text, reference, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3')`,
  );
  const insert = database.prepare('INSERT INTO statement (code, text, reference) VALUES (?, ?, ?)');
  const find = database.prepare(
    `SELECT code, text, reference FROM statement WHERE statement MATCH ? ORDER BY rank LIMIT ${limit}`,
  );
  return {
    add: database.transaction((documents: readonly Framework[]) => {
      for (const { items, reference } of documents)
        for (const { code, text } of items) insert.run(code, text, reference);
    }),
    search: (text: string) => find.all(matchExpression(searchWords(text))),
    close: () => database.close(),
  };
}

const source = frameworkShape.parse(
  JSON.parse(readFileSync(path.join(root, 'resources/frameworks/st1030.json'), 'utf8')),
);
const words = source.items.flatMap(({ text }) => text.split(' '));
const kinds = ['knowledge', 'skill', 'behaviour'] as const;

/** A standard whose statements are pieced together from those of a real one; the same number makes the same standard. */
function madeStandard(number: number): Framework {
  let seed = number + 1;
  const draw = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const phrase = (): string => {
    const start = draw(words.length - 8);
    return words.slice(start, start + 5 + draw(4)).join(' ');
  };
  const reference = `ST${String(number).padStart(4, '0')}`;
  const items = Array.from({ length: statementsEach }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? 'knowledge';
    const code = `${kind.charAt(0).toUpperCase()}${Math.floor(index / kinds.length) + 1}`;
    return { code, kind, text: `${phrase()} ${phrase()} ${phrase()}` };
  });
  const made = { id: `made-${number}`, reference, version: '9.9', title: `Made standard ${number}` };
  return { ...source, ...made, items, links: [], sections: [] };
}
