import { formatList } from '../../shared/british.ts';
import type { Person } from '../../shared/contract/quality-assurance.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { isSamePerson } from '../../shared/domain/plan-standing.ts';
import {
  outsideTheme,
  type QuestionBankFile,
  type QuestionPlace,
  type QuestionWording,
  sameQuestion,
  themeAt,
} from '../../shared/domain/question-bank.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import {
  type BankQuestionRow,
  deleteQuestion,
  earlierWordings,
  markApproved,
  moveQuestion,
  putQuestion,
  questionById,
  questionsOf,
  rewordQuestion,
} from './bank-question-rows.ts';
import { personById } from './people.ts';
import { planById } from './plan-rows.ts';
import { sha256 } from './stored.ts';

/** The questions of a plan by its methods and themes; those whose theme is gone come last. */
export function bankOf(reader: Reader, planId: string) {
  const { document } = planById(reader, planId);
  const order = document.methods.flatMap(method => method.themes.map(theme => placeKey(method.key, theme.key)));
  const rank = ({ methodKey, themeKey }: QuestionPlace): number => {
    const at = order.indexOf(placeKey(methodKey, themeKey));
    return at < 0 ? order.length : at;
  };
  return questionsOf(reader, planId).toSorted((a, b) => rank(a) - rank(b));
}

const placeKey = (methodKey: string, themeKey: string): string => JSON.stringify([methodKey, themeKey]);

export const listQuestions: Handler<'question.list'> = ({ reader }, { planId }) =>
  bankOf(reader, planId).map(({ planId: _, originId: __, addedAt: ___, ...question }) => question);

export const addQuestion: Handler<'question.add'> = (context, { planId, place, wording }) => {
  const plan = planById(context.reader, planId).document;
  refuseMisplaced(plan, place, wording);
  if (heldQuestions(context.reader, planId).has(sameQuestion(place, wording.text))) {
    throw new AppError('question.held', 'This theme has a question with these words already.');
  }
  const author = context.workspace.ownerName;
  const id = putQuestion(context, { planId, place, wording, author, status: 'draft' });
  context.record({ type: 'question.added', subjectId: id, detail: traceOf(planId, wording) });
  return { id };
};

/** What tells the questions of a bank apart, to see whether it holds one already. */
export const heldQuestions = (reader: Reader, planId: string): ReadonlySet<string> =>
  new Set(questionsOf(reader, planId).map(held => sameQuestion(held, held.text)));

/** Refuses a question for a theme that the plan does not have, or for KSBs that the theme does not. Throws AppError `question.noTheme` or `question.outsideTheme`. */
export function refuseMisplaced(plan: Plan, place: QuestionPlace, { ksbs }: QuestionWording): void {
  const found = themeAt(plan, place);
  if (!found) throw new AppError('question.noTheme', 'The plan does not have this theme any more. Choose another one.');
  const outside = outsideTheme(ksbs, found.theme);
  if (outside.length === 0) return;
  const [verb, noun] = outside.length === 1 ? ['is', 'KSB'] : ['are', 'KSBs'];
  throw new AppError(
    'question.outsideTheme',
    `${formatList(outside)} ${verb} no ${noun} of “${found.theme.title}”. Choose its own: ${formatList(found.theme.ksbs)}.`,
  );
}

const traceOf = (planId: string, { text, ksbs }: QuestionWording) => ({
  planId,
  textSha256: sha256(text),
  ksbs: [...ksbs],
});

export const changeQuestion: Handler<'question.change'> = (context, { id, place, wording }) => {
  const before = questionById(context.reader, id);
  if (before.status === 'retired') {
    throw new AppError('question.retired', 'This question is retired. Make it a draft again to change it.');
  }
  refuseMisplaced(planById(context.reader, before.planId).document, place, wording);
  rewordQuestion(context, id, place, wording);
  const detail = { ...traceOf(before.planId, wording), version: before.version + 1 };
  context.record({ type: 'question.changed', subjectId: id, detail });
  return {};
};

export const approveQuestions: Handler<'question.approve'> = (context, { ids, approverId }) => {
  const { name } = personById(context.reader, approverId);
  for (const id of new Set(ids)) approve(context, questionById(context.reader, id), { id: approverId, name });
  return {};
};

/** Approves one question. Throws AppError `question.noDraft`, or `question.ownAuthor` where the author would approve it. */
function approve(context: CommandContext, question: BankQuestionRow, approver: Pick<Person, 'id' | 'name'>): void {
  const { id, planId, version, author } = question;
  if (question.status !== 'draft') throw new AppError('question.noDraft', 'Only a draft can be approved.');
  if (isSamePerson(author, approver.name)) {
    throw new AppError(
      'question.ownAuthor',
      `${author} wrote this question, so somebody else has to approve it: “${question.text}”`,
    );
  }
  refuseMisplaced(planById(context.reader, planId).document, question, question);
  markApproved(context, id, approver.name);
  context.record({ type: 'question.approved', subjectId: id, detail: { planId, version, approverId: approver.id } });
}

export const retireQuestion: Handler<'question.retire'> = (context, { id }) => {
  const question = questionById(context.reader, id);
  if (question.status === 'retired') throw new AppError('question.retired', 'This question is retired already.');
  return move(context, question, 'retired', 'question.retired');
};

export const restoreQuestion: Handler<'question.restore'> = (context, { id }) => {
  const question = questionById(context.reader, id);
  if (question.status !== 'retired') throw new AppError('question.notRetired', 'This question is not retired.');
  return move(context, question, 'draft', 'question.restored');
};

function move(
  context: CommandContext,
  { id, planId, version }: BankQuestionRow,
  status: Exclude<BankQuestionRow['status'], 'approved'>,
  type: 'question.retired' | 'question.restored',
): Record<string, never> {
  moveQuestion(context, id, status);
  context.record({ type, subjectId: id, detail: { planId, version } });
  return {};
}

export const discardQuestion: Handler<'question.discard'> = (context, { id }) => {
  const { planId, text } = questionById(context.reader, id);
  if (questionsOf(context.reader, planId).some(question => question.id === id && question.wasUsed)) {
    throw new AppError('question.used', 'This question was asked in a session, so it stays in the record. Retire it.');
  }
  context.writer.run(deleteQuestion, { id });
  context.record({ type: 'question.discarded', subjectId: id, detail: { planId, textSha256: sha256(text) } });
  return {};
};

export const questionHistory: Handler<'question.history'> = ({ reader }, { id }) => earlierWordings(reader, id);

/** Carries a bank over to another plan, as far as that has the themes with the questions' KSBs; what is retired stays behind. */
export function copyBank(context: CommandContext, from: string, to: string): void {
  const { document } = planById(context.reader, to);
  const fitting = questionsOf(context.reader, from).filter(question => {
    const found = themeAt(document, question);
    return question.status !== 'retired' && found && outsideTheme(question.ksbs, found.theme).length === 0;
  });
  for (const { methodKey, themeKey, originId, status, author, approvedBy: by, approvedAt: at, ...wording } of fitting) {
    const approved = by !== null && at !== null ? { by, at } : null;
    putQuestion(context, { planId: to, place: { methodKey, themeKey }, wording, author, status, originId, approved });
  }
  if (fitting.length === 0) return;
  context.record({ type: 'questions.copied', subjectId: to, detail: { from, copied: fitting.length } });
}

/** Adds the questions that come with the workbench, approved: they belong to a fictional plan. `hash` is the one of the whole bank, by which it is known again. */
export function addBuiltInBank(
  context: CommandContext,
  { planId, author, questions }: QuestionBankFile,
  hash = sha256(JSON.stringify(questions)),
): void {
  for (const { methodKey, themeKey, ...wording } of questions) {
    putQuestion(context, { planId, place: { methodKey, themeKey }, wording, author, status: 'approved' });
  }
  const detail = { added: questions.length, sha256: hash };
  context.record({ type: 'questions.imported', subjectId: planId, detail });
}
