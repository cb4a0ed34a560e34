import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan as planShape } from '../../../shared/domain/plan.ts';
import { blankMethod, blankPlan, blankTheme, freshKey } from '../../../shared/domain/plan-blank.ts';
import {
  overallOf,
  tablesOf,
  valueAt,
  withAt,
  withFittingTable,
  withKsb,
  withMethodGrades,
  withMoved,
  withOverall,
  withoutMethod,
} from '../../../shared/domain/plan-edits.ts';
import { findingsIn } from '../../../shared/domain/plan-findings.ts';
import { exampleStandard } from '../../fixtures/plans/example-standard.ts';
import { fixedOrder } from '../../fixtures/plans/fixed-order.ts';
import { twoPathways } from '../../fixtures/plans/two-pathways.ts';
import { aMethod, aPlan, first, smallFramework, validPlan } from './plans.ts';

describe('changing a plan at a place', () => {
  it('changes that place and leaves the plan that was as it was', () => {
    fc.assert(
      fc.property(validPlan, plan => {
        const before = structuredClone(plan);
        const place = ['methods', 0, 'parts', 0, 'minutes'];
        const after = withAt(plan, place, 7);
        expect(valueAt(after, place)).toBe(7);
        expect(plan).toEqual(before);
        expect(withAt(after, place, valueAt(plan, place))).toEqual(plan);
      }),
    );
  });

  it('takes a property or an element of a list out, and puts one at the end', () => {
    const plan = aPlan([aMethod(), aMethod({ key: 'second' })]);
    expect('effectiveFrom' in withAt({ ...plan, effectiveFrom: '2026-11-21' }, ['effectiveFrom'], undefined)).toBe(
      false,
    );
    expect(withAt(plan, ['methods', 0], undefined).methods.map(({ key }) => key)).toEqual(['second']);
    const third = aMethod({ key: 'third' });
    expect(withAt(plan, ['methods', 2], third).methods).toHaveLength(3);
  });

  it('moves an element, but not over the end', () => {
    const plan = aPlan([aMethod({ key: 'one' }), aMethod({ key: 'two' })]);
    expect(withMoved(plan, ['methods'], 0, 1).methods.map(({ key }) => key)).toEqual(['two', 'one']);
    expect(withMoved(plan, ['methods'], 0, -1)).toBe(plan);
    expect(withMoved(plan, ['methods'], 1, 1)).toBe(plan);
  });
});

describe('a method that is taken out', () => {
  it('is no longer named by the order, and the grade table has no row of it', () => {
    const after = withoutMethod(fixedOrder, 'observation');
    expect(after.order).toEqual({ kind: 'fixed', methods: ['practical', 'professionalDiscussion'] });
    expect(after.gradeTable).toBeNull();
    const one = withoutMethod(after, 'practical');
    expect(one.order).toEqual({ kind: 'any' });
    const pairs = { kind: 'passedBefore' as const, pairs: [{ earlier: 'observation', later: 'practical' }] };
    expect(withoutMethod({ ...fixedOrder, order: pairs }, 'observation').order).toEqual({ kind: 'any' });
  });

  it('whose grades change takes only the rows with it that no longer fit', () => {
    const plan = aPlan([aMethod(), aMethod({ key: 'second' })]);
    const after = withMethodGrades(plan, 0, ['fail', 'pass']);
    expect(after.gradeTable?.rows).toHaveLength(6);
    expect(findingsIn(after, smallFramework).filter(({ rule }) => rule === 'tableRowsFit')).toEqual([]);
  });
});

describe('the grade table typed in cell by cell', () => {
  it('is complete when every cell is, in whatever order they were filled', () => {
    const plan = aPlan([aMethod(), aMethod({ key: 'second' })]);
    const rows = plan.gradeTable?.rows ?? [];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), shuffled => {
        const filled = shuffled.reduce((built, row) => withOverall(built, row.methods, row.overall), {
          ...plan,
          gradeTable: null,
        } as typeof plan);
        expect(filled.gradeTable).toEqual({ origin: 'typed', rows });
      }),
    );
    const [row] = rows;
    if (!row) throw new Error('There is no row');
    expect(overallOf(withOverall(plan, row.methods, null), row.methods)).toBeNull();
    expect(withFittingTable(plan)).toEqual(plan);
  });

  it('is one for all pathways that lead to the same methods', () => {
    expect(tablesOf(twoPathways).map(({ pathways }) => pathways)).toEqual([['Lawns', 'Trees']]);
    const own = withAt(twoPathways, ['methods', 0, 'pathway'], 'pathway1');
    expect(tablesOf(own).map(({ pathways }) => pathways)).toEqual([['Lawns'], ['Trees']]);
  });
});

describe('what is begun with', () => {
  it.each(['epa', 'aap'] as const)('a blank plan of the model %s is a plan with everything still open', model => {
    const plan = blankPlan(exampleStandard, model, 'new');
    expect(planShape.parse(plan)).toEqual(plan);
    const rules = new Set(findingsIn(plan, exampleStandard).map(({ rule }) => rule));
    expect(rules).not.toContain('standardFits');
    expect([...rules]).toEqual(
      expect.arrayContaining(['methodsAndParts', 'wordsFilledIn', 'openNumber', 'openGrades']),
    );
    expect(rules.has('behavioursVerified')).toBe(false);
  });

  it('a blank method and theme fit the shape, with keys of their own', () => {
    const plan = blankPlan(exampleStandard, 'epa', 'new');
    const one = blankMethod('observation', plan);
    const two = blankMethod('observation', { ...plan, methods: [one] });
    const methods = [one, { ...two, themes: [blankTheme(two)] }];
    expect(planShape.safeParse({ ...plan, methods }).success).toBe(true);
    expect([one.key, two.key]).toEqual(['observation', 'observation2']);
    expect(freshKey('a', [{ key: 'a' }, { key: 'a2' }])).toBe('a3');
  });

  it('a KSB is added in the order of the standard and taken out again', () => {
    const order = ['K1', 'K2', 'S1', 'B1'];
    const method = aMethod({ ksbs: ['S1', 'X9'] });
    const more = withKsb(method, 'K1', true, order);
    expect(more.ksbs).toEqual(['K1', 'S1', 'X9']);
    expect(withKsb(more, 'S1', false, order).ksbs).toEqual(['K1', 'X9']);
    expect(first(withKsb(method, 'S1', true, order).ksbs)).toBe('S1');
  });
});
