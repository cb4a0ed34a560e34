import { Printer } from 'lucide-react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useActions } from '../../actions.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel, type FaultWords } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { notify } from '../../ui/toast.tsx';
import { type OpenedPdf, openPdf } from './pdf-document.ts';
import { PdfPage } from './pdf-page.tsx';
import { printPdf } from './printing.ts';

/** A PDF page by page, with the way to print it. A new version of the document replaces the one in view once it is open. */
export function PdfView({ bytes, title }: { readonly bytes: Uint8Array; readonly title: string }) {
  const { pdf, fault } = useOpenPdf(bytes, 'The report itself is not affected; it can still be saved.');
  const { frame, width } = useWidth();
  const numbers = Array.from({ length: pdf?.numPages ?? 0 }, (_, index) => index + 1);
  return (
    // Focusable, so that the arrows scroll the pages.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: there is nothing else in the pane that could take the focus
    <section className="pdf" ref={frame} aria-label={title} tabIndex={0}>
      {fault ? <ErrorPanel title="The report cannot be shown here" error={fault} /> : null}
      {!pdf && !fault ? <Loading what="the report" lines={6} /> : null}
      {pdf ? <PrintButton pdf={pdf} /> : null}
      {pdf ? numbers.map(number => <PdfPage key={number} pdf={pdf} number={number} width={width} />) : null}
    </section>
  );
}

function PrintButton({ pdf }: { readonly pdf: PDFDocumentProxy }) {
  const [isPending, setPending] = useState(false);
  const print = (): void => {
    if (isPending) return;
    setPending(true);
    printPdf(pdf)
      .catch((fault: Error) => notify({ words: `It was not printed: ${fault.message}`, tone: 'not-met' }))
      .finally(() => setPending(false));
  };
  useActions([{ id: 'report.print', title: 'Print…', section: 'Report', keys: 'Mod+P', run: print }]);
  return (
    <div className="pdf-tools">
      <Button size="dense" icon={Printer} keys="Mod+P" isPending={isPending} onPress={print}>
        Print…
      </Button>
    </div>
  );
}

/** A PDF once it is open, or what is wrong with it; `comfort` says what that does not touch. */
export function useOpenPdf(bytes: Uint8Array, comfort: string) {
  const [open, setOpen] = useState<OpenedPdf>();
  const [fault, setFault] = useState<FaultWords>();
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const opened = await openPdf(bytes);
      if (isWanted) setOpen(opened);
      else opened.close();
    };
    load().then(
      () => setFault(undefined),
      (error: Error) => setFault({ message: `${error.message.replace(/\.$/, '')}. ${comfort}` }),
    );
    return () => {
      isWanted = false;
    };
  }, [bytes, comfort]);
  // The one before is let go only once its successor is in view.
  useEffect(() => () => open?.close(), [open]);
  return { pdf: open?.pdf, fault };
}

/** The width that a page is drawn in, in CSS pixels, followed as the pane changes. */
export function useWidth() {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}
