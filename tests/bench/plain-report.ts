import { createRequire } from 'node:module';
import path from 'node:path';
import type PDFDocument from 'pdfkit';
import { fontsFolder } from '../../electron/core/resources.ts';
import { contentsOf } from '../../electron/reports/contents.ts';
import { fontFamilies, mainFamily } from '../../electron/reports/fonts.ts';
import { printableCopy } from '../../electron/reports/printable.ts';
import { margins, page, type } from '../../electron/reports/styles.ts';
import type { ReportModel } from '../../shared/domain/report-model.ts';

const require = createRequire(import.meta.url);
/** The pdfkit that pdfmake itself stands on. */
const PdfKit: typeof PDFDocument = createRequire(require.resolve('pdfmake'))('pdfkit');

/** A paragraph of a report without its place in tables and columns. */
export interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

/** Every paragraph of a report's content, in order. */
export function paragraphsOf(model: ReportModel): readonly Paragraph[] {
  return paragraphsIn(contentsOf(printableCopy(model)));
}

function paragraphsIn(node: unknown): Paragraph[] {
  if (typeof node === 'string') return [{ text: node, size: type.body.fontSize, bold: false }];
  if (Array.isArray(node)) return node.flatMap(paragraphsIn);
  if (typeof node !== 'object' || node === null) return [];
  if ('text' in node) {
    const { fontSize, bold } = node as { fontSize?: number; bold?: boolean };
    return [{ text: wordsOf(node.text), size: fontSize ?? type.body.fontSize, bold: bold ?? false }];
  }
  const inside = node as { stack?: unknown; columns?: unknown; table?: { body?: unknown } };
  return [inside.stack, inside.columns, inside.table?.body].flatMap(paragraphsIn);
}

function wordsOf(text: unknown): string {
  if (Array.isArray(text)) return text.map(run => wordsOf(typeof run === 'string' ? run : run.text)).join('');
  return String(text);
}

/** Writes paragraphs one under the other with pdfkit and nothing else, in the report's fonts; gives the bytes of the PDF. */
export async function plainReport(paragraphs: readonly Paragraph[]): Promise<Uint8Array> {
  const normal = fontFile('normal');
  const bold = fontFile('bold');
  const document = new PdfKit({ size: [page.width, page.height], margins, font: normal });
  const chunks: Buffer[] = [];
  const finished = new Promise(resolve => document.on('end', resolve));
  document.on('data', chunk => chunks.push(chunk));
  for (const { text, size, bold: isBold } of paragraphs) document.font(isBold ? bold : normal, size).text(text);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

function fontFile(style: 'normal' | 'bold'): string {
  return path.join(fontsFolder, fontFamilies[mainFamily]?.[style] ?? '');
}
