import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dfe } from '../../../electron/cli/dfe.ts';
import type { DfeDetails } from '../../../shared/contract/dfe.ts';
import type { DfeKind } from '../../../shared/domain/dfe/kinds.ts';
import { noContact } from '../../../shared/domain/dfe/record.ts';
import { newWorkspace, passphrase, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { copyReleased } from './copied-assessments.ts';
import { confirmedPlan, liveAssessment, nothingMet, release, resit } from './released-assessment.ts';
import { signedAssessment } from './signed-assessment.ts';

afterEach(() => vi.unstubAllEnvs());

const contact = {
  ...noContact,
  contactName: 'Shreya Fictional',
  organisation: 'Example Care, Leeds',
  addressLine1: '123 Test Road',
  city: 'Townsville',
  postCode: 'ZY9 9ZY',
};
const details: DfeDetails = {
  courseOption: null,
  learningStartedOn: '2025-01-06',
  contact,
  epaReference: null,
  certificateReference: null,
};

/** A bench whose save dialog answers with a file in a folder of its own, and whose open dialog with what the test puts there. */
function dfeBench() {
  const folder = temporaryFolder();
  const answer = { open: '', save: 'out.csv' as string | null };
  const bench = testBench({
    dialogs: {
      saveFile: async () => answer.save && path.join(folder, answer.save),
      chooseFile: async () => path.join(folder, answer.open),
    },
  });
  return { bench, folder, answer };
}

/** A workspace with one live assessment on a confirmed plan, signed and released, its contact given. */
async function released(bench: TestBench, decide?: typeof nothingMet): Promise<string> {
  const apprenticeId = await newWorkspace(bench);
  const planId = await confirmedPlan(bench);
  const assessmentId = await liveAssessment(bench, { apprenticeId, planId, ...(decide && { decide }) });
  await release(bench, assessmentId);
  await bench.ask('dfe.setDetails', { assessmentId, ...details });
  return assessmentId;
}

/** What the schema itself says when the assessment is put into a file past all code. */
async function schemaRefusal(bench: TestBench, assessmentId: string): Promise<string> {
  return bench.workbench.task(async ({ workspace }) => {
    const run = (sql: string, ...values: readonly string[]) => workspace?.connection.prepare(sql).run(...values);
    const insert = workspace?.connection.transaction(() => {
      run("INSERT INTO dfe_file VALUES ('f', 99, 'createEpa', 'csv', 'x', 'y', 1, '2026-11-16T09:00:00.000Z')");
      run('INSERT INTO dfe_file_learner VALUES (?, ?, ?)', 'f', '99-1', assessmentId);
    });
    try {
      insert?.();
      return 'not refused';
    } catch (error) {
      return (error as Error).message;
    }
  });
}

const failing = async (bench: TestBench, kind: DfeKind, form: 'csv' | 'json' = 'csv') =>
  (await bench.ask('dfe.list', { kind, form })).learners.map(({ problems }) =>
    problems.filter(({ level }) => level === 'failure').map(({ rule }) => rule),
  );

describe('the files for the assessment service', { timeout: 60_000 }, () => {
  test('are written for a released live assessment, to the byte, and kept in the history with what they held', async () => {
    const { bench, folder, answer } = dfeBench();
    const assessmentId = await released(bench);
    const { learners, unreleased } = await bench.ask('dfe.list', { kind: 'createCertificate', form: 'csv' });
    expect(unreleased).toBe(0);
    expect(learners).toMatchObject([{ assessmentId, name: 'Zoë Nguyễn-Example', level: 'warning', result: 'Pass' }]);
    expect(learners[0]?.problems.map(({ rule }) => rule)).toEqual(['ukprn']);
    await bench.ask('dfe.setSettings', { ukprn: '10000001', plans: [] });
    const wanted = { kind: 'createCertificate', form: 'csv', assessmentIds: [assessmentId] } as const;
    expect(await bench.ask('dfe.write', wanted)).toEqual({ files: [path.join(folder, 'out.csv')], learners: 1 });
    const bytes = readFileSync(path.join(folder, 'out.csv'));
    expect(bytes.toString()).toBe(
      [
        'RequestId,Uln,GivenNames,FamilyName,StandardCode,StandardReference,Version,CourseOption,OverallGrade,AchievementDate,ContactName,Organisation,AddressLine1,City,PostCode',
        '1-1,1000000019,Zoë,Nguyễn-Example,786,ST1030,1.0,,Pass,16/11/2026 10:10,Shreya Fictional,"Example Care, Leeds",123 Test Road,Townsville,ZY9 9ZY',
      ].join('\n'),
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [file] = await bench.ask('dfe.files', {});
    expect(file).toMatchObject({ fileName: 'out.csv', sha256, sizeBytes: bytes.length, learners: 1 });
    expect(await bench.ask('dfe.writtenLearners', { fileId: file?.id ?? '' })).toEqual([
      { assessmentId, requestId: '1-1', name: 'Zoë Nguyễn-Example' },
    ]);
    const log = await bench.ask('audit.list', { before: null, limit: 1 });
    expect(log).toMatchObject({
      brokenAt: null,
      events: [{ sentence: 'A file for the assessment service was written' }],
    });
    const again = await bench.ask('dfe.list', { kind: 'createCertificate', form: 'csv' });
    expect(again.learners[0]?.writtenAt).not.toBeNull();
    answer.save = null;
    expect(await bench.ask('dfe.write', wanted)).toBeNull();

    const status = await bench.ask('workspace.status', {});
    bench.workbench.close();
    vi.stubEnv('EPA_PASSPHRASE', passphrase);
    const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
    const io = { out: (text: string) => void said.out.push(text), err: (text: string) => void said.err.push(text) };
    const at = ['--workspace', status.state === 'open' ? status.workspace.folder : ''];
    expect(await dfe.run(['check', ...at, '--kind', 'updateEpa', '--json'], io)).toBe(1);
    expect(JSON.parse(said.out.join(''))).toMatchObject([{ level: 'failure', problems: [{ rule: 'epaReference' }] }]);
    const out = path.join(folder, 'cli.csv');
    const writing = ['write', ...at, '--kind', 'updateEpa', '--out', out];
    await expect(dfe.run(writing, io)).rejects.toThrow('The service would refuse Zoë Nguyễn-Example.');
    await expect(dfe.run([...writing, '--leave-out-refused'], io)).rejects.toThrow('There is nobody to write.');
    expect(existsSync(out)).toBe(false);
    expect(await dfe.run(['write', ...at, '--kind', 'createEpa', '--out', out], io)).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('\n2-1,1000000019,Zoë,');
    expect(said.err).toEqual([`1 learner written to ${out}\n`]);
  });

  test('never hold a practice assessment, whatever is asked', async () => {
    const { bench, folder } = dfeBench();
    const { assessmentId } = await signedAssessment(bench);
    await release(bench, assessmentId);
    await bench.ask('dfe.setDetails', { assessmentId, ...details });
    for (const kind of ['createEpa', 'createCertificate'] as const) {
      expect(await failing(bench, kind)).toEqual([['practice', 'plan']]);
      const wanted = { kind, form: 'csv', assessmentIds: [assessmentId] } as const;
      expect(await bench.refusal('dfe.write', wanted)).toBe('dfe.refused');
    }
    expect(readdirSync(folder)).toEqual([]);
    expect(await schemaRefusal(bench, assessmentId)).toMatch(
      /^(?:A practice assessment never goes to the service|The plan is not confirmed)$/,
    );
  });

  test('refuse what is signed and not released, and a learner who withdrew until that is taken back', async () => {
    const { bench, folder } = dfeBench();
    const apprenticeId = await newWorkspace(bench);
    const assessmentId = await liveAssessment(bench, { apprenticeId, planId: await confirmedPlan(bench) });
    expect(await bench.ask('dfe.list', { kind: 'createEpa', form: 'csv' })).toEqual({ learners: [], unreleased: 1 });
    const wanted = { kind: 'createEpa', form: 'csv', assessmentIds: [assessmentId] } as const;
    expect(await bench.refusal('dfe.write', wanted)).toBe('dfe.notReleased');
    const findings = await bench.ask('dfe.check', { assessmentId, kind: 'createEpa', form: 'csv' });
    expect(findings.find(({ rule }) => rule === 'released')?.level).toBe('failure');
    expect(await schemaRefusal(bench, assessmentId)).toBe('The result is not released');
    await release(bench, assessmentId);
    const withdrawn = { assessmentId, withdrawnOn: '2026-11-16', reason: 'Left the employer' };
    await bench.ask('learner.withdraw', withdrawn);
    expect(await bench.refusal('learner.withdraw', withdrawn)).toBe('learner.withdrawn');
    expect(await failing(bench, 'createEpa')).toEqual([['withdrawn']]);
    expect(await schemaRefusal(bench, assessmentId)).toBe('The learner withdrew');
    expect(await bench.refusal('dfe.write', wanted)).toBe('dfe.refused');
    expect(existsSync(path.join(folder, 'out.csv'))).toBe(false);
    await bench.ask('learner.undoWithdrawal', { assessmentId, reason: 'It was somebody else' });
    expect(await bench.refusal('learner.undoWithdrawal', { assessmentId, reason: 'Again' })).toBe(
      'learner.notWithdrawn',
    );
    expect(await bench.ask('dfe.write', wanted)).toMatchObject({ learners: 1 });
    const later = { assessmentId, withdrawnOn: '2026-11-17', reason: 'Tomorrow' };
    expect(await bench.refusal('learner.withdraw', later)).toBe('learner.withdrawnInFuture');
  });

  test('tell of a fail and its re-sit as one list in JSON, and refuse it as CSV', async () => {
    const { bench, folder, answer } = dfeBench();
    const assessmentId = await released(bench, nothingMet);
    expect(await failing(bench, 'createEpa')).toEqual([[]]);
    expect(await failing(bench, 'createCertificate')).toEqual([['overallGrade']]);
    bench.passMinutes(24 * 60);
    await resit(bench, assessmentId);
    expect(await bench.ask('dfe.list', { kind: 'createEpa', form: 'csv' })).toMatchObject({
      learners: [{ result: 'Fail', problems: [{ rule: 'released', level: 'warning' }, { rule: 'ukprn' }] }],
    });
    await release(bench, assessmentId);
    expect(await failing(bench, 'createEpa', 'csv')).toEqual([['attempts']]);
    expect(await failing(bench, 'createEpa', 'json')).toEqual([[]]);
    const wanted = { kind: 'createEpa', assessmentIds: [assessmentId] } as const;
    expect(await bench.refusal('dfe.write', { ...wanted, form: 'csv' })).toBe('dfe.refused');
    answer.save = 'out.json';
    await bench.ask('dfe.write', { ...wanted, form: 'json' });
    const [item] = JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as Record<string, unknown>[];
    expect(item?.['epaDetails']).toEqual({
      epas: [
        { epaDate: '2026-11-16', epaOutcome: 'Fail' },
        { epaDate: '2026-11-17', epaOutcome: 'Pass', resit: true },
      ],
    });
  });

  test('are divided for many, with a number each, and tell every learner apart', async () => {
    const { bench, folder, answer } = dfeBench();
    await copyReleased(bench, await released(bench), 60);
    const { learners } = await bench.ask('dfe.list', { kind: 'createEpa', form: 'json' });
    expect(learners).toHaveLength(61);
    answer.save = 'many.json';
    const assessmentIds = learners.map(({ assessmentId }) => assessmentId);
    const done = await bench.ask('dfe.write', { kind: 'createEpa', form: 'json', assessmentIds });
    expect(done?.files.map(file => path.basename(file))).toEqual(['many-1.json', 'many-2.json', 'many-3.json']);
    const items = (done?.files ?? []).map(file => JSON.parse(readFileSync(file, 'utf8')) as { requestId: string }[]);
    expect(items.map(({ length }) => length)).toEqual([25, 25, 11]);
    expect(new Set(items.flat().map(({ requestId }) => requestId)).size).toBe(61);
    expect(items[2]?.[10]?.requestId).toBe('3-11');
    expect(readdirSync(folder)).toHaveLength(3);
    const again = { kind: 'createEpa', form: 'json', assessmentIds } as const;
    const [one, other] = (await bench.ask('apprentice.list', {})).map(
      ({ assessments: _, addedAt: __, ...rest }) => rest,
    );
    if (!one || !other) throw new Error('There are two apprentices at least');
    await bench.ask('apprentice.correct', { ...other, uln: one.uln });
    expect(await bench.refusal('dfe.write', again)).toBe('dfe.twice');
    await bench.ask('apprentice.correct', other);
    expect(await bench.refusal('dfe.write', again)).toBe('dfe.occupied');
    expect((await bench.ask('dfe.files', {})).map(file => file.learners)).toEqual([11, 25, 25]);
    expect(
      (await bench.ask('dfe.list', { kind: 'createEpa', form: 'json' })).learners.every(one => one.writtenAt),
    ).toBe(true);
  });

  test('take the service’s references from its answer after a preview, once', async () => {
    const { bench, folder, answer } = dfeBench();
    const assessmentId = await released(bench);
    await bench.ask('dfe.write', { kind: 'createEpa', form: 'csv', assessmentIds: [assessmentId] });
    answer.open = 'answer.json';
    const refused = { requestId: '9-9', validationErrors: ['Learner not found'] };
    const told = { requestId: '1-1', epaReference: '00013002', validationErrors: [] };
    writeFileSync(path.join(folder, 'answer.json'), JSON.stringify([told, refused]));
    const preview = await bench.ask('dfe.previewAnswer', {});
    expect(preview?.lines).toMatchObject([
      { standing: 'new', assessmentId, kind: 'epa', reference: '00013002' },
      { standing: 'refused', assessmentId: null, words: 'Learner not found' },
    ]);
    expect(await failing(bench, 'updateEpa')).toEqual([['epaReference']]);
    const taken = {
      sha256: preview?.sha256 ?? '',
      references: [{ assessmentId, kind: 'epa', reference: '00013002' }],
    } as const;
    expect(await bench.ask('dfe.recordAnswer', taken)).toEqual({ recorded: 1 });
    expect(await bench.refusal('dfe.recordAnswer', taken)).toBe('dfe.referenceHeld');
    expect(await failing(bench, 'updateEpa')).toEqual([[]]);
    expect(await failing(bench, 'createEpa')).toEqual([['epaReference']]);
    expect((await bench.ask('dfe.previewAnswer', {}))?.lines[0]?.standing).toBe('held');
    writeFileSync(path.join(folder, 'answer.json'), 'Theme,Question\nA,Why?\n');
    expect(await bench.refusal('dfe.previewAnswer', {})).toBe('dfe.noAnswer');
  });

  test('say a plan’s grades in the service’s own words, and offer the contact of the same employer', async () => {
    const { bench } = dfeBench();
    const assessmentId = await released(bench);
    const { plans } = await bench.ask('dfe.settings', {});
    expect(plans).toMatchObject([{ grades: ['pass', 'merit', 'distinction'], words: {}, publishedOn: null }]);
    const planId = plans[0]?.planId ?? '';
    const own = { planId, words: { pass: 'Pass with excellence' as const }, publishedOn: '2021-06-01' };
    await bench.ask('dfe.setSettings', { ukprn: '', plans: [own] });
    const { learners } = await bench.ask('dfe.list', { kind: 'createCertificate', form: 'csv' });
    expect(learners[0]?.result).toBe('Pass with excellence');
    const [apprentice] = await bench.ask('apprentice.list', {});
    const colleague = await bench.ask('apprentice.add', {
      givenNames: 'Ben',
      familyName: 'Fictional',
      uln: '1000000027',
      employer: apprentice?.employer ?? '',
      trainingProvider: 'Example Training (fictional)',
    });
    const other = await bench.ask('assessment.add', { apprenticeId: colleague.id, planId, practice: false });
    const kept = await bench.ask('dfe.details', { assessmentId: other.id });
    expect(kept).toMatchObject({ name: 'Ben Fictional', suggested: contact, details: { contact: noContact } });
    expect((await bench.ask('dfe.details', { assessmentId })).details).toEqual(details);
  });
});
