import { z } from 'zod';
import { itemKinds } from '../../shared/domain/framework.ts';
import { highlightsIn, matchExpression, searchWords } from '../../shared/domain/statement-search.ts';
import type { Handler } from '../core/contexts.ts';
import { read } from '../db/statements.ts';

/** Of what holds the words, so many statements are ranked: a single letter fits nearly all of them, and an answer has to be there before the next key. */
const mostRanked = 1000;

const foundStatement = z.strictObject({
  frameworkId: z.string(),
  reference: z.string(),
  code: z.string(),
  kind: z.enum(itemKinds),
  text: z.string(),
});
const statementsThatMatch = read<{ match: string; code: string; limit: number }>()(
  `SELECT framework_id, statement.reference, statement.code, kind, statement.text
   FROM (SELECT rowid AS place, bm25(statement_index, 8, 1, 4) AS rank FROM statement_index WHERE statement_index MATCH @match LIMIT ${mostRanked})
   JOIN statement ON statement.id = place
   ORDER BY statement.code = @code DESC, rank, place LIMIT @limit`,
  foundStatement,
);

export const searchFrameworks: Handler<'framework.search'> = ({ reader }, { text, limit }) => {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const code = codeIn(words);
  return reader
    .all(statementsThatMatch, { match: matchExpression(words), code, limit })
    .map(found => ({ ...found, highlights: [...highlightsIn(found.text, words)] }));
};

/** The word that reads like the code of a statement, in capitals; empty where none does. */
const codeIn = (words: readonly string[]): string =>
  words.find(word => /^[a-z]{1,3}\d{1,3}$/.test(word))?.toUpperCase() ?? '';
