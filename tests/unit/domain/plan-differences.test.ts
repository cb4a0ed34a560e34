import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../shared/domain/plan.ts';
import { planDifferences } from '../../../shared/domain/plan-differences.ts';
import { withAt, withMoved, withOverall } from '../../../shared/domain/plan-edits.ts';
import { aMethod, aPlan, validOutcomePlan, validPlan } from './plans.ts';

const plan = aPlan([aMethod(), aMethod({ key: 'observation', kind: 'observation', name: 'Observation' })]);
const said = (after: Plan, before = plan) =>
  planDifferences(before, after).map(difference => [difference.where, difference.before, difference.after]);

describe('what changed between two versions of a plan', () => {
  it('is nothing between a plan and itself, whatever the order of its properties and whoever stands by it', () => {
    fc.assert(
      fc.property(fc.oneof(validPlan, validOutcomePlan), any => {
        const turned = Object.fromEntries(Object.entries(structuredClone(any)).toReversed()) as unknown as Plan;
        expect(planDifferences(any, { ...turned, id: 'other', supersedes: any.id })).toEqual([]);
      }),
    );
  });

  it('is told both ways, with before and after exchanged', () => {
    fc.assert(
      fc.property(validPlan, validPlan, (one, other) => {
        const there = planDifferences(one, other);
        const back = planDifferences(other, one);
        expect(back.length).toBe(there.length);
        expect(there.length > 0).toBe(back.length > 0);
      }),
    );
  });

  it('names a parameter by what holds it, and its values in words', () => {
    expect(said(withAt(plan, ['methods', 0, 'parts', 0, 'minutes'], 75))).toEqual([
      ['Professional discussion, part Discussion: minutes', '60', '75'],
    ]);
    expect(said(withAt(plan, ['methods', 0, 'conditions', 'remoteAllowed'], false))).toEqual([
      ['Professional discussion, conditions: remote session', 'yes', 'no'],
    ]);
    expect(said({ ...plan, effectiveFrom: '2026-11-21' })).toEqual([['First day', null, '21 November 2026']]);
    expect(said(withAt(plan, ['methods', 0, 'tolerance'], null))).toEqual([
      [
        'Professional discussion: tolerance',
        'per cent less: 0; per cent more: 10; taken of: whole; spent in: free',
        'left open',
      ],
    ]);
  });

  it('tells of KSBs what came and what went', () => {
    expect(said(withAt(plan, ['methods', 0, 'ksbs'], ['K2', 'S1', 'B1', 'K10']))).toEqual([
      ['Professional discussion: KSBs', 'K1', 'K10 and B1'],
    ]);
  });

  it('tells what was put in between or taken out, and not what followed it', () => {
    const part = { key: 'start', name: 'Introduction', minutes: 5 };
    const more = withAt(plan, ['methods', 0, 'parts'], [part, ...(plan.methods[0]?.parts ?? [])]);
    expect(said(more)).toEqual([
      ['Professional discussion, part Introduction', null, 'part: Introduction; minutes: 5'],
    ]);
    expect(said(plan, more)).toEqual([
      ['Professional discussion, part Introduction', 'part: Introduction; minutes: 5', null],
    ]);
    const fewer = planDifferences(plan, withAt(plan, ['methods', 0, 'themes', 0, 'descriptors', 1], undefined));
    expect(fewer).toMatchObject([{ place: ['methods', 0, 'themes', 0, 'descriptors', 1], after: null }]);
  });

  it('tells that methods stand in another order', () => {
    expect(said(withMoved(plan, ['methods'], 0, 1))).toEqual([['Methods, order', 'in another order', 'moved']]);
  });

  it('tells of the grade table the combination that is graded otherwise', () => {
    const combination = { discussion: 'pass', observation: 'distinction' } as const;
    const typed = (overall: 'pass' | 'merit') => withOverall(plan, combination, overall);
    expect(said(typed('merit'), typed('pass'))).toEqual([
      [
        'Grade table, row 6',
        'grades of the methods: discussion: pass; observation: distinction; overall grade: pass',
        'grades of the methods: discussion: pass; observation: distinction; overall grade: merit',
      ],
    ]);
  });
});
