import { FolderOpen } from 'lucide-react';
import { useAsk } from '../api.ts';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { SplitPanes } from '../ui/split-panes.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import type { Assessment } from './assessment.tsx';
import { CoveragePlanPane } from './planning/coverage-plan-pane.tsx';
import { LookForsPane } from './planning/look-fors-pane.tsx';
import { PickedCount, QuestionsPane } from './planning/questions-pane.tsx';
import { type PlanningView, usePlanning } from './planning/use-planning.ts';

interface PlanningScreenProps {
  readonly assessmentId: string;
  readonly methodKey: string;
}

/** Planning an attempt at a method: the questions, what to look for, and what together they cover. */
export function PlanningScreen({ assessmentId, methodKey }: PlanningScreenProps) {
  const assessment = useAsk('assessment.get', { id: assessmentId });
  const planning = useAsk('planning.get', { assessmentId, methodKey });
  const error = assessment.error ?? planning.error;
  if (assessment.data && planning.data) {
    return (
      <PlanningPage key={`${methodKey}-${planning.data.attempt}`} assessment={assessment.data} view={planning.data} />
    );
  }
  return (
    <div className="page">
      <PageHeader title="Planning" crumbs={[{ title: 'Apprentices', route: { page: 'apprentices' } }]} />
      {error ? <ErrorPanel title="The planning could not be shown" error={error} /> : <Loading what="the planning" />}
    </div>
  );
}

interface PlanningPageProps {
  readonly assessment: Assessment;
  readonly view: PlanningView;
}

function PlanningPage({ assessment, view }: PlanningPageProps) {
  const { apprentice, id, practice } = assessment;
  const desk = usePlanning(id, view);
  const name = `${apprentice.givenNames} ${apprentice.familyName}`;
  return (
    <div className="page-full planning">
      <div className="page-full-head">
        <PageHeader
          title={`Plan: ${view.method.name}`}
          crumbs={[
            { title: 'Apprentices', route: { page: 'apprentices' } },
            { title: name, route: { page: 'assessment', id } },
          ]}
          tags={
            <>
              {practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
              {view.isOpen ? null : <StatusTag tone="locked" word="Session closed" />}
            </>
          }
          facts={[name, ...(view.attempt > 1 ? [`Attempt ${view.attempt}`] : []), 'Kept as you change it']}
          actions={
            <RouteLink to={{ page: 'portfolio', assessmentId: id }} look="button" icon={FolderOpen}>
              Open the portfolio
            </RouteLink>
          }
        />
        {desk.fault ? <ErrorPanel title="The change was not kept" error={desk.fault} /> : null}
      </div>
      <SplitPanes
        label="Show"
        panes={[
          {
            id: 'questions',
            title: 'Questions',
            weight: 1.2,
            content: <QuestionsPane desk={desk} />,
            aside: <PickedCount desk={desk} />,
          },
          { id: 'lookFors', title: 'What to look for', content: <LookForsPane desk={desk} /> },
          { id: 'coverage', title: 'Coverage plan', weight: 1.2, content: <CoveragePlanPane desk={desk} /> },
        ]}
      />
    </div>
  );
}
