import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileToPack } from '../../../electron/packs/write-pack.ts';
import { cappedGrade, countingAttempt } from '../../../shared/domain/attempts.ts';
import type { Judgement } from '../../../shared/domain/judgement.ts';
import { gradeMethod } from '../../../shared/domain/method-grade.ts';
import { gradeOverall } from '../../../shared/domain/overall-grade.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { asymmetricMerit } from '../../fixtures/plans/asymmetric-merit.ts';
import { criticalKsb } from '../../fixtures/plans/critical-ksb.ts';
import { fixedOrder } from '../../fixtures/plans/fixed-order.ts';
import { reformed } from '../../fixtures/plans/reformed.ts';
import { scoredTest } from '../../fixtures/plans/scored-test.ts';
import { writeSample } from '../packs/sample-pack.ts';
import { repacked } from './repacked.ts';
import { sendResults, signedAtAssessor } from './two-workspaces.ts';

const script = fileURLToPath(new URL('../../independent/recompute-grades.py', import.meta.url));

/** What the independent script finds in a pack. */
function recompute(file: string) {
  const { status, stdout, stderr } = spawnSync('python3', [script, '--json', file], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const rows = JSON.parse(stdout) as { what: string; recomputed: string | null; pack: string | null; same: boolean }[];
  return { status, rows };
}

test('the grades of a result pack are those that somebody else computes from it', { timeout: 60_000 }, async () => {
  const { assessor, assessmentIds } = await signedAtAssessor();
  const file = await sendResults(assessor, assessmentIds);
  const { status, rows } = recompute(file);
  expect(rows.map(({ what, recomputed }) => [what, recomputed])).toEqual([
    ['Observation with questions, attempt 1', 'pass'],
    ['Professional discussion underpinned by a portfolio, attempt 1', 'pass'],
    ['Overall', 'pass'],
  ]);
  expect(rows.every(({ same }) => same)).toBe(true);
  expect(status).toBe(0);

  const forged = await repacked(assessor, file, (name, text) =>
    name.startsWith('assessments/') ? text.replace('"decision": "met"', '"decision": "notMet"') : text,
  );
  const found = recompute(forged);
  expect(found.status).toBe(1);
  expect(found.rows.filter(({ same }) => !same).map(({ recomputed }) => recomputed)).toContain('fail');
});

const plans: readonly Plan[] = [asymmetricMerit, criticalKsb, fixedOrder, reformed, scoredTest];
const decision = fc.constantFrom('met', 'met', 'met', 'notMet', null);

/** Judgements, a score and attempts by chance; most are met, or nothing but fails would be seen. */
const chanceOf = (plan: Plan) =>
  fc.tuple(
    ...plan.methods.map(method =>
      fc.array(
        fc.record({
          kind: fc.constantFrom('first', 'resit', 'retake'),
          exceptional: fc.constantFrom(null, 'Illness'),
          voidReason: fc.constantFrom(null, null, null, 'Fire alarm'),
          state: fc.constantFrom('closed', 'signed', 'signed', 'running'),
          score: fc.option(fc.nat(method.gradeRule?.kind === 'score' ? method.gradeRule.outOf : 1), { freq: 9 }),
          decisions: fc.oneof(
            fc.constant(Array<'met'>(60).fill('met')),
            fc.array(decision, { minLength: 60, maxLength: 60 }),
          ),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    ),
  );

type Chance = ReturnType<typeof chanceOf> extends fc.Arbitrary<infer T> ? T : never;

/** An assessment as a pack has it, its grades computed by the product. */
function assessmentOf(plan: Plan, chance: Chance, name: string) {
  const sessions = plan.methods.flatMap((method, index) =>
    (chance[index] ?? []).map((one, number) => {
      const keys = method.themes.flatMap(({ descriptors }) => descriptors.map(({ key }) => key));
      const judgements: Judgement[] = keys.map((descriptorKey, at) => ({
        descriptorKey,
        decision: one.decisions[at] ?? null,
        rationale: '',
        evidenceNoteIds: [],
        portfolioEvidenceIds: [],
      }));
      const { grade } = gradeMethod(method, judgements, one.score);
      const attempt = { ...one, number: number + 1, signedAt: null, grade } as const;
      return {
        id: `${name}-${method.key}-${number}`,
        method,
        judgements,
        attempt,
        grade: cappedGrade(plan, method, attempt).grade,
      };
    }),
  );
  const counting = plan.methods.map(({ key }) => {
    const attempts = sessions.filter(({ method }) => method.key === key);
    const found = countingAttempt(attempts.map(({ attempt }) => attempt));
    const session = attempts.find(({ attempt }) => attempt === found);
    return [key, session && session.attempt.state !== 'running' ? session.grade : null] as const;
  });
  return {
    schema: 'epa-pack/1',
    apprentice: { givenNames: 'Apprentice', familyName: name },
    plan: { asApplied: plan, file: '' },
    records: {
      session: sessions.map(({ id, method, attempt }) => ({
        ...attempt,
        id,
        methodKey: method.key,
        attempt: attempt.number,
      })),
      judgement: sessions.flatMap(({ id, judgements }) => judgements.map(one => ({ ...one, sessionId: id }))),
      score: sessions.map(({ id, attempt }) => ({ sessionId: id, score: attempt.score })),
      report: [],
    },
    computed: {
      sessions: sessions.map(({ id, grade }) => ({ sessionId: id, method: null, grade })),
      overall: { grade: gradeOverall(plan, Object.fromEntries(counting)).grade },
    },
  };
}

test('two programs that share nothing find the same grades for any judgements, under every rule of a plan', async () => {
  const files = plans.flatMap((plan, index) =>
    fc.sample(chanceOf(plan), 80).map((chance, number): FileToPack => {
      const assessment = assessmentOf(plan, chance, `${index}-${number}`);
      return { path: `assessments/${index}-${number}.json`, open: () => Buffer.from(JSON.stringify(assessment)) };
    }),
  );
  const { status, rows } = recompute(await writeSample({ files }));
  expect(rows.filter(({ same }) => !same)).toEqual([]);
  expect(status).toBe(0);
  const overall = rows.filter(({ what }) => what === 'Overall').map(({ recomputed }) => recomputed);
  expect(overall).toHaveLength(400);
  for (const grade of ['fail', 'pass', 'distinction', null]) expect(overall).toContain(grade);
});
