import { capitalised, formatCount, formatDate } from '../../shared/british.ts';
import type { Output } from '../../shared/contract.ts';
import { samples } from '../../shared/domain/assessment-versions.ts';
import { type Framework, ksbsOf } from '../../shared/domain/framework.ts';
import { vocabularyOf } from '../../shared/domain/plan-vocabulary.ts';
import { useAsk } from '../api.ts';
import { Banner } from '../ui/banner.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { KsbMap } from './plan/ksb-map.tsx';
import { PlanCheck } from './plan/plan-check.tsx';
import { PlanGateway } from './plan/plan-gateway.tsx';
import { PlanGrades } from './plan/plan-grades.tsx';
import { PlanMethods } from './plan/plan-methods.tsx';
import { PlanThemes } from './plan/plan-themes.tsx';
import { PlanActions } from './plan-editor/plan-lifecycle.tsx';
import { PlanSheet } from './plan-editor/plan-sheet.tsx';
import { PlanQuestions } from './questions/plan-questions.tsx';
import { PlanSampling } from './sampling/plan-sampling.tsx';
import { PlanTag } from './standards/plan-tag.tsx';

const crumbs = [{ title: 'Standards and plans', route: { page: 'standards' } }] as const;

type StoredPlan = Output<'plan.get'>;

/** One assessment plan: methods, themes, KSB map, grades, gateway and what its check found. */
export function PlanScreen({ id }: { readonly id: string }) {
  const plan = useAsk('plan.get', { id });
  const framework = useAsk('framework.get', { id: plan.data?.frameworkId ?? '' }, { isEnabled: plan.isSuccess });
  const error = plan.error ?? framework.error;
  if (plan.data && framework.data) return <PlanPage stored={plan.data} framework={framework.data} />;
  return (
    <div className="page">
      <PageHeader title="Assessment plan" crumbs={crumbs} />
      {error ? <ErrorPanel title="The plan could not be shown" error={error} /> : <Loading what="the plan" lines={8} />}
    </div>
  );
}

function PlanPage({ stored, framework }: { readonly stored: StoredPlan; readonly framework: Framework }) {
  const { plan, status, findings } = stored;
  const texts: ReadonlyMap<string, string> = new Map(framework.items.map(({ code, text }) => [code, text]));
  return (
    <div className="page plan-page">
      <PageHeader
        title={plan.title}
        crumbs={crumbs}
        tags={<PlanTag plan={{ origin: plan.origin, status }} />}
        facts={[
          <RouteLink key="standard" to={{ page: 'standard', id: framework.id }}>
            {framework.reference} {framework.title}, version {framework.version}
          </RouteLink>,
          plan.version ? `Plan version ${plan.version}` : 'No version yet',
          formatCount(plan.methods.length, 'method'),
        ]}
        actions={<PlanActions stored={stored} />}
      />
      <Standing stored={stored} />
      <Tabs
        label="Parts of the plan"
        pages={[
          { id: 'methods', title: 'Methods', content: <PlanMethods plan={plan} texts={texts} /> },
          {
            id: 'themes',
            title: `${capitalised(vocabularyOf(plan).themes)} and descriptors`,
            content: <PlanThemes plan={plan} texts={texts} />,
          },
          { id: 'map', title: 'KSB map', content: <KsbMap plan={plan} ksbs={ksbsOf(framework)} /> },
          { id: 'grades', title: 'Grades and re-sits', content: <PlanGrades plan={plan} /> },
          { id: 'gateway', title: 'Gateway and rules', content: <PlanGateway plan={plan} /> },
          { id: 'questions', title: 'Questions', content: <PlanQuestions plan={plan} /> },
          ...(samples(plan) ? [{ id: 'sampling', title: 'Sampling', content: <PlanSampling plan={plan} /> }] : []),
          { id: 'sheet', title: 'All parameters', content: <PlanSheet plan={plan} /> },
          { id: 'check', title: 'Check', count: findings.length, content: <PlanCheck findings={findings} /> },
        ]}
      />
    </div>
  );
}

/** Says plainly what a plan may be used for, and who stands by it. */
function Standing({ stored: { plan, status, record, builtIn } }: { readonly stored: StoredPlan }) {
  if (plan.origin === 'demonstration')
    return (
      <Banner kind="practice" title="This plan is fictional">
        {plan.source}
      </Banner>
    );
  if (status === 'confirmed') return <p className="prose muted">{confirmedWords(record)}</p>;
  if (status === 'superseded')
    return (
      <Banner kind="info" title="This plan was superseded by a newer version">
        Assessments that are pinned to it go on with it; new live ones need the newer version. {confirmedWords(record)}
      </Banner>
    );
  if (status === 'checked')
    return (
      <Banner kind="info" title="This plan was checked and waits to be confirmed">
        {checkedWords(record)} Until it is confirmed, it serves practice assessments only.
      </Banner>
    );
  return (
    <Banner kind="warning" title="This plan is not confirmed: practice assessments only">
      {builtIn ? plan.source : `Typed in by ${record.typedBy}${plan.source ? ` from: ${plan.source}` : ''}`}
    </Banner>
  );
}

function checkedWords({ typedBy, checkedBy, checkedAt }: StoredPlan['record']): string {
  return `Typed in by ${typedBy}, checked by ${checkedBy}${checkedAt ? ` on ${formatDate(checkedAt)}` : ''}.`;
}

function confirmedWords(record: StoredPlan['record']): string {
  const { confirmedBy, confirmedAt, sourceDocument, sourceVersion } = record;
  const on = confirmedAt ? ` on ${formatDate(confirmedAt)}` : '';
  return `${checkedWords(record)} Confirmed by ${confirmedBy}${on} from ${sourceDocument}, version ${sourceVersion}.`;
}
