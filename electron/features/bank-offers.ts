import { z } from 'zod';
import { formatDate } from '../../shared/british.ts';
import type { Method } from '../../shared/domain/plan.ts';
import { inOrderOfOffer } from '../../shared/domain/question-bank.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read } from '../db/statements.ts';
import { assessmentById } from './assessment-rows.ts';
import { questionById } from './bank-question-rows.ts';
import { bankOf } from './bank-questions.ts';
import { planningOf } from './planning-rows.ts';
import { methodOfSession, type SessionRow, sessionById } from './session-rows.ts';

const askedHere = read<{ sessionId: string }>()(
  'SELECT id, bank_question_id FROM note WHERE session_id = @sessionId AND bank_question_id IS NOT NULL AND struck_reason IS NULL ORDER BY at, id',
  z.strictObject({ id: z.string(), bankQuestionId: z.string() }),
);
const askedEarlier = read<{ sessionId: string; apprenticeId: string }>()(
  `SELECT origin_id, max(at) AS at FROM note
   JOIN bank_question ON bank_question.id = bank_question_id
   JOIN session ON session.id = session_id
   JOIN assessment ON assessment.id = assessment_id
   WHERE apprentice_id = @apprenticeId AND session_id <> @sessionId AND struck_reason IS NULL GROUP BY origin_id`,
  z.strictObject({ originId: z.string(), at: z.string() }),
);

export const offeredQuestions: Handler<'question.offered'> = ({ reader }, { sessionId }) => {
  const session = sessionById(reader, sessionId);
  const { method } = methodOfSession(reader, session);
  const { apprenticeId } = assessmentById(reader, session.assessmentId);
  const here = new Map(reader.all(askedHere, { sessionId }).map(note => [note.bankQuestionId, note.id]));
  const earlier = askedInOtherSessions(reader, apprenticeId, sessionId);
  const picked = planningOf(reader, session, () => false).questionIds;
  const questions = bankOf(reader, session.planId)
    .filter(({ methodKey, status, id }) => methodKey === method.key && (status === 'approved' || here.has(id)))
    .filter(({ id, originId }) => here.has(id) || !isBarred(session, method) || !earlier.has(originId))
    .map(({ id, originId, themeKey, kind, text, ksbs, passPointers, distinctionPointers }) => ({
      ...{ id, themeKey, kind, text, ksbs, passPointers, distinctionPointers },
      askedIn: here.get(id) ?? null,
      askedBefore: earlier.get(originId) ?? null,
      picked: placeIn(picked, id),
    }));
  return [...inOrderOfOffer(questions, method.questions?.differentOnResit ?? false)];
};

const placeIn = (picked: readonly string[], id: string): number | null => {
  const at = picked.indexOf(id);
  return at < 0 ? null : at + 1;
};

/** When each question, by its origin, was asked of an apprentice last, the given session left out. */
export const askedInOtherSessions = (
  reader: Reader,
  apprenticeId: string,
  sessionId: string | null,
): ReadonlyMap<string, string> =>
  new Map(
    reader
      .all(askedEarlier, { sessionId: sessionId ?? '', apprenticeId })
      .map(({ originId, at }) => [originId, at] as const),
  );

/** Refuses to ask a question that this session's bank does not offer. Throws AppError `question.notOffered` or `question.repeated`. */
export function refuseNotOffered(reader: Reader, session: SessionRow, questionId: string): void {
  const { planId, methodKey, status, originId } = questionById(reader, questionId);
  if (planId !== session.planId || methodKey !== session.methodKey || status !== 'approved') {
    throw new AppError(
      'question.notOffered',
      'This question is not, or no longer, an approved one for this method. Type it as a question of your own.',
    );
  }
  if (!isBarred(session, methodOfSession(reader, session).method)) return;
  const { apprenticeId } = assessmentById(reader, session.assessmentId);
  const at = askedInOtherSessions(reader, apprenticeId, session.id).get(originId);
  if (at === undefined) return;
  throw new AppError(
    'question.repeated',
    `This question was asked on ${formatDate(at)}, and the plan wants other questions on a re-sit. Choose another one.`,
  );
}

/** Whether questions that were asked before are not asked again: on a re-sit or re-take, where the plan wants others. Usual rule of published assessment plans. */
const isBarred = ({ kind }: SessionRow, { questions }: Method): boolean =>
  kind !== 'first' && questions?.differentOnResit === true;
