import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  outcomeStatements,
  planOfVersion,
  samples,
  versionFindings,
} from '../../../shared/domain/assessment-versions.ts';
import { addMonths } from '../../../shared/domain/attempts.ts';
import { gradeMethod } from '../../../shared/domain/method-grade.ts';
import { type SampledSession, statementCoverage } from '../../../shared/domain/statement-coverage.ts';
import { reformed } from '../../fixtures/plans/reformed.ts';
import { validOutcomePlan } from './plans.ts';

const all = outcomeStatements(reformed).map(({ code }) => code);
const session = (on: string, statements: readonly string[], methodKey = 'observation'): SampledSession => ({
  methodKey,
  on,
  statements,
});
const of = (log: readonly SampledSession[], code: string, today = '2026-11-16') =>
  statementCoverage(reformed, log, today).find(statement => statement.code === code);

describe('an assessment version', () => {
  it.each([
    [all, []],
    [['K1', 'S1', 'K3', 'K6', 'S5'], []],
    [['S1', 'K3', 'K6', 'S5'], ['Every assessment version holds K1: the plan says so.']],
    [
      ['K1', 'S1', 'K3'],
      [
        'Every assessment version holds K6 and S5: the plan says so.',
        'Every outcome needs a statement; there is none of Example THREE.',
      ],
    ],
    [[...all, 'B1'], ['The plan’s outcomes do not hold B1.']],
  ])('of %j is told what is wrong with it', (statements, findings) => {
    expect(versionFindings(reformed, statements)).toEqual(findings);
  });

  it('takes out what it does not assess, with the descriptors that rest on that alone', () => {
    const [observation] = planOfVersion(reformed, ['K1', 'S1', 'K3', 'K6', 'S5']).methods;
    expect(observation?.ksbs).toEqual(['K1', 'S1']);
    expect(observation?.themes[0]?.descriptors.map(({ ksbs }) => ksbs)).toEqual([['K1'], ['S1']]);
  });

  it('leaves a plan that can be graded, whatever is sampled beside the mandatory statements', () => {
    fc.assert(
      fc.property(validOutcomePlan, fc.infiniteStream(fc.boolean()), (plan, coins) => {
        const statements = outcomeStatements(plan).map(({ code }) => code);
        const one = plan.methods.flatMap(({ themes }) => themes.flatMap(({ ksbs }) => ksbs.slice(0, 1)));
        const chosen = statements.filter(code => one.includes(code) || coins.next().value);
        const sampled = planOfVersion(plan, chosen);
        for (const method of sampled.methods) {
          expect(method.ksbs.filter(code => !chosen.includes(code))).toEqual([]);
          const judgements = method.themes
            .flatMap(({ descriptors }) => descriptors)
            .map(({ key }) => ({
              descriptorKey: key,
              decision: 'met' as const,
              rationale: '',
              evidenceNoteIds: [],
              portfolioEvidenceIds: [],
            }));
          expect(gradeMethod(method, judgements, 0).outstanding).toBe(0);
        }
      }),
    );
  });

  it('is one of a reformed plan that says that it samples, and of no other', () => {
    expect(samples(reformed)).toBe(true);
    expect(samples({ ...reformed, planModel: 'epa' })).toBe(false);
    expect(samples({ planModel: 'aap' })).toBe(false);
  });
});

describe('the coverage report', () => {
  it('has nothing due before anything was assessed', () => {
    expect(statementCoverage(reformed, [], '2026-11-16').every(({ standing }) => standing === 'never')).toBe(true);
  });

  it.each([
    ['covered', [session('2026-11-02', ['K1', 'K2'])], 'K2', { times: 1, lastOn: '2026-11-02', dueBy: '2027-11-02' }],
    ['due', [session('2025-12-20', ['K2'])], 'K2', { times: 1, dueBy: '2026-12-20' }],
    ['overdue', [session('2025-11-02', ['K2'])], 'K2', { times: 1, dueBy: '2026-11-02' }],
    ['overdue', [session('2025-11-02', ['K1'])], 'K5', { times: 0, lastOn: null, leftOut: 1 }],
    ['missed', [session('2026-11-02', ['K2'])], 'K1', { times: 0, leftOut: 1, isMandatory: true }],
    ['never', [], 'K2', { times: 0, lastOn: null, dueBy: null, leftOut: 0 }],
  ])('tells a statement as %s', (standing, log, code, figures) => {
    expect(of(log, code)).toMatchObject({ standing, ...figures });
  });

  it('counts for a statement only the sessions of the method that assesses it', () => {
    const log = [session('2026-11-02', ['K3'], 'professionalDiscussion')];
    expect(of(log, 'K1')).toMatchObject({ times: 0, leftOut: 0 });
    expect(of(log, 'K3')).toMatchObject({ times: 1, leftOut: 0, standing: 'covered' });
  });

  it('never tells a statement as covered whose period has run, and counts every session once', () => {
    const days = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-11-16'), noInvalidDate: true });
    const sessions = fc.array(fc.tuple(days, fc.subarray(all)), { maxLength: 12 });
    fc.assert(
      fc.property(sessions, list => {
        const log = list.map(([day, statements]) => session(day.toISOString().slice(0, 10), statements));
        for (const one of statementCoverage(reformed, log, '2026-11-16')) {
          const held = log.filter(({ methodKey }) => methodKey === one.methodKey);
          expect(one.times + one.leftOut).toBe(held.length);
          if (one.standing === 'covered') expect(addMonths(one.lastOn ?? '', 12) >= '2026-11-16').toBe(true);
        }
      }),
    );
  });
});
