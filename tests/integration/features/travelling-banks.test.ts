import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { completedTemplate } from '../../fixtures/plans/st1030-template.ts';
import { newWorkspace, type TestBench, temporaryFolder, testBench } from '../workbench.ts';

const plan = completedTemplate();
const themed = plan.methods.flatMap(method => method.themes.map(theme => ({ method, theme })));
const [at] = themed;
if (!at) throw new Error('The plan has no theme');
const place = { methodKey: at.method.key, themeKey: at.theme.key };
const wording = (text: string) => ({
  kind: 'opening' as const,
  text,
  ksbs: at.theme.ksbs.slice(0, 1),
  passPointers: ['Names the risk'],
  distinctionPointers: [],
});

function benchWith(file: string): TestBench {
  return testBench({ dialogs: { saveFile: async () => file, chooseFile: async () => file } });
}

/** An office with a confirmed plan, one approved question on it, one draft and one that was retired; the plan is exported. */
async function exportedFrom(file: string): Promise<void> {
  const office = benchWith(file);
  await newWorkspace(office);
  const { id: planId } = await office.ask('plan.import', { plan, asConfirmed: false });
  const { id: approverId } = await office.ask('person.add', { name: 'Sam Second', role: 'qualityAssurer' });
  const add = (text: string) => office.ask('question.add', { planId, place, wording: wording(text) });
  const approved = await add('Whom would you tell first?');
  await office.ask('question.approve', { ids: [approved.id], approverId });
  await add('What would you write down?');
  await office.ask('question.retire', { id: (await add('An old question?')).id });
  await office.ask('plan.check', { id: planId, checkedBy: 'Sam Second' });
  const statement = { confirmedBy: 'Lee Lead', sourceDocument: 'Example plan', sourceVersion: 'AP01' };
  await office.ask('plan.confirm', { id: planId, ...statement });
  await office.ask('plan.export', { id: planId });
}

const taken = async (bench: TestBench, planId: string) =>
  (await bench.ask('question.list', { planId })).map(({ text, status, author, approvedBy }) => ({
    text,
    status,
    author,
    approvedBy,
  }));

test('a plan brings its questions with their authors and approvals, and once they are here only what is new', async () => {
  const file = path.join(temporaryFolder(), 'plan.json');
  await exportedFrom(file);
  const schema = JSON.parse(
    readFileSync(new URL('../../../resources/schemas/epa-plan-1.schema.json', import.meta.url), 'utf8'),
  );
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  const exported = JSON.parse(readFileSync(file, 'utf8'));
  expect(ajv.validate(schema, exported), ajv.errorsText()).toBe(true);

  const bench = benchWith(file);
  await newWorkspace(bench);
  const preview = await bench.ask('plan.previewImport', {});
  if (!preview) throw new Error('There is no preview');
  expect(preview.questions).toMatchObject({ fresh: 2, approved: 1, held: 0, strange: [] });
  const { bank: questionBank } = preview.questions;
  const { id } = await bench.ask('plan.import', { plan: preview.plan, asConfirmed: true, questionBank });
  const author = 'Robin Fictional';
  expect(await taken(bench, id)).toEqual([
    { text: 'Whom would you tell first?', status: 'approved', author, approvedBy: 'Sam Second' },
    { text: 'What would you write down?', status: 'draft', author, approvedBy: null },
  ]);
  const again = { plan: preview.plan, asConfirmed: true, questionBank };
  expect(await bench.refusal('plan.import', again)).toBe('plan.held');

  exported.questionBank.push({ ...exported.questionBank[0], text: 'And whom next?', approved: undefined });
  writeFileSync(file, JSON.stringify(exported));
  const later = await bench.ask('plan.previewImport', {});
  expect(later).toMatchObject({ standing: 'same', questions: { fresh: 1, held: 2 } });
  await bench.ask('plan.import', { ...again, questionBank: later?.questions.bank ?? [] });
  expect(await taken(bench, id)).toHaveLength(3);
});

test('an approval by the author, or with a plan that is taken as a draft, is none; and what fits no theme stays behind', async () => {
  const file = path.join(temporaryFolder(), 'plan.json');
  await exportedFrom(file);
  const exported = JSON.parse(readFileSync(file, 'utf8'));
  const [first] = exported.questionBank;
  exported.questionBank.push(
    { ...first, text: 'Approved by its author?', approved: { ...first.approved, by: 'robin FICTIONAL' } },
    { ...first, text: 'For no theme?', themeKey: 'nowhere' },
    { ...first, text: 'For another KSB?', ksbs: ['K99'] },
  );
  writeFileSync(file, JSON.stringify(exported));
  const bench = benchWith(file);
  await newWorkspace(bench);
  const preview = await bench.ask('plan.previewImport', {});
  if (!preview) throw new Error('There is no preview');
  expect(preview.questions.strange).toEqual(['For no theme?', 'For another KSB?']);
  const wanted = { plan: preview.plan, questionBank: preview.questions.bank };
  const { id } = await bench.ask('plan.import', { ...wanted, asConfirmed: true });
  const statuses = (await taken(bench, id)).map(({ status }) => status);
  expect(statuses).toEqual(['approved', 'draft', 'draft']);

  const other = benchWith(file);
  await newWorkspace(other);
  const { id: draft } = await other.ask('plan.import', { ...wanted, asConfirmed: false });
  expect((await taken(other, draft)).every(({ status }) => status === 'draft')).toBe(true);
});
