import { fallbackFamily, mainFamily } from '../fonts.ts';
import { type FontRun, graphemesOf } from './font-runs.ts';
import {
  type EmbeddedFont,
  type LaidOutPage,
  type LineBase,
  type OutlineEntry,
  type PaintedImage,
  type ParsedFont,
  type PdfDocumentBase,
  Renderer,
} from './internals.ts';
import type { Vector, VectorLabel } from './nodes.ts';
import { addTag, isTag, layoutArtifact, type Mark, type Tag } from './tags.ts';

/** Where a form field is to stand: its page from zero, and its box in points from the page's upper left corner. */
export interface FieldPlace {
  readonly name: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A large word across each page, behind everything else. */
export interface Watermark {
  readonly text: string;
  readonly color: string;
  readonly fontSize: number;
}

/** No label has room for more characters. */
const longestLabel = 160;

type OutlineParent = PdfDocumentBase['outline'];

/** Paints laid-out pages, everything inside marked content: either of the element that it belongs to or of an artifact. */
export class TaggedPainter extends Renderer {
  readonly fields: FieldPlace[] = [];
  readonly #painted = new Set<object>();
  readonly #outline = new Map<string, OutlineParent>();
  readonly #runsOf: (text: string) => FontRun[];
  #open: Mark | null = null;
  #openOn: object | null = null;
  #pages = 0;

  constructor(document: PdfDocumentBase, watermark: Watermark | null, runsOf: (text: string) => FontRun[]) {
    super(document);
    this.#runsOf = runsOf;
    document.on('pageAdded', () => {
      this.#pages += 1;
      if (watermark) this.#paintWatermark(watermark);
    });
  }

  override renderPages(pages: readonly LaidOutPage[]): void {
    super.renderPages(pages);
    if (this.#openOn === this.pdfDocument.page) this.pdfDocument.endMarkedContent();
  }

  override renderLine(line: LineBase, x: number, y: number): void {
    const mark = this.#markOf(line);
    if (line.outlineEntry) this.#addOutlineEntry(line.outlineEntry, y);
    if (!line.inlines.some(inline => inline.text !== '')) return;
    if (!isTag(mark) || !line.inlines.some(inline => inline.linkToDestination)) {
      this.#mark(mark);
      super.renderLine(line, x, y);
      return;
    }
    for (const part of partsByLink(line)) this.#renderPart(part, mark, x, y);
  }

  override renderVector(vector: Vector): void {
    const mark = vector.mark ?? layoutArtifact;
    this.#mark(mark);
    super.renderVector(vector);
    const { x = 0, y = 0, w = 0, h = 0 } = vector;
    if (vector.label) this.#paintLabel(vector.label, { x, y, w, h });
    if (isTag(mark)) this.#extendBounds(mark, boxOf(vector));
    if (vector.field) this.fields.push({ name: vector.field, page: this.#pages - 1, x, y, width: w, height: h });
  }

  override renderImage(image: PaintedImage): void {
    const mark = image.mark ?? layoutArtifact;
    this.#mark(mark);
    super.renderImage(image);
    const { x, y, _width: width, _height: height } = image;
    if (isTag(mark)) this.#extendBounds(mark, { left: x, top: y, right: x + width, bottom: y + height });
  }

  /** A table heading that is repeated on a further page is painted again, but said only once. */
  #markOf(line: LineBase): Mark {
    if (!line.mark || !line.identity) return layoutArtifact;
    if (this.#painted.has(line.identity)) return { artifact: 'Pagination' };
    this.#painted.add(line.identity);
    return line.mark;
  }

  /** Opens marked content, unless what is open serves. What a page leaves open, pdfkit closes at the page's end. */
  #mark(mark: Mark): void {
    const document = this.pdfDocument;
    if (this.#open && this.#openOn === document.page) {
      if (this.#open === mark) return;
      if (!isTag(mark) && !isTag(this.#open) && mark.artifact === this.#open.artifact) return;
      document.endMarkedContent();
    }
    if (isTag(mark)) mark.children.push(document.markStructureContent(mark.role));
    else document.markContent('Artifact', { type: mark.artifact });
    this.#open = mark;
    this.#openOn = document.page;
  }

  #renderPart(part: LineBase, mark: Tag, x: number, y: number): void {
    const linked = part.inlines.some(inline => inline.linkToDestination);
    if (!linked) {
      this.#mark(mark);
      super.renderLine(part, x, y);
      return;
    }
    const tag = addTag(mark, 'Link');
    this.#mark(tag);
    this.pdfDocument.linkTag = {
      tag,
      words: part.inlines
        .map(inline => inline.text)
        .join('')
        .trim(),
    };
    super.renderLine(part, x, y);
    this.pdfDocument.linkTag = null;
  }

  #addOutlineEntry({ key, title, under }: OutlineEntry, y: number): void {
    const document = this.pdfDocument;
    const parent = (under === null ? undefined : this.#outline.get(under)) ?? document.outline;
    const item = parent.addItem(title, { expanded: true });
    const airAbove = 12;
    item.outlineData.Dest = [document.page.dictionary, 'XYZ', null, document.page.height - y + airAbove, null];
    this.#outline.set(key, item);
  }

  #paintLabel(label: VectorLabel, box: { x: number; y: number; w: number; h: number }): void {
    const runs = this.#fittingRuns(label, box.w);
    const free = box.w - runs.reduce((sum, { width }) => sum + width, 0);
    let x = box.x + { left: 0, center: free / 2, right: free }[label.align];
    for (const { text, font, width } of runs) {
      this.#setRun(text, font, label, { x, y: box.y + (box.h - font.lineHeight(label.fontSize)) / 2 });
      x += width;
    }
  }

  /** The label in the fonts that have its letters, cut short where its box is too narrow. */
  #fittingRuns(label: VectorLabel, most: number): { text: string; font: EmbeddedFont; width: number }[] {
    const runsOf = (words: string) =>
      this.#runsOf(words).map(({ text, font: name }) => {
        const font = this.pdfDocument.provideFont(name === 'main' ? mainFamily : fallbackFamily, label.bold, false);
        return { text, font, width: font.widthOfString(text, label.fontSize) };
      });
    const letters = graphemesOf(label.text.slice(0, longestLabel));
    let runs = runsOf(label.text.slice(0, longestLabel));
    while (letters.length > 1 && runs.reduce((sum, { width }) => sum + width, 0) > most) {
      letters.pop();
      runs = runsOf(`${letters.join('').trimEnd()}…`);
    }
    return runs;
  }

  #setRun(
    text: string,
    font: EmbeddedFont,
    { fontSize, color }: Pick<VectorLabel, 'fontSize' | 'color'>,
    at: { readonly x: number; readonly y: number },
  ): void {
    this.pdfDocument._font = font;
    this.pdfDocument.fontSize(fontSize).fill(color);
    this.pdfDocument.text(text, at.x, at.y, { lineBreak: false });
  }

  #extendBounds(tag: Tag, box: Box): void {
    const height = this.pdfDocument.page.height;
    const [left, bottom, right, top] = tag.bounds ?? [box.left, height - box.bottom, box.right, height - box.top];
    tag.bounds = [
      Math.min(left, box.left),
      Math.min(bottom, height - box.bottom),
      Math.max(right, box.right),
      Math.max(top, height - box.top),
    ];
  }

  #paintWatermark({ text, color, fontSize }: Watermark): void {
    const document = this.pdfDocument;
    const font = document.provideFont(mainFamily, true, false);
    const { width, height } = document.page;
    this.#mark({ artifact: 'Background' });
    document.save().rotate(-55, { origin: [width / 2, height / 2] });
    const x = (width - font.widthOfString(text, fontSize)) / 2;
    document.translate(x, (height - font.lineHeight(fontSize)) / 2 + (font.ascender / 1000) * fontSize);
    fillOutlines(document, font.font, { text, color, fontSize });
    document.restore();
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Fills the shapes of a text's letters, from the origin on: they are no text, so they cannot be copied among the words of a page. */
function fillOutlines(document: PdfDocumentBase, font: ParsedFont, { text, color, fontSize }: Watermark): void {
  const { glyphs, positions } = font.layout(text);
  const scale = fontSize / font.unitsPerEm;
  document.scale(scale, -scale);
  for (const [index, glyph] of glyphs.entries()) {
    document.path(glyph.path.toSVG()).fill(color);
    document.translate(positions[index]?.xAdvance ?? 0, 0);
  }
}

/** The box around a shape, from the page's upper left corner. */
function boxOf({ points, x = 0, y = 0, w = 0, h = 0, x1 = x, y1 = y, x2 = x + w, y2 = y + h }: Vector): Box {
  const across = points?.map(point => point.x) ?? [x1, x2];
  const down = points?.map(point => point.y) ?? [y1, y2];
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
}

/** The line in stretches that lead to one place each; all keep the height of the whole line. */
function partsByLink(line: LineBase): LineBase[] {
  const [height, ascender] = [line.getHeight(), line.getAscenderHeight()];
  const parts: LineBase[] = [];
  for (const inline of line.inlines) {
    const last = parts.at(-1);
    if (last?.inlines[0]?.linkToDestination === inline.linkToDestination) last?.inlines.push(inline);
    else {
      const part = line.clone();
      part.inlines = [inline];
      part.getHeight = () => height;
      part.getAscenderHeight = () => ascender;
      if (parts.length > 0) part.id = null;
      parts.push(part);
    }
  }
  return parts;
}
