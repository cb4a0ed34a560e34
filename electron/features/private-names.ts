import { ksbsOf } from '../../shared/domain/framework.ts';
import { holdsName, initialsOf, likelyNames } from '../../shared/domain/private-names.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { apprenticeById } from './apprentices.ts';
import { assessmentById } from './assessment-rows.ts';
import { frameworkById } from './frameworks.ts';
import { printedTexts } from './printed-texts.ts';
import { insertName, nameById, namesCheckedAt, namesOf, updateChecked, updateRemoved } from './private-name-rows.ts';
import { replaceName } from './rewording.ts';
import { methodOfSession, refuseSigned, type SessionRow, sessionById } from './session-rows.ts';

export const listNames: Handler<'name.list'> = ({ reader, workspace }, { sessionId }) => {
  const session = sessionById(reader, sessionId);
  const assessment = assessmentById(reader, session.assessmentId);
  const { givenNames, familyName, employer, trainingProvider } = apprenticeById(reader, assessment.apprenticeId);
  const texts = printedTexts(reader, session);
  const names = namesOf(reader, session.assessmentId);
  const { method, frameworkId } = methodOfSession(reader, session);
  const known = [
    givenNames,
    familyName,
    employer,
    trainingProvider,
    workspace.ownerName,
    workspace.organisation,
    session.checklist.place,
    session.checklist.present,
    ...names.map(({ word }) => word),
    ...ksbsOf(frameworkById(reader, frameworkId)).map(({ text }) => text),
    ...method.themes.flatMap(({ title, descriptors }) => [title, ...descriptors.map(({ text }) => text)]),
  ];
  return {
    names: names.map(({ id, word, replacement }) => ({
      id,
      word,
      replacement,
      places: texts
        .filter(({ text }) => holdsName(text, word))
        .map(({ where, noteId, descriptorKey }) => ({
          where,
          noteId: noteId ?? null,
          descriptorKey: descriptorKey ?? null,
        })),
    })),
    likely: likelyNames(
      texts.map(({ text }) => text),
      known,
    ).slice(0, 40),
    checkedAt: namesCheckedAt(reader, sessionId),
  };
};

export const markName: Handler<'name.mark'> = (context, { sessionId, word, replacement }) => {
  const session = changeable(context, sessionId);
  const given = replacement === '' ? initialsOf(word) : replacement;
  if (holdsName(given, word)) {
    throw new AppError('name.same', 'What is written instead holds the name itself. Use initials or a role.');
  }
  if (namesOf(context.reader, session.assessmentId).some(name => name.word.toLowerCase() === word.toLowerCase())) {
    throw new AppError('name.marked', 'This word is marked as a name already.');
  }
  const id = context.newId();
  const { assessmentId } = session;
  context.writer.run(insertName, { id, assessmentId, word, replacement: given, at: context.now.toISOString() });
  context.record({ type: 'name.marked', subjectId: assessmentId, detail: { nameId: id } });
  return { id };
};

export const unmarkName: Handler<'name.unmark'> = (context, { id }) => {
  const { assessmentId } = standingName(context, id);
  context.writer.run(updateRemoved, { id, at: context.now.toISOString() });
  context.record({ type: 'name.unmarked', subjectId: assessmentId, detail: { nameId: id } });
  return {};
};

export const replaceNameInSession: Handler<'name.replace'> = (context, { sessionId, id }) => {
  const session = changeable(context, sessionId);
  const name = standingName(context, id);
  if (name.assessmentId !== session.assessmentId) throw unknownName();
  const places = replaceName(context, session, name);
  if (places === 0) throw new AppError('name.nowhere', 'Nothing in this session holds the name any more.');
  context.record({ type: 'name.replaced', subjectId: sessionId, detail: { nameId: id, places } });
  return { places };
};

export const checkNames: Handler<'name.check'> = (context, { sessionId }) => {
  changeable(context, sessionId);
  context.writer.run(updateChecked, { id: sessionId, at: context.now.toISOString() });
  context.record({ type: 'names.checked', subjectId: sessionId, detail: {} });
  return {};
};

const unknownName = (): AppError => new AppError('name.unknown', 'This name is not marked any more.');

function standingName({ reader }: CommandContext, id: string) {
  const name = nameById(reader, id);
  if (!name) throw unknownName();
  return name;
}

/** A session whose words may still be put right. Throws AppError `session.signed`, `session.void` or `session.revising`. */
function changeable({ reader }: CommandContext, sessionId: string): SessionRow {
  const session = sessionById(reader, sessionId);
  refuseSigned(session);
  if (session.revising !== null) {
    throw new AppError(
      'session.revising',
      'The report of this session was returned: its judgements are open, its notes stay as they are.',
    );
  }
  return session;
}
