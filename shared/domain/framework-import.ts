import { z } from 'zod';
import { framework, itemKinds } from './framework.ts';

/** What kinds of file an import can come from, told by their content and not by their name. */
export const importFormats = ['standards', 'case', 'csv', 'text'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Something in the source that was mended. What is not certain is for a person to look at. */
export const repair = z.strictObject({
  place: z.string(),
  before: z.string(),
  after: z.string(),
  certain: z.boolean(),
});
export type Repair = Readonly<z.infer<typeof repair>>;

/** Something in the source that could not be read or resolved, and what became of it. */
export const problem = z.strictObject({ place: z.string(), message: z.string() });
export type Problem = Readonly<z.infer<typeof problem>>;

const count = z.number().int().nonnegative();
export const kindCounts = z.partialRecord(z.enum(itemKinds), count);
/** Links that the source names; those that lead to a statement of this framework; those that leave it and are kept as a crosswalk. */
export const linkCounts = z.strictObject({ found: count, resolved: count, outside: count });

/**
 * How a framework from a file stands to what is held. `new`: nothing with its reference is here. `version`: other versions are.
 * `same`: it is here already, word for word. `clash`: its version is here with other words. `unnamed`: it has no reference yet. `empty`: it has no statement.
 */
export const importStandings = ['new', 'version', 'same', 'clash', 'unnamed', 'empty'] as const;
export type ImportStanding = (typeof importStandings)[number];

const frameworkPreview = z.strictObject({
  reference: z.string(),
  title: z.string(),
  version: z.string(),
  counts: kindCounts,
  sections: count,
  duties: count,
  links: linkCounts,
  repairs: z.array(repair),
  problems: z.array(problem),
  /** Fields of the source that the workbench has no use for. */
  unused: z.array(z.string()),
  framework,
});
export type FrameworkPreview = Readonly<z.infer<typeof frameworkPreview>>;

/** The sums over a file. */
export const importTotals = z.strictObject({
  frameworks: count,
  counts: kindCounts,
  sections: count,
  duties: count,
  links: linkCounts,
  repairs: count,
  uncertainRepairs: count,
  problems: count,
});

/** What an import would bring, before anything is written. */
export const importPreview = z.strictObject({
  source: z.strictObject({ name: z.string(), sha256: z.string(), format: z.enum(importFormats) }),
  frameworks: z.array(frameworkPreview),
  /** What concerns the whole file or a record of it that gave no framework. */
  problems: z.array(problem),
  totals: importTotals,
});
export type ImportPreview = Readonly<z.infer<typeof importPreview>>;

/** The kinds of framework that are read from text: an apprenticeship standard, a National Occupational Standard, and groups with their competencies. */
export const textKinds = ['standard', 'nos', 'groups'] as const;
export type TextKind = (typeof textKinds)[number];
