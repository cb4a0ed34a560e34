import { type Framework, type FrameworkItem, ksbsOf } from './framework.ts';
import type { Plan } from './plan.ts';

/** A KSB with how often the standard and a plan come to it. */
export interface KsbFooting {
  readonly ksb: FrameworkItem;
  /** Duties that are linked with it. */
  readonly duties: number;
  /** Methods of the plan that assess it; null without a plan. */
  readonly methods: number | null;
}

/** At most so many duties make a KSB's footing thin: it then comes up so seldom at work that an observation easily misses it. */
const few = 2;

/** The KSBs that few duties lead to or that no method of the plan assesses, those with the fewest first, else in the order of the standard. */
export function thinlyCovered(framework: Framework, plan: Plan | null): readonly KsbFooting[] {
  const duties = new Set(framework.items.filter(({ kind }) => kind === 'duty').map(({ code }) => code));
  if (duties.size === 0) return [];
  const linked = (code: string): number =>
    new Set(
      framework.links
        .flatMap(({ from, to }) => (from === code ? [to] : to === code ? [from] : []))
        .filter(other => duties.has(other)),
    ).size;
  return ksbsOf(framework)
    .map(ksb => ({ ksb, duties: linked(ksb.code), methods: plan && methodsOf(plan, ksb.code) }))
    .filter(footing => footing.duties <= few || footing.methods === 0)
    .toSorted((a, b) => a.duties - b.duties || (a.methods ?? 0) - (b.methods ?? 0));
}

const methodsOf = ({ methods }: Plan, code: string): number => methods.filter(({ ksbs }) => ksbs.includes(code)).length;
