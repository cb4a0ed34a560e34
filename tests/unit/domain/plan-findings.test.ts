import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plan, plan as planShape } from '../../../shared/domain/plan.ts';
import { findingsIn, type PlanRuleName, planRuleNames } from '../../../shared/domain/plan-findings.ts';
import { aMethod, aPlan, first, smallFramework, validOutcomePlan, validPlan } from './plans.ts';

type Mutation = (plan: Plan) => Plan;

function inFirstMethod(change: (method: Plan['methods'][number]) => void): Mutation {
  return plan => {
    change(first(plan.methods));
    return plan;
  };
}

/** One fault for each rule of the validator, made in a plan without a fault. */
const faults: Readonly<Record<PlanRuleName, Mutation>> = {
  standardFits: plan => ({ ...plan, standard: { ...plan.standard, version: '2.0' } }),
  keysUnique: inFirstMethod(method => method.parts.push({ ...first(method.parts) })),
  knownKsbs: inFirstMethod(method => first(first(method.themes).descriptors).ksbs.push('K99')),
  everyKsbAssessed: plan => {
    for (const method of plan.methods) method.ksbs = method.ksbs.filter(code => code !== 'K1');
    return plan;
  },
  oneOutcomeEach: inFirstMethod(method => {
    const theme = first(method.themes);
    method.themes.push({ ...theme, key: 'second', descriptors: [] });
  }),
  behavioursNotAssessed: inFirstMethod(method => method.ksbs.push('B1')),
  themeKsbsInMethod: inFirstMethod(method => {
    method.ksbs = method.ksbs.filter(code => !first(method.themes).ksbs.includes(code));
  }),
  methodKsbsInThemes: inFirstMethod(method => {
    const theme = first(method.themes);
    theme.ksbs = theme.ksbs.slice(1);
  }),
  descriptorKsbsInTheme: inFirstMethod(method => {
    const theme = first(method.themes);
    theme.ksbs = theme.ksbs.slice(1);
  }),
  ksbsInPassDescriptors: inFirstMethod(method => {
    const theme = first(method.themes);
    theme.descriptors = theme.descriptors.filter(descriptor => descriptor.grade !== 'pass');
    theme.descriptors.push({ key: 'only', grade: 'distinction', text: 'Only this.', ksbs: [...theme.ksbs] });
  }),
  criticalKsbsJudged: inFirstMethod(method => method.criticalKsbs.push('K99')),
  mandatoryKsbsInTheme: inFirstMethod(method => {
    first(method.themes).mandatoryKsbs = ['B2'];
  }),
  ksbsNamed: inFirstMethod(method => {
    first(first(method.themes).descriptors).ksbs = [];
  }),
  otherKsbsKnown: plan => ({
    ...plan,
    completion: [{ key: 'other', kind: 'other', title: 'Other', mandatory: false, ksbs: ['K99'] }],
  }),
  behavioursVerified: plan => ({ ...plan, completion: (plan.completion ?? []).map(one => ({ ...one, ksbs: ['B1'] })) }),
  samplingSaid: inFirstMethod(method => {
    first(method.themes).mandatoryKsbs = [];
  }),
  samplingPeriodSaid: plan => ({ ...plan, sampling: { allowed: true } }),
  pathwaysFit: inFirstMethod(method => {
    first(method.themes).pathway = 'nowhere';
  }),
  dispensationsFit: plan => ({
    ...plan,
    dispensations: [{ from: '2026-11-21', reason: 'Flood', path: `methods.${first(plan.methods).key}.name`, value: 7 }],
  }),
  methodsAndParts: inFirstMethod(method => {
    method.parts = [];
  }),
  wordsFilledIn: inFirstMethod(method => {
    first(method.themes).title = ' ';
  }),
  windowsFit: plan => ({ ...plan, resits: plan.resits && { ...plan.resits, resitWithinMonths: 9 } }),
  scalesUsable: inFirstMethod(method => {
    method.grades = ['pass', 'distinction'];
  }),
  methodGradesOnScale: inFirstMethod(method => method.grades.push('credit')),
  gradesReachable: inFirstMethod(method => {
    method.gradeRule = { kind: 'count', passAtLeast: 50 };
  }),
  distinctionDescriptorsUsed: inFirstMethod(method => {
    const theme = first(method.themes);
    method.grades = ['fail', 'pass'];
    theme.descriptors.push({ key: 'extra', grade: 'distinction', text: 'More.', ksbs: [...theme.ksbs] });
  }),
  boundariesRise: inFirstMethod(method => {
    const boundaries = [
      { grade: 'pass' as const, atLeast: 30 },
      { grade: 'distinction' as const, atLeast: 20 },
    ];
    method.gradeRule = { kind: 'score', outOf: 40, boundaries };
  }),
  combinationsCoveredOnce: plan => {
    plan.gradeTable?.rows.pop();
    return plan;
  },
  tableRowsFit: plan => {
    if (plan.gradeTable) first(plan.gradeTable.rows).overall = 'credit';
    return plan;
  },
  resitCapOnScale: plan => ({ ...plan, resits: plan.resits && { ...plan.resits, cap: 'credit' } }),
  orderPossible: plan => ({ ...plan, order: { kind: 'fixed', methods: ['nowhere', first(plan.methods).key] } }),
  minutesRise: inFirstMethod(method => {
    first(method.parts).minimumMinutes = 500;
  }),
  datesInOrder: plan => ({ ...plan, effectiveFrom: '2026-11-21', effectiveTo: '2026-11-20' }),
  openNumber: inFirstMethod(method => {
    first(method.parts).minutes = null;
  }),
  openGrades: inFirstMethod(method => {
    method.grades = [];
  }),
  openThemes: inFirstMethod(method => {
    method.themes = [];
  }),
  questionMinimumsFit: inFirstMethod(method => {
    first(method.themes).minimumQuestions = 90;
  }),
  weightsAddUp: inFirstMethod(method => {
    method.weight = 30;
  }),
};
const ofReformedPlans: readonly PlanRuleName[] = [
  'oneOutcomeEach',
  'behavioursNotAssessed',
  'mandatoryKsbsInTheme',
  'behavioursVerified',
  'samplingSaid',
  'samplingPeriodSaid',
];

function rulesBroken(plan: Plan): readonly string[] {
  return findingsIn(plan, smallFramework).map(finding => finding.rule);
}

describe('the plan validator', () => {
  it('finds nothing in any plan without a fault', () => {
    fc.assert(
      fc.property(fc.oneof(validPlan, validOutcomePlan), plan => {
        expect(planShape.safeParse(plan).success).toBe(true);
        expect(findingsIn(plan, smallFramework)).toEqual([]);
      }),
    );
  });

  it.each(planRuleNames)('catches a fault against %s by that very rule', rule => {
    const plans = ofReformedPlans.includes(rule) ? validOutcomePlan : validPlan;
    fc.assert(
      fc.property(plans, plan => {
        expect(rulesBroken(faults[rule](structuredClone(plan)))).toContain(rule);
      }),
      { numRuns: 30 },
    );
  });

  it('names a place that leads into the plan, and says each thing in a sentence', () => {
    fc.assert(
      fc.property(validPlan, fc.constantFrom(...planRuleNames), (plan, rule) => {
        const faulty = faults[rule](structuredClone(plan));
        for (const { place, message } of findingsIn(faulty, smallFramework)) {
          const holder = place
            .slice(0, -1)
            .reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], faulty);
          expect(typeof holder).toBe('object');
          expect(message).toMatch(/^[A-Z].*[.]$/);
        }
      }),
    );
  });

  it('counts every combination of grades, and tells a missing row from a double one', () => {
    const plan = aPlan([aMethod({ ksbs: ['K1', 'K2', 'S1'] })]);
    const rows = [
      { methods: { discussion: 'fail' as const }, overall: 'fail' as const },
      { methods: { discussion: 'pass' as const }, overall: 'pass' as const },
      { methods: { discussion: 'pass' as const }, overall: 'merit' as const },
    ];
    const faulty = { ...plan, gradeTable: { origin: 'typed' as const, rows } };
    const messages = findingsIn(faulty, smallFramework)
      .filter(finding => finding.rule === 'combinationsCoveredOnce')
      .map(finding => finding.message);
    expect(messages).toEqual([
      'The grade table has 2 rows for Professional discussion: pass.',
      'The grade table has no row for Professional discussion: distinction.',
    ]);
  });

  it('refuses an order in which methods wait for each other', () => {
    const methods = ['one', 'two', 'three'].map(key => aMethod({ key }));
    const order = (pairs: { earlier: string; later: string }[]) =>
      rulesBroken(aPlan(methods, { order: { kind: 'passedBefore', pairs } })).includes('orderPossible');
    expect(order([{ earlier: 'one', later: 'two' }])).toBe(false);
    expect(
      order([
        { earlier: 'one', later: 'two' },
        { earlier: 'two', later: 'three' },
      ]),
    ).toBe(false);
    expect(
      order([
        { earlier: 'one', later: 'two' },
        { earlier: 'two', later: 'one' },
      ]),
    ).toBe(true);
    expect(order([{ earlier: 'one', later: 'one' }])).toBe(true);
    expect(order([{ earlier: 'one', later: 'four' }])).toBe(true);
  });

  it('asks a fixed order to name every method once', () => {
    const methods = ['one', 'two'].map(key => aMethod({ key }));
    const order = (keys: string[]) =>
      rulesBroken(aPlan(methods, { order: { kind: 'fixed', methods: keys } })).includes('orderPossible');
    expect(order(['two', 'one'])).toBe(false);
    expect(order(['one', 'one'])).toBe(true);
    expect(order(['one'])).toBe(true);
  });

  it('accepts a test that is graded by its score alone, without themes', () => {
    const boundaries = [
      { grade: 'pass' as const, atLeast: 24 },
      { grade: 'distinction' as const, atLeast: 34 },
    ];
    const test = aMethod({
      key: 'test',
      kind: 'test',
      ksbs: smallFramework.items.filter(ksb => ksb.kind !== 'duty').map(ksb => ksb.code),
      themes: [],
      gradeRule: { kind: 'score', outOf: 40, boundaries },
    });
    expect(findingsIn(aPlan([test]), smallFramework)).toEqual([]);
  });

  it('says no more of an open place than that it is open', () => {
    const ksbs = smallFramework.items.filter(ksb => ksb.kind !== 'duty').map(ksb => ksb.code);
    const bare = { ksbs, themes: [] };
    expect(rulesBroken(aPlan([aMethod(bare)]))).toEqual(['openThemes']);
    expect(rulesBroken(aPlan([aMethod({ ...bare, gradeRule: null })]))).toEqual(['openNumber', 'openThemes']);
    expect(rulesBroken(aPlan([aMethod(bare)], { resits: null }))).toEqual(['openNumber', 'openThemes']);
  });

  it('asks for no questions in a theme that sets none', () => {
    const theme = { key: 'a', title: 'A', ksbs: ['K1'], descriptors: [] };
    const questions = aMethod().questions;
    const method = aMethod({ themes: [theme], questions: questions && { ...questions, minimum: 0 } });
    expect(rulesBroken(aPlan([method]))).not.toContain('questionMinimumsFit');
  });

  it('accepts what lies just within its limits', () => {
    const boundaries = [{ grade: 'pass' as const, atLeast: 40 }];
    const test = {
      grades: ['fail' as const, 'pass' as const],
      gradeRule: { kind: 'score' as const, outOf: 40, boundaries },
    };
    expect(rulesBroken(aPlan([aMethod({ ...test, themes: [] })]))).not.toContain('gradesReachable');
    const halves = ['one', 'two'].map(key => aMethod({ key, weight: 50 }));
    expect(rulesBroken(aPlan(halves))).not.toContain('weightsAddUp');
    for (const dates of [{ effectiveFrom: '2026-11-21' }, { effectiveTo: '2026-11-21' }]) {
      expect(rulesBroken(aPlan([aMethod()], dates))).not.toContain('datesInOrder');
    }
    const oneDay = { effectiveFrom: '2026-11-21', effectiveTo: '2026-11-21' };
    expect(rulesBroken(aPlan([aMethod()], oneDay))).not.toContain('datesInOrder');
  });

  it('asks for the descriptors of every theme, unless a score decides', () => {
    const bare = { key: 'a', title: 'A', ksbs: ['K1', 'K2', 'S1'], descriptors: [] };
    expect(rulesBroken(aPlan([aMethod({ themes: [bare] })]))).toContain('openThemes');
    const score = { kind: 'score' as const, outOf: 40, boundaries: [{ grade: 'pass' as const, atLeast: 20 }] };
    expect(rulesBroken(aPlan([aMethod({ themes: [bare], gradeRule: score })]))).not.toContain('openThemes');
  });

  it('names the row of the grade table that does not fit', () => {
    const plan = aPlan([aMethod()]);
    const rows = (plan.gradeTable?.rows ?? []).map((row, index) =>
      index === 1 ? { ...row, methods: { talk: 'pass' as const } } : row,
    );
    const messages = findingsIn({ ...plan, gradeTable: { origin: 'typed', rows } }, smallFramework)
      .filter(finding => finding.rule === 'tableRowsFit')
      .map(finding => finding.message);
    expect(messages).toEqual([
      'Row 2 of the grade table names talk, which is no method.',
      'Row 2 of the grade table gives Professional discussion no grade that it can have.',
    ]);
  });

  it('does not mistake a duty for a KSB', () => {
    const plan = aPlan([aMethod({ ksbs: ['K1', 'K2', 'S1', 'D1'] })]);
    expect(findingsIn(plan, smallFramework)).toContainEqual(
      expect.objectContaining({ rule: 'knownKsbs', place: ['methods', 0, 'ksbs'] }),
    );
  });

  it('gives open numbers by name, so that they can be filled in from the published plan', () => {
    const plan = aPlan([aMethod({ parts: [{ key: 'talk', name: 'Discussion', minutes: null }] })]);
    expect(findingsIn(plan, smallFramework)).toContainEqual({
      rule: 'openNumber',
      severity: 'error',
      message: 'Still open in Discussion of Professional discussion: the minutes.',
      place: ['methods', 0, 'parts', 0, 'minutes'],
    });
  });
});
