import type {
  CrosswalkLink,
  Framework,
  FrameworkItem,
  FrameworkSection,
  LinkKind,
} from '../../shared/domain/framework.ts';
import {
  type DocumentExtension,
  documentGuid,
  extensionName,
  guidOf,
  type ItemExtension,
  isGuid,
  nodeGuid,
} from './case-extension.ts';
import { kindNames } from './kind-names.ts';

/** A reference to a node, as CASE writes it. */
interface LinkUri {
  readonly title: string;
  readonly identifier: string;
  readonly uri: string;
}

/** A 1EdTech CASE 1.0 package. */
export interface CasePackage {
  readonly CFDocument: Readonly<Record<string, unknown>>;
  readonly CFItems: readonly Readonly<Record<string, unknown>>[];
  readonly CFAssociations: readonly Readonly<Record<string, unknown>>[];
  readonly CFDefinitions: Readonly<Record<string, unknown>>;
}

/** Writes a framework as a CASE 1.0 package that validates against 1EdTech's schema. What CASE has no field for stands in extensions, so that it comes back equal. */
export function exportCase(framework: Framework, now: Date): CasePackage {
  const lastChangeDateTime = now.toISOString();
  const nodes = nodesOf(framework);
  const document = { title: framework.title, ...addressed(documentGuid(framework)) };
  const stamp = { lastChangeDateTime };
  return {
    CFDocument: documentOf(framework, stamp),
    CFItems: [
      ...framework.sections.map(section => sectionRecord(section, framework, stamp)),
      ...framework.items.map(item => itemRecord(item, framework, stamp)),
    ],
    CFAssociations: [
      ...childAssociations(framework, nodes, document, stamp),
      ...linkAssociations(framework, nodes, stamp),
      ...(framework.crosswalk ?? []).map((link, index) => crosswalkAssociation(framework, link, index, nodes, stamp)),
    ],
    CFDefinitions: definitionsOf(framework, stamp),
  };
}

interface Stamp {
  readonly lastChangeDateTime: string;
}

const addressed = (identifier: string) => ({ identifier, uri: `urn:uuid:${identifier.toLowerCase()}` });

function nodesOf({ id, sections, items }: Framework): ReadonlyMap<string, LinkUri> {
  return new Map([
    ...sections.map(one => [one.key, { title: one.key, ...addressed(nodeGuid(id, one)) }] as const),
    ...items.map(one => [one.code, { title: one.code, ...addressed(nodeGuid(id, one)) }] as const),
  ]);
}

function documentOf(framework: Framework, stamp: Stamp): CasePackage['CFDocument'] {
  const { id, kind, reference, identity, version, level, larsCode, licence, source, facts, options, missing, summary } =
    framework;
  const further: DocumentExtension = {
    id,
    kind,
    reference,
    version,
    licence,
    source,
    facts,
    ...(identity === undefined ? {} : { identity }),
    ...(level === undefined ? {} : { level }),
    ...(larsCode === undefined ? {} : { larsCode }),
    ...(options === undefined ? {} : { options }),
    ...(missing === undefined ? {} : { missing }),
    ...(summary === undefined ? {} : { summary }),
  };
  return {
    ...addressed(documentGuid(framework)),
    creator: framework.issuer,
    title: framework.title,
    ...stamp,
    ...(summary === undefined ? {} : { description: summary }),
    language: 'en-GB',
    version,
    notes: source,
    licenseURI: { title: licence.name, ...addressed(licenceGuid(framework)) },
    extensions: { [extensionName]: further },
  };
}

const licenceGuid = ({ licence }: Framework): string => guidOf(`licence ${licence.name} ${licence.attribution}`);
const typeGuid = (name: string): string => guidOf(`item type ${name}`);

function typed(name: string) {
  return { CFItemType: name, CFItemTypeURI: { title: name, ...addressed(typeGuid(name)) } };
}

function sectionRecord(section: FrameworkSection, framework: Framework, stamp: Stamp): CasePackage['CFItems'][number] {
  const { key, title, inherits, kind, text, identity } = section;
  const further: ItemExtension = {
    role: 'section',
    inherits,
    ...(kind === undefined ? {} : { kind }),
    ...(text === undefined ? {} : { text }),
    ...(identity === undefined ? {} : { identity }),
  };
  return {
    ...addressed(nodeGuid(framework.id, section)),
    fullStatement: title,
    humanCodingScheme: key,
    ...(text === undefined ? {} : { notes: text }),
    ...typed('Section'),
    ...stamp,
    extensions: { [extensionName]: further },
  };
}

function itemRecord(item: FrameworkItem, framework: Framework, stamp: Stamp): CasePackage['CFItems'][number] {
  const { code, kind, text, mandatory, core, notes, identity } = item;
  const further: ItemExtension = {
    role: 'statement',
    kind,
    ...(mandatory === undefined ? {} : { mandatory }),
    ...(core === undefined ? {} : { core }),
    ...(notes === undefined ? {} : { notes }),
    ...(identity === undefined ? {} : { identity }),
  };
  return {
    ...addressed(nodeGuid(framework.id, item)),
    fullStatement: text,
    humanCodingScheme: code,
    ...(notes === undefined ? {} : { notes }),
    ...typed(kindNames[kind]),
    ...stamp,
    extensions: { [extensionName]: further },
  };
}

function association(name: string, associationType: string, from: LinkUri, to: LinkUri, stamp: Stamp) {
  return {
    ...addressed(guidOf(`association ${name}`)),
    associationType,
    originNodeURI: from,
    destinationNodeURI: to,
    ...stamp,
  };
}

/** Every node under its section, the others under the document, numbered in the framework's order. */
function childAssociations(framework: Framework, nodes: ReadonlyMap<string, LinkUri>, document: LinkUri, stamp: Stamp) {
  const parts = [
    ...framework.sections.map(({ key, parent }) => ({ name: key, under: parent })),
    ...framework.items.map(({ code, section }) => ({ name: code, under: section })),
  ];
  return parts.flatMap(({ name, under }, index) => {
    const node = nodes.get(name);
    const parent = under === undefined ? document : nodes.get(under);
    if (!node || !parent) return [];
    return [
      { ...association(`${framework.id} part ${name}`, 'isChildOf', node, parent, stamp), sequenceNumber: index + 1 },
    ];
  });
}

/** How each kind of link is written. A duty's map has no word of its own in CASE, and `replaces` is read from the other end. */
const associationTypes: Readonly<Record<LinkKind, string>> = {
  maps: 'isRelatedTo',
  equivalent: 'exactMatchOf',
  related: 'isRelatedTo',
  replaces: 'replacedBy',
  precedes: 'precedes',
  partOf: 'isPartOf',
  peer: 'isPeerOf',
  exemplar: 'exemplar',
  skillLevel: 'hasSkillLevel',
};

function linkAssociations(framework: Framework, nodes: ReadonlyMap<string, LinkUri>, stamp: Stamp) {
  return framework.links.flatMap(({ kind, from, to }, index) => {
    const [first, second] = [nodes.get(from), nodes.get(to)];
    if (!first || !second) return [];
    const name = `${framework.id} link ${index} ${kind} ${from} ${to}`;
    const [origin, destination] = kind === 'replaces' ? [second, first] : [first, second];
    return [
      {
        ...association(name, associationTypes[kind], origin, destination, stamp),
        extensions: { [extensionName]: { kind } },
      },
    ];
  });
}

function crosswalkAssociation(
  framework: Framework,
  { kind, from, to }: CrosswalkLink,
  index: number,
  nodes: ReadonlyMap<string, LinkUri>,
  stamp: Stamp,
) {
  const identifier = isGuid(to.identity) ? to.identity : guidOf(`outside ${to.identity}`);
  const outside = { title: to.title ?? to.identity, identifier: to.identity, uri: addressed(identifier).uri };
  const inside = nodes.get(from) ?? outside;
  const [origin, destination] = kind === 'replaces' ? [outside, inside] : [inside, outside];
  const name = `${framework.id} crosswalk ${index} ${kind} ${from} ${to.identity}`;
  return {
    ...association(name, associationTypes[kind], origin, destination, stamp),
    extensions: { [extensionName]: { kind, to } },
  };
}

function definitionsOf(framework: Framework, stamp: Stamp): CasePackage['CFDefinitions'] {
  const names = [
    ...new Set([...framework.sections.map(() => 'Section'), ...framework.items.map(item => kindNames[item.kind])]),
  ];
  return {
    CFConcepts: [],
    CFSubjects: [],
    CFLicenses: [
      {
        ...addressed(licenceGuid(framework)),
        title: framework.licence.name,
        licenseText: framework.licence.attribution,
        ...stamp,
      },
    ],
    CFItemTypes: names.map((name, index) => ({
      ...addressed(typeGuid(name)),
      title: name,
      description: name,
      hierarchyCode: String(index + 1),
      ...stamp,
    })),
    CFAssociationGroupings: [],
  };
}
