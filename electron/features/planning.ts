import { formatList } from '../../shared/british.ts';
import { ksbsOf } from '../../shared/domain/framework.ts';
import { ksbCodesIn, unknownKsbCodes } from '../../shared/domain/ksb-codes.ts';
import { type Method, methodOf, type Plan } from '../../shared/domain/plan.ts';
import type { Planning } from '../../shared/domain/planning.ts';
import { portfolioCounts, refersToPortfolio } from '../../shared/domain/portfolio.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { type AssessmentRow, assessmentById } from './assessment-rows.ts';
import { askedInOtherSessions } from './bank-offers.ts';
import { questionsOf } from './bank-question-rows.ts';
import { frameworkById } from './frameworks.ts';
import { writeNote } from './notes.ts';
import { planById } from './plan-rows.ts';
import { insertLookForNote, keepPlanning, lookForNotes, type PlannedAttempt, planningOf } from './planning-rows.ts';
import { portfolioPieces } from './portfolio-evidence.ts';
import { type SessionRow, sessionById, sessionsOf } from './session-rows.ts';
import { sha256 } from './stored.ts';

interface Planned {
  readonly attempt: PlannedAttempt;
  readonly session: SessionRow | undefined;
  readonly assessment: AssessmentRow;
  readonly plan: Plan;
  readonly method: Method;
}

/** The attempt that is planned for: the one asked for, else the one whose session has not been signed, else the next. Throws AppError `method.unknown`. */
function plannedAt(
  reader: Reader,
  wanted: { readonly assessmentId: string; readonly methodKey: string; readonly attempt?: number | undefined },
  now: Date,
): Planned {
  const { assessmentId, methodKey } = wanted;
  const assessment = assessmentById(reader, assessmentId);
  const sessions = sessionsOf(reader, assessmentId).filter(session => session.methodKey === methodKey);
  const last = sessions.at(-1);
  const isOver = !last || last.state === 'signed' || last.voidReason !== null;
  const attempt = wanted.attempt ?? (isOver ? (last?.attempt ?? 0) + 1 : last.attempt);
  const session = sessions.find(one => one.attempt === attempt);
  const plan = planOfAssessment(reader, assessment, session?.begunAt ?? now.toISOString());
  if (!plan.methods.some(({ key }) => key === methodKey)) {
    throw new AppError('method.unknown', 'The plan has no such method.');
  }
  return {
    attempt: { assessmentId, methodKey, attempt },
    session,
    assessment,
    plan,
    method: methodOf(plan, methodKey),
  };
}

/** The questions that may be picked, and those asked of this apprentice before. */
function questionsFor(reader: Reader, { assessment, method, session }: Planned) {
  const before = askedInOtherSessions(reader, assessment.apprenticeId, session?.id ?? null);
  const isOther = method.questions?.differentOnResit ?? false;
  return questionsOf(reader, assessment.planId)
    .filter(({ methodKey }) => methodKey === method.key)
    .map(question => {
      const askedBefore = before.get(question.originId) ?? null;
      const mayBePicked = question.status === 'approved' && !(isOther && askedBefore !== null);
      return { ...question, askedBefore, mayBePicked };
    });
}

const isOpenFor = (session: SessionRow | undefined): boolean =>
  session === undefined || ['planned', 'running', 'paused'].includes(session.state);

export const getPlanning: Handler<'planning.get'> = ({ reader, now }, wanted) => {
  const planned = plannedAt(reader, wanted, now);
  const { attempt, session, assessment, method } = planned;
  const questions = questionsFor(reader, planned);
  const mayBePicked = new Set(questions.filter(question => question.mayBePicked).map(({ id }) => id));
  const planning = planningOf(reader, attempt, id => mayBePicked.has(id));
  const ksbs = ksbsOf(frameworkById(reader, planById(reader, assessment.planId).frameworkId));
  const counts = refersToPortfolio(method) ? portfolioCounts(portfolioPieces(reader, assessment.id)) : new Map();
  return {
    attempt: attempt.attempt,
    isOpen: isOpenFor(session),
    method,
    statements: ksbs.filter(({ code }) => method.ksbs.includes(code)).map(({ code, text }) => ({ code, text })),
    planning: { ...planning },
    questions: questions
      .filter(question => question.status === 'approved' || planning.questionIds.includes(question.id))
      .map(({ id, themeKey, kind, text, ksbs, passPointers, distinctionPointers, askedBefore, mayBePicked }) => ({
        ...{ id, themeKey, kind, text, ksbs, passPointers, distinctionPointers, askedBefore, mayBePicked },
      })),
    seen: lookForNotes(reader, attempt),
    portfolio: [...counts].map(([code, count]) => ({ code, count })),
  };
};

export const setPlanning: Handler<'planning.set'> = (context, { planning, ...wanted }) => {
  const { reader, now } = context;
  const planned = plannedAt(reader, wanted, now);
  const { attempt, session, method } = planned;
  if (!isOpenFor(session)) {
    throw new AppError('planning.closed', 'The session is closed, so its planning stays as it is.');
  }
  refuseUnknownCodes(reader, planned, planning);
  refuseQuestions(reader, planned, planning.questionIds);
  keepPlanning(context, attempt, planning);
  context.record({
    type: 'planning.changed',
    subjectId: attempt.assessmentId,
    detail: {
      methodKey: method.key,
      attempt: attempt.attempt,
      questions: planning.questionIds,
      lookFors: planning.lookFors.length,
      expected: planning.expected,
      toAsk: planning.toAsk,
      sha256: sha256(JSON.stringify(planning)),
    },
  });
  return {};
};

function refuseUnknownCodes(reader: Reader, { assessment, method }: Planned, planning: Planning): void {
  const framework = frameworkById(reader, planById(reader, assessment.planId).frameworkId);
  const unknown = unknownKsbCodes([...new Set(planning.lookFors.flatMap(({ words }) => ksbCodesIn(words)))], framework);
  if (unknown.length > 0) {
    throw new AppError('ksb.unknown', `${framework.reference} does not have ${formatList(unknown)}. Correct the code.`);
  }
  const outside = [...planning.expected, ...planning.toAsk].filter(code => !method.ksbs.includes(code));
  if (outside.length > 0) {
    throw new AppError('planning.outside', `This method does not assess ${formatList([...new Set(outside)])}.`);
  }
}

/** Refuses to pick what the bank does not offer for the method; and on a re-sit, where the plan wants other questions, what was asked before. What was picked already may stay. */
function refuseQuestions(reader: Reader, planned: Planned, ids: readonly string[]): void {
  const questions = new Map(questionsFor(reader, planned).map(question => [question.id, question]));
  const isStillOffered = (id: string): boolean => questions.get(id)?.mayBePicked ?? false;
  const before = planningOf(reader, planned.attempt, isStillOffered).questionIds;
  for (const id of ids.filter(picked => !before.includes(picked))) {
    const question = questions.get(id);
    if (question?.status !== 'approved') {
      throw new AppError('question.notOffered', 'This question is not, or no longer, an approved one for this method.');
    }
    if (!question.mayBePicked) {
      throw new AppError(
        'planning.askedBefore',
        'This question was asked of the apprentice before, and the plan wants other questions on a re-sit. Pick another.',
      );
    }
  }
}

export const tickLookFor: Handler<'planning.tick'> = (context, { sessionId, lookForId }) => {
  const { assessmentId, methodKey, attempt } = sessionById(context.reader, sessionId);
  const planned = { assessmentId, methodKey, attempt };
  const found = planningOf(context.reader, planned, () => true).lookFors.find(({ id }) => id === lookForId);
  if (!found) throw new AppError('planning.unknown', 'This is not looked for any more.');
  if (lookForNotes(context.reader, planned).some(seen => seen.lookForId === lookForId)) {
    throw new AppError('planning.seen', 'This was seen already. Its note stands among the others.');
  }
  const note = writeNote(context, { sessionId, kind: 'seen', body: found.words, ksbs: [], followsId: null });
  context.writer.run(insertLookForNote, { noteId: note.id, lookForId });
  return note;
};
