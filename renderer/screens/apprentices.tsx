import { UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { formatCount } from '../../shared/british.ts';
import type { Output } from '../../shared/contract.ts';
import { useActions } from '../actions.ts';
import { useAsk } from '../api.ts';
import { navigate, selectRoute } from '../routes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { focusNextPane } from '../ui/pane-order.ts';
import { RouteLink } from '../ui/route-link.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SplitPanes } from '../ui/split-panes.tsx';
import { ApprenticeDetailsPane } from './apprentices/apprentice-details.tsx';
import { fits } from './common/fits.ts';
import { MoreRows, useGrowingRows } from './common/growing-rows.tsx';
import { useRowInView } from './common/row-in-view.ts';
import { StageTag } from './common/stage-tag.tsx';
import { SaveReports } from './documents/save-reports.tsx';
import { SignReports } from './documents/sign-reports.tsx';

type ListedApprentice = Output<'apprentice.list'>[number];

/** Everybody who is assessed in this workspace, and beside them the one that is selected. */
export function ApprenticesScreen({ id }: { readonly id: string | undefined }) {
  const { data, error } = useAsk('apprentice.list', {});
  if (data && data.length > 0) return <Everybody apprentices={data} selectedId={id} />;
  return (
    <div className="page">
      <PageHeader title="Apprentices" />
      {error ? <ErrorPanel title="The apprentices could not be shown" error={error} /> : null}
      {data ? (
        <EmptyState title="No apprentices yet" action={<AddLink look="primary" />}>
          Everybody whom you assess will stand here with their assessments.
        </EmptyState>
      ) : error ? null : (
        <Loading what="the apprentices" lines={6} />
      )}
    </div>
  );
}

function AddLink({ look }: { readonly look: 'primary' | 'button' }) {
  return (
    <RouteLink to={{ page: 'newApprentice' }} look={look} icon={UserPlus}>
      Add an apprentice
    </RouteLink>
  );
}

interface EverybodyProps {
  readonly apprentices: readonly ListedApprentice[];
  readonly selectedId: string | undefined;
}

const fullName = ({ givenNames, familyName }: ListedApprentice): string => `${givenNames} ${familyName}`;

function Everybody({ apprentices, selectedId }: EverybodyProps) {
  const [query, setQuery] = useState('');
  const shown = apprentices.filter(apprentice =>
    fits(query, [fullName(apprentice), apprentice.uln, apprentice.employer, apprentice.trainingProvider]),
  );
  const selected = apprentices.find(({ id }) => id === selectedId) ?? shown[0];
  const all = (
    <>
      <ApprenticeSearch query={query} onQuery={setQuery} />
      <ApprenticeList apprentices={shown} selectedId={selected?.id} />
    </>
  );
  const stages = apprentices.flatMap(({ assessments }) => assessments.map(({ stage }) => stage));
  const isAnySigned = stages.some(stage => stage !== 'notStarted');
  const isAnyToSign = stages.some(stage => stage === 'judging' || stage === 'readyToSign');
  const one = selected ? <ApprenticeDetailsPane key={selected.id} apprentice={selected} /> : null;
  return (
    <div className="page-full">
      <div className="page-full-head">
        <PageHeader
          title="Apprentices"
          facts={[formatCount(apprentices.length, 'apprentice')]}
          actions={
            <>
              <SignReports isOffered={isAnyToSign} />
              <SaveReports isOffered={isAnySigned} />
              <AddLink look="button" />
            </>
          }
        />
      </div>
      <SplitPanes
        label="Apprentices"
        panes={[
          { id: 'all', title: 'All apprentices', weight: 2, isFlush: true, content: all },
          { id: 'one', title: selected ? fullName(selected) : 'Details', weight: 3, content: one },
        ]}
      />
    </div>
  );
}

interface ApprenticeSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function ApprenticeSearch({ query, onQuery }: ApprenticeSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  const focus = (): void => field.current?.focus();
  useActions([
    { id: 'apprentices.search', title: 'Search the apprentices', section: 'Apprentices', keys: '/', run: focus },
  ]);
  return (
    <div className="pane-search">
      <SearchField
        label="Search the apprentices"
        isLabelHidden
        placeholder="Name, ULN, employer or provider"
        value={query}
        onChange={onQuery}
        inputRef={field}
      />
    </div>
  );
}

interface ApprenticeListProps {
  readonly apprentices: readonly ListedApprentice[];
  readonly selectedId: string | undefined;
}

function ApprenticeList({ apprentices, selectedId }: ApprenticeListProps) {
  const open = (id: string): void => {
    const [assessment, ...others] = apprentices.find(apprentice => apprentice.id === id)?.assessments ?? [];
    selectRoute({ page: 'apprentices', id });
    if (assessment && others.length === 0) navigate({ page: 'assessment', id: assessment.id });
    else focusNextPane(1);
  };
  const list = useRowInView(selectedId);
  const { rows, left, grow } = useGrowingRows(apprentices, selectedId);
  return (
    <div ref={list}>
      <List
        label="Apprentices"
        rows={rows}
        selected={selectedId ?? null}
        onSelect={id => selectRoute({ page: 'apprentices', id })}
        onOpen={open}
        empty="Nobody fits what you typed."
      >
        {apprentice => (
          <ListRow
            id={apprentice.id}
            title={fullName(apprentice)}
            detail={apprentice.employer}
            trail={
              apprentice.assessments.length === 0
                ? 'No assessment'
                : apprentice.assessments.map(({ id, stage }) => <StageTag key={id} stage={stage} />)
            }
          />
        )}
      </List>
      <MoreRows left={left} grow={grow} />
    </div>
  );
}
