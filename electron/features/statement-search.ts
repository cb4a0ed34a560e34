import { z } from 'zod';
import { itemKinds } from '../../shared/domain/framework.ts';
import { highlightsIn, matchExpression, searchWords } from '../../shared/domain/statement-search.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read } from '../db/statements.ts';

/** Of what holds the words, so many statements are ranked: a common word is in nearly all of them, and an answer has to be there before the next key. */
const mostRanked = 500;

const foundStatement = z.strictObject({
  frameworkId: z.string(),
  reference: z.string(),
  code: z.string(),
  kind: z.enum(itemKinds),
  text: z.string(),
});
const columns = 'framework_id, statement.reference, statement.code, kind, statement.text';
const fitting = (rank: string): string =>
  `(SELECT rowid AS place, ${rank} AS rank FROM statement_index WHERE statement_index MATCH @match LIMIT ${mostRanked})`;
const bm25 = 'bm25(statement_index, 8, 1, 4)';
const firstStatements = read<{ match: string; limit: number }>()(
  `SELECT ${columns} FROM ${fitting('0')} JOIN statement ON statement.id = place ORDER BY place LIMIT @limit`,
  foundStatement,
);
const bestStatements = read<{ match: string; limit: number }>()(
  `SELECT ${columns} FROM (SELECT place, rank FROM ${fitting(bm25)} ORDER BY rank, place LIMIT @limit)
   JOIN statement ON statement.id = place ORDER BY rank, place`,
  foundStatement,
);
const statementsOfCode = read<{ match: string; code: string; limit: number }>()(
  `SELECT ${columns} FROM ${fitting(bm25)} JOIN statement ON statement.id = place
   ORDER BY statement.code = @code DESC, rank, place LIMIT @limit`,
  foundStatement,
);

export const searchFrameworks: Handler<'framework.search'> = ({ reader }, { text, limit }) =>
  statementsFor(reader, searchWords(text), limit).map(found => ({
    ...found,
    highlights: [...highlightsIn(found.text, searchWords(text))],
  }));

/** One or two letters fit nearly everything: beside longer words they wait for their third, and alone they give the first statements unranked. */
function statementsFor(reader: Reader, words: readonly string[], limit: number) {
  const telling = words.filter(word => word.length > 2 || /\d/.test(word));
  const match = matchExpression(telling.length > 0 ? telling : words);
  if (words.length === 0) return [];
  if (telling.length === 0) return reader.all(firstStatements, { match, limit });
  const code = telling.find(word => /^[a-z]{1,3}\d{1,3}$/.test(word))?.toUpperCase();
  return code === undefined
    ? reader.all(bestStatements, { match, limit })
    : reader.all(statementsOfCode, { match, code, limit });
}
