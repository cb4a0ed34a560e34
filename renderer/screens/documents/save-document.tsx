import { Download } from 'lucide-react';
import type { MadeDocument } from '../../../shared/contract/documents.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';

interface SaveDocumentProps {
  readonly made: MadeDocument;
  readonly size?: 'regular' | 'dense';
}

/** Saves a document's PDF where the person chooses, and says where that was. */
export function SaveDocument({ made, size = 'regular' }: SaveDocumentProps) {
  const save = useAction('document.save');
  const start = (): void => {
    save
      .run({ id: made.id })
      .then(saved => saved && notify({ words: `Saved as ${saved.file}` }))
      .catch((fault: Error) => notify({ words: `The document was not saved: ${fault.message}`, tone: 'not-met' }));
  };
  return (
    <Button
      icon={Download}
      size={size}
      isPending={save.isPending}
      onPress={start}
      aria-label={`Save the PDF: ${made.title}, version ${made.version}`}
    >
      Save the PDF…
    </Button>
  );
}
