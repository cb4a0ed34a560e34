import { z } from 'zod';
import { compareKsbCodes } from '../../shared/domain/ksb-codes.ts';
import {
  type QuestionPlace,
  type QuestionStatus,
  type QuestionWording,
  questionKind,
  questionStatuses,
} from '../../shared/domain/question-bank.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { stored } from './stored.ts';

const texts = stored(z.array(z.string()));
const wordingColumns = {
  kind: questionKind,
  text: z.string(),
  ksbs: texts,
  passPointers: texts,
  distinctionPointers: texts,
};

const questionRow = z.strictObject({
  id: z.string(),
  planId: z.string(),
  methodKey: z.string(),
  themeKey: z.string(),
  originId: z.string(),
  ...wordingColumns,
  status: z.enum(questionStatuses),
  author: z.string(),
  version: z.number(),
  addedAt: z.string(),
  changedAt: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
});
export type BankQuestionRow = z.output<typeof questionRow>;

const oneQuestion = read<{ id: string }>()('SELECT * FROM bank_question WHERE id = @id', questionRow);
const askedFrom =
  'note JOIN bank_question AS asked ON asked.id = bank_question_id WHERE asked.origin_id = bank_question.origin_id AND struck_reason IS NULL';
const questionsOfPlan = read<{ planId: string }>()(
  `SELECT *, (SELECT count(*) FROM ${askedFrom}) AS times_used, (SELECT max(at) FROM ${askedFrom}) AS last_used_at,
     EXISTS (SELECT 1 FROM note WHERE bank_question_id = bank_question.id) AS was_used
   FROM bank_question WHERE plan_id = @planId ORDER BY added_at, rowid`,
  questionRow.extend({
    timesUsed: z.number(),
    lastUsedAt: z.string().nullable(),
    wasUsed: z.number().transform(flag => flag === 1),
  }),
);
const versionsOfQuestion = read<{ id: string }>()(
  'SELECT version, kind, text, ksbs, pass_pointers, distinction_pointers, author, until FROM bank_question_version WHERE question_id = @id ORDER BY version DESC',
  z.strictObject({ version: z.number(), ...wordingColumns, author: z.string(), until: z.string() }),
);

interface Printed {
  readonly [column: string]: string | null;
  readonly kind: string;
  readonly text: string;
  readonly ksbs: string;
  readonly passPointers: string;
  readonly distinctionPointers: string;
}
const insertQuestion = write<
  Printed & {
    id: string;
    planId: string;
    methodKey: string;
    themeKey: string;
    originId: string;
    status: string;
    author: string;
    approvedBy: string | null;
    approvedAt: string | null;
    at: string;
  }
>(
  `INSERT INTO bank_question (id, plan_id, method_key, theme_key, origin_id, kind, text, ksbs, pass_pointers, distinction_pointers, status, author, version, added_at, changed_at, approved_by, approved_at)
   VALUES (@id, @planId, @methodKey, @themeKey, @originId, @kind, @text, @ksbs, @passPointers, @distinctionPointers, @status, @author, 1, @at, @at, @approvedBy, @approvedAt)`,
);
const updateWording = write<Printed & { id: string; methodKey: string; themeKey: string; author: string; at: string }>(
  `UPDATE bank_question SET method_key = @methodKey, theme_key = @themeKey, kind = @kind, text = @text, ksbs = @ksbs, pass_pointers = @passPointers,
     distinction_pointers = @distinctionPointers, status = 'draft', approved_by = NULL, approved_at = NULL, author = @author, version = version + 1, changed_at = @at WHERE id = @id`,
);
const keepVersion = write<{ id: string; until: string }>(
  `INSERT INTO bank_question_version (question_id, version, kind, text, ksbs, pass_pointers, distinction_pointers, author, until)
   SELECT id, version, kind, text, ksbs, pass_pointers, distinction_pointers, author, @until FROM bank_question WHERE id = @id`,
);
const updateStatus = write<{ id: string; status: Exclude<QuestionStatus, 'approved'>; at: string }>(
  "UPDATE bank_question SET status = @status, approved_by = iif(@status = 'draft', NULL, approved_by), approved_at = iif(@status = 'draft', NULL, approved_at), changed_at = @at WHERE id = @id",
);
const updateApproved = write<{ id: string; approvedBy: string; at: string }>(
  "UPDATE bank_question SET status = 'approved', approved_by = @approvedBy, approved_at = @at, changed_at = @at WHERE id = @id",
);
/** Takes out a question; the schema refuses it for one that a note was made from. */
export const deleteQuestion = write<{ id: string }>('DELETE FROM bank_question WHERE id = @id');

const printed = ({ kind, text, ksbs, passPointers, distinctionPointers }: QuestionWording): Printed => ({
  kind,
  text,
  ksbs: JSON.stringify([...new Set(ksbs)].sort(compareKsbCodes)),
  passPointers: JSON.stringify(passPointers),
  distinctionPointers: JSON.stringify(distinctionPointers),
});

/** The question with this id. Throws AppError `question.unknown`. */
export function questionById(reader: Reader, id: string): BankQuestionRow {
  const row = reader.one(oneQuestion, { id });
  if (!row) throw new AppError('question.unknown', 'This question is not in the workspace.');
  return row;
}

/** The questions of a plan in the order in which they were added, each with how it was used. */
export const questionsOf = (reader: Reader, planId: string) => reader.all(questionsOfPlan, { planId });

/** The wordings that a question had before, the latest first. */
export const earlierWordings = (reader: Reader, id: string) => reader.all(versionsOfQuestion, { id });

interface NewQuestion {
  readonly planId: string;
  readonly place: QuestionPlace;
  readonly wording: QuestionWording;
  readonly author: string;
  readonly status: QuestionStatus;
  /** The question of another plan that it is a copy of. */
  readonly originId?: string;
  /** Who approved it, and when, where that was done before it came here. */
  readonly approved?: { readonly by: string; readonly at: string } | null;
}

/** Puts a question into a bank and gives its id. The event is the caller's. */
export function putQuestion(
  context: CommandContext,
  { planId, place, wording, author, status, originId, approved }: NewQuestion,
): string {
  const id = context.newId();
  const { methodKey, themeKey } = place;
  const at = context.now.toISOString();
  const row = { id, planId, methodKey, themeKey, originId: originId ?? id, status, author, at };
  const approval = { approvedBy: approved?.by ?? null, approvedAt: approved?.at ?? null };
  context.writer.run(insertQuestion, { ...row, ...approval, ...printed(wording) });
  return id;
}

/** Gives a question other words or another theme: the ones before are kept as a version, and it is a draft again. */
export function rewordQuestion(
  context: CommandContext,
  id: string,
  place: QuestionPlace,
  wording: QuestionWording,
): void {
  const at = context.now.toISOString();
  const { methodKey, themeKey } = place;
  context.writer.run(keepVersion, { id, until: at });
  context.writer.run(updateWording, {
    id,
    methodKey,
    themeKey,
    author: context.workspace.ownerName,
    at,
    ...printed(wording),
  });
}

/** Approves a question in the name of somebody other than its author. */
export const markApproved = ({ writer, now }: CommandContext, id: string, approvedBy: string): number =>
  writer.run(updateApproved, { id, approvedBy, at: now.toISOString() });

/** Moves a question to another status. */
export const moveQuestion = (
  { writer, now }: CommandContext,
  id: string,
  status: Exclude<QuestionStatus, 'approved'>,
): number => writer.run(updateStatus, { id, status, at: now.toISOString() });
