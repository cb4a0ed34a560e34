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

/** Takes a text of groups apart: "Group E: …" begins a group, "a) …" a list in it, numbers and bullets its points. What follows a finished list belongs to the group. */
export function groupParts({ lines }: TextLines): GroupParts {
  const groups: GroupPart[] = [];
  const before: Line[] = [];
  const facts: { label: string; value: string }[] = [];
  for (const line of lines) {
    const [, label, value] = dated.exec(line.text) ?? [];
    const [, key, title] = groupHeading.exec(line.text) ?? [];
    const group = groups.at(-1);
    if (label !== undefined && value !== undefined) facts.push({ label, value });
    else if (key !== undefined) groups.push(beginGroup(key, title));
    else if (group) addToGroup(group, line.text);
    else before.push(line);
  }
  return { groups: joined(groups), before, facts };
}

function beginGroup(key: string, title: string | undefined): GroupPart {
  const own = { key, title: '', kind: undefined, text: [], inherits: [], points: [] };
  return { key, title: title === undefined ? `Group ${key}` : `Group ${key}: ${title}`, inherits: [], parts: [own] };
}

function addToGroup(group: GroupPart, text: string): void {
  const [, letter, heading] = partHeading.exec(text) ?? [];
  const part = group.parts.at(-1);
  if (!part) return;
  if (letter !== undefined && heading !== undefined) {
    const title = heading.replace(/[.:]$/, '');
    group.parts.push({ key: `${group.key}.${letter}`, title, kind: kindIn(title), text: [], inherits: [], points: [] });
    return;
  }
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

function kindIn(title: string): ItemKind | undefined {
  const words: readonly (readonly [RegExp, ItemKind])[] = [
    [/\bcompetenc/i, 'competency'],
    [/\bindicator/i, 'indicator'],
    [/\bknowledge\b/i, 'knowledge'],
    [/\bskills?\b/i, 'skill'],
    [/\b(?:attitudes?|values|behaviours?)\b/i, 'behaviour'],
  ];
  return words.find(([pattern]) => pattern.test(title))?.[1];
}

/** Groups with the same key, from pages that repeat a heading, become one; a repeated list in a group gets a number after its letter. */
function joined(groups: readonly GroupPart[]): readonly GroupPart[] {
  const byKey = new Map<string, GroupPart>();
  for (const group of groups) {
    const earlier = byKey.get(group.key);
    if (!earlier) byKey.set(group.key, group);
    else {
      earlier.inherits.push(...group.inherits.filter(key => !earlier.inherits.includes(key)));
      earlier.parts.push(...group.parts);
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
