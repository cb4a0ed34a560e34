import type { FrameworkItem, FrameworkLink, FrameworkSection, ItemKind } from '../../shared/domain/framework.ts';
import { longestCode } from '../../shared/domain/framework.ts';
import { parentCycles } from '../../shared/domain/parent-cycles.ts';
import type { Column } from './csv-columns.ts';
import { type Findings, noteProblem } from './findings.ts';
import { kindNamed } from './kind-names.ts';
import { kindOfCode, prefixOfKind } from './statement-codes.ts';

/** A row of a table: where it stands, and its cells by what they hold. */
export interface Row {
  readonly place: string;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** What a table's rows are made into. */
export interface TableStatements {
  readonly sections: readonly FrameworkSection[];
  readonly items: readonly FrameworkItem[];
  readonly links: readonly FrameworkLink[];
  readonly found: number;
}

/** Makes statements of rows. A row whose code others name as their section is a section itself; rows without a code get the next one of their kind. */
export function statementsOf(rows: readonly Row[], findings: Findings): TableStatements {
  const filled = rows.filter(row => {
    const hasText = (row.cells.text ?? '') !== '';
    if (!hasText) noteProblem(findings, row.place, 'It has no text, and was left out.');
    return hasText;
  });
  const named = new Set(filled.map(sectionNamedBy));
  const isSection = ({ cells }: Row) => (cells.code ?? '') !== '' && named.has(cells.code ?? '');
  const codes = codesOf(filled, isSection, findings);
  const headed = filled.filter(isSection);
  const sectionKeys = new Map(headed.map(row => [row.cells.code ?? '', codes.get(row) ?? '']));
  const sections = withoutCycles(
    headed.map(row => headedSection(row, codes.get(row) ?? '', sectionKeys)),
    findings,
  );
  const titled = titledSections(filled, sectionKeys, new Set(codes.values()));
  const items = filled
    .filter(row => !isSection(row))
    .map(row => itemOf(row, codes.get(row) ?? '', sectionKeys, findings));
  return { sections: [...sections, ...titled], items, ...linksOf(filled, codes, items, findings) };
}

type Keys = Map<string, string>;

/** The section that a row names; one that names itself names none. */
const sectionNamedBy = ({ cells }: Row): string => (cells.section === cells.code ? '' : (cells.section ?? ''));

/** The code of each row: its own where it has one, once; else the next of its kind that is free. */
function codesOf(rows: readonly Row[], isSection: (row: Row) => boolean, findings: Findings): ReadonlyMap<Row, string> {
  const used = new Set<string>();
  const codes = new Map<Row, string>();
  for (const row of rows) {
    const code = row.cells.code ?? '';
    if (code.length > longestCode) noteProblem(findings, row.place, `Its code is over ${longestCode} characters long.`);
    else if (code !== '' && used.has(code)) noteProblem(findings, row.place, `Its code ${code} was there before.`);
    else if (code !== '') {
      used.add(code);
      codes.set(row, code);
    }
  }
  const numbers = new Map<string, number>();
  for (const row of rows) {
    if (codes.has(row)) continue;
    const prefix = isSection(row) ? 'Section ' : prefixOfKind[kindOf(row)];
    let number = (numbers.get(prefix) ?? 0) + 1;
    while (used.has(`${prefix}${number}`)) number += 1;
    numbers.set(prefix, number);
    used.add(`${prefix}${number}`);
    codes.set(row, `${prefix}${number}`);
  }
  return codes;
}

const kindOf = ({ cells }: Row): ItemKind =>
  kindNamed(cells.kind ?? '') ?? kindOfCode(cells.code ?? '') ?? 'competency';

function headedSection(row: Row, key: string, keys: Keys): FrameworkSection {
  const parent = keys.get(sectionNamedBy(row));
  return { key, title: row.cells.text ?? '', inherits: [], ...(parent === undefined ? {} : { parent }) };
}

function withoutCycles(sections: readonly FrameworkSection[], findings: Findings): readonly FrameworkSection[] {
  const cuts = new Set(parentCycles(sections));
  return sections.map(section => {
    if (!cuts.has(section.key)) return section;
    noteProblem(findings, section.key, 'It is a part of itself. It was put at the top.');
    const { parent: _, ...top } = section;
    return top;
  });
}

/** Sections that are only named by the rows in them, in the order in which they come. Their title is their key, where no statement has it as its code. */
function titledSections(rows: readonly Row[], keys: Keys, used: Set<string>): readonly FrameworkSection[] {
  const sections: FrameworkSection[] = [];
  for (const row of rows) {
    const title = sectionNamedBy(row);
    if (title === '' || keys.has(title)) continue;
    const free = title.length <= longestCode && !used.has(title);
    let number = keys.size + 1;
    while (!free && used.has(`Section ${number}`)) number += 1;
    const key = free ? title : `Section ${number}`;
    used.add(key);
    keys.set(title, key);
    sections.push({ key, title, inherits: [] });
  }
  return sections;
}

function itemOf(row: Row, code: string, keys: Keys, findings: Findings): FrameworkItem {
  const { cells, place } = row;
  if ((cells.kind ?? '') !== '' && kindNamed(cells.kind ?? '') === undefined) {
    noteProblem(findings, place, `“${cells.kind?.slice(0, 60)}” is no kind of statement that is known.`);
  }
  const section = keys.get(sectionNamedBy(row));
  return {
    code,
    kind: kindOf(row),
    text: cells.text ?? '',
    ...(section === undefined ? {} : { section }),
    ...((cells.notes ?? '') === '' ? {} : { notes: cells.notes }),
  };
}

/** The KSBs that duties name in their column, in any usual writing: "K1, K2; S3". */
function linksOf(
  rows: readonly Row[],
  codes: ReadonlyMap<Row, string>,
  items: readonly FrameworkItem[],
  findings: Findings,
): Pick<TableStatements, 'links' | 'found'> {
  const known = new Set(items.map(item => item.code));
  const links: FrameworkLink[] = [];
  let found = 0;
  for (const row of rows) {
    const from = codes.get(row) ?? '';
    const targets = new Set((row.cells.links ?? '').split(/[\s,;]+/).filter(code => code !== ''));
    found += targets.size;
    for (const to of targets) {
      if (known.has(to) && known.has(from)) links.push({ kind: 'maps', from, to });
      else noteProblem(findings, row.place, `It is linked to ${to.slice(0, 60)}, and no statement has that code.`);
    }
  }
  return { links, found };
}
