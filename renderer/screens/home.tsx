import { UserPlus } from 'lucide-react';
import { useMemo } from 'react';
import { formatCount, formatNumber } from '../../shared/british.ts';
import type { AssessmentRow } from '../../shared/contract/workspace.ts';
import type { Output } from '../../shared/contract.ts';
import { useActions } from '../actions.ts';
import { useAsk } from '../api.ts';
import { navigate, type Route } from '../routes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { GradeMark } from '../ui/grade-mark.tsx';
import { instantWords } from '../ui/instant.ts';
import { List, ListRow } from '../ui/list.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { Section } from '../ui/section.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { usePracticeWorkspace } from './common/practice-workspace.ts';
import { StageTag } from './common/stage-tag.tsx';
import { DueFirst } from './home/due-first.tsx';
import { type DueLine, DueLines } from './home/due-lines.tsx';
import { GoingOnSessions } from './home/going-on.tsx';
import { Interrupted } from './home/interrupted.tsx';
import { byUrgency, dueFirst, routeOfNext } from './home/next-due.ts';

type Home = Output<'home.get'>;

/** What is due first, what was interrupted, and every assessment with its next step. */
export function HomeScreen() {
  const { data, error } = useAsk('home.get', {});
  const due = useAsk('due.list', {});
  return (
    <div className="page home">
      <PageHeader
        title="Home"
        actions={
          <RouteLink to={{ page: 'newApprentice' }} look="button" icon={UserPlus}>
            Add an apprentice
          </RouteLink>
        }
      />
      {error ? <ErrorPanel title="Home could not be shown" error={error} /> : null}
      {due.error ? <ErrorPanel title="What is due could not be shown" error={due.error} /> : null}
      {data ? <HomeBody home={data} lines={due.data ?? []} /> : error ? null : <Loading what="what is due" lines={6} />}
    </div>
  );
}

function HomeBody({ home, lines }: { readonly home: Home; readonly lines: readonly DueLine[] }) {
  const rows = useMemo(() => byUrgency(home.assessments), [home.assessments]);
  const [interrupted] = home.interrupted;
  const cut = new Set(home.interrupted.map(({ sessionId }) => sessionId));
  const goingOn = home.goingOn.filter(({ sessionId }) => !cut.has(sessionId));
  const running = goingOn.find(({ isRunning }) => isRunning);
  const due = dueFirst(home.assessments);
  const first: { readonly words: string; readonly route: Route } | undefined = interrupted
    ? {
        words: `Continue: ${interrupted.methodName} with ${interrupted.apprenticeName}`,
        route: { page: 'session', id: interrupted.sessionId },
      }
    : running
      ? {
          words: `Go back to: ${running.methodName} with ${running.apprenticeName}`,
          route: { page: 'session', id: running.sessionId },
        }
      : due && { words: `${due.nextStep}, ${due.apprenticeName}`, route: routeOfNext(due) };
  useActions(
    first
      ? [{ id: 'home.next', title: first.words, section: 'Home', keys: 'c', run: () => navigate(first.route) }]
      : [],
  );
  if (rows.length === 0) return <NothingYet />;
  return (
    <>
      {home.interrupted.length > 0 ? <Interrupted sessions={home.interrupted} /> : null}
      <GoingOnSessions sessions={goingOn} isFirst={!interrupted && running !== undefined} />
      {due && due.sessionId === running?.sessionId ? null : due ? (
        <DueFirst row={due} isFirst={!interrupted && !running} />
      ) : (
        <AllDone />
      )}
      <DueLines lines={lines} />
      <div className="home-lists">
        <Assessments title="Under way" rows={rows.filter(row => row.stage !== 'signed')} total={home.totals.unsigned} />
        <Assessments title="Signed" rows={rows.filter(row => row.stage === 'signed')} total={home.totals.signed} />
      </div>
    </>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="No apprentices yet"
      action={
        <RouteLink to={{ page: 'newApprentice' }} look="primary">
          Add an apprentice
        </RouteLink>
      }
    >
      Your assessments will stand here, with the one that is due first at the top. Begin by adding an apprentice and the
      plan that they are assessed by.
    </EmptyState>
  );
}

function AllDone() {
  return <p className="home-done">Nothing is due: every report is signed.</p>;
}

interface AssessmentsProps {
  readonly title: string;
  readonly rows: readonly AssessmentRow[];
  /** How many there are, of which the rows are the first. */
  readonly total: number;
}

function Assessments({ title, rows, total }: AssessmentsProps) {
  const now = new Date().toISOString();
  const showsPractice = !usePracticeWorkspace();
  if (rows.length === 0) return null;
  return (
    <Section title={title} note={countWords(rows.length, total)}>
      <List label={`${title}: assessments`} rows={rows} onOpen={id => navigate({ page: 'assessment', id })}>
        {row => <AssessmentLine row={row} now={now} showsPractice={showsPractice} />}
      </List>
      {total > rows.length ? (
        <p className="muted">
          The other {formatNumber(total - rows.length)} are under{' '}
          <RouteLink to={{ page: 'apprentices' }}>Apprentices</RouteLink>, or found with Ctrl+K.
        </p>
      ) : null}
    </Section>
  );
}

const countWords = (shown: number, total: number): string =>
  total > shown ? `${shown} of ${formatNumber(total)} assessments` : formatCount(total, 'assessment');

interface AssessmentLineProps {
  readonly row: AssessmentRow;
  readonly now: string;
  /** Told line by line only where not everything in the workspace is practice. */
  readonly showsPractice: boolean;
}

function AssessmentLine({ row, now, showsPractice }: AssessmentLineProps) {
  return (
    <ListRow
      id={row.id}
      text={`${row.apprenticeName}, ${row.nextStep}`}
      title={row.apprenticeName}
      detail={`${row.standard} · changed ${instantWords(row.changedAt, now)}`}
      lead={
        <span className="home-stage">
          <StageTag stage={row.stage} />
        </span>
      }
      trail={
        <>
          {showsPractice && row.practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
          {row.stage === 'signed' ? null : <span className="home-step">{row.nextStep}</span>}
          {row.grade === null ? null : <GradeMark grade={row.grade} />}
        </>
      }
    />
  );
}
