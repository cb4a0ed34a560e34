import { useState } from 'react';
import type { SignedReport } from '../../../shared/contract/shapes.ts';
import { useAction } from '../../api.ts';

/** Saving a signed report's PDF where the person chooses. */
export function useSaving(signed: SignedReport | null) {
  const save = useAction('report.save');
  const [file, setFile] = useState<string | null>(null);
  return {
    start: (): void => {
      if (signed) save.start({ id: signed.id }, saved => saved && setFile(saved.file));
    },
    file,
    isPending: save.isPending,
    error: save.error,
  };
}
