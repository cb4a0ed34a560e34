import type { Framework, ItemKind } from '../../shared/domain/framework.ts';
import { groupsIn, saysInherits } from './group-names.ts';
import type { Line, TextLines } from './text-lines.ts';

/** A list under a heading of a group, or the group's own list. */
export interface SubPart {
  readonly key: string;
  readonly title: string;
  readonly kind: ItemKind | undefined;
  readonly text: string[];
  readonly inherits: string[];
  readonly points: string[][];
}

/** A group with its lists; the first of them is the group's own. */
export interface GroupPart {
  readonly key: string;
  readonly title: string;
  readonly inherits: string[];
  readonly parts: SubPart[];
}

/** A text of groups taken apart. */
export interface GroupParts {
  readonly groups: readonly GroupPart[];
  readonly before: readonly Line[];
  readonly facts: Framework['facts'];
}

const groupHeading = /^Group\s+([A-Z]|\d{1,2})(?:\s*[:–-]\s*(\S.{0,150}))?$/;
const partHeading = /^([a-z])\)\s+(\S.{0,150})$/;
const pointHead = /^(?:\d{1,3}[.)]|[•–-])\s+/;
const dated = /^((?:series )?(?:first published|last updated|published|updated))\s*:\s*(\S.{0,60})$/i;

/** What is being read: the groups so far, and the lines that belong to none of their lists. */
interface Reading {
  readonly groups: GroupPart[];
  readonly before: Line[];
  /** Whether the lines belong to a note between lists, such as "Important points to note". */
  aside: boolean;
}

/** Takes a text of groups apart: "Group E: …" begins a group, "a) …" or a heading that names a kind begins a list in it, numbers and bullets its points. What follows a finished list belongs to the group, what stands under another heading to the introduction. */
export function groupParts({ lines }: TextLines): GroupParts {
  const reading: Reading = { groups: [], before: [], aside: false };
  const facts: { label: string; value: string }[] = [];
  for (const line of lines) {
    const [, label, value] = dated.exec(line.text) ?? [];
    if (label !== undefined && value !== undefined) {
      if (!facts.some(fact => fact.label === label)) facts.push({ label, value });
    } else addLine(reading, line);
  }
  return { groups: joined(reading.groups), before: reading.before, facts };
}

function addLine(reading: Reading, line: Line): void {
  const [, key, title] = groupHeading.exec(line.text) ?? [];
  const group = reading.groups.at(-1);
  if (key !== undefined) {
    reading.groups.push(beginGroup(key, title));
    reading.aside = false;
  } else if (!group) reading.before.push(line);
  else if (!beginsPart(reading, group, line)) {
    if (reading.aside && !saysInherits(line.text)) reading.before.push(line);
    else addToPart(group, line.text);
  }
}

function beginGroup(key: string, title: string | undefined): GroupPart {
  const own = { key, title: '', kind: undefined, text: [], inherits: [], points: [] };
  return { key, title: title === undefined ? `Group ${key}` : `Group ${key}: ${title}`, inherits: [], parts: [own] };
}

/** Begins a list at its heading, or a note at a heading that names no kind of statement. */
function beginsPart(reading: Reading, group: GroupPart, line: Line): boolean {
  const [, letter, lettered] = partHeading.exec(line.text) ?? [];
  const heading = lettered ?? headingIn(group, line);
  if (heading === undefined) return false;
  const title = heading.replace(/[.:]$/, '');
  const kind = kindIn(title);
  reading.aside = letter === undefined && kind === undefined;
  if (reading.aside) reading.before.push(line);
  else {
    const key = `${group.key}.${letter ?? group.parts.length}`;
    group.parts.push({ key, title, kind, text: [], inherits: [], points: [] });
  }
  return true;
}

const longestHeading = 100;

/** A heading without a letter: a short line that is no sentence and stands apart, not within a point. */
function headingIn(group: GroupPart, { text, blankBefore }: Line): string | undefined {
  const short = text.length <= longestHeading && /^\p{Lu}/u.test(text) && !/[.;,!?]$/.test(text);
  const point = group.parts.at(-1)?.points.at(-1)?.at(-1);
  return short && (blankBefore || point === undefined || /[.!?:]$/.test(point)) ? text : undefined;
}

function addToPart(group: GroupPart, text: string): void {
  const part = group.parts.at(-1);
  if (!part) return;
  const [head] = pointHead.exec(text) ?? [];
  const words = text.slice(head?.length ?? 0);
  if (saysInherits(words)) inherit(/^Group\b/.test(words) ? group.inherits : part.inherits, words);
  const last = part.points.at(-1);
  if (head !== undefined) part.points.push([words]);
  else if (last && !/[.!?]$/.test(last.at(-1) ?? '')) last.push(text);
  else (part.points.length === 0 ? part : group.parts[0])?.text.push(text);
}

function inherit(inherits: string[], words: string): void {
  inherits.push(...groupsIn(words).filter(key => !inherits.includes(key)));
}

const kindWords: readonly (readonly [RegExp, ItemKind])[] = [
  [/\bcompetenc/i, 'competency'],
  [/\bindicator/i, 'indicator'],
  [/\bknowledge\b/i, 'knowledge'],
  [/\bskills?\b/i, 'skill'],
  [/\b(?:attitudes?|values|behaviours?)\b/i, 'behaviour'],
];

/** The kind of statement that a heading names; a heading that names several names none, but "competency indicators" are indicators. */
function kindIn(title: string): ItemKind | undefined {
  const kinds = kindWords.flatMap(([pattern, kind]) => (pattern.test(title) ? [kind] : []));
  if (kinds.includes('indicator')) return 'indicator';
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** Groups with the same key, from pages that repeat a heading, become one; a repeated list in a group gets a number after its letter. */
function joined(groups: readonly GroupPart[]): readonly GroupPart[] {
  const byKey = new Map<string, GroupPart>();
  for (const group of groups) {
    const earlier = byKey.get(group.key);
    if (!earlier) byKey.set(group.key, group);
    else {
      earlier.inherits.push(...group.inherits.filter(key => !earlier.inherits.includes(key)));
      for (const part of group.parts) earlier.parts.push(part);
    }
  }
  return Array.from(byKey.values(), group => ({ ...group, parts: withOwnKeys(group) }));
}

function withOwnKeys(group: GroupPart): SubPart[] {
  const used = new Map<string, number>();
  return group.parts.map(part => {
    if (part.key === group.key) return part;
    const number = (used.get(part.key) ?? 0) + 1;
    used.set(part.key, number);
    return number === 1 ? part : { ...part, key: `${part.key}${number}` };
  });
}
