import type { Framework, FrameworkItem, FrameworkSection, ItemKind } from '../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../shared/domain/framework-import.ts';
import { type Findings, noteProblem, previewOf } from './findings.ts';
import { frameworkId, notStated } from './framework-naming.ts';
import { namedGroups } from './group-names.ts';
import { statedLicence } from './stated-licence.ts';
import { prefixOfKind } from './statement-codes.ts';
import { type GroupPart, groupParts, type SubPart } from './text-group-parts.ts';
import { joinedLines, paragraphsOf, type TextLines } from './text-lines.ts';
import type { TextNames } from './text-names.ts';

/** Reads a framework of groups: the groups, the lists under their headings with a code each, and "as set out in groups A to D" as inheritance. A text that only names its groups gives their frame. */
export function readGroupsText(source: TextLines, findings: Findings, said: TextNames): FrameworkPreview {
  const { groups, before, facts } = groupParts(source);
  const counts = new Map<ItemKind, number>();
  const fallback = source.lines.some(line => /competency indicator/i.test(line.text)) ? 'indicator' : 'competency';
  const items = groups.flatMap(group => group.parts.flatMap(part => itemsOf(part, counts, fallback, source, findings)));
  const sections = withReferredGroups(
    groups.flatMap(group => sectionsOf(group, source, findings)),
    source,
    findings,
  );
  const title = said.title ?? titleOf(source);
  const version = said.version ?? facts.find(fact => /updated/i.test(fact.label))?.value ?? yearIn(source) ?? notStated;
  reportGaps(sections, items, { title, version, reference: said.reference }, findings);
  const introduction = before.filter(line => line.text !== title);
  const summary = paragraphsOf(introduction, source, findings, 'Introduction');
  const framework: Framework = {
    schema: 'epa-framework/1',
    id: frameworkId(said.reference ?? notStated, version, source.lines.map(line => line.text).join('\n')),
    kind: items.some(item => item.kind !== 'indicator') ? 'trainingStandard' : 'competencyFramework',
    reference: said.reference ?? notStated,
    title: title ?? 'Untitled framework',
    version,
    issuer: notStated,
    source: 'The text of the framework, as it was copied. Codes follow from the order of the statements.',
    licence: statedLicence(source),
    ...(summary === '' ? {} : { summary }),
    facts: [...facts],
    sections: [...sections],
    items: [...items],
    links: [],
  };
  return previewOf(framework, { found: 0, resolved: 0, outside: 0 }, findings);
}

function itemsOf(
  part: SubPart,
  counts: Map<ItemKind, number>,
  fallback: ItemKind,
  source: TextLines,
  findings: Findings,
): readonly FrameworkItem[] {
  const kind = part.kind ?? fallback;
  return part.points.flatMap(lines => {
    const number = (counts.get(kind) ?? 0) + 1;
    const code = `${prefixOfKind[kind]}${number}`;
    const text = joinedLines(lines, source, findings, code);
    if (text === '') return [];
    counts.set(kind, number);
    return [{ code, kind, text, section: part.key }];
  });
}

function sectionsOf(group: GroupPart, source: TextLines, findings: Findings): readonly FrameworkSection[] {
  return group.parts.map(part => {
    const isOwn = part.key === group.key;
    const text = joinedLines(part.text, source, findings, part.key);
    return {
      key: part.key,
      title: isOwn ? group.title : part.title,
      inherits: isOwn ? [...new Set([...group.inherits, ...part.inherits])] : [...part.inherits],
      ...(isOwn ? {} : { parent: group.key }),
      ...(part.kind === undefined ? {} : { kind: part.kind }),
      ...(text === '' ? {} : { text }),
    };
  });
}

/** Adds the groups that are inherited from, or that the text only names, so that every reference leads somewhere. */
function withReferredGroups(
  sections: readonly FrameworkSection[],
  source: TextLines,
  findings: Findings,
): readonly FrameworkSection[] {
  const keys = new Set(sections.map(section => section.key));
  const inherited = [...new Set(sections.flatMap(section => section.inherits))].filter(key => !keys.has(key));
  const named = sections.length > 0 ? inherited : namedGroups(source.lines.map(line => line.text));
  if (sections.length > 0 && named.length > 0) {
    noteProblem(
      findings,
      `Group ${named.join(', ')}`,
      'Statements of these groups hold here too, and the text does not have them. Import it together with theirs.',
    );
  }
  const added = named.map(key => ({ key, title: `Group ${key}`, inherits: [] }));
  return [...added, ...sections];
}

const titleWords = /\b(?:standards?|framework)\b/i;

/** The title: the longest of the first lines that names a standard or framework and is no sentence. */
function titleOf({ lines }: TextLines): string | undefined {
  const candidates = lines
    .slice(0, 8)
    .map(line => line.text)
    .filter(text => text.length <= 200 && titleWords.test(text) && !/[.;,]$/.test(text));
  return candidates.toSorted((a, b) => b.length - a.length)[0];
}

/** The year that a text gives to its framework: "the Safeguarding Competency Framework 2014". */
function yearIn({ lines }: TextLines): string | undefined {
  const named = /\b(?:framework|standards?)\s+((?:19|20)\d{2})\b/i;
  return lines.map(line => named.exec(line.text.slice(0, 2_000))?.[1]).find(year => year !== undefined);
}

function reportGaps(
  sections: readonly FrameworkSection[],
  items: readonly FrameworkItem[],
  { title, version, reference }: { title: string | undefined; version: string; reference: string | undefined },
  findings: Findings,
): void {
  if (reference === undefined) noteProblem(findings, 'Reference', 'The text gives no reference of the framework.');
  if (title === undefined) noteProblem(findings, 'Title', 'The text gives no title.');
  if (version === notStated) noteProblem(findings, 'Version', 'The text does not say which version it is.');
  if (items.length === 0) {
    const groups = sections.length === 1 ? 'a group' : `${sections.length} groups`;
    noteProblem(
      findings,
      'Statements',
      `The text names ${groups} and none of their statements: only the frame of groups is there. Import the document that holds the statements.`,
    );
  }
}
