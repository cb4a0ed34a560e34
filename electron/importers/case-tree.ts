import { parentCycles } from '../../shared/domain/parent-cycles.ts';
import type { CaseAssociation, CaseNode } from './case-nodes.ts';
import { asText, field, given } from './fields.ts';
import { type Findings, noteProblem } from './findings.ts';

/** The statements of a package as a tree: each node's parent, and all nodes in reading order. */
export interface CaseTree {
  readonly ordered: readonly CaseNode[];
  readonly parentOf: ReadonlyMap<CaseNode, CaseNode>;
  readonly parents: ReadonlySet<CaseNode>;
}

/** Builds the tree from `isChildOf`. Children are ordered by sequence number, then by their place in a list ("a.", "2."), then by code, 2 before 10; what no parent leads to stands at the top. */
export function caseTree(
  nodes: readonly CaseNode[],
  associations: readonly CaseAssociation[],
  documentIdentity: string | undefined,
  findings: Findings,
): CaseTree {
  const byIdentity = new Map(nodes.map(node => [node.identity.toLowerCase(), node]));
  const parentOf = new Map<CaseNode, CaseNode>();
  const sequences = new Map<CaseNode, number>();
  for (const { type, origin, destination, sequence } of associations) {
    if (type !== 'ischildof') continue;
    const child = byIdentity.get(origin.identity.toLowerCase());
    const parent = byIdentity.get(destination.identity.toLowerCase());
    const toDocument = destination.identity.toLowerCase() === documentIdentity?.toLowerCase();
    if (!child || (!parent && !toDocument))
      noteProblem(findings, 'isChildOf', lostChild(origin.identity, destination.identity));
    else if (parentOf.has(child)) noteProblem(findings, codeOf(child), 'It has a second parent, which was left out.');
    else {
      if (parent) parentOf.set(child, parent);
      if (sequence !== null && !sequences.has(child)) sequences.set(child, sequence);
    }
  }
  cutCycles(nodes, parentOf, findings);
  const ordered = inReadingOrder(nodes, parentOf, sequences);
  return { ordered, parentOf, parents: new Set(parentOf.values()) };
}

const lostChild = (origin: string, destination: string): string =>
  `${origin} is said to be a part of ${destination}, and one of them is not in this package.`;

function cutCycles(nodes: readonly CaseNode[], parentOf: Map<CaseNode, CaseNode>, findings: Findings): void {
  const parts = nodes.map(node => ({ key: String(node.index), parent: parentName(parentOf.get(node)) }));
  for (const key of parentCycles(parts)) {
    const node = nodes[Number(key)];
    if (!node) continue;
    parentOf.delete(node);
    noteProblem(findings, codeOf(node), 'It is a part of itself. It was put at the top.');
  }
}

const parentName = (parent: CaseNode | undefined): string | undefined => (parent ? String(parent.index) : undefined);

/** The code that the package gives to a node, or its identifier. */
export const codeOf = ({ record, identity }: CaseNode): string =>
  given(field(record, 'humanCodingScheme', asText))?.trim() || identity;

function inReadingOrder(
  nodes: readonly CaseNode[],
  parentOf: ReadonlyMap<CaseNode, CaseNode>,
  sequences: ReadonlyMap<CaseNode, number>,
): readonly CaseNode[] {
  const children = new Map<CaseNode | null, CaseNode[]>();
  for (const node of nodes) {
    const parent = parentOf.get(node) ?? null;
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
  }
  for (const list of children.values()) list.sort((a, b) => compare(a, b, sequences));
  const ordered: CaseNode[] = [];
  const waiting = [...(children.get(null) ?? [])].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ordered.push(node);
    for (const child of [...(children.get(node) ?? [])].reverse()) waiting.push(child);
  }
  return ordered;
}

function compare(a: CaseNode, b: CaseNode, sequences: ReadonlyMap<CaseNode, number>): number {
  const [first, second] = [sequences.get(a), sequences.get(b)];
  if (first !== second) return (first ?? Number.POSITIVE_INFINITY) - (second ?? Number.POSITIVE_INFINITY);
  return (
    naturally(textOf(a, 'listEnumeration'), textOf(b, 'listEnumeration')) ||
    naturally(textOf(a, 'humanCodingScheme'), textOf(b, 'humanCodingScheme')) ||
    a.index - b.index
  );
}

const textOf = ({ record }: CaseNode, name: string): string => given(field(record, name, asText))?.trim() ?? '';
const collator = new Intl.Collator('en-GB', { numeric: true });

/** Orders texts with 2 before 10, missing ones last. */
function naturally(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return collator.compare(a, b);
}
