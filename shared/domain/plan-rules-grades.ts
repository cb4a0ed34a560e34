import { formatList } from '../british.ts';
import { compareGrades } from './grade-names.ts';
import { everyCombination, type GradeCombination } from './overall-grade.ts';
import { descriptorsOf, type Grade, type Method, type Plan } from './plan.ts';
import { inEachMethod, type PlanRule, type Remark } from './plan-finding.ts';

/** Every combination of the methods' grades has exactly one row in the grade table. */
export const combinationsCoveredOnce: PlanRule = plan => {
  const rows = plan.gradeTable?.rows;
  if (!rows) return [];
  return everyCombination(plan).flatMap((combination): readonly Remark[] => {
    const matches = rows.filter(row => plan.methods.every(({ key }) => row.methods[key] === combination[key])).length;
    if (matches === 1) return [];
    const fault = matches === 0 ? 'has no row' : `has ${matches} rows`;
    return [
      {
        message: `The grade table ${fault} for ${combinationInWords(plan, combination)}.`,
        place: ['gradeTable', 'rows'],
      },
    ];
  });
};

/** A row of the grade table names the plan's methods, with grades that they can have, and an overall grade of the plan's scale. */
export const tableRowsFit: PlanRule = plan =>
  (plan.gradeTable?.rows ?? []).flatMap((row, index) => {
    const place = ['gradeTable', 'rows', index];
    const foreign = Object.keys(row.methods).filter(key => !plan.methods.some(method => method.key === key));
    const impossible = plan.methods.filter(({ key, grades }) => {
      const grade = row.methods[key];
      return grade === undefined || !grades.includes(grade);
    });
    return [
      ...foreign.map(key => ({
        message: `Row ${index + 1} of the grade table names ${key}, which is no method.`,
        place,
      })),
      ...impossible.map(({ name }) => ({
        message: `Row ${index + 1} of the grade table gives ${name} no grade that it can have.`,
        place,
      })),
      ...(plan.overallGrades.includes(row.overall)
        ? []
        : [{ message: `Row ${index + 1} of the grade table gives ${row.overall}, which is no overall grade.`, place }]),
    ];
  });

/** A method's grades belong to the overall scale. */
export const methodGradesOnScale: PlanRule = plan =>
  inEachMethod(plan, (method, place) =>
    method.grades
      .filter(grade => !plan.overallGrades.includes(grade))
      .map(grade => ({
        message: `${method.name} can be graded ${grade}, which is no overall grade of the plan.`,
        place: [...place, 'grades'],
      })),
  );

/** Every scale has a fail and something better, each grade once. A scale left empty is for the open places to report. */
export const scalesUsable: PlanRule = plan => {
  const check = (grades: readonly Grade[], whose: string, place: Remark['place']): readonly Remark[] => {
    if (grades.length === 0) return [];
    if (new Set(grades).size < grades.length) return [{ message: `${whose} lists a grade twice.`, place }];
    if (!grades.includes('fail') || grades.length < 2) {
      return [{ message: `${whose} needs a fail and at least one grade above it.`, place }];
    }
    return [];
  };
  return [
    ...check(plan.overallGrades, 'The overall scale', ['overallGrades']),
    ...inEachMethod(plan, (method, place) => check(method.grades, `The scale of ${method.name}`, [...place, 'grades'])),
  ];
};

/** Every grade of a method can be reached by its rule. */
export const gradesReachable: PlanRule = plan =>
  inEachMethod(plan, (method, place) => {
    const { gradeRule, grades } = method;
    if (!gradeRule || (gradeRule.kind !== 'score' && descriptorsOf(method).length === 0)) return [];
    const reachable = reachableGrades(method);
    return grades
      .filter(grade => !reachable.includes(grade))
      .map(grade => ({
        message: `${method.name} can never be graded ${grade} by its rule and its descriptors.`,
        place: [...place, 'gradeRule'],
      }));
  });

/** Distinction descriptors are there only where the method has a distinction to give. */
export const distinctionDescriptorsUsed: PlanRule = plan =>
  inEachMethod(plan, (method, place) => {
    const count = descriptorsOf(method).filter(({ descriptor }) => descriptor.grade === 'distinction').length;
    if (count === 0 || method.grades.length === 0 || method.grades.includes('distinction')) return [];
    return [
      {
        message: `${method.name} has distinction descriptors but no distinction among its grades.`,
        place: [...place, 'grades'],
      },
    ];
  });

/** The boundaries of a test lie within its marks, name grades of the method, and rise with the grade. */
export const boundariesRise: PlanRule = plan =>
  inEachMethod(plan, (method, place) => {
    if (method.gradeRule?.kind !== 'score') return [];
    const { boundaries, outOf } = method.gradeRule;
    const sorted = boundaries.toSorted((a, b) => compareGrades(a.grade, b.grade));
    const rising = sorted.every((boundary, index) => {
      const below = sorted[index - 1];
      return !below || (below.grade !== boundary.grade && below.atLeast < boundary.atLeast);
    });
    const fits = boundaries.every(({ grade, atLeast }) => atLeast <= outOf && method.grades.includes(grade));
    if (rising && fits) return [];
    return [
      {
        message: `The boundaries of ${method.name} must name its own grades and rise with them, up to ${outOf} marks.`,
        place: [...place, 'gradeRule', 'boundaries'],
      },
    ];
  });

/** The cap of a re-sit is an overall grade above fail. */
export const resitCapOnScale: PlanRule = plan => {
  if (!plan.resits || plan.overallGrades.length === 0) return [];
  if (plan.resits.cap !== 'fail' && plan.overallGrades.includes(plan.resits.cap)) return [];
  return [
    {
      message: `A re-sit is capped at ${plan.resits.cap}, which cannot be passed or is no overall grade.`,
      place: ['resits', 'cap'],
    },
  ];
};

function reachableGrades(method: Method): readonly Grade[] {
  const { gradeRule: rule } = method;
  const descriptors = descriptorsOf(method).map(({ descriptor }) => descriptor.grade);
  const pass = descriptors.filter(grade => grade === 'pass').length;
  const distinction = descriptors.length - pass;
  const all: readonly Grade[] = ['fail', 'pass', 'distinction'];
  switch (rule?.kind) {
    case 'allDescriptors':
      return all
        .filter(grade => grade !== 'pass' || pass > 0)
        .filter(grade => grade !== 'distinction' || distinction > 0);
    case 'count':
      return all
        .filter(grade => grade !== 'pass' || rule.passAtLeast <= pass)
        .filter(
          grade => grade !== 'distinction' || (rule.distinctionAtLeast ?? Number.POSITIVE_INFINITY) <= distinction,
        );
    case 'score':
      return ['fail', ...rule.boundaries.filter(({ atLeast }) => atLeast <= rule.outOf).map(({ grade }) => grade)];
    case undefined:
      return [];
  }
}

function combinationInWords(plan: Plan, combination: GradeCombination): string {
  return formatList(plan.methods.map(({ key, name }) => `${name}: ${combination[key]}`));
}
