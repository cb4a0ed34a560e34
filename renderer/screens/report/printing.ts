import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Points in an inch, and dots in an inch of a printed page: letters of the smallest size stay sharp. */
const pointsPerInch = 72;
const dotsPerInch = 220;

/**
 * Hands a PDF's pages to the system's print dialog, one sheet each. They are drawn in the window's memory: nothing is
 * written to the disk for it. Resolves when the dialog was asked for; the sheets go when it is closed.
 */
export async function printPdf(pdf: PDFDocumentProxy): Promise<void> {
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  const addresses: string[] = [];
  const clear = (): void => {
    sheets.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
  };
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const address = URL.createObjectURL(await drawn(pdf, number));
      addresses.push(address);
      sheets.append(await sheetOf(address));
    }
  } catch (fault) {
    clear();
    throw fault;
  }
  document.body.append(sheets);
  window.addEventListener('afterprint', clear, { once: true });
  window.print();
}

async function drawn(pdf: PDFDocumentProxy, number: number): Promise<Blob> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dotsPerInch / pointsPerInch });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, background: '#ffffff', intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0; // lets go of its memory at once
  if (blob) return blob;
  throw new Error(`Page ${number} could not be drawn`);
}

async function sheetOf(address: string): Promise<HTMLImageElement> {
  const sheet = document.createElement('img');
  sheet.alt = '';
  sheet.src = address;
  await sheet.decode();
  return sheet;
}
