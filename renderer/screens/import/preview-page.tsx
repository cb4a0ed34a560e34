import { Download } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { FoundFramework, FrameworksPreview } from '../../../shared/contract/imports.ts';
import type { Output } from '../../../shared/contract.ts';
import { useActions } from '../../actions.ts';
import { useAction } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import type { Crumb } from '../../ui/page.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { type PaneContent, SplitPanes } from '../../ui/split-panes.tsx';
import { notify } from '../../ui/toast.tsx';
import { FoundDetail, Problems } from './found-detail.tsx';
import { FoundList } from './found-list.tsx';
import { formatWords, isTakable } from './import-words.ts';

interface PreviewPageProps {
  readonly preview: FrameworksPreview;
  readonly crumbs: readonly Crumb[];
  readonly onPreview: (preview: FrameworksPreview | null) => void;
}

/** What a source holds before anything is written: looked at one by one, chosen, and taken over with one button. */
export function PreviewPage({ preview, crumbs, onPreview }: PreviewPageProps) {
  const desk = usePreviewDesk(preview);
  const { frameworks, source } = preview;
  const { chosen, selected, take, takeChosen, choose, select } = desk;
  useActions([
    {
      id: 'import.take',
      title: 'Import what is chosen',
      section: 'Import',
      keys: 'Mod+Enter',
      isAvailable: () => chosen.size > 0,
      run: takeChosen,
    },
    { id: 'import.again', title: 'Read another file or text', section: 'Import', run: () => onPreview(null) },
  ]);
  const panes: readonly PaneContent[] = [
    {
      id: 'found',
      title: 'Found',
      isFlush: true,
      weight: 2,
      content: (
        <>
          <FoundList
            frameworks={frameworks}
            chosen={chosen}
            selected={selected?.index ?? 0}
            onSelect={select}
            onChoose={choose}
          />
          {preview.problems.length > 0 ? (
            <div className="import-problems">
              <Problems problems={preview.problems} />
            </div>
          ) : null}
        </>
      ),
    },
    ...(selected ? [detailPane(preview.id, selected, onPreview)] : []),
  ];
  return (
    <div className="page-full">
      <div className="page-full-head">
        <PageHeader
          title="Import standards"
          crumbs={crumbs}
          facts={[source.name, formatWords[source.format], formatCount(frameworks.length, 'framework')]}
          actions={
            <>
              <Button onPress={() => onPreview(null)}>Read another</Button>
              <Button
                tone="primary"
                icon={Download}
                keys="Mod+Enter"
                isDisabled={chosen.size === 0}
                isPending={take.isPending}
                onPress={takeChosen}
              >
                {chosen.size === 1 ? 'Import this one' : `Import ${chosen.size}`}
              </Button>
            </>
          }
        />
        {take.error ? <ErrorPanel title="Nothing was imported" error={take.error} /> : null}
      </div>
      {frameworks.length > 0 ? (
        <SplitPanes label="Import" panes={panes} />
      ) : (
        <EmptyState title="Nothing was found that could be imported">
          <Problems problems={preview.problems} />
        </EmptyState>
      )}
    </div>
  );
}

function detailPane(
  previewId: string,
  found: FoundFramework,
  onPreview: (preview: FrameworksPreview) => void,
): PaneContent {
  return {
    id: 'detail',
    title: `${found.reference} ${found.title}`,
    weight: 3,
    content: <FoundDetail key={found.index} previewId={previewId} found={found} onPreview={onPreview} />,
  };
}

/** What is chosen and looked at: everything that can be imported is chosen at first. */
function usePreviewDesk({ id: previewId, frameworks }: FrameworksPreview) {
  const [index, select] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const take = useAction('framework.import');
  const chosen = new Set(frameworks.filter(isTakable).flatMap(found => (left.has(found.index) ? [] : found.index)));
  const choose = (place: number, isChosen: boolean): void =>
    setLeft(earlier => new Set(isChosen ? [...earlier].filter(one => one !== place) : [...earlier, place]));
  const takeChosen = (): void => {
    if (!take.isPending) take.start({ previewId, chosen: [...chosen] }, showImported);
  };
  return { chosen, choose, select, selected: frameworks[index], take, takeChosen };
}

function showImported({ added, unchanged }: Output<'framework.import'>): void {
  const [first] = added;
  if (added.length === 1 && first) navigate({ page: 'standard', id: first.id });
  else navigate({ page: 'standards' });
  const what =
    added.length === 1 && first ? `${first.reference} version ${first.version}` : `${added.length} standards`;
  const same = unchanged > 0 ? ` ${unchanged} were here already, word for word.` : '';
  notify({ words: `${what} ${added.length === 1 ? 'was' : 'were'} imported.${same}` });
}
