import { formatCount } from '../../shared/british.ts';
import type { Output } from '../../shared/contract.ts';
import { useAsk } from '../api.ts';
import { navigate } from '../routes.ts';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { PlanTag } from './standards/plan-tag.tsx';

/** The standards and assessment plans of this workspace. */
export function StandardsScreen() {
  const frameworks = useAsk('framework.list', {});
  const plans = useAsk('plan.list', {});
  const error = frameworks.error ?? plans.error;
  return (
    <div className="page">
      <PageHeader title="Standards and plans" />
      {error ? <ErrorPanel title="They could not be shown" error={error} /> : null}
      {frameworks.data && plans.data ? (
        <>
          <Section title="Standards">
            <FrameworkList frameworks={frameworks.data} />
          </Section>
          <Section title="Assessment plans">
            <PlanList plans={plans.data} />
          </Section>
        </>
      ) : error ? null : (
        <Loading what="the standards and plans" />
      )}
    </div>
  );
}

function FrameworkList({ frameworks }: { readonly frameworks: Output<'framework.list'> }) {
  return (
    <List label="Standards" rows={frameworks} onOpen={id => navigate({ page: 'standard', id })}>
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
          detail={`${plan.standard}, plan version ${plan.version}`}
          trail={<PlanTag plan={plan} />}
        />
      )}
    </List>
  );
}
