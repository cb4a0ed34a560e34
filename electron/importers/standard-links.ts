import type { FrameworkLink } from '../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../shared/domain/framework-import.ts';
import { asIdentity, asList, field, given, type LooseRecord } from './fields.ts';
import { noteProblem, noteRepair } from './findings.ts';
import type { ReadItem } from './standard-items.ts';
import type { StandardReader } from './standard-reader.ts';

/** The links of a record, each once, and how many it names and how many of these lead to a statement. */
export interface ReadLinks {
  readonly links: readonly FrameworkLink[];
  readonly counts: FrameworkPreview['links'];
}

const mappedLists = [
  'mappedKnowledge',
  'mappedSkills',
  'mappedBehaviour',
  'mappedKnowledges',
  'mappedBehaviours',
  'mappedTechnicalKnowledges',
  'mappedTechnicalSkills',
  'mappedEmployabilitySkillsAndBehaviours',
];

/** Which KSBs each duty maps to, found by their identifiers wherever they stand: a skill in the list of knowledge is found too. */
export function readLinks(reader: StandardReader, items: readonly ReadItem[]): ReadLinks {
  const codes = new Map(
    items.flatMap(({ item }) =>
      item.identity === undefined || item.kind === 'duty' ? [] : [[item.identity.toLowerCase(), item.code]],
    ),
  );
  const links: FrameworkLink[] = [];
  let found = 0;
  let resolved = 0;
  for (const { item, element } of items) {
    if (item.kind !== 'duty') continue;
    const mapped = mappedBy(reader, item.code, element);
    const lost = mapped.filter(identity => !codes.has(identity));
    found += mapped.length;
    resolved += mapped.length - lost.length;
    if (lost.length > 0) noteProblem(reader.findings, item.code, lostLinks(lost));
    for (const identity of new Set(mapped)) {
      const to = codes.get(identity);
      if (to !== undefined) links.push({ kind: 'maps', from: item.code, to });
    }
  }
  return { links, counts: { found, resolved, outside: 0 } };
}

function lostLinks(lost: readonly string[]): string {
  const shown = lost.slice(0, 5).join(', ') + (lost.length > 5 ? '…' : '');
  return lost.length === 1
    ? `It is linked to ${shown}, and no statement of this standard is identified so.`
    : `It has ${lost.length} links that lead to no statement of this standard: ${shown}`;
}

/** The identifiers that a duty maps to, as often as it names them. What is no identifier counts as one that cannot be found. */
function mappedBy(reader: StandardReader, code: string, duty: LooseRecord): readonly string[] {
  const identities = mappedLists.flatMap(name => {
    const list = field(duty, name, asList);
    if (list.state === 'invalid') noteProblem(reader.findings, code, `Its “${name}” is no list, and was left out.`);
    return (given(list) ?? []).map(one => asIdentity(one)?.toLowerCase() ?? JSON.stringify(one).slice(0, 60));
  });
  const distinct = new Set(identities).size;
  if (distinct < identities.length) {
    noteRepair(reader.findings, code, `${identities.length} links`, `${distinct} links, each once`);
  }
  return identities;
}
