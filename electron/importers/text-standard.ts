import type { Framework, FrameworkItem, FrameworkLink } from '../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../shared/domain/framework-import.ts';
import { compareKsbCodes } from '../../shared/domain/ksb-codes.ts';
import { type Findings, noteProblem, previewOf } from './findings.ts';
import { frameworkId, notStated, openGovernmentLicence } from './framework-naming.ts';
import { factHeadings } from './standard-headings.ts';
import { kindOfCode } from './statement-codes.ts';
import { joinedLines, paragraphsOf, type TextLines } from './text-lines.ts';
import { namesIn, type TextNames } from './text-names.ts';
import { type Gathered, partsOf, type StandardParts } from './text-standard-parts.ts';

/** Reads the text of an apprenticeship standard, pasted from a page or copied from its PDF: duties with their KSB codes, KSBs, summary and facts. */
export function readStandardText(source: TextLines, findings: Findings, said: TextNames): FrameworkPreview {
  const parts = partsOf(source);
  const items = itemsOf(parts.statements, source, findings);
  const { links, found } = linksOf(parts.statements, items, findings);
  const names = namesIn(source, parts.sections.get('level') ?? [], said, findings);
  reportGaps(parts, items, findings);
  const summary = paragraphsOf(parts.sections.get('summary') ?? [], source, findings, 'Occupation summary');
  const { reference, title, version, level, larsCode } = names;
  const foundation = reference.startsWith('FA') || items.some(item => item.kind === 'employabilityBehaviour');
  const framework: Framework = {
    schema: 'epa-framework/1',
    id: frameworkId(reference, version, JSON.stringify(items)),
    kind: foundation ? 'foundationApprenticeship' : 'apprenticeshipStandard',
    reference,
    title,
    version,
    ...(level === undefined ? {} : { level }),
    ...(larsCode === undefined ? {} : { larsCode }),
    issuer: notStated,
    source: 'The text of the standard, as it was copied.',
    licence: openGovernmentLicence,
    ...(summary === '' ? {} : { summary }),
    facts: factsOf(parts, source, findings, level),
    sections: [],
    items: [...items],
    links: [...links],
  };
  return previewOf(framework, { found, resolved: links.length, outside: 0 }, findings);
}

/** The statements in the order of their codes, duties first. A code that comes twice keeps its first wording. */
function itemsOf(statements: readonly Gathered[], source: TextLines, findings: Findings): readonly FrameworkItem[] {
  const items = new Map<string, FrameworkItem>();
  for (const { code, lines } of statements) {
    const kind = kindOfCode(code);
    const text = joinedLines(lines, source, findings, code);
    if (!kind || text === '') {
      noteProblem(findings, code, 'It has no wording in the text, and was left out.');
    } else if (!items.has(code)) items.set(code, { code, kind, text });
    else if (items.get(code)?.text !== text) {
      noteProblem(findings, code, `It comes twice, and the second wording was left out: “${text.slice(0, 200)}”.`);
    }
  }
  return [...items.values()].toSorted((a, b) => rank(a) - rank(b) || compareKsbCodes(a.code, b.code));
}

const rank = ({ kind }: FrameworkItem): number => (kind === 'duty' ? 0 : 1);

function linksOf(
  statements: readonly Gathered[],
  items: readonly FrameworkItem[],
  findings: Findings,
): { readonly links: readonly FrameworkLink[]; readonly found: number } {
  const codes = new Set(items.map(item => item.code));
  const named = statements
    .filter(({ code }) => codes.has(code))
    .flatMap(({ code, codes: ksbs }) => Array.from(new Set(ksbs), to => ({ kind: 'maps' as const, from: code, to })));
  const distinct = [...new Map(named.map(link => [`${link.from} ${link.to}`, link])).values()];
  const links = distinct.filter(link => codes.has(link.to));
  const linked = new Set(links.map(link => link.from));
  for (const { code, kind } of items) {
    if (kind === 'duty' && codes.has('K1') && !linked.has(code)) noteProblem(findings, code, 'It names no KSBs.');
  }
  for (const { from, to } of distinct) {
    if (!codes.has(to)) noteProblem(findings, from, `It names ${to}, and the text has no statement with that code.`);
  }
  return { links, found: distinct.length };
}

function reportGaps(parts: StandardParts, items: readonly FrameworkItem[], findings: Findings): void {
  const numbers = new Map<string, number[]>();
  for (const { code } of items) {
    const [, prefix = '', digits = ''] = /^(\D+)(\d+)$/.exec(code) ?? [];
    numbers.set(prefix, numbers.get(prefix) ?? []);
    numbers.get(prefix)?.push(Number(digits));
  }
  for (const [prefix, held] of numbers) {
    const last = Math.max(...held);
    const missing = Array.from({ length: last }, (_, index) => index + 1).filter(number => !held.includes(number));
    for (const number of missing) {
      noteProblem(findings, `${prefix}${number}`, `It is missing: the text goes on to ${prefix}${last} without it.`);
    }
  }
  if (!numbers.has('D')) noteProblem(findings, 'Duties', 'The text has no duties.');
  if (items.every(item => item.kind === 'duty')) {
    noteProblem(findings, 'KSBs', 'The text has no knowledge, skills or behaviours.');
  }
  for (const [heading, label] of [['summary', 'Occupation summary'], ...factHeadings] as const) {
    if (parts.sections.get(heading)?.length === 0)
      noteProblem(findings, label, 'The text has this heading and nothing under it.');
  }
}

function factsOf(
  parts: StandardParts,
  source: TextLines,
  findings: Findings,
  level: number | undefined,
): Framework['facts'] {
  const facts = factHeadings.flatMap(([heading, label]) => {
    const lines = parts.sections.get(heading) ?? [];
    if (heading === 'occupationalMap') return mapFacts(lines.map(line => line.text));
    const value = joinedLines(
      lines.map(line => line.text),
      source,
      findings,
      label,
    );
    return value === '' ? [] : [{ label, value }];
  });
  return [...(level === undefined ? [] : [{ label: 'Level', value: String(level) }]), ...facts];
}

/** The occupational map's lines, "Route: Care services", as a fact each. */
function mapFacts(lines: readonly string[]): Framework['facts'] {
  return lines.flatMap(line => {
    const [, label, value] = /^(Route|Pathway|Cluster)\s*:\s*(\S.*)$/i.exec(line) ?? [];
    return label === undefined || value === undefined ? [] : [{ label, value }];
  });
}
