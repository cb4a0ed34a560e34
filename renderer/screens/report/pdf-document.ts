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

/** pdf.js in its legacy build, the one that runs in Chromium 130; loaded when the first PDF is shown. */
type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
let loading: Promise<PdfJs> | undefined;

let allowed: { createScriptURL(url: string): string } | undefined;

/** A worker of our own file: the window's policy allows no other, and only through this one rule. */
function newWorker(): Worker {
  allowed ??= window.trustedTypes?.createPolicy('epa-worker', { createScriptURL: onlyWorker });
  return new Worker(allowed?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
}

function onlyWorker(url: string): string {
  if (url !== workerUrl) throw new TypeError(`${url} is not the worker of the PDF view`);
  return url;
}

/** A PDF that is open, in a worker of its own. */
export interface OpenedPdf {
  readonly pdf: PDFDocumentProxy;
  /** Lets it go, and ends its worker with whatever it was doing. */
  close(): void;
}

/**
 * Opens a PDF for showing. Nothing in it is run, and nothing is fetched but fonts and decoders of our own. Each has a worker of its own, so that one that is closed takes none of the
 * others along, and one that never comes to an end is ended. Throws an Error in the reader's words where it cannot be opened.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdfJs = await loading;
  const port = newWorker();
  const worker = pdfJs.PDFWorker.create({ port });
  const end = (): void => {
    worker.destroy();
    port.terminate();
  };
  const task = pdfJs.getDocument({
    // The worker takes the bytes over, so it gets its own copy.
    data: bytes.slice(),
    worker,
    useWasm: false,
    useWorkerFetch: true,
    standardFontDataUrl: '/pdf/standard_fonts/',
    wasmUrl: '/pdf/wasm/',
    useSystemFonts: false,
    disableWorkerRendering: true,
    maxImageSize: mostPixels,
  });
  try {
    return { pdf: await task.promise, close: () => void task.destroy().finally(end) };
  } catch (fault) {
    end();
    throw new Error(inWords(fault));
  }
}

function inWords(fault: unknown): string {
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'PasswordException') return 'It is protected by a password.';
  if (name === 'InvalidPDFException') return 'It is damaged, or no PDF.';
  return fault instanceof Error ? fault.message : String(fault);
}
