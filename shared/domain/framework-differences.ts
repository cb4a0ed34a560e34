import type { Framework, FrameworkItem, FrameworkLink } from './framework.ts';

/** How one statement of a framework differs from an earlier version's. */
export type StatementDifference =
  | { readonly kind: 'same'; readonly code: string; readonly text: string }
  | { readonly kind: 'moved'; readonly from: string; readonly to: string; readonly text: string }
  | {
      readonly kind: 'changed';
      readonly from: string;
      readonly to: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'added'; readonly code: string; readonly text: string }
  | { readonly kind: 'removed'; readonly code: string; readonly text: string };

/** Two versions of a framework compared: the statements in the newer order, each removed one after the statement that it used to follow; then the links. */
export interface FrameworkDifferences {
  readonly statements: readonly StatementDifference[];
  readonly linksAdded: readonly FrameworkLink[];
  readonly linksRemoved: readonly FrameworkLink[];
}

/**
 * Compares two versions statement by statement. A statement is known again by its identity, then by its wording, then by its code:
 * so a statement that moved keeps its history, and one code with new wording is a change, not a removal and an addition.
 */
export function differences(before: Framework, after: Framework): FrameworkDifferences {
  const earlierOf = pairs(before.items, after.items);
  const laterOf = new Map(Array.from(earlierOf, ([later, earlier]) => [earlier, later]));
  const statements = after.items.map(item => difference(earlierOf.get(item), item));
  return {
    statements: withRemoved(statements, before.items, after.items, laterOf),
    ...linkDifferences(before, after, new Map(Array.from(laterOf, ([{ code }, later]) => [code, later.code]))),
  };
}

type Pairs = Map<FrameworkItem, FrameworkItem>;

function pairs(before: readonly FrameworkItem[], after: readonly FrameworkItem[]): Pairs {
  const found: Pairs = new Map();
  const taken = new Set<FrameworkItem>();
  for (const nameOf of [byIdentity, byCodeAndWording, byWording, byCode]) {
    const earlier = new Map<string, FrameworkItem[]>();
    for (const item of before) {
      const name = taken.has(item) ? null : nameOf(item);
      if (name !== null) listed(earlier, name).push(item);
    }
    for (const item of after) {
      const name = found.has(item) ? null : nameOf(item);
      const match = name === null ? undefined : earlier.get(name)?.shift();
      if (!match) continue;
      found.set(item, match);
      taken.add(match);
    }
  }
  return found;
}

/** The list under the key, made where there was none. */
function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const byIdentity = ({ identity }: FrameworkItem): string | null => identity?.toLowerCase() ?? null;
const byCodeAndWording = ({ kind, code, text }: FrameworkItem): string => `${kind} ${code} ${text}`;
const byWording = ({ kind, text }: FrameworkItem): string => `${kind} ${text}`;
const byCode = ({ kind, code }: FrameworkItem): string => `${kind} ${code}`;

function difference(before: FrameworkItem | undefined, { code, text }: FrameworkItem): StatementDifference {
  if (!before) return { kind: 'added', code, text };
  if (before.text !== text) return { kind: 'changed', from: before.code, to: code, before: before.text, after: text };
  return before.code === code ? { kind: 'same', code, text } : { kind: 'moved', from: before.code, to: code, text };
}

/** Puts each removed statement after what it used to follow, or first. */
function withRemoved(
  statements: readonly StatementDifference[],
  before: readonly FrameworkItem[],
  after: readonly FrameworkItem[],
  laterOf: Pairs,
): readonly StatementDifference[] {
  const removedAfter = new Map<FrameworkItem | null, StatementDifference[]>();
  let last: FrameworkItem | null = null;
  for (const item of before) {
    const later = laterOf.get(item);
    if (later) last = later;
    else listed(removedAfter, last).push({ kind: 'removed', code: item.code, text: item.text });
  }
  const rest = statements.flatMap((statement, index) => {
    const item = after[index];
    return [statement, ...((item && removedAfter.get(item)) ?? [])];
  });
  return [...(removedAfter.get(null) ?? []), ...rest];
}

/** The links of the newer version that the older had not, and the reverse. Codes that moved are followed, so that a statement that only moved has lost no link. */
function linkDifferences(
  before: Framework,
  after: Framework,
  moved: ReadonlyMap<string, string>,
): { readonly linksAdded: readonly FrameworkLink[]; readonly linksRemoved: readonly FrameworkLink[] } {
  const now = (code: string) => moved.get(code) ?? code;
  const followed = (link: FrameworkLink) => nameOfLink({ ...link, from: now(link.from), to: now(link.to) });
  const gone = (link: FrameworkLink) => !later.has(followed(link));
  const later = new Set(after.links.map(nameOfLink));
  const earlier = new Set(before.links.map(followed));
  return {
    linksAdded: after.links.filter(link => !earlier.has(nameOfLink(link))),
    linksRemoved: before.links.filter(gone),
  };
}

const nameOfLink = ({ kind, from, to }: FrameworkLink): string => JSON.stringify([kind, from, to]);
