import type { Framework, ItemKind } from '../../shared/domain/framework.ts';
import { framework as frameworkShape } from '../../shared/domain/framework.ts';
import type { FrameworkPreview, ImportPreview, Problem, Repair } from '../../shared/domain/framework-import.ts';

/** What an importer notes while it reads: repairs and problems, in the order in which they were met. */
export interface Findings {
  readonly repairs: Repair[];
  readonly problems: Problem[];
}

/** What an importer makes of a whole file. */
export interface Imported {
  readonly frameworks: readonly FrameworkPreview[];
  readonly problems: readonly Problem[];
}

/** Findings to be filled. */
export const noFindings = (): Findings => ({ repairs: [], problems: [] });

const longestExcerpt = 400;

/** Notes that a text was mended. Both sides are shown from shortly before their first difference, and cut to a readable length. */
export function noteRepair({ repairs }: Findings, place: string, before: string, after: string, certain = true): void {
  if (before === after) return;
  const start = before.length > longestExcerpt ? Math.max(0, firstDifference(before, after) - 60) : 0;
  repairs.push({ place, before: excerpt(before, start), after: excerpt(after, start), certain });
}

/** Notes what could not be read or resolved. */
export function noteProblem({ problems }: Findings, place: string, message: string): void {
  problems.push({ place, message });
}

function firstDifference(before: string, after: string): number {
  let index = 0;
  while (index < before.length && before[index] === after[index]) index += 1;
  return index;
}

function excerpt(text: string, start: number): string {
  const end = start + longestExcerpt;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** A framework with what was found on the way to it, counted. Checks the framework against its shape: a ZodError here is a fault of the importer. */
export function previewOf(
  document: Framework,
  links: FrameworkPreview['links'],
  { repairs, problems }: Findings,
  unused: readonly string[] = [],
): FrameworkPreview {
  const framework = frameworkShape.parse(document);
  const counts = countsOf(framework);
  return {
    reference: framework.reference,
    title: framework.title,
    version: framework.version,
    counts,
    sections: framework.sections.length,
    duties: counts.duty ?? 0,
    links,
    repairs,
    problems,
    unused: [...unused],
    framework,
  };
}

function countsOf(framework: Framework): FrameworkPreview['counts'] {
  const counts: Partial<Record<ItemKind, number>> = {};
  for (const { kind } of framework.items) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** The sums over a file. */
export function totalsOf({ frameworks, problems }: Imported): ImportPreview['totals'] {
  const counts: Partial<Record<ItemKind, number>> = {};
  for (const one of frameworks) {
    for (const [kind, number] of Object.entries(one.counts)) {
      counts[kind as ItemKind] = (counts[kind as ItemKind] ?? 0) + number;
    }
  }
  const sum = (of: (one: FrameworkPreview) => number) => frameworks.reduce((total, one) => total + of(one), 0);
  return {
    frameworks: frameworks.length,
    counts,
    sections: sum(one => one.sections),
    duties: sum(one => one.duties),
    links: {
      found: sum(one => one.links.found),
      resolved: sum(one => one.links.resolved),
      outside: sum(one => one.links.outside),
    },
    repairs: sum(one => one.repairs.length),
    uncertainRepairs: sum(one => one.repairs.filter(repair => !repair.certain).length),
    problems: sum(one => one.problems.length) + problems.length,
  };
}
