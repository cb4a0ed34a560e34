import type { Mark, Role } from './tags.ts';

/** Style properties that pdfmake inherits from a node to what is in it; lengths in points. */
export interface Style {
  font?: string;
  fontSize?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  alignment?: 'left' | 'center' | 'right';
  lineHeight?: number;
  characterSpacing?: number;
  decoration?: 'lineThrough' | 'underline';
  /** Left, top, right, bottom. */
  margin?: [number, number, number, number];
  fillColor?: string;
}

interface Common extends Style {
  /** The structure element that the node becomes; `Artifact` keeps it out of the structure. Text alone is a paragraph. */
  tag?: Role | 'Artifact';
  /** Height that must be free on the page, or the node starts on the next one: keeps headings with what follows. */
  needs?: number;
  unbreakable?: boolean;
  pageBreak?: 'before';
  width?: number | '*' | 'auto';
  /** Of a table cell: what it heads, how many columns it takes and which of its borders are drawn. */
  scope?: 'Row' | 'Column';
  colSpan?: number;
  border?: [boolean, boolean, boolean, boolean];
  numbering?: 'Decimal' | 'None';
}

export interface TextNode extends Common {
  text: string | (string | TextNode)[];
  id?: string;
  /** Lines that begin below this height are left out. */
  maxHeight?: number;
  linkToDestination?: string;
  /** Entry in the document outline. */
  outlineEntry?: { readonly key: string; readonly title: string; readonly under: string | null };
}

export interface StackNode extends Common {
  stack: Content[];
}

export interface ColumnsNode extends Common {
  columns: Content[];
  columnGap?: number;
}

export interface TableLayout {
  hLineWidth(row: number, table: TableNode): number;
  vLineWidth(column: number): number;
  hLineColor(row: number): string;
  vLineColor?(column: number): string;
  paddingLeft(column: number): number;
  paddingRight(column: number): number;
  paddingTop(row: number): number;
  paddingBottom(row: number): number;
  fillColor?(row: number, table: TableNode): string | null;
  readonly hLineWhenBroken?: boolean;
}

export interface TableNode extends Common {
  table: {
    widths: (number | '*')[];
    body: Content[][];
    headerRows?: number;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
  };
  layout: TableLayout;
  /** A grid for the eye only: no table in the structure. */
  forLayout?: boolean;
}

/** A drawn shape; `label` is set into a rectangle, in the middle of its height and cut to its width; `field` makes it the place of a form field. Lengths in points. */
export interface Vector {
  type: 'rect' | 'line' | 'polyline' | 'path';
  x?: number;
  y?: number;
  w?: number;
  h?: number;
  r?: number;
  x1?: number;
  y1?: number;
  x2?: number;
  y2?: number;
  points?: { x: number; y: number }[];
  closePath?: boolean;
  /** Of a path: SVG path data from the page's upper left corner, wherever the node stands. */
  d?: string;
  lineWidth?: number;
  lineColor?: string;
  color?: string;
  dash?: { length: number; space: number };
  label?: VectorLabel;
  field?: string;
  mark?: Mark;
}

export interface VectorLabel {
  readonly text: string;
  readonly fontSize: number;
  readonly color: string;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right';
}

/** Shapes that make up a figure. Without `alt` they are decoration. */
export interface CanvasNode extends Common {
  canvas: Vector[];
  alt?: string;
}

/** A picture of the document by its name, made as large as fits into width and height. */
export interface PictureNode extends Common {
  image: string;
  fit: [width: number, height: number];
  alt: string;
}

export type Content = TextNode | StackNode | ColumnsNode | TableNode | CanvasNode | PictureNode;
