import type { FrameworkItem, FrameworkSection, ItemKind } from '../../shared/domain/framework.ts';
import { longestCode } from '../../shared/domain/framework.ts';
import { extensionIn, type ItemExtension, itemExtension } from './case-extension.ts';
import type { CaseNode } from './case-nodes.ts';
import type { CaseText } from './case-text.ts';
import { type CaseTree, codeOf } from './case-tree.ts';
import { asText, field, given } from './fields.ts';
import { type Findings, noteProblem } from './findings.ts';
import { kindNamed } from './kind-names.ts';
import { kindOfCode, prefixOfKind } from './statement-codes.ts';

/** The statements of a package: nodes with children are sections, the others items; and what each node is called. */
export interface CaseStatements {
  readonly sections: readonly FrameworkSection[];
  readonly items: readonly FrameworkItem[];
  /** Codes and keys by node identity in small letters. */
  readonly codes: ReadonlyMap<string, string>;
}

/** A node with what our own export adds to it, if it is one. */
interface Statement {
  readonly node: CaseNode;
  readonly further: ItemExtension | undefined;
  readonly isSection: boolean;
  readonly code: string;
}

/** Makes sections and items of the nodes in their order. `own` says that the package is our own export. */
export function caseStatements(tree: CaseTree, own: boolean, read: CaseText, findings: Findings): CaseStatements {
  const statements = withCodes(tree, own, read, findings);
  const codes = new Map<string, string>();
  for (const { node, code } of statements) {
    const identity = node.identity.toLowerCase();
    if (codes.has(identity))
      noteProblem(findings, code, 'Its identifier was given before. Links lead to the first that has it.');
    else codes.set(identity, code);
  }
  const codeByNode = new Map(statements.map(({ node, code }) => [node, code]));
  const parentOf = (node: CaseNode) => {
    const parent = tree.parentOf.get(node);
    return parent && codeByNode.get(parent);
  };
  const seen = new Set<string>();
  const keys = new Set(statements.flatMap(({ isSection, code }) => (isSection ? [code] : [])));
  const sections: FrameworkSection[] = [];
  const items: FrameworkItem[] = [];
  for (const statement of statements) {
    const identity = identityOf(statement, own, seen);
    if (statement.isSection) sections.push(sectionOf(statement, parentOf(statement.node), identity, keys, read));
    else items.push(itemOf(statement, parentOf(statement.node), identity, read, findings));
  }
  return { sections, items, codes };
}

/** The code of each node: what the package calls it where that is short and its own, else the next free one of its kind. */
function withCodes(
  { ordered, parents }: CaseTree,
  own: boolean,
  read: CaseText,
  findings: Findings,
): readonly Statement[] {
  const used = new Set<string>();
  const nodes = ordered.map(node => {
    const further = own ? extensionIn(itemExtension, node.record.get('extensions')) : undefined;
    const isSection = further?.role === 'section' || parents.has(node);
    const printed = read('Code', given(field(node.record, 'humanCodingScheme', asText)) ?? '');
    const free = printed !== '' && printed.length <= longestCode && !used.has(printed);
    if (free) used.add(printed);
    else if (printed !== '')
      noteProblem(findings, printed.slice(0, longestCode), 'This code comes twice or is too long. Another was given.');
    return { node, further, isSection, code: free ? printed : null };
  });
  const numbers = new Map<string, number>();
  return nodes.map(one => {
    if (one.code !== null) return { ...one, code: one.code };
    const prefix = one.isSection ? 'Section ' : prefixOfKind[kindOf(one)];
    let number = (numbers.get(prefix) ?? 0) + 1;
    while (used.has(`${prefix}${number}`)) number += 1;
    numbers.set(prefix, number);
    used.add(`${prefix}${number}`);
    return { ...one, code: `${prefix}${number}` };
  });
}

function kindOf({ node, further }: Pick<Statement, 'node' | 'further'>): ItemKind {
  if (further?.role === 'statement') return further.kind;
  const type = given(field(node.record, 'CFItemType', asText)) ?? '';
  return kindNamed(type) ?? kindOfCode(codeOf(node)) ?? 'competency';
}

/** The identity that is kept: what the package gives, once; in our own export what the framework had, which may be none. */
function identityOf({ node, further }: Statement, own: boolean, seen: Set<string>): string | undefined {
  const identity = own && further ? further.identity : given(field(node.record, 'identifier', () => node.identity));
  if (identity === undefined || seen.has(identity.toLowerCase())) return undefined;
  seen.add(identity.toLowerCase());
  return identity;
}

function sectionOf(
  { node, further, code }: Statement,
  parent: string | undefined,
  identity: string | undefined,
  keys: ReadonlySet<string>,
  read: CaseText,
): FrameworkSection {
  const full = read(code, given(field(node.record, 'fullStatement', asText)) ?? '');
  const short = read(code, given(field(node.record, 'abbreviatedStatement', asText)) ?? '');
  const notes = read(`${code}, notes`, given(field(node.record, 'notes', asText)) ?? '');
  const own = further?.role === 'section' ? further : undefined;
  const text = own ? own.text : [short === '' ? '' : full, notes].filter(one => one !== '').join('\n');
  return {
    key: code,
    title: short === '' ? full : short,
    inherits: own ? own.inherits.filter(key => keys.has(key)) : [],
    ...(parent === undefined ? {} : { parent }),
    ...(own?.kind === undefined ? {} : { kind: own.kind }),
    ...(text === undefined || (!own && text === '') ? {} : { text }),
    ...(identity === undefined ? {} : { identity }),
  };
}

function itemOf(
  statement: Statement,
  section: string | undefined,
  identity: string | undefined,
  read: CaseText,
  findings: Findings,
): FrameworkItem {
  const { node, further, code } = statement;
  const full = read(code, given(field(node.record, 'fullStatement', asText)) ?? '');
  const text = full === '' ? read(code, given(field(node.record, 'abbreviatedStatement', asText)) ?? '') : full;
  if (text === '') noteProblem(findings, code, 'It has no wording. Its place is kept.');
  const own = further?.role === 'statement' ? further : undefined;
  const notes = own ? own.notes : read(`${code}, notes`, given(field(node.record, 'notes', asText)) ?? '') || undefined;
  return {
    code,
    kind: kindOf(statement),
    text: text === '' ? '[No wording in the source]' : text,
    ...(section === undefined ? {} : { section }),
    ...(own?.mandatory === undefined ? {} : { mandatory: own.mandatory }),
    ...(identity === undefined ? {} : { identity }),
    ...(own?.core === undefined ? {} : { core: own.core }),
    ...(notes === undefined ? {} : { notes }),
  };
}
