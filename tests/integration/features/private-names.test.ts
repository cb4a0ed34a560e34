import { expect, test } from 'vitest';
import { reportById } from '../../../electron/features/signed-reports.ts';
import { beginSession, checklist, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';

test('a marked name blocks signing wherever it stands, and one action replaces it everywhere with its history', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  const add = (body: string) =>
    bench.ask('note.add', { sessionId, kind: 'answer', body, ksbs: ['K1'], followsId: null });
  const { id: noteId } = await add('Rings Ann’s social worker.');
  const { id: struckId } = await add('Somebody else’s');
  await bench.ask('note.strike', { id: struckId, reason: 'Was about Ann' });
  await holdSession(bench, sessionId);
  await bench.ask('session.reopen', { sessionId, reason: 'Ann rang' });
  await bench.ask('session.close', { sessionId, explanations: [] });
  await judgeAll(bench, sessionId, () => 'met');
  const judgement = { sessionId, descriptorKey: 'a1', decision: 'met', evidenceNoteIds: [] } as const;
  await bench.ask('judgement.record', { ...judgement, rationale: 'ANN was told.' });
  const { likely } = await bench.ask('name.list', { sessionId });
  expect(likely).toContain('Ann');

  const { id } = await bench.ask('name.mark', { sessionId, word: 'Ann', replacement: '' });
  expect(await bench.refusal('name.mark', { sessionId, word: 'ann', replacement: '' })).toBe('name.marked');
  expect(await bench.refusal('name.mark', { sessionId, word: 'Bob', replacement: 'bob’s mum' })).toBe('name.same');
  const { names } = await bench.ask('name.list', { sessionId });
  expect(names).toMatchObject([{ word: 'Ann', replacement: 'A.' }]);
  expect(names[0]?.places).toHaveLength(4);
  const subject = { kind: 'method', sessionId } as const;
  const blocking = async () =>
    (await bench.ask('report.get', { subject })).obstacles.filter(({ rule }) => rule === 'nameInReport');
  expect(await blocking()).toHaveLength(4);
  expect((await blocking())[0]).toMatchObject({ noteId });
  expect(await bench.refusal('report.sign', { subject, mark })).toBe('report.blocked');

  expect(await bench.ask('name.replace', { sessionId, id })).toEqual({ places: 4 });
  expect(await bench.refusal('name.replace', { sessionId, id })).toBe('name.nowhere');
  expect(await blocking()).toEqual([]);
  expect(await bench.ask('note.history', { id: noteId })).toMatchObject([{ body: 'Rings Ann’s social worker.' }]);

  const rulesNow = async () => (await bench.ask('report.get', { subject })).obstacles.map(({ rule }) => rule);
  expect(await rulesNow()).toContain('namesNotChecked');
  bench.passMinutes(1);
  await bench.ask('name.check', { sessionId });
  expect(await rulesNow()).not.toContain('namesNotChecked');
  const { id: reportId } = await bench.ask('report.sign', { subject, mark });
  const { model } = await bench.workbench.task(async context =>
    context.query(({ reader }) => reportById(reader, reportId)),
  );
  const text = JSON.stringify(model);
  expect(text).not.toMatch(/\bann\b/i);
  expect(text).toContain('Rings A.’s social worker.');
  expect(text).toContain('the words were checked on 16 November 2026');
  expect(await bench.refusal('name.mark', { sessionId, word: 'Omar', replacement: '' })).toBe('session.signed');
  expect((await bench.ask('audit.list', { before: null, limit: 500 })).brokenAt).toBeNull();
});

test('a check does not hold once something was written after it, and a mark can be taken back', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  await bench.ask('name.check', { sessionId });
  const checkedAt = async () => (await bench.ask('name.list', { sessionId })).checkedAt;
  expect(await checkedAt()).not.toBeNull();
  const note = { sessionId, kind: 'answer', body: 'Tells Omar', ksbs: [], followsId: null } as const;
  const { id: noteId } = await bench.ask('note.add', note);
  expect(await checkedAt()).toBeNull();
  await bench.ask('name.check', { sessionId });
  await bench.ask('note.change', { id: noteId, kind: 'answer', body: 'Tells Omar twice', ksbs: [] });
  expect(await checkedAt()).toBeNull();
  const { id } = await bench.ask('name.mark', { sessionId, word: 'Omar', replacement: 'the carer' });
  await bench.ask('name.unmark', { id });
  expect(await bench.refusal('name.replace', { sessionId, id })).toBe('name.unknown');
  expect((await bench.ask('name.list', { sessionId })).names).toEqual([]);
});

test('judgements that do not go together are told while judging and before signing, across methods', async () => {
  const bench = testBench();
  const { sessionId, assessmentId } = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, sessionId);
  const judge = (id: string, descriptorKey: string, rationale: string) =>
    bench.ask('judgement.record', { sessionId: id, descriptorKey, decision: 'met', rationale, evidenceNoteIds: [] });
  await judge(sessionId, 'a1', 'Said so at once.');
  const observation = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  await holdSession(bench, observation.id);
  const { method } = await bench.ask('session.get', { id: observation.id });
  const [first = ''] = method.themes.flatMap(({ descriptors }) => descriptors.map(({ key }) => key));
  await judge(observation.id, first, 'said so  at once.');
  const { consistency, obstaclesToSigning } = await bench.ask('session.get', { id: observation.id });
  expect(consistency).toMatchObject([{ descriptorKeys: [first] }]);
  expect(consistency[0]?.message).toMatch(/^A1 and A1 \(Professional discussion.*\) have the same rationale/);
  expect(obstaclesToSigning).toContainEqual(expect.objectContaining({ rule: 'sameRationale', severity: 'hint' }));
});
