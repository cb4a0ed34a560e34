import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type QuestionPlace, questionKindNames, sameQuestion, themeAt } from '../../shared/domain/question-bank.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import { decodeText } from '../importers/decode-text.ts';
import { readQuestionRows } from '../importers/question-columns.ts';
import { questionOfRow, type ReadQuestion } from '../importers/question-csv.ts';
import { putQuestion } from './bank-question-rows.ts';
import { bankOf, heldQuestions, refuseMisplaced } from './bank-questions.ts';
import { planById } from './plan-rows.ts';
import { sha256 } from './stored.ts';

/** The largest file that is read as a bank of questions, in bytes. */
const largestFile = 10_000_000;

export const previewQuestionImport: Handler<'question.previewImport'> = async (context, { planId }) => {
  const file = await context.dialogs.chooseFile('Choose a file of questions', {
    name: 'Questions (CSV)',
    extensions: ['csv', 'txt', 'tsv'],
  });
  if (file === null) return null;
  const rows = readQuestionRows(textOf(file));
  return context.query(({ reader }) => {
    const plan = planById(reader, planId).document;
    const held = heldQuestions(reader, planId);
    const seen = new Set<string>();
    return {
      fileName: path.basename(file),
      rows: rows.map(row => previewOf(questionOfRow(row, plan), held, seen)),
    };
  });
};

function textOf(file: string): string {
  try {
    if (statSync(file).size <= largestFile) return decodeText(readFileSync(file)).text;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file.unreadable', 'This file cannot be read.', { cause: error });
  }
  throw new AppError('questions.tooLarge', 'This file is larger than any bank of questions: 10 MB is the most.');
}

function previewOf(
  { row, text, theme, place, wording, problems }: ReadQuestion,
  held: ReadonlySet<string>,
  seen: Set<string>,
) {
  if (!place || !wording)
    return { row, text, theme, question: null, standing: 'wrong' as const, problems: [...problems] };
  const name = sameQuestion(place, text);
  const why = held.has(name) ? ['The bank holds it already.'] : seen.has(name) ? ['It stands in the file twice.'] : [];
  seen.add(name);
  const standing = why.length > 0 ? ('held' as const) : ('new' as const);
  return { row, text, theme, question: { ...place, ...wording }, standing, problems: [...why, ...problems] };
}

export const importQuestions: Handler<'question.import'> = (context, { planId, questions }) => {
  const plan = planById(context.reader, planId).document;
  const author = context.workspace.ownerName;
  for (const { place, wording } of questions) {
    refuseMisplaced(plan, place, wording);
    putQuestion(context, { planId, place, wording, author, status: 'draft' });
  }
  const detail = { added: questions.length, sha256: sha256(JSON.stringify(questions)) };
  context.record({ type: 'questions.imported', subjectId: planId, detail });
  return { added: questions.length };
};

export const exportQuestions: Handler<'question.export'> = async (context, { planId }) => {
  const { plan, bank } = context.query(({ reader }) => ({
    plan: planById(reader, planId).document,
    bank: bankOf(reader, planId),
  }));
  if (bank.length === 0) throw new AppError('questions.none', 'There is no question to export yet.');
  const name = `${plan.standard.reference} questions`.replace(/[^\w. -]/g, '-').trim();
  const file = await context.dialogs.saveFile('Save the questions', `${name}.csv`);
  if (file === null) return null;
  const titled = (place: QuestionPlace) => {
    const found = themeAt(plan, place);
    return { method: found?.method.name ?? place.methodKey, theme: found?.theme.title ?? place.themeKey };
  };
  // A cell that a spreadsheet would run as a formula gets an apostrophe in front, which our own import takes off again.
  const text = stringify(
    bank.map(question => ({
      ...titled(question),
      question: question.text,
      ksbs: question.ksbs.join(' '),
      'pass pointers': question.passPointers.join('\n'),
      'distinction pointers': question.distinctionPointers.join('\n'),
      kind: questionKindNames[question.kind],
      status: question.status,
      author: question.author,
      'times used': question.timesUsed,
    })),
    { header: true, escape_formulas: true, record_delimiter: 'windows' },
  );
  writeDurably(file, Buffer.from(text));
  const detail = { exported: bank.length, sha256: sha256(text) };
  context.command(({ record }) => record({ type: 'questions.exported', subjectId: planId, detail }));
  return { file };
};
