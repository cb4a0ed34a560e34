import { describe, expect, it } from 'vitest';
import { blankPlan, pathwaysOf } from '../../../shared/domain/plan-blank.ts';
import { valueAt, withAt } from '../../../shared/domain/plan-edits.ts';
import { findingsIn } from '../../../shared/domain/plan-findings.ts';
import { frameworkOn, pathwayPlan, planOn } from '../../../shared/domain/plan-pathways.ts';
import { method, plan as planOf, theme } from '../../fixtures/plans/building.ts';
import { exampleStandard } from '../../fixtures/plans/example-standard.ts';
import { twoPathways } from '../../fixtures/plans/two-pathways.ts';
import { first, smallFramework } from './plans.ts';

const messages = (plan: typeof twoPathways) => findingsIn(plan, exampleStandard).map(finding => finding.message);

describe('a plan with pathways', () => {
  it('takes over the options of the standard: a KSB belongs to one where only its duties lead to it', () => {
    expect(pathwaysOf(exampleStandard).pathways).toEqual([
      { key: 'pathway1', title: 'Lawns', ksbs: ['K5', 'S4'] },
      { key: 'pathway2', title: 'Trees', ksbs: ['K6', 'S5'] },
    ]);
    expect(pathwaysOf(smallFramework)).toEqual({});
    expect(blankPlan(exampleStandard, 'epa', 'x').pathways).toHaveLength(2);
  });

  it('is for each pathway the core and its own, without the KSBs of the other', () => {
    const lawns = planOn(twoPathways, 'pathway1');
    expect(lawns.methods[0]?.themes.map(({ key }) => key)).toEqual(['a', 'lawns']);
    expect(lawns.methods.flatMap(({ ksbs }) => ksbs)).not.toContain('K6');
    expect(frameworkOn(exampleStandard, twoPathways, 'pathway1').items.map(({ code }) => code)).not.toContain('S5');
    expect(planOn(twoPathways, null)).toBe(twoPathways);
  });

  it('has nothing wrong with it where each pathway has not', () => {
    expect(findingsIn(twoPathways, exampleStandard)).toEqual([]);
  });

  it('says of which pathway something is wrong, at its place in the whole plan', () => {
    const place = ['methods', 0, 'themes', 2, 'descriptors', 0, 'ksbs'] as const;
    const faulty = withAt(twoPathways, place, ['K1']);
    const [finding] = findingsIn(faulty, exampleStandard).filter(({ rule }) => rule === 'descriptorKsbsInTheme');
    expect(finding).toMatchObject({ place: [...place] });
    expect(finding?.message).toMatch(/^Trees: A descriptor of theme/);
    expect(valueAt(faulty, finding?.place ?? [])).toEqual(['K1']);
  });

  it('says once what is wrong in every pathway', () => {
    const faulty = withAt(twoPathways, ['methods', 1, 'parts', 0, 'minutes'], null);
    expect(messages(faulty)).toEqual([
      'Still open in Professional discussion of Professional discussion: the minutes.',
    ]);
  });

  it('asks that every KSB of a pathway is assessed there', () => {
    const faulty = withAt(twoPathways, ['methods', 0, 'ksbs'], ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'S5']);
    expect(messages(faulty)).toContain('Lawns: No method assesses S4: Example statement S4.');
  });

  it('may have a method of its own for a pathway, with rows of the grade table of its own', () => {
    const core = method('professionalDiscussion', {
      themes: [theme('a', ['K1', 'K2', 'K3', 'K4', 'S1', 'S2', 'S3', 'B1', 'B2'])],
    });
    const lawns = { ...method('observation', { themes: [theme('b', ['K5', 'S4'])] }), pathway: 'pathway1' };
    const trees = { ...method('practical', { themes: [theme('c', ['K6', 'S5'])] }), pathway: 'pathway2' };
    const grades = ['fail', 'pass', 'distinction'] as const;
    const rows = [lawns, trees].flatMap(own =>
      grades.flatMap(one =>
        grades.map(other => ({
          methods: { [core.key]: one, [own.key]: other },
          overall: one === 'fail' || other === 'fail' ? ('fail' as const) : ('pass' as const),
        })),
      ),
    );
    const plan = planOf('own-methods', [core, lawns, trees], {
      ...pathwaysOf(exampleStandard),
      gradeTable: { origin: 'typed', rows },
    });
    expect(findingsIn(plan, exampleStandard)).toEqual([]);
    expect(planOn(plan, 'pathway2').gradeTable?.rows).toHaveLength(9);
    const oneRowLess = withAt(plan, ['gradeTable', 'rows', 12], undefined);
    expect(messages(oneRowLess)).toEqual([
      'Trees: The grade table has no row for Professional discussion: pass and Practical assessment: fail.',
    ]);
    expect(pathwayPlan(plan, 'pathway2').original(['gradeTable', 'rows', 0])).toEqual(['gradeTable', 'rows', 9]);
  });

  it('finds a pathway alone, a double key and one that is not there', () => {
    const [one] = twoPathways.pathways ?? [];
    expect(messages({ ...twoPathways, pathways: one ? [one] : [] })).toContain(
      'One pathway alone is none: add the other.',
    );
    const double = (twoPathways.pathways ?? []).map(pathway => ({ ...pathway, key: 'pathway1' }));
    expect(messages({ ...twoPathways, pathways: double })).toContain('More than one pathway has the same key.');
    expect(messages(withAt(twoPathways, ['methods', 0, 'themes', 1, 'pathway'], 'none'))).toContain(
      `${first(twoPathways.methods).themes[1]?.title} belongs to a pathway that the plan does not have.`,
    );
  });
});
