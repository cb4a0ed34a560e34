import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { mostPixels } from '../../../shared/domain/file-kinds.ts';

/** The part of Trusted Types that is used here; TypeScript's own library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}
declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** pdf.js in its legacy build, the one that runs in Chromium 130; loaded when the first report is shown. */
type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
let loading: Promise<PdfJs> | undefined;

async function loadPdfJs(): Promise<PdfJs> {
  const pdfJs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The window's policy allows a worker of its own files alone, and only through this one rule.
  const allowed = window.trustedTypes?.createPolicy('epa-worker', { createScriptURL: onlyWorker });
  pdfJs.GlobalWorkerOptions.workerPort = new Worker(allowed?.createScriptURL(workerUrl) ?? workerUrl, {
    type: 'module',
  });
  return pdfJs;
}

function onlyWorker(url: string): string {
  if (url !== workerUrl) throw new TypeError(`${url} is not the worker of the report preview`);
  return url;
}

/** Opens a PDF for showing. Nothing in it is run, and nothing is fetched: its fonts are embedded. Throws pdf.js's error where the bytes are no PDF. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  loading ??= loadPdfJs();
  const pdfJs = await loading;
  const task = pdfJs.getDocument({
    // The worker takes the bytes over, so it gets its own copy.
    data: bytes.slice(),
    useWasm: false,
    useSystemFonts: false,
    disableWorkerRendering: true,
    maxImageSize: mostPixels,
  });
  return task.promise;
}
