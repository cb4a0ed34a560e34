import { createRequire } from 'node:module';
import type { Vector } from './nodes.ts';
import type { LinkTag, Mark, MarkedContent } from './tags.ts';

/** The version whose inner classes are declared below; a test fails when another one is installed. */
export const pdfmakeVersion = '0.3.11';

/** The entries of a PDF dictionary that are read or set here; pdfkit writes strings as names and String objects as texts. */
export interface PdfDictionary {
  A?: object;
  Alt?: string;
  K?: unknown;
  Pg?: PdfReference;
  /** Of a page: its key in the structure's parent tree. */
  readonly StructParents: number;
  /** Of an annotation: the same. */
  readonly StructParent: number;
}

/** A reference to an object of the PDF file, as pdfkit keeps it until it is written. */
export interface PdfReference {
  readonly data: PdfDictionary;
  end(chunk?: Uint8Array | string): void;
}

/** A font as fontkit parsed it. `_glyphs` is its cache of glyphs, each with the characters that it was first used for. */
export interface ParsedFont {
  readonly postscriptName: string;
  hasGlyphForCodePoint(codePoint: number): boolean;
  readonly unitsPerEm: number;
  /** The glyphs of a text, in the font's units, upwards from the baseline. */
  layout(text: string): {
    readonly glyphs: readonly { readonly path: { toSVG(): string } }[];
    readonly positions: readonly { readonly xAdvance: number }[];
  };
  _glyphs: Record<number, unknown>;
}

/** A font of one document: pdfkit's EmbeddedFont. */
export interface EmbeddedFont {
  readonly font: ParsedFont;
  readonly ascender: number;
  widthOfString(text: string, size: number, features?: readonly string[] | null): number;
  lineHeight(size: number): number;
}
export type EmbeddedFontClass = new (document: PdfDocumentBase, font: ParsedFont, id: string) => EmbeddedFont;

/** A word of a line with its resolved style, as pdfmake measures it. */
export interface Inline {
  text: string;
  font: EmbeddedFont | string;
  fontSize: number;
  fontFeatures: readonly string[] | null;
  width: number;
  height: number;
  x: number;
  lineEnd?: boolean;
  noNewLine?: boolean;
  leadingCut: number;
  trailingCut: number;
  alignment: string;
  linkToDestination: string | null;
  characterSpacing: number;
  readonly [style: string]: unknown;
}

/** A laid-out line; `mark` and `identity` are ours. A repeated table heading is a clone with the same identity. */
export declare class LineBase {
  inlines: Inline[];
  x: number;
  y: number;
  id?: string | null;
  mark?: Mark;
  identity?: object;
  outlineEntry?: OutlineEntry;
  _outline?: unknown;
  getHeight(): number;
  getAscenderHeight(): number;
  clone(): LineBase;
}

/** An entry of the document outline: its title, its own key and the key of the entry that it stands under. */
export interface OutlineEntry {
  readonly key: string;
  readonly title: string;
  readonly under: string | null;
}

/** A node after measuring: what the layout reads and sets on it. */
export interface MeasuredNode {
  _margin: [number, number, number, number] | null;
  _inlines?: Inline[];
  _span?: boolean;
  readonly [property: string]: unknown;
}

interface LayoutContext {
  readonly y: number;
  readonly availableHeight: number;
  readonly pageMargins: { readonly top: number };
}

interface PageWriter {
  readonly transactionLevel: number;
  context(): LayoutContext;
  moveToNextPage(): void;
}

/** A picture as it is painted: its place and size in points. */
export interface PaintedImage {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
  readonly mark?: Mark;
}

export interface LaidOutPage {
  readonly pageSize: { readonly width: number; readonly height: number };
}

/** A text as words, with the least width that it needs and the width that it would fill in one line. */
export interface MeasuredText {
  readonly items: Inline[];
  readonly minWidth: number;
  readonly maxWidth: number;
}

export declare class TextInlinesBase {
  constructor(document: PdfDocumentBase);
  buildInlines(text: unknown, styles: unknown): MeasuredText;
  measure(words: Inline[], styles: unknown): Inline[];
  widthOfText(text: string, inline: Inline): number;
}

export declare class LayoutBuilderBase {
  constructor(pageSize: { width: number; height: number }, margins: PageMargins, svgMeasure: null);
  readonly docMeasure: { textInlines: TextInlinesBase };
  readonly writer: PageWriter;
  layoutDocument(
    content: unknown,
    document: PdfDocumentBase,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: RunningContent,
    footer: RunningContent,
    watermark: undefined,
    pageBreakBefore: undefined,
  ): LaidOutPage[];
  tryLayoutDocument(...definition: unknown[]): unknown;
  addHeadersAndFooters(header: unknown, footer: unknown): void;
  processNode(node: MeasuredNode, verticalAlignment?: boolean): void;
  processTable(node: MeasuredNode): void;
  processLeaf(node: MeasuredNode): void;
  buildNextLine(node: MeasuredNode): LineBase | null;
}

export type RunningContent = (page: number, pages: number) => unknown;
export interface PageMargins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export declare class RendererBase {
  constructor(document: PdfDocumentBase);
  readonly pdfDocument: PdfDocumentBase;
  renderPages(pages: readonly LaidOutPage[]): void;
  renderLine(line: LineBase, x: number, y: number): void;
  renderVector(vector: Vector): void;
  renderImage(image: PaintedImage): void;
}

/** pdfkit's structure element, as far as a form field's is mounted in our tree. */
export interface PdfkitElement {
  readonly dictionary: PdfReference;
  setParent(parent: PdfReference): void;
  end(): void;
}

interface PdfPage {
  readonly dictionary: PdfReference;
  readonly height: number;
  readonly width: number;
  readonly annotations: PdfReference[];
}

interface OutlineItem {
  readonly outlineData: { Dest?: readonly unknown[] };
  addItem(title: string, options: { readonly expanded: boolean }): OutlineItem;
}

export declare class PdfDocumentBase {
  constructor(
    fonts: object,
    images: Readonly<Record<string, Uint8Array>>,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    localAccessPolicy: (path: string) => boolean,
  );
  readonly page: PdfPage;
  readonly outline: OutlineItem;
  info: Record<string, unknown>;
  linkTag: LinkTag | null;
  _id: Uint8Array;
  _font: EmbeddedFont;
  _fontCount: number;
  readonly _fontFamilies: Record<string, EmbeddedFont>;
  on(event: string, listener: (chunk: Uint8Array) => void): this;
  ref(dictionary: object): PdfReference;
  font(source: Uint8Array): this;
  fontSize(size: number): this;
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
  text(text: string, x: number, y: number, options: object): this;
  fill(colour: string): this;
  save(): this;
  restore(): this;
  translate(x: number, y: number): this;
  scale(x: number, y: number): this;
  path(svg: string): this;
  rotate(degrees: number, options: { readonly origin: readonly [number, number] }): this;
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this;
  appendXML(xml: string): void;
  endMetadata(): void;
  file(content: Uint8Array, options: object): PdfReference;
  markContent(tag: 'Artifact', options: { readonly type: string }): this;
  markStructureContent(tag: string): MarkedContent;
  endMarkedContent(): this;
  struct(role: string, options: { readonly alt: string }): PdfkitElement;
  getStructTreeRoot(): PdfReference;
  getStructParentTree(): { get(key: number): (PdfReference | null)[]; add(key: number, value: PdfReference): void };
  createStructParentTreeNextKey(): number;
  end(): void;
}

const require = createRequire(import.meta.url);
const inner = (name: string): unknown => require(`pdfmake/js/${name}.js`).default;

/** pdfmake's own classes, from which the tagged ones inherit. They are not part of its public interface. */
export const LayoutBuilder = inner('LayoutBuilder') as typeof LayoutBuilderBase;
export const Renderer = inner('Renderer') as typeof RendererBase;
export const PdfDocument = inner('PDFDocument') as typeof PdfDocumentBase;
export const TextInlines = inner('TextInlines') as typeof TextInlinesBase;
