import { fontFamilies, readFont } from '../fonts.ts';
import { type EmbeddedFont, type EmbeddedFontClass, type ParsedFont, PdfDocument } from './internals.ts';
import { escapeXml, pdfUaXmp } from './pdfua-xmp.ts';
import { writeStructure } from './structure.ts';
import type { LinkTag, Tag } from './tags.ts';

/** What a reader sees in the document's properties. Dates are the moment that the content was fixed. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly creator: string;
  readonly date: Date;
  /** RFC 5646, for example `en-GB`. */
  readonly language: string;
}

interface SharedFont {
  readonly parsed: ParsedFont;
  readonly Embedded: EmbeddedFontClass;
}

/** Fonts by file name, parsed once for all documents of the process: reading their tables takes longer than a report's layout. */
const sharedFonts = new Map<string, SharedFont>();

function sharedFont(file: string): SharedFont {
  const known = sharedFonts.get(file);
  if (known) return known;
  const opener = new PdfDocument({}, {}, {}, {}, { font: null, autoFirstPage: false }, null, () => false);
  const embedded = opener.font(readFont(file))._font;
  const shared = { parsed: embedded.font, Embedded: embedded.constructor as EmbeddedFontClass };
  sharedFonts.set(file, shared);
  return shared;
}

/** Whether the family's upright regular face has a glyph; the other faces have the same characters (a test holds that). */
export function glyphsOf(family: string): (codePoint: number) => boolean {
  const { parsed } = sharedFont(fontFamilies[family]?.normal ?? '');
  return codePoint => parsed.hasGlyphForCodePoint(codePoint);
}

/** An A4 document that is PDF 1.7, PDF/A-3a and PDF/UA-1. */
export class TaggedDocument extends PdfDocument {
  /** The link that is being painted: its annotation becomes part of this element. */
  override linkTag: LinkTag | null = null;
  #root: Tag | null = null;
  readonly #fonts = new Map<string, EmbeddedFont>();

  constructor(info: DocumentInfo, identifier: Uint8Array, pictures: Readonly<Record<string, Uint8Array>>) {
    const options = {
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      displayTitle: true,
      compress: true,
      lang: info.language,
      bufferPages: true,
      autoFirstPage: false,
      font: null,
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        Keywords: info.keywords,
        Creator: info.creator,
        Producer: 'pdfmake',
        CreationDate: info.date,
        ModDate: info.date,
      },
    };
    super({}, pictures, {}, {}, options, null, () => false);
    this._id = identifier;
    for (const { parsed } of sharedFonts.values()) forgetGlyphs(parsed);
  }

  /** Gives the document its structure, which is written when the document ends. */
  set structure(root: Tag) {
    this.#root = root;
  }

  override provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const style = bold && italics ? 'bolditalics' : bold ? 'bold' : italics ? 'italics' : 'normal';
    const file = fontFamilies[family]?.[style];
    if (file === undefined) throw new Error(`There is no font family ${family}`);
    const known = this.#fonts.get(file);
    if (known) return known;
    const { parsed, Embedded } = sharedFont(file);
    const font = new Embedded(this, parsed, `F${++this._fontCount}`);
    this._fontFamilies[file] = font;
    this.#fonts.set(file, font);
    return font;
  }

  override annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this {
    const link = this.linkTag;
    if (!link) return super.annotate(x, y, width, height, options);
    const StructParent = this.createStructParentTreeNextKey();
    super.annotate(x, y, width, height, { ...options, StructParent, Contents: new String(link.words) });
    const annotation = this.page.annotations.at(-1);
    if (annotation) link.tag.children.push({ annotation, page: this.page.dictionary });
    return this;
  }

  /** pdfkit writes the properties into XML as they are. */
  override endMetadata(): void {
    const info = this.info;
    const escaped = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'string' ? escapeXml(value) : value,
    ]);
    this.info = Object.fromEntries(escaped);
    this.appendXML(pdfUaXmp);
    super.endMetadata();
    this.info = info;
  }

  override end(): void {
    if (this.#root) writeStructure(this, this.#root);
    super.end();
  }
}

/** fontkit keeps each glyph with the characters that it was first used for, and these are written into the file: a document must not inherit them. */
function forgetGlyphs(font: ParsedFont): void {
  font._glyphs = {};
}
