import { asWhole } from './fields.ts';
import { type Findings, noteProblem } from './findings.ts';
import { notStated } from './framework-naming.ts';
import { headingAt } from './standard-headings.ts';
import type { Line, TextLines } from './text-lines.ts';

/** What the person who imports a text may say of it, where the text itself does not. */
export interface TextNames {
  readonly reference?: string;
  readonly title?: string;
  readonly version?: string;
}

const head = 80;
const longestTitle = 150;

/** The reference, title, version, level and LARS code that stand at the head of a standard's text; what a person said counts more. What is not found is a problem. */
export function namesIn(source: TextLines, levelLines: readonly Line[], names: TextNames, findings: Findings) {
  const lines = source.lines.slice(0, head);
  const text = lines.map(line => line.text.slice(0, 400)).join('\n');
  const [, found] = /\b((?:ST|FA|SC)\d{4})\b/.exec(text) ?? [];
  const [, lars] = /\bLARS (?:code)?\s*:?\s*(\d{1,6})\b/i.exec(text) ?? [];
  const [, version] = /\bversion(?: number)?\s*:?\s*v?(\d{1,2}\.\d{1,2})\b/i.exec(text) ?? [];
  const [, level] = /^level\s*:?\s*([1-8])$/im.exec(text) ?? [];
  const reference = names.reference ?? found;
  const title = names.title ?? titleIn(source.lines, () => headingAt(source.lines, 0) !== null);
  if (reference === undefined) noteProblem(findings, 'Reference', 'The text gives no reference number (ST…).');
  if (title === undefined) noteProblem(findings, 'Title', 'The text gives no title.');
  if (version === undefined && names.version === undefined) {
    noteProblem(findings, 'Version', 'The text does not say which version it is.');
  }
  return {
    reference: reference ?? notStated,
    title: title ?? (found === undefined ? 'Untitled standard' : `Standard ${found}`),
    version: names.version ?? version ?? notStated,
    level: level === undefined ? levelIn(levelLines) : Number(level),
    larsCode: lars === undefined || Number(lars) === 0 ? undefined : Number(lars),
  };
}

function levelIn(lines: readonly Line[]): number | undefined {
  const level = asWhole(lines[0]?.text);
  return level !== undefined && level >= 1 && level <= 8 ? level : undefined;
}

/** The title: what is labelled so, or a first line that is short, no heading, and no sentence. */
export function titleIn(lines: readonly Line[], isHeading: (text: string) => boolean): string | undefined {
  for (const { text } of lines.slice(0, head)) {
    const [, labelled] = /^(?:occupation |standard |apprenticeship )?title\s*:\s*(\S.{0,150})$/i.exec(text) ?? [];
    if (labelled !== undefined) return labelled;
  }
  const first = lines[0]?.text ?? '';
  const reference = /^(?:[A-Z]{2,10}\d{2,6}|(?:reference|status|level)\b.*)$/i.test(first);
  const title = first !== '' && first.length <= longestTitle && !/[.:;,?]$/.test(first) && !/^[•\d]/.test(first);
  return title && !reference && !isHeading(first) ? first : undefined;
}
