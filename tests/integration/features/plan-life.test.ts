import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { addFramework } from '../../../electron/features/frameworks.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { asymmetricMerit } from '../../fixtures/plans/asymmetric-merit.ts';
import { exampleStandard } from '../../fixtures/plans/example-standard.ts';
import { completedTemplate } from '../../fixtures/plans/st1030-template.ts';
import { checklist, newWorkspace, passphrase, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { passGateway } from './job.ts';

const statement = { confirmedBy: 'Lee Lead', sourceDocument: 'ST1030 assessment plan', sourceVersion: 'AP01' };
const second = 'Sam Second';

/** A draft from the template of ST1030 with everything filled in. */
async function completeDraft(bench: TestBench): Promise<Plan> {
  const { id } = await bench.ask('plan.draft', { from: 'plan', planId: 'st1030-template' });
  const { supersedes: _, ...content } = completedTemplate();
  const plan: Plan = { ...content, id };
  await bench.ask('plan.save', { plan });
  return plan;
}

async function confirmed(bench: TestBench): Promise<Plan> {
  const plan = await completeDraft(bench);
  await bench.ask('plan.check', { id: plan.id, checkedBy: second });
  await bench.ask('plan.confirm', { id: plan.id, ...statement });
  return plan;
}

const standingOf = async (bench: TestBench, id: string) => (await bench.ask('plan.get', { id })).status;

describe('a draft', () => {
  test('from a standard has nothing in it but the standard, and one from the template what the template has', async () => {
    const bench = testBench();
    await newWorkspace(bench);
    const blank = await bench.ask('plan.draft', { from: 'framework', frameworkId: 'st1030-1.0', planModel: 'aap' });
    const stored = await bench.ask('plan.get', { id: blank.id });
    expect(stored).toMatchObject({ status: 'draft', fixed: null, record: { typedBy: 'Robin Fictional' } });
    expect(stored.plan).toMatchObject({ planModel: 'aap', methods: [], gradeTable: null, standard: { level: 3 } });
    expect(stored.plan.completion?.[0]?.ksbs).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7']);
    const drafted = await bench.ask('plan.draft', { from: 'plan', planId: 'st1030-template' });
    const { plan } = await bench.ask('plan.get', { id: drafted.id });
    expect(plan).toMatchObject({ origin: 'published', source: '', version: '' });
    expect(plan.methods.map(({ ksbs }) => ksbs.length)).toEqual([33, 46]);
  });

  test('is kept as it is typed and is there after the workbench went without a word', async () => {
    const bench = testBench();
    await newWorkspace(bench);
    const { id } = await bench.ask('plan.draft', { from: 'plan', planId: 'st1030-template' });
    const { plan } = await bench.ask('plan.get', { id });
    const halfTyped = { ...plan, title: '', methods: [] };
    await bench.ask('plan.save', { plan: halfTyped });
    const status = await bench.ask('workspace.status', {});
    bench.workbench.close();
    const next = testBench({ userData: bench.userData });
    const folder = status.state === 'open' ? status.workspace.folder : '';
    await next.ask('workspace.unlock', { folder, opening: { kind: 'passphrase', passphrase } });
    expect((await next.ask('plan.get', { id })).plan).toEqual(halfTyped);
  });

  test('is discarded without a trace but the event, and only a draft is', async () => {
    const bench = testBench();
    await newWorkspace(bench);
    const draft = await completeDraft(bench);
    await bench.ask('plan.discard', { id: draft.id });
    expect(await bench.refusal('plan.get', { id: draft.id })).toBe('plan.unknown');
    expect(await bench.refusal('plan.discard', { id: 'st1030-template' })).toBe('plan.fixed');
    expect(await bench.refusal('plan.discard', { id: (await confirmed(bench)).id })).toBe('plan.fixed');
  });

  test('that an assessment is pinned to keeps its words, and a new version can be made of it', async () => {
    const bench = testBench();
    const apprenticeId = await newWorkspace(bench);
    const plan = await completeDraft(bench);
    await bench.ask('assessment.add', { apprenticeId, planId: plan.id, practice: true });
    expect(await bench.refusal('plan.save', { plan: { ...plan, title: 'Other' } })).toBe('plan.fixed');
    const { id } = await bench.ask('plan.newVersion', { id: plan.id });
    expect((await bench.ask('plan.get', { id })).plan.version).toBe('AP02');
    await bench.ask('plan.check', { id: plan.id, checkedBy: second });
  });
});

describe('checking and confirming', () => {
  test('takes two people and a plan without faults, in that order', async () => {
    const bench = testBench();
    const apprenticeId = await newWorkspace(bench);
    const { id: open } = await bench.ask('plan.draft', { from: 'plan', planId: 'st1030-template' });
    expect(await bench.refusal('plan.check', { id: open, checkedBy: second })).toBe('plan.faulty');
    const plan = await completeDraft(bench);
    const { id } = plan;
    expect(await bench.refusal('plan.confirm', { id, ...statement })).toBe('plan.notChecked');
    for (const checkedBy of ['Robin Fictional', ' robin  FICTIONAL ', 'Robin-Fictional']) {
      expect(await bench.refusal('plan.check', { id, checkedBy })).toBe('plan.samePerson');
    }
    expect(await bench.refusal('plan.check', { id, checkedBy: '--' })).toBe('name.wrong');
    await bench.ask('plan.check', { id, checkedBy: second });
    expect(await bench.refusal('plan.save', { plan })).toBe('plan.fixed');
    const live = { apprenticeId, planId: id, practice: false };
    expect(await bench.refusal('assessment.add', live)).toBe('plan.unconfirmed');
    await bench.ask('plan.confirm', { id, ...statement });
    expect(await bench.ask('plan.get', { id })).toMatchObject({
      status: 'confirmed',
      record: { typedBy: 'Robin Fictional', checkedBy: second, ...statement },
    });
    const { id: assessmentId } = await bench.ask('assessment.add', live);
    const begin = { assessmentId, methodKey: 'observation', checklist };
    expect(await bench.refusal('session.begin', begin)).toBe('gateway.notConfirmed');
    await passGateway(bench, assessmentId, '2026-11-16');
    await bench.ask('session.begin', begin);
  });

  test('a checked plan is returned to draft and checked again', async () => {
    const bench = testBench();
    await newWorkspace(bench);
    const { id } = await completeDraft(bench);
    await bench.ask('plan.check', { id, checkedBy: second });
    await bench.ask('plan.return', { id, reason: 'The notice is wrong' });
    expect(await bench.ask('plan.get', { id })).toMatchObject({ status: 'draft', record: { checkedBy: null } });
  });

  test('a template and a fictional plan are never confirmed, nor copies of the fictional one', async () => {
    const bench = testBench();
    await newWorkspace(bench);
    const copy = await bench.ask('plan.draft', { from: 'plan', planId: 'st1030-demonstration' });
    for (const id of ['st1030-template', 'st1030-demonstration', copy.id]) {
      expect(await bench.refusal('plan.check', { id, checkedBy: second })).toBe('plan.unpublished');
    }
  });
});

describe('a new version', () => {
  test('differs in words, supersedes the one before when it is confirmed, and leaves assessments where they are', async () => {
    const bench = testBench();
    const apprenticeId = await newWorkspace(bench);
    const plan = await confirmed(bench);
    const { id: assessmentId } = await bench.ask('assessment.add', { apprenticeId, planId: plan.id, practice: false });
    const { id } = await bench.ask('plan.newVersion', { id: plan.id });
    expect(await bench.refusal('plan.newVersion', { id: plan.id })).toBe('plan.versionOpen');
    const next = (await bench.ask('plan.get', { id })).plan;
    const method = next.methods[0];
    if (method?.notice) method.notice = { value: 15, unit: 'workingDays' };
    await bench.ask('plan.save', { plan: next });
    const { differences } = await bench.ask('plan.differences', { id, from: plan.id });
    expect(differences.map(({ where, before, after }) => [where, before, after])).toEqual([
      ['Plan version', 'AP01', 'AP02'],
      ['Observation with questions, notice: notice', '10', '15'],
    ]);
    await bench.ask('plan.check', { id, checkedBy: second });
    expect(await standingOf(bench, plan.id)).toBe('confirmed');
    await bench.ask('plan.confirm', { id, ...statement, sourceVersion: 'AP02' });
    expect(await standingOf(bench, plan.id)).toBe('superseded');
    const live = { apprenticeId, planId: plan.id, practice: false };
    expect(await bench.refusal('assessment.add', live)).toBe('plan.unconfirmed');
    expect((await bench.ask('assessment.get', { id: assessmentId })).plan).toMatchObject({
      id: plan.id,
      version: 'AP01',
    });
    expect((await bench.ask('audit.list', { before: null, limit: 500 })).brokenAt).toBeNull();
  });
});

describe('a plan that travels', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../resources/schemas/epa-plan-1.schema.json', import.meta.url), 'utf8'),
  );
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);

  function dialogsFor(file: string) {
    return { dialogs: { saveFile: async () => file, chooseFile: async () => file } };
  }

  test('comes out as JSON that keeps to the schema, and into another workspace as confirmed, word for word', async () => {
    const file = path.join(temporaryFolder(), 'plan.json');
    const office = testBench(dialogsFor(file));
    await newWorkspace(office);
    const plan = await confirmed(office);
    expect(await office.ask('plan.export', { id: plan.id })).toEqual({ file });
    const exported = JSON.parse(readFileSync(file, 'utf8'));
    expect(ajv.validate(schema, exported), ajv.errorsText()).toBe(true);
    expect(exported.transcription).toMatchObject({ typedBy: 'Robin Fictional', checkedBy: second, ...statement });

    const assessor = testBench(dialogsFor(file));
    const apprenticeId = await newWorkspace(assessor);
    const preview = await assessor.ask('plan.previewImport', {});
    expect(preview).toMatchObject({ standing: 'new', notAsConfirmed: null, findings: [], frameworkId: 'st1030-1.0' });
    if (!preview) throw new Error('There is no preview');
    expect(await assessor.ask('plan.list', {})).toHaveLength(2);
    const { id } = await assessor.ask('plan.import', { plan: preview.plan, asConfirmed: true });
    const taken = await assessor.ask('plan.get', { id });
    expect(taken).toMatchObject({ status: 'confirmed', record: { typedBy: 'Robin Fictional', ...statement } });
    expect(taken.plan).toEqual(plan);
    await assessor.ask('assessment.add', { apprenticeId, planId: id, practice: false });
    expect(await assessor.refusal('plan.import', { plan: preview.plan, asConfirmed: true })).toBe('plan.held');
    expect((await assessor.ask('plan.previewImport', {}))?.standing).toBe('same');
  });

  test('stands beside the one that is here when it says something else', async () => {
    const file = path.join(temporaryFolder(), 'plan.json');
    const bench = testBench(dialogsFor(file));
    await newWorkspace(bench);
    const plan = await confirmed(bench);
    writeFileSync(file, JSON.stringify({ ...plan, title: 'Another title' }));
    const preview = await bench.ask('plan.previewImport', {});
    expect(preview).toMatchObject({ standing: 'other', held: { id: plan.id, status: 'confirmed' } });
    expect(preview?.differences).toMatchObject([{ where: 'Title', after: 'Another title' }]);
    expect(preview?.notAsConfirmed).toBe('It was not confirmed when it was exported.');
    if (!preview) throw new Error('There is no preview');
    expect(await bench.refusal('plan.import', { plan: preview.plan, asConfirmed: true })).toBe('plan.notConfirmed');
    const { id } = await bench.ask('plan.import', { plan: preview.plan, asConfirmed: false });
    expect(id).not.toBe(plan.id);
    expect(await bench.ask('plan.get', { id })).toMatchObject({ status: 'draft', supersedes: { id: plan.id } });
    expect((await bench.ask('plan.get', { id: plan.id })).plan).toEqual(plan);
  });

  test('is refused with what is wrong with it: no JSON, no plan, no standard, a forged check', async () => {
    const file = path.join(temporaryFolder(), 'plan.json');
    const bench = testBench(dialogsFor(file));
    await newWorkspace(bench);
    expect(await bench.refusal('plan.previewImport', {})).toBe('file.unreadable');
    writeFileSync(file, 'hello');
    expect(await bench.refusal('plan.previewImport', {})).toBe('plan.notJson');
    writeFileSync(file, '{"schema":"epa-plan/1"}');
    expect(await bench.refusal('plan.previewImport', {})).toBe('plan.notPlan');
    writeFileSync(file, `${' '.repeat(5_000_001)}`);
    expect(await bench.refusal('plan.previewImport', {})).toBe('plan.tooLarge');
    writeFileSync(file, JSON.stringify(asymmetricMerit));
    expect(await bench.ask('plan.previewImport', {})).toMatchObject({ frameworkId: null, findings: [] });
    expect(await bench.refusal('plan.import', { plan: asymmetricMerit, asConfirmed: false })).toBe('plan.noStandard');
    await bench.workbench.task(async ({ command }) => command(context => addFramework(context, exampleStandard)));
    const at = '2026-11-16T09:00:00.000Z';
    const transcription = { typedBy: 'Sam', checkedBy: 'SAM', checkedAt: at, confirmedAt: at, ...statement };
    const forged = { ...asymmetricMerit, transcription };
    expect(await bench.refusal('plan.import', { plan: forged, asConfirmed: true })).toBe('plan.notConfirmed');
  });
});
