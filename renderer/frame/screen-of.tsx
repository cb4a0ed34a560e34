import type { Route } from '../routes.ts';
import { ApprenticesScreen } from '../screens/apprentices.tsx';
import { AssessmentScreen } from '../screens/assessment.tsx';
import { BoardScreen } from '../screens/board.tsx';
import { DfeScreen } from '../screens/dfe.tsx';
import { DfeWrittenScreen } from '../screens/dfe-written.tsx';
import { HomeScreen } from '../screens/home.tsx';
import { ImportScreen } from '../screens/import.tsx';
import { JudgeScreen } from '../screens/judge.tsx';
import { NewApprenticeScreen } from '../screens/new-apprentice.tsx';
import { PacksScreen } from '../screens/packs.tsx';
import { PlanScreen } from '../screens/plan.tsx';
import { PlanEditorScreen } from '../screens/plan-editor.tsx';
import { PlanningScreen } from '../screens/planning.tsx';
import { PortfolioScreen } from '../screens/portfolio.tsx';
import { ReportScreen } from '../screens/report.tsx';
import { SessionScreen } from '../screens/session.tsx';
import { SettingsScreen } from '../screens/settings.tsx';
import { StandardScreen } from '../screens/standard.tsx';
import { StandardsScreen } from '../screens/standards.tsx';
import { VerifyScreen } from '../screens/verify.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';

/** The screen of a page. */
export function ScreenOf({ route }: { readonly route: Route | undefined }) {
  switch (route?.page) {
    case undefined:
      return <NowhereScreen />;
    case 'home':
      return <HomeScreen />;
    case 'apprentices':
      return <ApprenticesScreen id={route.id} />;
    case 'newApprentice':
      return <NewApprenticeScreen />;
    case 'assessment':
      return <AssessmentScreen id={route.id} />;
    case 'planning':
      return <PlanningScreen assessmentId={route.assessmentId} methodKey={route.methodKey} />;
    case 'portfolio':
      return <PortfolioScreen assessmentId={route.assessmentId} pieceId={route.pieceId} />;
    case 'session':
      return <SessionScreen id={route.id} />;
    case 'judge':
      return <JudgeScreen sessionId={route.sessionId} />;
    case 'report':
      return <ReportScreen subject={route.subject} />;
    case 'standards':
      return <StandardsScreen />;
    case 'importStandard':
      return <ImportScreen />;
    case 'standard':
      return <StandardScreen id={route.id} item={route.item} />;
    case 'plan':
      return <PlanScreen id={route.id} />;
    case 'planEditor':
      return <PlanEditorScreen id={route.id} section={route.section} />;
    case 'verify':
      return <VerifyScreen />;
    case 'packs':
      return <PacksScreen />;
    case 'board':
      return <BoardScreen />;
    case 'dfe':
      return <DfeScreen />;
    case 'dfeWritten':
      return <DfeWrittenScreen />;
    case 'settings':
      return <SettingsScreen section={route.section} />;
  }
}

function NowhereScreen() {
  return (
    <div className="page">
      <PageHeader title="There is no such page" />
      <EmptyState
        title="The address leads nowhere"
        action={
          <RouteLink to={{ page: 'home' }} look="primary">
            Go to Home
          </RouteLink>
        }
      >
        What it led to may have been renamed. Everything that was saved can be found from Home or Apprentices.
      </EmptyState>
    </div>
  );
}
