import { useEffect } from 'react';
import { refresh, useAsk } from '../api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { PlanEditorPage } from './plan-editor/plan-editor-page.tsx';

const crumbs = [{ title: 'Standards and plans', route: { page: 'standards' } }] as const;

interface PlanEditorScreenProps {
  readonly id: string;
  readonly section: string | undefined;
}

/** Types in an assessment plan. What is shown elsewhere of it is asked for again when the editor is left. */
export function PlanEditorScreen({ id, section }: PlanEditorScreenProps) {
  const stored = useAsk('plan.get', { id });
  const framework = useAsk('framework.get', { id: stored.data?.frameworkId ?? '' }, { isEnabled: stored.isSuccess });
  useEffect(() => () => void refresh(), []);
  const error = stored.error ?? framework.error;
  // What was asked before the editor was opened may be older than what it kept the last time.
  if (stored.data && stored.isFetchedAfterMount && framework.data) {
    if (stored.data.fixed !== null) return <Fixed id={id} title={stored.data.plan.title} why={stored.data.fixed} />;
    return <PlanEditorPage stored={stored.data} framework={framework.data} section={section} />;
  }
  return (
    <div className="page">
      <PageHeader title="Assessment plan" crumbs={crumbs} />
      {error ? (
        <ErrorPanel title="The plan could not be opened" error={error} />
      ) : (
        <Loading what="the plan" lines={8} />
      )}
    </div>
  );
}

/** A plan whose words stay as they are. */
function Fixed({ id, title, why }: { readonly id: string; readonly title: string; readonly why: string }) {
  return (
    <div className="page">
      <PageHeader title={title} crumbs={crumbs} />
      <EmptyState
        title="This plan is not typed in any more"
        action={
          <RouteLink to={{ page: 'plan', id }} look="primary">
            Go to the plan
          </RouteLink>
        }
      >
        {why}
      </EmptyState>
    </div>
  );
}
