import type { Framework, FrameworkItem, FrameworkSection } from '../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../shared/domain/framework-import.ts';
import { type Findings, noteProblem, previewOf } from './findings.ts';
import { frameworkId, notStated } from './framework-naming.ts';
import { statedLicence } from './stated-licence.ts';
import { joinedLines, type Line, paragraphsOf, type TextLines } from './text-lines.ts';
import { type TextNames, titleIn } from './text-names.ts';

type Part = 'performanceCriterion' | 'knowledge' | 'overview' | 'other';

/** The headings of a National Occupational Standard. Both lists are numbered from 1, or `1.` throughout in copies, so that codes follow from the order. */
const headings: readonly (readonly [RegExp, Part])[] = [
  [/^overview$/i, 'overview'],
  [/^(?:performance criteria|you must be able to)\s*:?$/i, 'performanceCriterion'],
  [/^(?:knowledge and understanding|you need to know and understand)\s*:?$/i, 'knowledge'],
  [
    /^(?:glossary|scope\b.{0,60}|values|skills|behaviours|links to other nos|external links|developed by|version number|date approved|indicative review date|validity|status|originating organisation|original urn|relevant occupations|suite|keywords)\s*:?$/i,
    'other',
  ],
];

/** Reads a National Occupational Standard: performance criteria P1, P2… and knowledge statements K1, K2…, in the order of the text. */
export function readNosText(source: TextLines, findings: Findings, said: TextNames): FrameworkPreview {
  const { points, overview } = gather(source);
  const items = itemsOf(points, source, findings);
  const head = source.lines
    .slice(0, 30)
    .map(line => line.text)
    .join('\n');
  const [reference] = /\b[A-Z]{3,10}\d{2,6}\b/.exec(head) ?? [];
  const [, printedVersion] = /\bversion(?: number)?\s*:?\s*(\d{1,2}(?:\.\d{1,2})?)\b/i.exec(head) ?? [];
  const title =
    said.title ??
    titleIn(
      source.lines.filter(line => line.text !== reference),
      isHeading,
    );
  const named = {
    reference: said.reference ?? reference ?? notStated,
    version: said.version ?? printedVersion ?? notStated,
  };
  report(items, { ...named, title }, findings);
  const summary = paragraphsOf(overview, source, findings, 'Overview');
  const framework: Framework = {
    schema: 'epa-framework/1',
    id: frameworkId(named.reference, named.version, JSON.stringify(items)),
    kind: 'nationalOccupationalStandard',
    ...named,
    title: title ?? 'Untitled National Occupational Standard',
    issuer: notStated,
    source: 'The text of the standard, as it was copied. Codes follow from the order of the statements.',
    licence: statedLicence(source),
    ...(summary === '' ? {} : { summary }),
    facts: [],
    sections: [...sections],
    items: [...items],
    links: [],
  };
  return previewOf(framework, { found: 0, resolved: 0, outside: 0 }, findings);
}

const sections: readonly FrameworkSection[] = [
  { key: 'Performance criteria', title: 'You must be able to', inherits: [], kind: 'performanceCriterion' },
  { key: 'Knowledge', title: 'You need to know and understand', inherits: [], kind: 'knowledge' },
];

const isHeading = (text: string): boolean => headings.some(([pattern]) => pattern.test(text.slice(0, 100)));

type Points = Readonly<Record<'performanceCriterion' | 'knowledge', string[][]>>;

function gather({ lines }: TextLines): { readonly points: Points; readonly overview: readonly Line[] } {
  const points: Points = { performanceCriterion: [], knowledge: [] };
  const overview: Line[] = [];
  let part: Part = 'other';
  for (const line of lines) {
    const heading = headings.find(([pattern]) => pattern.test(line.text.slice(0, 100)));
    if (heading) part = heading[1];
    else if (part === 'overview') overview.push(line);
    else if (part !== 'other') addPoint(points[part], line.text);
  }
  return { points, overview };
}

/** Begins a point at a number, code or bullet, and goes on with it otherwise. */
function addPoint(points: string[][], text: string): void {
  const [marker] = /^(?:\d{1,3}[.)]|[PK]\d{1,3}[.:)]?|[•–-])(?:\s+|$)/.exec(text) ?? [];
  const words = text.slice(marker?.length ?? 0);
  const last = points.at(-1);
  if (marker !== undefined || !last) points.push(words === '' ? [] : [words]);
  else last.push(text);
}

function itemsOf(points: Points, source: TextLines, findings: Findings): readonly FrameworkItem[] {
  return (['performanceCriterion', 'knowledge'] as const).flatMap(kind => {
    const prefix = kind === 'knowledge' ? 'K' : 'P';
    const section = kind === 'knowledge' ? 'Knowledge' : 'Performance criteria';
    const texts = points[kind].map((lines, index) => joinedLines(lines, source, findings, `${prefix}${index + 1}`));
    return texts
      .filter(text => text !== '')
      .map((text, index) => ({ code: `${prefix}${index + 1}`, kind, text, section }));
  });
}

function report(
  items: readonly FrameworkItem[],
  { reference, title, version }: { reference: string; title: string | undefined; version: string },
  findings: Findings,
): void {
  if (reference === notStated) noteProblem(findings, 'Reference', 'The text gives no reference of the standard.');
  if (title === undefined) noteProblem(findings, 'Title', 'The text gives no title.');
  if (version === notStated) noteProblem(findings, 'Version', 'The text does not say which version it is.');
  if (!items.some(item => item.kind === 'performanceCriterion')) {
    noteProblem(findings, 'Performance criteria', 'The text has no performance criteria.');
  }
  if (!items.some(item => item.kind === 'knowledge')) {
    noteProblem(findings, 'Knowledge', 'The text has no knowledge statements.');
  }
}
