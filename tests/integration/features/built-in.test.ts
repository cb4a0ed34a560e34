import { expect, test } from 'vitest';
import { type BuiltIn, builtIn } from '../../../electron/core/resources.ts';
import { bringBuiltIn, lackingBuiltIn } from '../../../electron/features/built-in.ts';
import { checklist, newWorkspace, passphrase, type TestBench, testBench } from '../workbench.ts';

const now = builtIn();
const bring = (bench: TestBench, given: BuiltIn): Promise<void> =>
  bench.workbench.task(async context => bringBuiltIn(context, given));
const lacks = (bench: TestBench, given: BuiltIn): Promise<unknown> =>
  bench.workbench.task(async ({ query }) => query(({ reader }) => lackingBuiltIn(reader, given)));
const eventTypes = async (bench: TestBench, limit: number): Promise<string[]> =>
  (await bench.ask('audit.list', { before: null, limit })).events.map(({ type }) => type);

const [demonstration, template] = now.plans;
if (!demonstration || !template) throw new Error('The built-in plans are missing');
const newerPlan = { ...demonstration, title: 'The demonstration plan, mended' };

test('a workspace that was just made lacks nothing, and opening it again writes nothing', async () => {
  const bench = testBench();
  await newWorkspace(bench);
  expect(await lacks(bench, now)).toBeNull();
  const status = await bench.ask('workspace.status', {});
  const folder = status.state === 'open' ? status.workspace.folder : '';
  const before = await eventTypes(bench, 50);
  await bench.ask('workspace.lock', {});
  await bench.ask('workspace.unlock', { folder, opening: { kind: 'passphrase', passphrase } });
  expect(await eventTypes(bench, 50)).toEqual(before);
});

test('a newer plan stands beside the one that is held, with its questions; assessments stay pinned', async () => {
  const bench = testBench();
  const apprenticeId = await newWorkspace(bench);
  const wanted = { apprenticeId, planId: demonstration.id, practice: true };
  const { id: assessmentId } = await bench.ask('assessment.add', wanted);
  const given = { ...now, plans: [newerPlan, template] };
  await bring(bench, given);
  expect(await lacks(bench, given)).toBeNull();
  expect((await bench.ask('assessment.get', { id: assessmentId })).plan.id).toBe(demonstration.id);
  const added = await bench.ask('plan.get', { id: `${demonstration.id}-2` });
  expect(added).toMatchObject({
    builtIn: true,
    plan: { title: newerPlan.title, version: `${demonstration.version} (2)` },
    supersedes: { id: demonstration.id },
    findings: [],
  });
  expect(await bench.ask('question.list', { planId: added.plan.id })).toHaveLength(now.bank.questions.length);
  expect(await eventTypes(bench, 3)).toEqual(['builtIn.brought', 'questions.imported', 'plan.added']);
  const practice = { apprenticeId, planId: added.plan.id, practice: true };
  const { id } = await bench.ask('assessment.add', practice);
  await bench.ask('session.begin', { assessmentId: id, methodKey: 'observation', checklist });
});

test('a standard in other words stands beside the one that is held under a label of its own, and a newer one under its own', async () => {
  const bench = testBench();
  await newWorkspace(bench);
  const [first, ...rest] = now.framework.items;
  if (!first) throw new Error('The standard has no statement');
  const reworded = { ...now, framework: { ...now.framework, items: [{ ...first, text: 'In other words.' }, ...rest] } };
  await bring(bench, reworded);
  expect(await lacks(bench, reworded)).toBeNull();
  await bring(bench, { ...now, framework: { ...now.framework, id: 'st1030-1.1', version: '1.1' } });
  const frameworks = await bench.ask('framework.list', {});
  expect(frameworks.map(({ id, version }) => [id, version])).toEqual([
    ['st1030-1.0', '1.0'],
    ['st1030-1.0-2', '1.0 (2)'],
    ['st1030-1.1', '1.1'],
  ]);
  expect((await bench.ask('framework.get', { id: 'st1030-1.0' })).items[0]?.text).toBe(first.text);
});

test('new questions join the bank once; one that was discarded does not come back', async () => {
  const bench = testBench();
  await newWorkspace(bench);
  const planId = demonstration.id;
  const [gone] = await bench.ask('question.list', { planId });
  if (!gone) throw new Error('The bank is empty');
  await bench.ask('question.discard', { id: gone.id });
  expect(await lacks(bench, now)).toBeNull();
  const [one] = now.bank.questions;
  if (!one) throw new Error('The bank is empty');
  const text = 'What is new in this question?';
  const given = { ...now, bank: { ...now.bank, questions: [...now.bank.questions, { ...one, text }] } };
  await bring(bench, given);
  expect(await lacks(bench, given)).toBeNull();
  const bank = await bench.ask('question.list', { planId });
  expect(bank.find(question => question.text === text)).toMatchObject({ status: 'approved' });
  expect(bank.some(question => question.text === gone.text)).toBe(false);
  expect(bank).toHaveLength(now.bank.questions.length);
});
