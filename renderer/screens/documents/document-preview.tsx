import type { MadeDocument } from '../../../shared/contract/documents.ts';
import { useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PdfView } from '../report/pdf-view.tsx';
import { SaveDocument } from './save-document.tsx';

interface DocumentPreviewProps {
  readonly made: MadeDocument;
  readonly onClose: () => void;
}

/** A document page by page, as it will be saved. */
export function DocumentPreview({ made, onClose }: DocumentPreviewProps) {
  const { data, error } = useAsk('document.preview', { id: made.id });
  const title = `${made.title}, version ${made.version}`;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="full"
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <SaveDocument made={made} />
        </>
      }
    >
      {error ? <ErrorPanel title="The document cannot be shown" error={error} /> : null}
      {data ? <PdfView bytes={data.pdf} title={title} /> : error ? null : <Loading what="the document" lines={6} />}
    </Dialog>
  );
}
