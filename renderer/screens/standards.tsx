import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { formatCount } from '../../shared/british.ts';
import type { Output } from '../../shared/contract.ts';
import { useActions } from '../actions.ts';
import { useAsk } from '../api.ts';
import { navigate } from '../routes.ts';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { Section } from '../ui/section.tsx';
import { ImportPlanButton } from './plan-editor/import-plan.tsx';
import { NewPlanButton } from './plan-editor/new-plan.tsx';
import { PlanTag } from './standards/plan-tag.tsx';
import { StatementSearch } from './standards/statement-search.tsx';

/** The standards and assessment plans of this workspace. */
export function StandardsScreen() {
  const frameworks = useAsk('framework.list', {});
  const plans = useAsk('plan.list', {});
  const error = frameworks.error ?? plans.error;
  const search = useRef<HTMLInputElement>(null);
  useActions([
    {
      id: 'standards.search',
      title: 'Search all standards',
      section: 'Standards',
      keys: '/',
      run: () => search.current?.focus(),
    },
    {
      id: 'standards.import',
      title: 'Import standards',
      section: 'Standards',
      keys: 'i',
      run: () => navigate({ page: 'importStandard' }),
    },
  ]);
  return (
    <div className="page">
      <PageHeader title="Standards and plans" />
      {error ? <ErrorPanel title="They could not be shown" error={error} /> : null}
      {frameworks.data && plans.data ? (
        <StatementSearch searchRef={search}>
          <Section
            title="Standards"
            aside={
              <RouteLink to={{ page: 'importStandard' }} look="button" icon={FileUp}>
                Import…
              </RouteLink>
            }
          >
            <FrameworkList frameworks={frameworks.data} />
          </Section>
          <Section
            title="Assessment plans"
            aside={
              <>
                <ImportPlanButton />
                <NewPlanButton frameworks={frameworks.data} plans={plans.data} />
              </>
            }
          >
            <PlanList plans={plans.data} />
          </Section>
        </StatementSearch>
      ) : error ? null : (
        <Loading what="the standards and plans" />
      )}
    </div>
  );
}

/** With more standards than these, only the rows in view are drawn. */
const mostDrawn = 60;

function FrameworkList({ frameworks }: { readonly frameworks: Output<'framework.list'> }) {
  return (
    <List
      label="Standards"
      rows={frameworks}
      onOpen={id => navigate({ page: 'standard', id })}
      isVirtual={frameworks.length > mostDrawn}
    >
      {({ id, reference, title, version, level, duties, ksbs }) => (
        <ListRow
          id={id}
          title={`${reference} ${title}`}
          detail={[`Version ${version}`, level === null ? null : `level ${level}`].filter(Boolean).join(', ')}
          trail={`${formatCount(duties, 'duty', 'duties')}, ${formatCount(ksbs, 'KSB')}`}
        />
      )}
    </List>
  );
}

function PlanList({ plans }: { readonly plans: Output<'plan.list'> }) {
  return (
    <List label="Assessment plans" rows={plans} onOpen={id => navigate({ page: 'plan', id })}>
      {plan => (
        <ListRow
          id={plan.id}
          title={plan.title}
          detail={plan.version ? `${plan.standard}, plan version ${plan.version}` : plan.standard}
          trail={<PlanTag plan={plan} />}
        />
      )}
    </List>
  );
}
