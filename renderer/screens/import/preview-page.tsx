import { Download } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { FoundFramework, FrameworksPreview } from '../../../shared/contract/imports.ts';
import type { Output } from '../../../shared/contract.ts';
import { type Action, useActions } from '../../actions.ts';
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
  const { frameworks } = preview;
  useActions(previewActions(desk, () => onPreview(null)));
  const { selected, take } = desk;
  return (
    <div className="page-full">
      <div className="page-full-head">
        <PreviewHead preview={preview} desk={desk} crumbs={crumbs} onAgain={() => onPreview(null)} />
        {take.error ? <ErrorPanel title="Nothing was imported" error={take.error} /> : null}
      </div>
      {frameworks.length > 0 ? (
        <SplitPanes
          label="Import"
          panes={[foundPane(preview, desk), ...(selected ? [detailPane(preview.id, selected, onPreview)] : [])]}
        />
      ) : (
        <EmptyState title="Nothing was found that could be imported">
          <Problems problems={preview.problems} />
        </EmptyState>
      )}
    </div>
  );
}

interface PreviewHeadProps {
  readonly preview: FrameworksPreview;
  readonly desk: PreviewDesk;
  readonly crumbs: readonly Crumb[];
  readonly onAgain: () => void;
}

function PreviewHead({ preview: { source, frameworks }, desk, crumbs, onAgain }: PreviewHeadProps) {
  const { chosen, take, takeChosen } = desk;
  return (
    <PageHeader
      title="Import standards"
      crumbs={crumbs}
      facts={[source.name, formatWords[source.format], formatCount(frameworks.length, 'framework')]}
      actions={
        <>
          <Button onPress={onAgain}>Read another</Button>
          <Button
            tone="primary"
            icon={Download}
            keys="Mod+S"
            isDisabled={chosen.size === 0}
            isPending={take.isPending}
            onPress={takeChosen}
          >
            {importWords(chosen.size, frameworks.length)}
          </Button>
        </>
      }
    />
  );
}

function previewActions({ selected, chosen, choose, takeChosen }: PreviewDesk, again: () => void): readonly Action[] {
  const section = 'Import';
  return [
    {
      id: 'import.take',
      title: 'Import what is chosen',
      section,
      keys: 'Mod+S',
      isAvailable: () => chosen.size > 0,
      run: takeChosen,
    },
    {
      id: 'import.choose',
      title: 'Choose the one in view, or leave it out',
      section,
      keys: 'x',
      isAvailable: () => selected !== undefined && isTakable(selected),
      run: () => selected && choose([selected.index], !chosen.has(selected.index)),
    },
    { id: 'import.again', title: 'Read another file or text', section, run: again },
  ];
}

/** What the button does, by name. */
function importWords(chosen: number, found: number): string {
  if (chosen === 0) return 'Import';
  return found === 1 ? 'Import this one' : `Import ${formatCount(chosen, 'framework')}`;
}

function foundPane({ frameworks, problems }: FrameworksPreview, desk: PreviewDesk): PaneContent {
  const { takable, chosen, selected, choose, select } = desk;
  const isAll = chosen.size === takable.length;
  return {
    id: 'found',
    title: 'Found',
    isFlush: true,
    weight: 2,
    aside:
      frameworks.length > 1 ? (
        <Button size="dense" tone="quiet" onPress={() => choose(takable, !isAll)}>
          {isAll ? 'Choose none' : 'Choose all'}
        </Button>
      ) : undefined,
    content: (
      <div className="import-found">
        <FoundList
          frameworks={frameworks}
          chosen={chosen}
          selected={selected?.index ?? 0}
          onSelect={select}
          onChoose={(index, isChosen) => choose([index], isChosen)}
        />
        {problems.length > 0 ? (
          <div className="import-problems">
            <Problems problems={problems} />
          </div>
        ) : null}
      </div>
    ),
  };
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

type PreviewDesk = ReturnType<typeof usePreviewDesk>;

/** What is chosen and looked at: everything that can be imported is chosen at first. */
function usePreviewDesk({ id: previewId, frameworks }: FrameworksPreview) {
  const [index, select] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const take = useAction('framework.import');
  const takable = frameworks.filter(isTakable).map(found => found.index);
  const chosen = new Set(takable.filter(place => !left.has(place)));
  const choose = (places: readonly number[], isChosen: boolean): void =>
    setLeft(earlier => new Set(isChosen ? [...earlier].filter(one => !places.includes(one)) : [...earlier, ...places]));
  const takeChosen = (): void => {
    if (!take.isPending) take.start({ previewId, chosen: [...chosen] }, showImported);
  };
  return { takable, chosen, choose, select, selected: frameworks[index], take, takeChosen };
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
