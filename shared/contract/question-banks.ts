import { z } from 'zod';
import { questionPlace, questionStatuses, questionWording } from '../domain/question-bank.ts';
import { command, query, task } from './channel.ts';
import { id, instant, nothing } from './shapes.ts';

const planId = z.string().min(1).max(100);
const status = z.enum(questionStatuses);

const bankQuestion = z.strictObject({
  id,
  ...questionPlace.shape,
  ...questionWording.shape,
  status,
  author: z.string(),
  /** Who approved it, and when; null for a draft, and for what came approved with the workbench. */
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  version: z.number().int(),
  changedAt: instant,
  /** In how many sessions' notes it stands, in those of earlier versions of the plan too; struck notes not counted. */
  timesUsed: z.number().int(),
  lastUsedAt: instant.nullable(),
  /** Whether it may be discarded: no note, struck or not, was ever made from it. */
  wasUsed: z.boolean(),
});
export type BankQuestion = Readonly<z.infer<typeof bankQuestion>>;

const offeredQuestion = z.strictObject({
  id,
  themeKey: z.string(),
  ...questionWording.shape,
  /** The note of this session in which it was asked. */
  askedIn: id.nullable(),
  /** When it was asked in an earlier attempt with this apprentice. */
  askedBefore: instant.nullable(),
  /** Its place among the questions that were picked for this session; null where it was not. */
  picked: z.number().int().nullable(),
});
export type OfferedQuestion = Readonly<z.infer<typeof offeredQuestion>>;

/** A row of a file of questions as it was read. It is taken over when nothing is wrong with it and the bank does not hold it yet. */
const importedRow = z.strictObject({
  row: z.number().int(),
  text: z.string(),
  theme: z.string(),
  question: z.strictObject({ ...questionPlace.shape, ...questionWording.shape }).nullable(),
  standing: z.enum(['new', 'held', 'wrong']),
  /** What is wrong with it or was taken otherwise than written, in words. */
  problems: z.array(z.string()),
});
const importPreview = z.strictObject({ fileName: z.string(), rows: z.array(importedRow) });
export type QuestionImportPreview = Readonly<z.infer<typeof importPreview>>;

export const questionChannels = {
  /** A plan's bank in the order of its themes. */
  'question.list': query(z.strictObject({ planId }), z.array(bankQuestion)),
  'question.add': command(
    z.strictObject({ planId, place: questionPlace, wording: questionWording }),
    z.strictObject({ id }),
  ),
  /** Keeps the wording before, and makes the question a draft again. */
  'question.change': command(z.strictObject({ id, place: questionPlace, wording: questionWording }), nothing),
  /** Approves drafts in the name of a person of the workspace who wrote none of them: all of them or none. */
  'question.approve': command(
    z.strictObject({ ids: z.array(id).min(1).max(2000).readonly(), approverId: id }),
    nothing,
  ),
  'question.retire': command(z.strictObject({ id }), nothing),
  /** A retired question is a draft again. */
  'question.restore': command(z.strictObject({ id }), nothing),
  /** Takes out a question that was never used. */
  'question.discard': command(z.strictObject({ id }), nothing),
  'question.history': query(
    z.strictObject({ id }),
    z.array(
      z.strictObject({ version: z.number().int(), ...questionWording.shape, author: z.string(), until: instant }),
    ),
  ),
  /** Asks for a file of questions and reads it. Null when the person changed their mind; nothing is written. */
  'question.previewImport': task(z.strictObject({ planId }), importPreview.nullable()),
  /** Takes questions over as drafts, in one transaction. */
  'question.import': command(
    z.strictObject({
      planId,
      questions: z
        .array(z.strictObject({ place: questionPlace, wording: questionWording }))
        .min(1)
        .max(2000)
        .readonly(),
    }),
    z.strictObject({ added: z.number().int() }),
  ),
  /** Asks where, and writes the bank there as CSV. Null when the person changed their mind. */
  'question.export': task(z.strictObject({ planId }), z.strictObject({ file: z.string() }).nullable()),
  /** The approved questions for a session's method, and those it has asked, in the order in which they are offered. */
  'question.offered': query(z.strictObject({ sessionId: id }), z.array(offeredQuestion)),
} as const;
