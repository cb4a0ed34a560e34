import {
  LayoutBuilder,
  type LineBase,
  type MeasuredNode,
  type PageMargins,
  type TextInlinesBase,
} from './internals.ts';
import type { CanvasNode, PictureNode, TableNode, TextNode } from './nodes.ts';
import { type Artifact, addTag, layoutArtifact, type Mark, type Role, type Tag } from './tags.ts';
import { joinWords } from './words.ts';

type Node = MeasuredNode &
  Partial<Omit<TextNode, 'tag'> & CanvasNode & PictureNode & TableNode> & { tag?: string; mark?: Mark };

/** The elements of a table that is being laid out, and the row that the layout has come to. */
interface OpenTable {
  readonly tag: Tag;
  section: Tag | null;
  row: { readonly index: number; readonly tag: Tag } | null;
}

interface CellPlace {
  readonly table: OpenTable;
  readonly row: number;
  readonly inHead: boolean;
}

/** Lays a document out and builds, beside the pages, the tree of its logical structure. */
export class TaggedLayout extends LayoutBuilder {
  readonly root: Tag = { role: 'Document', parent: null, children: [] };
  readonly #words: TextInlinesBase;
  readonly #cells = new Map<unknown, CellPlace>();
  readonly #outlined = new Set<unknown>();
  #current: Tag = this.root;
  #artifact: Artifact | null = null;

  constructor(pageSize: { width: number; height: number }, margins: PageMargins, words: TextInlinesBase) {
    super(pageSize, margins, null);
    this.#words = words;
  }

  override tryLayoutDocument(...definition: unknown[]): unknown {
    this.docMeasure.textInlines = this.#words;
    return super.tryLayoutDocument(...definition);
  }

  override addHeadersAndFooters(header: unknown, footer: unknown): void {
    this.#artifact = { artifact: 'Pagination' };
    super.addHeadersAndFooters(header, footer);
    this.#artifact = null;
  }

  override processNode(node: Node, verticalAlignment?: boolean): void {
    const [outerTag, outerArtifact] = [this.#current, this.#artifact];
    this.#makeRoom(node);
    if (this.#artifact === null && node.tag === 'Artifact') this.#artifact = layoutArtifact;
    if (this.#artifact === null) this.#current = this.#tagFor(node);
    const decoration = node.canvas !== undefined && node.alt === undefined;
    node.mark = this.#artifact ?? (decoration ? layoutArtifact : this.#current);
    for (const vector of node.canvas ?? []) vector.mark = node.mark;
    super.processNode(node, verticalAlignment);
    this.#current = outerTag;
    this.#artifact = outerArtifact;
  }

  override processTable(node: Node): void {
    const table = node.table;
    if (table && !this.#artifact && !node.forLayout) {
      const open: OpenTable = { tag: addTag(this.#current, 'Table'), section: null, row: null };
      for (const [row, cells] of table.body.entries()) {
        for (const cell of cells) this.#cells.set(cell, { table: open, row, inHead: row < (table.headerRows ?? 0) });
      }
    }
    super.processTable(node);
  }

  override buildNextLine(node: Node): LineBase | null {
    const line = super.buildNextLine(node);
    if (!line) return null;
    joinWords(line);
    line.mark = node.mark ?? layoutArtifact;
    line.identity = {};
    if (node.outlineEntry && !this.#outlined.has(node)) {
      this.#outlined.add(node);
      line.outlineEntry = node.outlineEntry;
    }
    return line;
  }

  /** Moves on to the next page when less height is free than the node needs; at a page's top it needs no space above. */
  #makeRoom(node: Node): void {
    if (node.needs === undefined || this.writer.transactionLevel > 0) return;
    const context = this.writer.context();
    const atTop = () => context.y <= context.pageMargins.top;
    if (!atTop() && context.availableHeight < node.needs) this.writer.moveToNextPage();
    if (atTop() && node._margin) node._margin[1] = 0;
  }

  #tagFor(node: Node): Tag {
    const cell = this.#cells.get(node);
    const outer = cell ? cellTag(cell, node) : this.#current;
    const field = node.canvas?.find(vector => vector.field)?.field;
    if (field !== undefined) return addTag(outer, 'Form', { field });
    if ((node.canvas || node.image !== undefined) && node.alt !== undefined)
      return addTag(outer, 'Figure', { alt: node.alt });
    if (node.tag) return addTag(outer, node.tag as Role, node.numbering ? { numbering: node.numbering } : {});
    return node.text !== undefined && !cell ? addTag(outer, 'P') : outer;
  }
}

function cellTag({ table, row, inHead }: CellPlace, node: Node): Tag {
  const sectionRole = inHead ? 'THead' : 'TBody';
  if (table.section?.role !== sectionRole) table.section = addTag(table.tag, sectionRole);
  if (table.row?.index !== row) table.row = { index: row, tag: addTag(table.section, 'TR') };
  const span = node.colSpan && node.colSpan > 1 ? { colSpan: node.colSpan } : {};
  const scope = inHead ? 'Column' : node.scope;
  return scope ? addTag(table.row.tag, 'TH', { scope, ...span }) : addTag(table.row.tag, 'TD', span);
}
