import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyCombination, gradeOverall, tableFromRule } from '../../../shared/domain/overall-grade.ts';
import type { Grade, Plan } from '../../../shared/domain/plan.ts';
import { aMethod, aPlan, gradeScale, validPlan } from './plans.ts';

/** The asymmetric table of a published plan: the report weighs more than the discussion. */
const cells: readonly (readonly [report: Grade, talk: Grade, overall: Grade])[] = [
  ['fail', 'fail', 'fail'],
  ['fail', 'pass', 'fail'],
  ['fail', 'distinction', 'fail'],
  ['pass', 'fail', 'fail'],
  ['distinction', 'fail', 'fail'],
  ['pass', 'pass', 'pass'],
  ['pass', 'distinction', 'pass'],
  ['distinction', 'pass', 'merit'],
  ['distinction', 'distinction', 'distinction'],
];
const plan = aPlan(
  [aMethod({ key: 'report', name: 'Report' }), aMethod({ key: 'talk', name: 'Professional discussion' })],
  {
    gradeTable: {
      origin: 'typed',
      rows: cells.map(([report, talk, overall]) => ({ methods: { report, talk }, overall })),
    },
  },
);

describe('the overall grade', () => {
  it.each(cells)('of %s and %s is %s', (report, talk, overall) => {
    expect(gradeOverall(plan, { report, talk })).toMatchObject({ grade: overall, outstanding: 0 });
  });

  it('is explained by the row of the table', () => {
    expect(gradeOverall(plan, { report: 'distinction', talk: 'pass' }).lines).toEqual([
      { text: 'Report: distinction.', methodKey: 'report', effect: 'supports' },
      { text: 'Professional discussion: pass.', methodKey: 'talk', effect: 'supports' },
      {
        text: 'The plan’s grade table gives a merit for a distinction in report and a pass in professional discussion: the overall grade is a merit.',
        effect: 'result',
      },
    ]);
  });

  it('waits for every method', () => {
    expect(gradeOverall(plan, { report: 'fail', talk: null })).toMatchObject({ grade: null, outstanding: 1 });
    expect(gradeOverall(plan, {}).lines.map(line => line.text)).toEqual([
      'Report: no grade yet.',
      'Professional discussion: no grade yet.',
      'The overall grade needs a grade from every method.',
    ]);
  });

  it('is not guessed where the plan leaves the table open, misses the row or contradicts itself', () => {
    const last = (changed: Plan) => {
      const { grade, lines } = gradeOverall(changed, { report: 'pass', talk: 'pass' });
      return [grade, lines.at(-1)?.text];
    };
    const rows = plan.gradeTable?.rows ?? [];
    expect(last({ ...plan, gradeTable: null })).toEqual([null, 'The plan leaves open how the overall grade is made.']);
    expect(last({ ...plan, gradeTable: { origin: 'typed', rows: rows.slice(0, 5) } })).toEqual([
      null,
      'The plan’s grade table does not hold this combination: correct the plan.',
    ]);
    const contrary = { methods: { report: 'pass' as const, talk: 'pass' as const }, overall: 'merit' as const };
    expect(last({ ...plan, gradeTable: { origin: 'typed', rows: [...rows, contrary] } })).toEqual([
      null,
      'The plan’s grade table gives this combination two overall grades: correct the plan.',
    ]);
  });
});

describe('the combinations of a plan', () => {
  it('are counted out once each, the first method slowest', () => {
    const two = aPlan([
      aMethod({ key: 'a', grades: ['fail', 'pass', 'distinction'] }),
      aMethod({ key: 'b', grades: ['fail', 'pass'] }),
    ]);
    expect(everyCombination(two).map(({ a, b }) => `${a} ${b}`)).toEqual([
      'fail fail',
      'fail pass',
      'pass fail',
      'pass pass',
      'distinction fail',
      'distinction pass',
    ]);
  });
});

describe('a table made from a rule', () => {
  it('grades every combination of any plan, and only those', () => {
    fc.assert(
      fc.property(validPlan, fc.constantFrom('lowest' as const, 'template' as const), (valid, rule) => {
        const generated = { ...valid, gradeTable: tableFromRule(valid, rule) };
        const combinations = everyCombination(valid);
        expect(generated.gradeTable.rows).toHaveLength(combinations.length);
        for (const combination of combinations) {
          const { grade } = gradeOverall(generated, combination);
          expect(grade === 'fail').toBe(Object.values(combination).includes('fail'));
        }
      }),
    );
  });

  it('takes the lowest grade by the rule «lowest»', () => {
    fc.assert(
      fc.property(validPlan, valid => {
        const table = tableFromRule(valid, 'lowest');
        for (const { methods, overall } of table.rows) {
          expect(gradeScale.indexOf(overall)).toBe(
            Math.min(...Object.values(methods).map(grade => gradeScale.indexOf(grade))),
          );
        }
      }),
    );
  });

  it('gives a distinction by the rule «template» when every method is at its best', () => {
    const passOnly = aMethod({ key: 'b', grades: ['fail', 'pass'] });
    const mixed = aPlan([aMethod({ key: 'a' }), passOnly]);
    const table = tableFromRule(mixed, 'template');
    expect(table.rows.map(({ methods, overall }) => `${Object.values(methods).join(' ')} ${overall}`)).toEqual([
      'fail fail fail',
      'fail pass fail',
      'pass fail fail',
      'pass pass pass',
      'distinction fail fail',
      'distinction pass distinction',
    ]);
  });

  it('stays on the overall scale', () => {
    const credit = aPlan([aMethod({ grades: ['fail', 'credit'] })], { overallGrades: ['fail', 'pass'] });
    expect(tableFromRule(credit, 'lowest').rows.map(row => row.overall)).toEqual(['fail', 'pass']);
    const { gradeTable: _, ...open } = credit;
    expect(() => tableFromRule({ ...open, gradeTable: null, overallGrades: [] }, 'lowest')).toThrow(/holds no grade/);
  });
});
