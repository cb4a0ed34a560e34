import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../shared/domain/plan.ts';
import { criticalKsb } from '../../fixtures/plans/critical-ksb.ts';
import { reformed } from '../../fixtures/plans/reformed.ts';
import { checklist, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { judgeAll } from './job.ts';
import { liveAssessment } from './live-assessment.ts';

const planId = reformed.id;
const small = ['K1', 'S1', 'K3', 'K6', 'S5'];
const outcome = { heldOn: '2026-11-13', heldBy: 'T. Example, provider', source: 'Mark sheet 7' } as const;

const addVersion = (bench: TestBench, label: string, statements: readonly string[]) =>
  bench.ask('assessmentVersion.add', { planId, label, statements });

/** Records the outcome of the method that the provider marks, with every descriptor met. */
async function recordObservation(bench: TestBench, assessmentId: string, heldOn: string): Promise<string> {
  const wanted = { assessmentId, methodKey: 'observation', outcome: { ...outcome, heldOn }, checklist };
  const { id } = await bench.ask('outcome.record', wanted);
  await judgeAll(bench, id, () => 'met');
  return id;
}

async function anotherAssessment(bench: TestBench): Promise<string> {
  const [apprentice] = await bench.ask('apprentice.list', {});
  return (await bench.ask('assessment.add', { apprenticeId: apprentice?.id ?? '', planId, practice: false })).id;
}

describe('the assessment versions of a reformed plan', () => {
  test('hold every mandatory statement, keep what they are, and are withdrawn with a reason', async () => {
    const bench = testBench();
    await liveAssessment(bench, reformed);
    const wanted = { planId, label: 'Paper A' };
    const add = 'assessmentVersion.add' as const;
    expect(await bench.refusal(add, { ...wanted, statements: ['K1'] })).toBe('assessmentVersion.faulty');
    expect(await bench.refusal(add, { ...wanted, statements: [...small, 'B1'] })).toBe('assessmentVersion.faulty');
    const { id } = await addVersion(bench, 'Paper A', small.toReversed());
    expect(await bench.refusal(add, { ...wanted, statements: small })).toBe('assessmentVersion.held');
    const pinned = await anotherAssessment(bench);
    await bench.ask('assessmentVersion.choose', { assessmentId: pinned, versionId: id });
    const { versions } = await bench.ask('assessmentVersion.log', { planId });
    expect(versions).toMatchObject([{ id, label: 'Paper A', statements: ['K1', 'K3', 'K6', 'S1', 'S5'], sessions: 0 }]);
    await bench.ask('assessmentVersion.withdraw', { id, reason: 'A question was published' });
    const again = { id, reason: 'Once more' };
    expect(await bench.refusal('assessmentVersion.withdraw', again)).toBe('assessmentVersion.withdrawn');
    const begin = { assessmentId: pinned, methodKey: 'observation', checklist };
    expect(await bench.refusal('session.begin', begin)).toBe('assessmentVersion.withdrawn');
    const assessmentId = await anotherAssessment(bench);
    expect(await bench.refusal('assessmentVersion.choose', { assessmentId, versionId: id })).toBe(
      'assessmentVersion.withdrawn',
    );
  });

  test('are none of a plan that does not sample', async () => {
    const bench = testBench();
    const plan: Plan = criticalKsb;
    const assessmentId = await liveAssessment(bench, plan);
    expect(await bench.refusal('assessmentVersion.log', { planId: plan.id })).toBe('assessmentVersion.notSampled');
    expect((await bench.ask('assessment.get', { id: assessmentId })).sampling).toBeNull();
    const choice = { assessmentId, versionId: null };
    expect(await bench.refusal('assessmentVersion.choose', choice)).toBe('assessmentVersion.notSampled');
  });
});

describe('an assessment by a version', () => {
  test('judges the statements of the version alone, and the log and the coverage say so', {
    timeout: 60_000,
  }, async () => {
    const file = path.join(temporaryFolder(), 'out.csv');
    const bench = testBench({ dialogs: { saveFile: async () => file } });
    const one = await liveAssessment(bench, reformed);
    const { id: versionId } = await addVersion(bench, '=Paper A', small);
    await bench.ask('assessmentVersion.choose', { assessmentId: one, versionId });
    expect((await bench.ask('assessment.get', { id: one })).sampling?.chosen).toEqual({
      id: versionId,
      label: '=Paper A',
    });
    const session = await recordObservation(bench, one, '2026-10-01');
    const view = await bench.ask('session.get', { id: session });
    expect(view.statements.map(({ code }) => code)).toEqual(['K1', 'S1']);
    expect(view.result.grade).toBe('pass');
    // A session keeps the version that it was begun with.
    await bench.ask('assessmentVersion.choose', { assessmentId: one, versionId: null });
    expect((await bench.ask('session.get', { id: session })).statements).toHaveLength(2);
    await recordObservation(bench, await anotherAssessment(bench), '2026-11-02');

    const { log, coverage, versions } = await bench.ask('assessmentVersion.log', { planId });
    expect(versions).toMatchObject([{ sessions: 1 }]);
    expect(log.map(({ on, version, statements }) => [on, version, statements.length])).toEqual([
      ['2026-11-02', null, 5],
      ['2026-10-01', '=Paper A', 2],
    ]);
    const of = (code: string) => coverage.find(statement => statement.code === code);
    expect(of('K1')).toMatchObject({ times: 2, leftOut: 0, isMandatory: true, standing: 'covered' });
    expect(of('K2')).toMatchObject({ times: 1, leftOut: 1, lastOn: '2026-11-02', dueBy: '2027-11-02' });
    expect(of('K4')).toMatchObject({ times: 0, lastOn: null, dueBy: '2027-10-01', standing: 'never' });

    await bench.ask('assessmentVersion.export', { planId, what: 'log' });
    expect(readFileSync(file, 'utf8')).toContain("2026-10-01,'=Paper A,");
    await bench.ask('assessmentVersion.export', { planId, what: 'coverage' });
    expect(readFileSync(file, 'utf8')).toContain(
      'K1,Example statement K1.,Example ONE,yes,2,2026-11-02,0,2027-11-02,covered',
    );
    const { events } = await bench.ask('audit.list', { before: null, limit: 1 });
    expect(events[0]?.type).toBe('samplingLog.exported');
  });

  test('counts no void attempt, and goes on over a new version of the plan', { timeout: 60_000 }, async () => {
    const bench = testBench();
    const assessmentId = await liveAssessment(bench, reformed);
    const first = await recordObservation(bench, assessmentId, '2026-11-02');
    const { id: next } = await bench.ask('plan.newVersion', { id: planId });
    expect((await bench.ask('assessmentVersion.log', { planId: next })).log).toHaveLength(1);
    await bench.ask('session.void', { sessionId: first, reason: 'The wrong paper was used' });
    expect((await bench.ask('assessmentVersion.log', { planId: next })).log).toEqual([]);
  });
});
