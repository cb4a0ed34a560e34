import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Input } from '../../../shared/contract.ts';
import { beginSession, checklist, newWorkspace, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';

const planId = 'st1030-demonstration';
const place = { methodKey: 'observation', themeKey: 'a' };
const wording = {
  kind: 'opening',
  text: 'What made you ring the lead first?',
  ksbs: ['K1', 'S4'],
  passPointers: ['Names the risk'],
  distinctionPointers: [],
} as const;

const ask = (bench: TestBench, sessionId: string, question: { id: string; text: string; ksbs: readonly string[] }) => {
  const note: Input<'note.add'> = {
    sessionId,
    kind: 'question',
    body: question.text,
    ksbs: question.ksbs,
    followsId: null,
  };
  return bench.ask('note.add', { ...note, bankQuestionId: question.id });
};

test('a new workspace has approved questions for every theme of the demonstration plan', async () => {
  const bench = testBench();
  await newWorkspace(bench);
  const { plan } = await bench.ask('plan.get', { id: planId });
  const bank = await bench.ask('question.list', { planId });
  expect(new Set(bank.map(({ status }) => status))).toEqual(new Set(['approved']));
  for (const method of plan.methods) {
    for (const { key, ksbs } of method.themes) {
      const own = bank.filter(({ methodKey, themeKey }) => methodKey === method.key && themeKey === key);
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(ksbs.filter(code => !own.some(question => question.ksbs.includes(code)))).toEqual([]);
    }
  }
});

test('a question is a draft until it is approved, and a change keeps the words before and has it approved again', async () => {
  const bench = testBench();
  await newWorkspace(bench);
  const { id } = await bench.ask('question.add', { planId, place, wording });
  const find = async () => (await bench.ask('question.list', { planId })).find(question => question.id === id);
  expect(await find()).toMatchObject({ status: 'draft', author: 'Robin Fictional', version: 1, timesUsed: 0 });
  const [author] = await bench.ask('person.list', {});
  expect(await bench.refusal('question.approve', { ids: [id], approverId: author?.id ?? '' })).toBe(
    'question.ownAuthor',
  );
  const { id: approverId } = await bench.ask('person.add', { name: 'Sam Second', role: 'qualityAssurer' });
  await bench.ask('question.approve', { ids: [id], approverId });
  expect(await find()).toMatchObject({ status: 'approved', approvedBy: 'Sam Second' });
  expect(await bench.refusal('question.approve', { ids: [id], approverId })).toBe('question.noDraft');
  await bench.ask('question.change', { id, place, wording: { ...wording, text: 'Why did you ring the lead first?' } });
  expect(await find()).toMatchObject({
    status: 'draft',
    approvedBy: null,
    version: 2,
    text: 'Why did you ring the lead first?',
  });
  expect(await bench.ask('question.history', { id })).toMatchObject([{ version: 1, text: wording.text }]);
  await bench.ask('question.retire', { id });
  expect(await bench.refusal('question.change', { id, place, wording })).toBe('question.retired');
  await bench.ask('question.restore', { id });
  expect(await find()).toMatchObject({ status: 'draft' });
  await bench.ask('question.discard', { id });
  expect(await find()).toBeUndefined();
  const { events } = await bench.ask('audit.list', { before: null, limit: 10 });
  expect(events.slice(0, 6).map(({ type }) => type)).toEqual([
    'question.discarded',
    'question.restored',
    'question.retired',
    'question.changed',
    'question.approved',
    'person.added',
  ]);
});

test('a question is refused for KSBs outside its theme, for a theme that is not there, and when it is there already', async () => {
  const bench = testBench();
  await newWorkspace(bench);
  expect(await bench.refusal('question.add', { planId, place, wording: { ...wording, ksbs: ['K2'] } })).toBe(
    'question.outsideTheme',
  );
  const nowhere = { methodKey: 'observation', themeKey: 'z' };
  expect(await bench.refusal('question.add', { planId, place: nowhere, wording })).toBe('question.noTheme');
  expect(await bench.refusal('question.add', { planId, place, wording: { ...wording, ksbs: [] } })).toBe('input.wrong');
  await bench.ask('question.add', { planId, place, wording });
  const same = { ...wording, text: 'what made you ring the lead FIRST' };
  expect(await bench.refusal('question.add', { planId, place, wording: same })).toBe('question.held');
});

test('a question that was asked is counted, cannot be discarded, and goes behind the new ones in the session', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'observation');
  const offered = () => bench.ask('question.offered', { sessionId });
  const first = (await offered())[0];
  if (!first) throw new Error('Nothing is offered');
  await bench.ask('draft.keep', { sessionId, field: 'note', body: 'Half a sen' });
  const { id: noteId } = await ask(bench, sessionId, first);
  expect((await offered()).at(-1)).toMatchObject({ id: first.id, askedIn: noteId });
  const { notes, drafts } = await bench.ask('session.get', { id: sessionId });
  expect(notes).toMatchObject([{ body: first.text, ksbs: [...first.ksbs] }]);
  expect(drafts.map(({ body }) => body)).toEqual(['Half a sen']);
  const used = (await bench.ask('question.list', { planId })).find(({ id }) => id === first.id);
  expect(used).toMatchObject({ timesUsed: 1, wasUsed: true });
  expect(used?.lastUsedAt).not.toBeNull();
  expect(await bench.refusal('question.discard', { id: first.id })).toBe('question.used');
  await bench.ask('note.strike', { id: noteId, reason: 'Asked twice' });
  expect((await offered()).find(({ id }) => id === first.id)).toMatchObject({ askedIn: null });
  expect(await bench.refusal('question.discard', { id: first.id })).toBe('question.used');
  await bench.ask('question.retire', { id: first.id });
  expect((await offered()).some(({ id }) => id === first.id)).toBe(false);
});

test('only an approved question of the session’s own method is asked from the bank', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'observation');
  const bank = await bench.ask('question.list', { planId });
  const other = bank.find(({ methodKey }) => methodKey === 'professionalDiscussion');
  const { id: draft } = await bench.ask('question.add', { planId, place, wording });
  for (const id of [other?.id ?? '', draft]) {
    const note = { sessionId, kind: 'question', body: 'Why?', ksbs: [], followsId: null, bankQuestionId: id } as const;
    expect(await bench.refusal('note.add', note)).toBe('question.notOffered');
  }
});

test('a further attempt marks what was asked before and offers it after the new questions', async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, 'observation');
  const [first] = await bench.ask('question.offered', { sessionId });
  if (!first) throw new Error('Nothing is offered');
  await ask(bench, sessionId, first);
  await bench.ask('session.void', { sessionId, reason: 'The fire alarm ended it' });
  const { id: again } = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  const offered = await bench.ask('question.offered', { sessionId: again });
  expect(offered[0]).toMatchObject({ askedBefore: null });
  expect(offered.at(-1)).toMatchObject({ id: first.id, askedIn: null });
  expect(offered.at(-1)?.askedBefore).not.toBeNull();
});

test('a re-sit repeats no question, where the plan wants others', { timeout: 60_000 }, async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, 'professionalDiscussion');
  const [first, second] = await bench.ask('question.offered', { sessionId });
  if (!first || !second) throw new Error('Too little is offered');
  await ask(bench, sessionId, first);
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'notMet');
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  const further = { kind: 'resit', actionPlan: 'Read the policy', exceptional: '', lateReason: '' } as const;
  const wanted = { assessmentId, methodKey: 'professionalDiscussion', checklist, further };
  const { id: again } = await bench.ask('session.begin', wanted);
  const offered = (await bench.ask('question.offered', { sessionId: again })).map(({ id }) => id);
  expect(offered).toContain(second.id);
  expect(offered).not.toContain(first.id);
  await expect(ask(bench, again, first)).rejects.toMatchObject({ code: 'question.repeated' });
  await ask(bench, again, second);
});

test('a draft made from a plan takes its bank along, counts use over both, and is discarded with it', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'observation');
  const [first] = await bench.ask('question.offered', { sessionId });
  if (!first) throw new Error('Nothing is offered');
  await ask(bench, sessionId, first);
  const { id: copy } = await bench.ask('plan.draft', { from: 'plan', planId });
  const bank = await bench.ask('question.list', { planId: copy });
  expect(bank).toHaveLength((await bench.ask('question.list', { planId })).length);
  expect(bank.find(({ text }) => text === first.text)).toMatchObject({ timesUsed: 1, wasUsed: false });
  await bench.ask('plan.discard', { id: copy });
  expect(await bench.refusal('question.list', { planId: copy })).toBe('plan.unknown');
});

test('a file of questions is previewed in words, taken over as drafts, and comes back from an export', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'questions.csv');
  let saved: string | null = path.join(folder, 'out.csv');
  const bench = testBench({ dialogs: { chooseFile: async () => file, saveFile: async () => saved } });
  await newWorkspace(bench);
  const rows = [
    'Theme;Question text;KSBs;Pass pointers;Distinction;Type',
    'Responding to concerns;=HYPERLINK("x");K1, S4;"• Names the risk\n• Rings the lead";;scenario',
    'Theme A;Which policy says so?;K16;One | Two;;opening',
    'Responding to concerns;What if it is your own manager?;K99;;;',
    'Nowhere;Why?;K1;;;',
    'Responding to concerns;Why so late?;K1;;;riddle',
    'Responding to concerns;why so late;K1;;;',
  ];
  writeFileSync(file, rows.join('\r\n'));
  const preview = await bench.ask('question.previewImport', { planId });
  expect(preview?.rows.map(({ row, standing, problems }) => [row, standing, problems])).toEqual([
    [2, 'new', []],
    [3, 'new', []],
    [4, 'wrong', ['“Responding to concerns” does not hold K99.']],
    [5, 'wrong', ['The plan has no theme called “Nowhere”.']],
    [6, 'new', ['“riddle” is no kind of question: it was taken as an opening one.']],
    [7, 'held', ['It stands in the file twice.']],
  ]);
  const taken = (preview?.rows ?? []).flatMap(({ question, standing }) => {
    if (!question || standing !== 'new') return [];
    const { methodKey, themeKey, ...rest } = question;
    return [{ place: { methodKey, themeKey }, wording: rest }];
  });
  expect(taken[0]?.wording.passPointers).toEqual(['Names the risk', 'Rings the lead']);
  expect(await bench.ask('question.import', { planId, questions: taken })).toEqual({ added: 3 });
  const bank = await bench.ask('question.list', { planId });
  expect(bank.filter(({ status }) => status === 'draft').map(({ text }) => text)).toContain('=HYPERLINK("x")');

  await bench.ask('question.export', { planId });
  const text = readFileSync(saved, 'utf8');
  expect(text).toContain('"\'=HYPERLINK(""x"")"');
  writeFileSync(file, text);
  const back = await bench.ask('question.previewImport', { planId });
  expect(new Set(back?.rows.map(({ standing }) => standing))).toEqual(new Set(['held']));
  expect(back?.rows).toHaveLength(bank.length);
  saved = null;
  expect(await bench.ask('question.export', { planId })).toBeNull();
});

test('a file without the needed columns is refused in words', async () => {
  const file = path.join(temporaryFolder(), 'questions.csv');
  writeFileSync(file, 'a,b\n1,2\n');
  const bench = testBench({ dialogs: { chooseFile: async () => file } });
  await newWorkspace(bench);
  expect(await bench.refusal('question.previewImport', { planId })).toBe('questions.noColumns');
});
