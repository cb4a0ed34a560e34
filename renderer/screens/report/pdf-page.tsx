import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type ReadBlock, readPage } from './page-text.ts';

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** In CSS pixels. */
  readonly width: number;
}

/** One page as it will be printed, drawn once it comes near, with its text for whoever has it read out. */
export function PdfPage({ pdf, number, width }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useNear(frame);
  const { page, blocks } = useLoadedPage(pdf, number, isNear);
  useDrawing(page, canvas, width);
  return (
    <div className="pdf-page" ref={frame}>
      <canvas
        ref={canvas}
        className="pdf-canvas"
        role="img"
        aria-label={`Page ${number} of ${pdf.numPages}; its text follows`}
      />
      <div className="visually-hidden">
        {blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one page keep their order
          <Block key={index} block={block} />
        ))}
      </div>
      <p className="pdf-number" aria-hidden="true">
        {number} of {pdf.numPages}
      </p>
    </div>
  );
}

/** The document's headings stand below the page's title and the pane's. */
function Block({ block }: { readonly block: ReadBlock }) {
  if (block.level === null) return <p>{block.text}</p>;
  const Heading = (['h3', 'h4', 'h5', 'h6'] as const)[block.level - 1] ?? 'h6';
  return <Heading>{block.text}</Heading>;
}

/** Whether an element has come within a window's height of being seen; it stays so. */
function useNear(ref: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!ref.current || isNear) return;
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref, isNear]);
  return isNear;
}

function useLoadedPage(pdf: PDFDocumentProxy, number: number, isNear: boolean) {
  const [loaded, setLoaded] = useState<{ readonly page: PDFPageProxy; readonly blocks: readonly ReadBlock[] }>();
  useEffect(() => {
    if (!isNear) return;
    let isWanted = true;
    const load = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const blocks = await readPage(page);
      if (isWanted) setLoaded({ page, blocks });
    };
    // A document that is taken away while it loads rejects; the next one is on its way.
    load().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [pdf, number, isNear]);
  return { page: loaded?.page, blocks: loaded?.blocks ?? [] };
}

/** Draws the page at the screen's own resolution, again whenever its width changes. */
function useDrawing(page: PDFPageProxy | undefined, canvas: RefObject<HTMLCanvasElement | null>, width: number): void {
  useEffect(() => {
    const target = canvas.current;
    if (!page || !target || width === 0) return;
    const scale = (width * devicePixelRatio) / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale });
    const sheet = document.createElement('canvas');
    sheet.width = Math.floor(viewport.width);
    sheet.height = Math.floor(viewport.height);
    const task = page.render({ canvas: sheet, viewport, background: '#ffffff' });
    task.promise.then(
      () => {
        // Drawn aside first, so that the page in view never turns blank.
        target.width = sheet.width;
        target.height = sheet.height;
        target.getContext('2d')?.drawImage(sheet, 0, 0);
        target.dataset['drawn'] = 'true';
      },
      () => undefined,
    );
    return () => task.cancel();
  }, [page, canvas, width]);
}
