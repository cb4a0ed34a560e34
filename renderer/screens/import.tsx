import { useState } from 'react';
import type { FrameworksPreview } from '../../shared/contract/imports.ts';
import { useActions } from '../actions.ts';
import { useAction } from '../api.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { PreviewPage } from './import/preview-page.tsx';
import { type SaidKind, StartForm, saidKind } from './import/start-form.tsx';

const crumbs = [{ title: 'Standards and plans', route: { page: 'standards' } }] as const;

/** Brings standards and frameworks in: a source is read, shown as a preview, and only then taken over. */
export function ImportScreen() {
  const [preview, setPreview] = useState<FrameworksPreview | null>(null);
  const [kind, setKind] = useState<SaidKind>('told');
  const file = useAction('framework.previewImport');
  const chooseFile = (): void => file.start({ from: 'file', ...saidKind(kind) }, read => read && setPreview(read));
  useActions([{ id: 'import.file', title: 'Choose a file to import', section: 'Import', keys: 'f', run: chooseFile }]);
  if (preview) return <PreviewPage key={preview.id} preview={preview} crumbs={crumbs} onPreview={setPreview} />;
  return (
    <div className="page">
      <PageHeader title="Import standards" crumbs={crumbs} />
      <StartForm file={file} kind={kind} onKind={setKind} onChooseFile={chooseFile} onPreview={setPreview} />
    </div>
  );
}
