import { type Dispensation, type Plan, plan as planShape } from './plan.ts';

/** The plan with the dispensations that are in force on a day (`yyyy-mm-dd`), the later ones last. One whose path leads nowhere changes nothing. */
export function planInForce(plan: Plan, day: string): Plan {
  const inForce = plan.dispensations.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
  return inForce.reduce((changed, dispensation) => withDispensation(changed, dispensation) ?? changed, plan);
}

/** The plan with one dispensation; null where its path leads nowhere or its value does not fit there. */
export function withDispensation(plan: Plan, { path, value }: Dispensation): Plan | null {
  const steps = path.split('.');
  if (path === '' || steps[0] === 'dispensations' || steps[0] === 'schema') return null;
  const changed = replaced(plan, steps, value);
  const parsed = changed === undefined ? undefined : planShape.safeParse(changed);
  return parsed?.success ? parsed.data : null;
}

/** What stands at a dispensation's path; undefined where it leads nowhere. */
export function valueAtPath(plan: Plan, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, step) => {
    const at = stepIn(inner, step);
    return at === undefined ? undefined : (inner as Record<string | number, unknown>)[at];
  }, plan);
}

/** The path of a place: a list's elements by their key where they have one, for an index would lead elsewhere after the next change. */
export function pathOfPlace(plan: Plan, place: readonly (string | number)[]): string {
  let inner: unknown = plan;
  return place
    .map(step => {
      inner = (inner as Record<string | number, unknown> | undefined)?.[step];
      return typeof step === 'number' ? (keyOf(inner) ?? String(step)) : step;
    })
    .join('.');
}

const keyOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'key' in value ? String(value.key) : undefined;

/** The property or index that a step of a path means. */
function stepIn(holder: unknown, step: string): string | number | undefined {
  if (Array.isArray(holder)) {
    const byKey = holder.findIndex(element => keyOf(element) === step);
    if (byKey >= 0) return byKey;
    return /^\d+$/.test(step) && Number(step) < holder.length ? Number(step) : undefined;
  }
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step) ? step : undefined;
}

/** A property that the plan may have but has not: the shape tells afterwards whether it may. */
function newProperty(holder: unknown, step: string, rest: readonly string[]): string | undefined {
  const isObject = typeof holder === 'object' && holder !== null && !Array.isArray(holder);
  return isObject && rest.length === 0 && /^[a-z][a-zA-Z]*$/.test(step) ? step : undefined;
}

function replaced(holder: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const at = stepIn(holder, step) ?? newProperty(holder, step, rest);
  if (at === undefined || at === 'key') return undefined;
  const inner = replaced((holder as Record<string | number, unknown>)[at], rest, value);
  if (inner === undefined) return undefined;
  if (Array.isArray(holder)) return holder.map((element, index) => (index === at ? inner : element));
  return { ...(holder as object), [at]: inner };
}
