import { everyCombination } from './overall-grade.ts';
import type { Grade, GradeTable, Method, Plan } from './plan.ts';
import type { PlanPlace } from './plan-finding.ts';
import { planOn } from './plan-pathways.ts';

/** What stands at a place of the plan; undefined where nothing does. */
export function valueAt(plan: Plan, place: PlanPlace): unknown {
  return place.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | null | undefined)?.[step],
    plan,
  );
}

/** The plan with another value at a place; undefined takes the property, or the element of the list, out. The groups on the way have to be there. */
export function withAt(plan: Plan, place: PlanPlace, value: unknown): Plan {
  return changed(plan, place, value) as Plan;
}

function changed(holder: unknown, [step, ...rest]: PlanPlace, value: unknown): unknown {
  if (step === undefined) return value;
  const inner = changed((holder as Record<string | number, unknown>)[step], rest, value);
  if (Array.isArray(holder)) {
    if (inner === undefined) return holder.filter((_, index) => index !== step);
    return Number(step) === holder.length
      ? [...holder, inner]
      : holder.map((element, index) => (index === step ? inner : element));
  }
  const { [step]: _, ...others } = holder as Record<string | number, unknown>;
  if (inner === undefined) return others;
  return { ...(holder as object), [step]: inner };
}

/** The plan with an element of a list moved up (-1) or down (1) by one; as it is at the end of the list. */
export function withMoved(plan: Plan, list: PlanPlace, index: number, step: 1 | -1): Plan {
  const elements = [...(valueAt(plan, list) as readonly unknown[])];
  const other = index + step;
  if (other < 0 || other >= elements.length) return plan;
  [elements[index], elements[other]] = [elements[other], elements[index]];
  return withAt(plan, list, elements);
}

/** The plan without a method, nor what names it: its place in the order, and the grade table's rows, which no longer fit. */
export function withoutMethod(plan: Plan, key: string): Plan {
  const methods = plan.methods.filter(method => method.key !== key);
  return withFittingTable({ ...plan, methods, order: orderWithout(plan.order, key) });
}

function orderWithout(order: Plan['order'], key: string): Plan['order'] {
  if (order.kind === 'fixed') {
    const methods = order.methods.filter(other => other !== key);
    return methods.length > 1 ? { ...order, methods } : { kind: 'any' };
  }
  if (order.kind === 'passedBefore') {
    const pairs = order.pairs.filter(({ earlier, later }) => earlier !== key && later !== key);
    return pairs.length > 0 ? { ...order, pairs } : { kind: 'any' };
  }
  return order;
}

/** The plan with other grades for a method; the rows of the grade table that no longer fit go with them. */
export function withMethodGrades(plan: Plan, index: number, grades: readonly Grade[]): Plan {
  return withFittingTable(withAt(plan, ['methods', index, 'grades'], [...grades]));
}

/** The plan with only those rows in its grade table that a combination of its methods' grades asks for. */
export function withFittingTable(plan: Plan): Plan {
  if (!plan.gradeTable) return plan;
  const combinations = tablesOf(plan).flatMap(one => everyCombination(one.plan));
  const rows = plan.gradeTable.rows.filter(row =>
    combinations.some(combination => isSameCombination(combination, row.methods)),
  );
  return { ...plan, gradeTable: rows.length > 0 ? { ...plan.gradeTable, rows } : null };
}

/** A table of overall grades that has to be filled in: one for the plan, or one for each set of methods that its pathways lead to. */
export interface TableOfPlan {
  readonly plan: Plan;
  /** The pathways that it is for; empty where the plan has none. */
  readonly pathways: readonly string[];
}

/** The tables of the plan. */
export function tablesOf(plan: Plan): readonly TableOfPlan[] {
  const { pathways = [] } = plan;
  if (pathways.length === 0) return [{ plan, pathways: [] }];
  const tables = new Map<string, TableOfPlan>();
  for (const { key, title } of pathways) {
    const own = planOn(plan, key);
    const methods = own.methods.map(method => method.key).join(' ');
    const known = tables.get(methods);
    tables.set(methods, known ? { ...known, pathways: [...known.pathways, title] } : { plan: own, pathways: [title] });
  }
  return [...tables.values()];
}

/** The overall grade that the plan's table gives a combination; null where it has no row for it. */
export function overallOf({ gradeTable }: Plan, combination: Readonly<Record<string, Grade>>): Grade | null {
  return gradeTable?.rows.find(row => isSameCombination(row.methods, combination))?.overall ?? null;
}

/** The plan with the overall grade of one combination typed in; null takes its row out. */
export function withOverall(plan: Plan, combination: Readonly<Record<string, Grade>>, overall: Grade | null): Plan {
  const others = (plan.gradeTable?.rows ?? []).filter(row => !isSameCombination(row.methods, combination));
  const rows = overall === null ? others : [...others, { methods: { ...combination }, overall }];
  return { ...plan, gradeTable: rows.length > 0 ? inOrder(plan, { origin: 'typed', rows }) : null };
}

/** Rows in the order in which combinations are counted out, so that the same table is stored the same way. */
function inOrder(plan: Plan, table: GradeTable): GradeTable {
  const combinations = tablesOf(plan).flatMap(one => everyCombination(one.plan));
  const position = (row: GradeTable['rows'][number]): number =>
    combinations.findIndex(combination => isSameCombination(combination, row.methods));
  return { ...table, rows: table.rows.toSorted((a, b) => position(a) - position(b)) };
}

function isSameCombination(one: Readonly<Record<string, Grade>>, other: Readonly<Record<string, Grade>>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key]);
}

/** The method with a KSB added to those that it assesses, or taken out of them, in the order of the standard. */
export function withKsb(method: Method, code: string, isAssessed: boolean, order: readonly string[]): Method {
  const codes = new Set(method.ksbs);
  if (isAssessed) codes.add(code);
  else codes.delete(code);
  const known = order.filter(each => codes.has(each));
  return { ...method, ksbs: [...known, ...[...codes].filter(each => !order.includes(each))] };
}
