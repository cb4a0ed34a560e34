import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useState } from 'react';
import type { PortfolioPiece } from '../../../shared/contract/portfolio.ts';
import type { Stretch } from '../../../shared/domain/portfolio.ts';
import { readPiece } from '../../api.ts';
import { IconButton } from '../../ui/button.tsx';
import { ErrorPanel, type FaultWords } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { PdfPage } from '../report/pdf-page.tsx';
import { useOpenPdf, useWidth } from '../report/pdf-view.tsx';
import type { ViewHandle } from './piece-view.tsx';
import { portfolioKeys } from './portfolio-keys.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

interface PdfPieceProps {
  readonly piece: PortfolioPiece;
  readonly handle: Ref<ViewHandle>;
  readonly first: Stretch | null;
}

/** The largest PDF that is opened inside the window, in bytes: it is held in memory while it is shown. */
const largestShown = 256 * 1024 * 1024;

/** A PDF of the portfolio, one page at a time, so that a thick one takes no more than a thin one. */
export function PdfPiece(props: PdfPieceProps) {
  const { bytes, fault } = useBytes(props.piece);
  if (fault) return <ErrorPanel title="The PDF cannot be shown" error={fault} />;
  return bytes ? <OpenPdf {...props} bytes={bytes} /> : <Loading what="the PDF" lines={6} />;
}

function useBytes({ id, sizeBytes }: PortfolioPiece) {
  const [bytes, setBytes] = useState<Uint8Array>();
  const [fault, setFault] = useState<FaultWords>();
  useEffect(() => {
    let isWanted = true;
    if (sizeBytes > largestShown) {
      setFault({
        message: 'It is larger than 256 MB. Save a copy and open it in another program; map it all the same.',
      });
      return;
    }
    readPiece(id).then(
      read => {
        if (isWanted) setBytes(read);
      },
      (error: Error) => {
        if (isWanted) setFault(error);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [id, sizeBytes]);
  return { bytes, fault };
}

function OpenPdf({ piece, handle, first, bytes }: PdfPieceProps & { readonly bytes: Uint8Array }) {
  const { pdf, fault } = useOpenPdf(bytes, 'It can still be saved and mapped.');
  const { frame, width } = useWidth();
  const [wanted, setPage] = useState(first?.from ?? 1);
  const [zoom, setZoom] = useState(1);
  const pages = pdf?.numPages ?? 1;
  const page = Math.min(Math.max(1, wanted), pages);
  useImperativeHandle(handle, () => ({
    here: () => ({ unit: 'page', from: page, to: page }),
    goTo: ({ from }) => setPage(from),
    step: by => setPage(Math.min(Math.max(1, page + by), pages)),
  }));
  return (
    <div className="piece-view">
      {fault ? <ErrorPanel title="The PDF cannot be shown" error={fault} /> : null}
      {!pdf && !fault ? <Loading what="the PDF" lines={6} /> : null}
      {pdf ? (
        <div className="piece-bar">
          <PageButtons page={page} pages={pages} onPage={setPage} />
          <ZoomButtons zoom={zoom} onZoom={setZoom} />
        </div>
      ) : null}
      {/* Focusable, so that the arrows scroll the page. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: there is nothing else here that could take the focus */}
      <section className="piece-pages" ref={frame} aria-label={piece.title} tabIndex={0}>
        {pdf && width > 0 ? (
          <div style={{ width: `${zoom * 100}%` }}>
            <PdfPage key={page} pdf={pdf} number={page} width={Math.floor(width * zoom)} />
          </div>
        ) : null}
      </section>
    </div>
  );
}

interface PageButtonsProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

function PageButtons({ page, pages, onPage }: PageButtonsProps) {
  return (
    <span className="piece-turn dense">
      <IconButton
        label="Page before"
        icon={ChevronLeft}
        size="dense"
        keys={portfolioKeys.back}
        isDisabled={page <= 1}
        onPress={() => onPage(page - 1)}
      />
      <NumberField
        label="Page"
        isLabelHidden
        least={1}
        most={pages}
        value={page}
        onChange={next => {
          if (next !== null) onPage(next);
        }}
        unit={`of ${pages}`}
      />
      <IconButton
        label="Next page"
        icon={ChevronRight}
        size="dense"
        keys={portfolioKeys.on}
        isDisabled={page >= pages}
        onPress={() => onPage(page + 1)}
      />
    </span>
  );
}
