import { z } from 'zod';
import { parentCycles } from './parent-cycles.ts';

/** What an item of a framework is. An apprenticeship standard has duties, knowledge, skills and behaviours; other frameworks have criteria, statements, competencies or indicators. */
export const itemKinds = [
  'duty',
  'knowledge',
  'skill',
  'behaviour',
  'technicalKnowledge',
  'technicalSkill',
  'employabilityBehaviour',
  'performanceCriterion',
  'competency',
  'indicator',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export const frameworkKinds = [
  'apprenticeshipStandard',
  'foundationApprenticeship',
  'apprenticeshipUnit',
  'nationalOccupationalStandard',
  'trainingStandard',
  'competencyFramework',
] as const;

/** What a link says. A duty maps to KSBs; the others are the relations that 1EdTech CASE 1.0 knows, `replaces` read from the newer to the older. */
export const linkKinds = [
  'maps',
  'equivalent',
  'related',
  'replaces',
  'precedes',
  'partOf',
  'peer',
  'exemplar',
  'skillLevel',
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** The longest code of an item or key of a section, in characters: published frameworks go to about 30. */
export const longestCode = 80;
const code = z.string().min(1).max(longestCode);
/** The issuer's own identifier, usually a GUID: it stays when the code moves. */
const identity = z.string().min(1).max(400);

const frameworkItem = z.strictObject({
  /** Unique within the framework: K1, S4, B2, D7, P3… */
  code,
  kind: z.enum(itemKinds),
  text: z.string().min(1),
  /** The key of the section or group that holds the item, where the framework has any. */
  section: z.string().optional(),
  mandatory: z.boolean().optional(),
  identity: identity.optional(),
  /** False for what belongs to an option only, in a standard with a core and options. */
  core: z.boolean().optional(),
  /** What the issuer adds to the statement, such as the criteria by which a duty's performance is measured. */
  notes: z.string().optional(),
});
export type FrameworkItem = Readonly<z.infer<typeof frameworkItem>>;

/** Both ends are codes of items or keys of sections of the same framework. */
const frameworkLink = z.strictObject({ kind: z.enum(linkKinds), from: z.string(), to: z.string() });
export type FrameworkLink = Readonly<z.infer<typeof frameworkLink>>;

/** A link that leaves the framework: `to` names something in another one by its identity. */
const crosswalkLink = z.strictObject({
  kind: z.enum(linkKinds),
  from: z.string(),
  to: z.strictObject({ identity, uri: z.string().optional(), title: z.string().optional() }),
});
export type CrosswalkLink = Readonly<z.infer<typeof crosswalkLink>>;

const frameworkSection = z.strictObject({
  key: code,
  title: z.string(),
  /** Keys of the sections whose statements hold here too, of this section's kind where it has one. */
  inherits: z.array(z.string()),
  /** The section that this one is a part of. */
  parent: z.string().optional(),
  /** The kind of statement that the section holds, where it holds only one. */
  kind: z.enum(itemKinds).optional(),
  text: z.string().optional(),
  identity: identity.optional(),
});
export type FrameworkSection = Readonly<z.infer<typeof frameworkSection>>;

/** One of the options of a standard with a core and options: an apprentice takes exactly one. */
const frameworkOption = z.strictObject({
  key: code,
  title: z.string().min(1),
  identity: identity.optional(),
  /** Codes of the duties that belong to the option. */
  duties: z.array(z.string()),
});
export type FrameworkOption = Readonly<z.infer<typeof frameworkOption>>;

/** Why a field that the format has was not read: it was not there, it was null, or it held something else than it should. */
export const missingStates = ['absent', 'null', 'invalid'] as const;
const missingField = z.strictObject({ field: z.string(), state: z.enum(missingStates) });
export type MissingField = Readonly<z.infer<typeof missingField>>;

/** The fields of a framework, without the rules that hold between them: those are in `framework`. */
export const frameworkShape = z.strictObject({
  schema: z.literal('epa-framework/1'),
  id: z.string().min(1),
  kind: z.enum(frameworkKinds),
  /** The issuer's reference, for example ST1030. */
  reference: z.string().min(1),
  title: z.string().min(1),
  version: z.string().min(1),
  identity: identity.optional(),
  level: z.number().int().min(1).max(8).optional(),
  larsCode: z.number().int().positive().optional(),
  issuer: z.string().min(1),
  /** Where the text was taken from, and how it was repaired. */
  source: z.string().min(1),
  licence: z.strictObject({ name: z.string(), url: z.string().optional(), attribution: z.string() }),
  summary: z.string().optional(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  sections: z.array(frameworkSection),
  /** Empty where the source gives no statement: only the frame of groups, or only its title. Nobody can be assessed against that. */
  items: z.array(frameworkItem),
  links: z.array(frameworkLink),
  options: z.array(frameworkOption).optional(),
  crosswalk: z.array(crosswalkLink).optional(),
  missing: z.array(missingField).optional(),
});
export type Framework = Readonly<z.infer<typeof frameworkShape>>;

/** A standard or other competency framework: what a person is assessed against. Data, never code. Codes and identities are unique, and every reference leads somewhere. */
export const framework = frameworkShape.superRefine((document, context) => {
  for (const message of faultsOf(document)) context.addIssue({ code: 'custom', message });
});

function faultsOf(document: Framework): readonly string[] {
  const { sections, items, links, options = [], crosswalk = [] } = document;
  const keys = sections.map(section => section.key);
  const codes = items.map(item => item.code);
  const names = new Set([...keys, ...codes]);
  const duties = new Set(items.filter(item => item.kind === 'duty').map(item => item.code));
  const identities = [...sections, ...items].flatMap(one => one.identity?.toLowerCase() ?? []);
  return [
    ...repeated([...keys, ...codes]).map(name => `two sections or items are called ${name}`),
    ...repeated(identities).map(one => `two sections or items are identified as ${one}`),
    ...repeated(links.map(({ kind, from, to }) => JSON.stringify([kind, from, to]))).map(
      one => `${one} is linked twice`,
    ),
    ...parentCycles(sections).map(key => `the section ${key} is a part of itself`),
    ...unknown(
      sections.flatMap(({ parent, inherits }) => (parent === undefined ? inherits : [...inherits, parent])),
      new Set(keys),
    ),
    ...unknown(
      items.flatMap(item => item.section ?? []),
      new Set(keys),
    ),
    ...unknown([...links.flatMap(({ from, to }) => [from, to]), ...crosswalk.map(({ from }) => from)], names),
    ...unknown(
      options.flatMap(option => option.duties),
      duties,
    ),
  ];
}

function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter(name => seen.size === seen.add(name).size);
}

function unknown(references: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return references.filter(name => !known.has(name)).map(name => `${name} is referred to and not there`);
}

/** The kinds of item that an apprentice is assessed against: knowledge, skills and behaviours, but not duties. */
const assessed: ReadonlySet<ItemKind> = new Set(itemKinds.filter(kind => kind !== 'duty'));

/** The framework's KSBs in its own order. */
export function ksbsOf(framework: Framework): readonly FrameworkItem[] {
  return framework.items.filter(item => assessed.has(item.kind));
}
