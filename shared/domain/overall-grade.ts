import { formatList } from '../british.ts';
import { aGrade, bestNotAbove, compareGrades } from './grade-names.ts';
import type { DerivationLine } from './judgement.ts';
import type { Grade, GradeTable, Plan } from './plan.ts';

/** One grade for each method, by the method's key. */
export type GradeCombination = Readonly<Record<string, Grade>>;

/** An overall grade with its derivation. */
export interface OverallGrade {
  /** Null until every method has a grade, and where the plan's table does not settle the combination. */
  readonly grade: Grade | null;
  readonly lines: readonly DerivationLine[];
  /** How many methods have no grade yet. */
  readonly outstanding: number;
}

/** Looks up the overall grade in the plan's table and explains it. Rule: the overall grade is read from the plan's own table of method grades, never averaged. */
export function gradeOverall(plan: Plan, methodGrades: Readonly<Record<string, Grade | null>>): OverallGrade {
  const lines = plan.methods.map(({ key, name }) => methodLine(key, name, methodGrades[key] ?? null));
  const outstanding = lines.filter(line => line.effect === 'open').length;
  if (!plan.gradeTable) {
    return { grade: null, outstanding, lines: [...lines, open('The plan leaves open how the overall grade is made.')] };
  }
  if (outstanding > 0) {
    return { grade: null, outstanding, lines: [...lines, open('The overall grade needs a grade from every method.')] };
  }
  const rows = plan.gradeTable.rows.filter(row =>
    plan.methods.every(({ key }) => row.methods[key] === methodGrades[key]),
  );
  const [row] = rows;
  if (!row || rows.some(other => other.overall !== row.overall)) {
    const fault = row ? 'gives this combination two overall grades' : 'does not hold this combination';
    return { grade: null, outstanding, lines: [...lines, open(`The plan’s grade table ${fault}: correct the plan.`)] };
  }
  const combination = plan.methods.flatMap(({ key, name }) => {
    const grade = methodGrades[key];
    return grade ? [`${aGrade(grade)} in ${lowerFirst(name)}`] : [];
  });
  const text = `The plan’s grade table gives ${aGrade(row.overall)} for ${formatList(combination)}: the overall grade is ${aGrade(row.overall)}.`;
  return { grade: row.overall, outstanding, lines: [...lines, { text, effect: 'result' }] };
}

/** Every combination of the grades that the plan's methods can have, the first method's grade changing slowest. */
export function everyCombination(plan: Plan): readonly GradeCombination[] {
  return plan.methods.reduce<readonly GradeCombination[]>(
    (combinations, method) =>
      combinations.flatMap(combination => method.grades.map(grade => ({ ...combination, [method.key]: grade }))),
    [{}],
  );
}

/**
 * A grade table generated from a rule, to be checked against the plan. `lowest`: the lowest method grade counts. `template`: any fail fails,
 * every method at its best earns the best overall grade, anything else is a pass. Throws when the plan's overall scale cannot hold a row's grade.
 */
export function tableFromRule(plan: Plan, rule: 'lowest' | 'template'): GradeTable {
  return {
    origin: rule,
    rows: everyCombination(plan).map(methods => ({ methods, overall: overallByRule(plan, methods, rule) })),
  };
}

function overallByRule(plan: Plan, methods: GradeCombination, rule: 'lowest' | 'template'): Grade {
  const lowest = Object.values(methods).reduce<Grade>(
    (worst, grade) => (compareGrades(grade, worst) < 0 ? grade : worst),
    'distinction',
  );
  const atBest = plan.methods.every(method => methods[method.key] === method.grades.toSorted(compareGrades).at(-1));
  const reached = rule === 'lowest' || lowest === 'fail' ? lowest : atBest ? 'distinction' : 'pass';
  const overall = bestNotAbove(reached, plan.overallGrades);
  if (!overall) throw new Error(`The overall scale of plan ${plan.id} holds no grade at or below ${reached}`);
  return overall;
}

function methodLine(methodKey: string, name: string, grade: Grade | null): DerivationLine {
  if (grade === null) return { text: `${name}: no grade yet.`, methodKey, effect: 'open' };
  return { text: `${name}: ${grade}.`, methodKey, effect: grade === 'fail' ? 'limits' : 'supports' };
}

function open(text: string): DerivationLine {
  return { text, effect: 'open' };
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
