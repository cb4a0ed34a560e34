import type { Framework, FrameworkItem, FrameworkSection } from './framework.ts';

/** The statements that hold in a section: its own, those of its parts, and those that it or they inherit, in the framework's order and each once. An unknown key gives none. */
export function itemsOfSection(framework: Framework, key: string): readonly FrameworkItem[] {
  const held = new Set<FrameworkItem>();
  const sections = new Map(framework.sections.map(section => [section.key, section]));
  const visited = new Set<string>();
  const waiting: Visit[] = [{ key, kind: null }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { kind } = visit;
    const section = sections.get(visit.key);
    if (!section || visited.has(nameOf(visit))) continue;
    visited.add(nameOf(visit));
    for (const item of framework.items) {
      if (item.section === section.key && (kind === null || item.kind === kind)) held.add(item);
    }
    for (const next of [...partsOf(framework, section, kind), ...inheritedBy(section, kind)]) waiting.push(next);
  }
  return framework.items.filter(item => held.has(item));
}

/** A section to look into: for statements of one kind, or of every kind. */
interface Visit {
  readonly key: string;
  readonly kind: FrameworkItem['kind'] | null;
}

const nameOf = ({ key, kind }: Visit): string => `${kind ?? '*'} ${key}`;

function partsOf(framework: Framework, section: FrameworkSection, kind: Visit['kind']): readonly Visit[] {
  return framework.sections.filter(({ parent }) => parent === section.key).map(({ key }) => ({ key, kind }));
}

function inheritedBy(section: FrameworkSection, kind: Visit['kind']): readonly Visit[] {
  if (kind && section.kind && kind !== section.kind) return [];
  return section.inherits.map(key => ({ key, kind: kind ?? section.kind ?? null }));
}
