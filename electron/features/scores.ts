import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { markChanged, methodOfSession, refuseSigned, sessionById } from './session-rows.ts';

const scoreOfSession = read<{ sessionId: string }>()(
  'SELECT score FROM score WHERE session_id = @sessionId',
  z.strictObject({ score: z.number().nullable() }),
);
const earlierScores = read<{ sessionId: string }>()(
  'SELECT score, until FROM score_version WHERE session_id = @sessionId ORDER BY version DESC',
  z.strictObject({ score: z.number().nullable(), until: z.string() }),
);
const keepVersion = write<{ sessionId: string; at: string }>(
  'INSERT INTO score_version (session_id, version, score, until) SELECT session_id, (SELECT count(*) + 1 FROM score_version WHERE session_id = @sessionId), score, @at FROM score WHERE session_id = @sessionId',
);
const putScore = write<{ sessionId: string; score: number | null; at: string }>(
  'INSERT INTO score (session_id, score, changed_at) VALUES (@sessionId, @score, @at) ON CONFLICT (session_id) DO UPDATE SET score = excluded.score, changed_at = excluded.changed_at',
);

/** The score of a session's test; null while none is recorded. */
export const scoreOf = (reader: Reader, sessionId: string): number | null =>
  reader.one(scoreOfSession, { sessionId })?.score ?? null;

/** The scores that were recorded before, the latest first, each with when it was replaced. */
export const scoreHistory = (reader: Reader, sessionId: string) => reader.all(earlierScores, { sessionId });

export const recordScore: Handler<'score.record'> = (context, { sessionId, score }) => {
  const session = sessionById(context.reader, sessionId);
  refuseSigned(session);
  const { gradeRule } = methodOfSession(context.reader, session).method;
  if (gradeRule?.kind !== 'score') {
    throw new AppError('score.unknown', 'The plan grades this method by its descriptors, not by a score.');
  }
  if (score !== null && score > gradeRule.outOf) {
    throw new AppError('score.tooHigh', `The test has ${gradeRule.outOf} marks. Check the score.`);
  }
  const at = context.now.toISOString();
  context.writer.run(keepVersion, { sessionId, at });
  context.writer.run(putScore, { sessionId, score, at });
  markChanged(context, sessionId);
  context.record({ type: 'score.recorded', subjectId: sessionId, detail: { score, outOf: gradeRule.outOf } });
  return {};
};
