import { fallbackFamily, mainFamily } from '../fonts.ts';
import { type DocumentInfo, glyphsOf, TaggedDocument } from './document.ts';
import { fontRuns } from './font-runs.ts';
import type { PageMargins, RunningContent } from './internals.ts';
import { TaggedLayout } from './layout.ts';
import type { Content, Style } from './nodes.ts';
import { type FieldPlace, TaggedPainter, type Watermark } from './painter.ts';
import type { Tag } from './tags.ts';
import { ReportWords } from './words.ts';

/** A file inside the PDF, with its relation to the document (ISO 19005-3, annex E). */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** A document before its layout. The content's nodes are used up by printing: build them anew for each document. */
export interface PrintableDocument {
  readonly info: DocumentInfo;
  /** Sixteen bytes that stand for the content: the first half of the file's identifier. */
  readonly identifier: Uint8Array;
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly margins: PageMargins;
  readonly style: Style;
  readonly header: (page: number, pages: number) => Content;
  readonly footer: (page: number, pages: number) => Content;
  readonly watermark: Watermark | null;
  readonly attachment: Attachment;
  /** PNG or JPEG files by the names that the content calls them by. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
  readonly content: Content[];
}

/** A painted document before its end: form fields may still be added. */
export interface PaintedDocument {
  readonly document: TaggedDocument;
  readonly fields: readonly FieldPlace[];
  readonly structure: Tag;
}

/** Lays out and paints a document and lets the caller add form fields to it; gives the bytes of the PDF. */
export async function print(
  printable: PrintableDocument,
  addFields: (painted: PaintedDocument) => void,
): Promise<Uint8Array> {
  const document = new TaggedDocument(printable.info, printable.identifier, printable.pictures);
  attach(document, printable.attachment, printable.info.date);
  const [main, fallback] = [glyphsOf(mainFamily), glyphsOf(fallbackFamily)];
  const words = new ReportWords(document, main, fallback);
  const layout = new TaggedLayout({ ...printable.pageSize }, printable.margins, words);
  const pages = layout.layoutDocument(
    printable.content,
    document,
    {},
    printable.style,
    undefined,
    printable.header as RunningContent,
    printable.footer as RunningContent,
    undefined,
    undefined,
  );
  const painter = new TaggedPainter(document, printable.watermark, text => fontRuns(text, main, fallback));
  painter.renderPages(pages);
  document.structure = layout.root;
  addFields({ document, fields: painter.fields, structure: layout.root });
  return bytesOf(document);
}

function attach(document: TaggedDocument, attachment: Attachment, date: Date): void {
  const { bytes, name, type, description } = attachment;
  const dates = { creationDate: date, modifiedDate: date };
  document.file(Buffer.from(bytes), { name, type, description, relationship: 'Data', ...dates });
}

async function bytesOf(document: TaggedDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>(resolve => document.on('end', () => resolve()));
  document.on('data', chunk => chunks.push(chunk));
  document.end();
  await finished;
  return Buffer.concat(chunks);
}
