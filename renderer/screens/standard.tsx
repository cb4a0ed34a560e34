import { useRef } from 'react';
import { capitalised, formatCount } from '../../shared/british.ts';
import type { Framework, FrameworkItem } from '../../shared/domain/framework.ts';
import { type Action, useActions } from '../actions.ts';
import { useAsk } from '../api.ts';
import { selectRoute } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { type PaneContent, SplitPanes } from '../ui/split-panes.tsx';
import { notify } from '../ui/toast.tsx';
import { copyText } from './common/copy-text.ts';
import { AboutStandard } from './standards/about-standard.tsx';
import { ItemList } from './standards/item-list.tsx';
import { ItemWithLinks } from './standards/item-with-links.tsx';
import { copiedItem, countsOf, kindWords } from './standards/standard-items.ts';
import { TakeAway } from './standards/take-away.tsx';

const crumbs = [{ title: 'Standards and plans', route: { page: 'standards' } }] as const;

interface StandardScreenProps {
  readonly id: string;
  /** The code of the duty or KSB that is selected. */
  readonly item: string | undefined;
}

/** One standard: its duties and KSBs, and what each is linked with. */
export function StandardScreen({ id, item }: StandardScreenProps) {
  const { data, error } = useAsk('framework.get', { id });
  if (data) return <StandardPage framework={data} code={item} />;
  return (
    <div className="page">
      <PageHeader title="Standard" crumbs={crumbs} />
      {error ? <ErrorPanel title="The standard could not be shown" error={error} /> : <Loading what="it" lines={8} />}
    </div>
  );
}

interface StandardPageProps {
  readonly framework: Framework;
  readonly code: string | undefined;
}

function StandardPage({ framework, code }: StandardPageProps) {
  const selected = framework.items.find(item => item.code === code);
  const search = useRef<HTMLInputElement>(null);
  const select = (item: string): void => selectRoute({ page: 'standard', id: framework.id, item });
  useActions(standardActions(selected, () => search.current?.focus()));
  const items: PaneContent = {
    id: 'items',
    title: 'Duties and KSBs',
    isFlush: true,
    content: <ItemList items={framework.items} selected={selected?.code} onSelect={select} searchRef={search} />,
  };
  return (
    <div className="page-full">
      <div className="page-full-head">
        <StandardHead framework={framework} />
      </div>
      <SplitPanes
        label="Standard"
        panes={[items, selected ? onePane(framework, selected, select) : about(framework)]}
      />
    </div>
  );
}

function StandardHead({ framework }: { readonly framework: Framework }) {
  const { duties, ksbs, links } = countsOf(framework);
  return (
    <PageHeader
      title={`${framework.reference} ${framework.title}`}
      crumbs={crumbs}
      actions={<TakeAway framework={framework} />}
      facts={[
        `Version ${framework.version}`,
        ...(framework.level === undefined ? [] : [`Level ${framework.level}`]),
        formatCount(duties, 'duty', 'duties'),
        formatCount(ksbs, 'KSB'),
        formatCount(links, 'link'),
        framework.licence.name,
      ]}
    />
  );
}

function onePane(framework: Framework, item: FrameworkItem, select: (code: string) => void): PaneContent {
  return {
    id: 'one',
    title: `${capitalised(kindWords[item.kind])} ${item.code}`,
    aside: (
      <Button size="dense" tone="quiet" onPress={() => selectRoute({ page: 'standard', id: framework.id })}>
        About this standard
      </Button>
    ),
    content: <ItemWithLinks framework={framework} item={item} onOpen={select} onCopy={() => copyItem(item)} />,
  };
}

function about(framework: Framework): PaneContent {
  return { id: 'one', title: 'About this standard', content: <AboutStandard framework={framework} /> };
}

function standardActions(selected: FrameworkItem | undefined, filter: () => void): readonly Action[] {
  const section = 'Standard';
  const search: Action = { id: 'standard.filter', title: 'Filter duties and KSBs', section, keys: '/', run: filter };
  if (!selected) return [search];
  const title = `Copy ${selected.code} and its text`;
  return [search, { id: 'standard.copy', title, section, keys: 'c', run: () => copyItem(selected) }];
}

function copyItem(item: FrameworkItem): void {
  if (copyText(copiedItem(item))) notify({ words: `${item.code} and its text were copied.` });
  else notify({ words: `${item.code} could not be copied.`, tone: 'not-met' });
}
