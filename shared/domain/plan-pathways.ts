import type { Framework } from './framework.ts';
import type { Method, Pathway, Plan, Theme } from './plan.ts';
import type { PlanPlace } from './plan-finding.ts';

/** A plan as it is for the apprentices of one pathway, and the way back from a place in it to that place in the whole plan. */
export interface PathwayPlan {
  readonly plan: Plan;
  readonly original: (place: PlanPlace) => PlanPlace;
}

/** Where the elements that were kept of a list stood before, by the way to the list in what is left. */
type Origins = Map<string, readonly number[]>;

/**
 * What of the plan holds for one pathway: its own methods and themes with those of the core, without the KSBs of the other pathways, and
 * without what has nothing left then. The grade table keeps the rows that speak of exactly these methods.
 */
export function pathwayPlan(plan: Plan, key: string): PathwayPlan {
  const origins: Origins = new Map();
  const foreign = new Set(foreignKsbs(plan, key));
  const methods = kept(plan.methods, 'methods', origins, method => methodOn(method, key, foreign)).map(
    (method, index) => withThemes(method, key, foreign, `methods.${index}`, origins),
  );
  const keys = methods.map(method => method.key);
  const rows = plan.gradeTable?.rows ?? [];
  const keptRows = kept(rows, 'gradeTable.rows', origins, row => {
    const named = Object.keys(row.methods);
    const isOfOtherMethods = plan.methods.some(method => named.includes(method.key) && !keys.includes(method.key));
    return isOfOtherMethods ? null : row;
  });
  return {
    plan: {
      ...plan,
      methods,
      order: orderAmong(plan.order, plan.methods, keys),
      gradeTable: plan.gradeTable && { ...plan.gradeTable, rows: [...keptRows] },
    },
    original: place => originalPlace(place, origins),
  };
}

/** The plan as it is for a pathway; the whole plan where it has none. */
export function planOn(plan: Plan, pathway: string | null): Plan {
  return pathway === null ? plan : pathwayPlan(plan, pathway).plan;
}

/** The framework without what belongs to other pathways only. */
export function frameworkOn(framework: Framework, plan: Plan, key: string): Framework {
  const foreign = new Set(foreignKsbs(plan, key));
  return { ...framework, items: framework.items.filter(item => !foreign.has(item.code)) };
}

/** The KSBs that other pathways name and this one does not. */
function foreignKsbs({ pathways = [] }: Plan, key: string): readonly string[] {
  const own = new Set(pathways.find(pathway => pathway.key === key)?.ksbs);
  return pathways
    .filter(pathway => pathway.key !== key)
    .flatMap((pathway: Pathway) => pathway.ksbs.filter(code => !own.has(code)));
}

type Codes = ReadonlySet<string>;

const without = (codes: readonly string[], foreign: Codes): string[] => codes.filter(code => !foreign.has(code));

/** Whether something had KSBs and has none left. */
const isEmptied = (before: readonly string[], foreign: Codes): boolean =>
  before.length > 0 && before.every(code => foreign.has(code));

function methodOn(method: Method, key: string, foreign: Codes): Method | null {
  if ((method.pathway !== undefined && method.pathway !== key) || isEmptied(method.ksbs, foreign)) return null;
  return { ...method, ksbs: without(method.ksbs, foreign), criticalKsbs: without(method.criticalKsbs, foreign) };
}

function withThemes(method: Method, key: string, foreign: Codes, place: string, origins: Origins): Method {
  const themes = kept(method.themes, `${place}.themes`, origins, theme => themeOn(theme, key, foreign)).map(
    (theme, index) => ({
      ...theme,
      descriptors: [
        ...kept(theme.descriptors, `${place}.themes.${index}.descriptors`, origins, descriptor =>
          isEmptied(descriptor.ksbs, foreign) ? null : { ...descriptor, ksbs: without(descriptor.ksbs, foreign) },
        ),
      ],
    }),
  );
  return { ...method, themes };
}

function themeOn(theme: Theme, key: string, foreign: Codes): Theme | null {
  if ((theme.pathway !== undefined && theme.pathway !== key) || isEmptied(theme.ksbs, foreign)) return null;
  const { mandatoryKsbs } = theme;
  return {
    ...theme,
    ksbs: without(theme.ksbs, foreign),
    ...(mandatoryKsbs ? { mandatoryKsbs: without(mandatoryKsbs, foreign) } : {}),
  };
}

function orderAmong(order: Plan['order'], all: readonly Method[], keys: readonly string[]): Plan['order'] {
  const isLeftOut = (key: string): boolean => all.some(method => method.key === key) && !keys.includes(key);
  switch (order.kind) {
    case 'any':
      return order;
    case 'fixed':
      return { ...order, methods: order.methods.filter(key => !isLeftOut(key)) };
    case 'passedBefore':
      return { ...order, pairs: order.pairs.filter(({ earlier, later }) => !isLeftOut(earlier) && !isLeftOut(later)) };
  }
}

function kept<T>(list: readonly T[], place: string, origins: Origins, keep: (element: T) => T | null): readonly T[] {
  const left = list.flatMap((element, index) => {
    const after = keep(element);
    return after === null ? [] : [{ after, index }];
  });
  origins.set(
    place,
    left.map(({ index }) => index),
  );
  return left.map(({ after }) => after);
}

function originalPlace(place: PlanPlace, origins: Origins): PlanPlace {
  return place.map((step, position) => {
    if (typeof step === 'string') return step;
    return origins.get(place.slice(0, position).join('.'))?.[step] ?? step;
  });
}
