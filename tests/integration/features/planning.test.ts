import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { emptyPlanning, type Planning } from '../../../shared/domain/planning.ts';
import { beginSession, checklist, type TestBench, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';

const methodKey = 'professionalDiscussion';

/** Plans on top of nothing. */
const set = (bench: TestBench, assessmentId: string, changes: Partial<Planning>) =>
  bench.ask('planning.set', { assessmentId, methodKey, planning: copied({ ...emptyPlanning, ...changes }) });
const copied = (planning: Planning) => ({
  questionIds: [...planning.questionIds],
  lookFors: planning.lookFors.map(one => ({ ...one })),
  expected: [...planning.expected],
  toAsk: [...planning.toAsk],
});

test('picked questions are offered first in their order, and what is looked for becomes a note when it is seen', async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, methodKey);
  const { questions, isOpen, attempt } = await bench.ask('planning.get', { assessmentId, methodKey });
  expect([isOpen, attempt]).toEqual([true, 1]);
  const [one, two, three] = questions.map(({ id }) => id);
  const lookFor = { id: randomUUID(), words: 'Names the threshold document #K16 #S17' };
  const planning = { questionIds: [three ?? '', one ?? ''], lookFors: [lookFor], expected: ['K16'], toAsk: ['S17'] };
  await set(bench, assessmentId, planning);
  expect((await bench.ask('planning.get', { assessmentId, methodKey })).planning).toEqual(planning);
  const offers = await bench.ask('question.offered', { sessionId });
  expect(offers.slice(0, 2).map(({ id, picked }) => [id, picked])).toEqual([
    [three, 1],
    [one, 2],
  ]);
  expect(offers.find(({ id }) => id === two)?.picked).toBeNull();

  await bench.ask('draft.keep', { sessionId, field: 'note', body: 'half typed' });
  const note = await bench.ask('planning.tick', { sessionId, lookForId: lookFor.id });
  const view = await bench.ask('session.get', { id: sessionId });
  expect(view.notes).toMatchObject([{ id: note.id, kind: 'seen', ksbs: ['K16', 'S17'] }]);
  expect(view.drafts).toMatchObject([{ body: 'half typed' }]);
  expect((await bench.ask('planning.get', { assessmentId, methodKey })).seen).toMatchObject([
    { lookForId: lookFor.id, noteId: note.id },
  ]);
  expect(await bench.refusal('planning.tick', { sessionId, lookForId: lookFor.id })).toBe('planning.seen');
  await bench.ask('note.strike', { id: note.id, reason: 'It was another apprentice' });
  expect((await bench.ask('planning.get', { assessmentId, methodKey })).seen).toEqual([]);
  await bench.ask('planning.tick', { sessionId, lookForId: lookFor.id });
});

test('what does not belong into a planning is refused', async () => {
  const bench = testBench();
  const { assessmentId } = await beginSession(bench, methodKey);
  const refusal = (changes: Partial<Planning>) =>
    bench.refusal('planning.set', { assessmentId, methodKey, planning: copied({ ...emptyPlanning, ...changes }) });
  expect(await refusal({ expected: ['K1'] })).toBe('planning.outside');
  expect(await refusal({ lookFors: [{ id: randomUUID(), words: 'Something #K99' }] })).toBe('ksb.unknown');
  expect(await refusal({ lookFors: [{ id: randomUUID(), words: '  ' }] })).toBe('input.wrong');
  expect(await refusal({ questionIds: [randomUUID()] })).toBe('question.notOffered');
  expect(await bench.refusal('planning.get', { assessmentId, methodKey: 'test' })).toBe('method.unknown');
  const { questions } = await bench.ask('planning.get', { assessmentId, methodKey: 'observation' });
  expect(await refusal({ questionIds: [questions[0]?.id ?? ''] })).toBe('question.notOffered');
});

test('a re-sit takes the planning over without the questions asked before, and those cannot be picked again', async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, methodKey);
  const { questions } = await bench.ask('planning.get', { assessmentId, methodKey });
  const [asked, spared] = questions.map(({ id }) => id);
  const lookFors = [{ id: randomUUID(), words: 'Names the threshold document' }];
  await set(bench, assessmentId, { questionIds: [asked ?? '', spared ?? ''], lookFors, expected: ['K16'] });
  const question = questions[0];
  await bench.ask('note.add', {
    sessionId,
    kind: 'question',
    body: question?.text ?? '',
    ksbs: [],
    followsId: null,
    bankQuestionId: asked ?? '',
  });
  await holdSession(bench, sessionId);
  const late = { assessmentId, methodKey, planning: copied(emptyPlanning) };
  expect(await bench.refusal('planning.set', late)).toBe('planning.closed');
  await judgeAll(bench, sessionId, (_, grade) => (grade === 'pass' ? 'notMet' : 'met'));
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });

  const next = await bench.ask('planning.get', { assessmentId, methodKey });
  expect(next).toMatchObject({
    attempt: 2,
    isOpen: true,
    planning: { questionIds: [spared], lookFors, expected: ['K16'] },
  });
  expect(next.questions.find(({ id }) => id === asked)).toMatchObject({ mayBePicked: false });
  const again = { assessmentId, methodKey, planning: copied({ ...emptyPlanning, questionIds: [asked ?? ''] }) };
  expect(await bench.refusal('planning.set', again)).toBe('planning.askedBefore');
  await set(bench, assessmentId, { questionIds: [spared ?? ''] });
  expect((await bench.ask('planning.get', { assessmentId, methodKey, attempt: 1 })).planning.lookFors).toEqual(
    lookFors,
  );

  const further = { kind: 'resit', actionPlan: '', exceptional: '', lateReason: '' } as const;
  const second = await bench.ask('session.begin', { assessmentId, methodKey, checklist, further });
  const [offered] = await bench.ask('question.offered', { sessionId: second.id });
  expect(offered).toMatchObject({ id: spared, picked: 1 });
});
