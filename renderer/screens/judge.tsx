import { useState } from 'react';
import { useActions } from '../actions.ts';
import { useAsk } from '../api.ts';
import { listeningActions } from '../recording/listening-keys.ts';
import { ListeningStrip } from '../recording/listening-strip.tsx';
import { Banner } from '../ui/banner.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { usePage } from '../ui/page.ts';
import { PageHeading } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { SplitPanes } from '../ui/split-panes.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { DescriptorList } from './judge/descriptor-list.tsx';
import { DescriptorPanel } from './judge/descriptor-panel.tsx';
import { EvidencePanel, LinkedCount } from './judge/evidence-panel.tsx';
import { judgeActions, scoreActions } from './judge/judge-actions.ts';
import { footOf, JudgeFoot } from './judge/judge-foot.tsx';
import { OutcomeLine } from './judge/outcome-line.tsx';
import { ScoreLine } from './judge/score-line.tsx';
import { type JudgeDesk, useJudgeDesk } from './judge/use-judge-desk.ts';
import { isOpen, type SessionView } from './session/session-view.ts';

/** Judging a method: descriptor by descriptor, with the evidence beside it and the grade so far below. */
export function JudgeScreen({ sessionId }: { readonly sessionId: string }) {
  const { data, error } = useAsk('session.get', { id: sessionId });
  if (data) return <Judge key={sessionId} view={data} />;
  return (
    <div className="page">
      {error ? <ErrorPanel title="This session cannot be judged" error={error} /> : <Loading what="the judgements" />}
    </div>
  );
}

function Judge({ view }: { readonly view: SessionView }) {
  const desk = useJudgeDesk(view);
  useActions(scoreActions(view));
  return (
    <div className="page-full judge">
      <JudgeHead view={view} />
      {desk ? (
        <JudgePanes desk={desk} />
      ) : view.method.gradeRule?.kind === 'score' ? (
        <ScoreAlone view={view} />
      ) : (
        <div className="page">
          <EmptyState title="The plan has no descriptors for this method">
            Nothing can be judged until the plan is complete.
          </EmptyState>
        </div>
      )}
    </div>
  );
}

/** A test without a critical question: its score decides alone, and how is told at once. */
function ScoreAlone({ view }: { readonly view: SessionView }) {
  const [isDerivationShown, showDerivation] = useState(true);
  return (
    <>
      <div className="page score-alone">
        <p className="prose muted">
          This test is graded by its score alone. The grade below follows from the plan’s boundaries.
        </p>
      </div>
      <JudgeFoot desk={{ view, isDerivationShown, showDerivation, goTo: () => undefined }} />
    </>
  );
}

function JudgeHead({ view }: { readonly view: SessionView }) {
  usePage(`Judge: ${view.method.name}`, [
    { title: 'Apprentices', route: { page: 'apprentices' } },
    { title: view.apprenticeName, route: { page: 'assessment', id: view.assessmentId } },
    ...(view.outcome ? [] : [{ title: 'Session', route: { page: 'session', id: view.id } } as const]),
  ]);
  return (
    <div className="session-top">
      <div className="session-head">
        <PageHeading>Judge: {view.method.name}</PageHeading>
        <span className="session-who">
          {view.apprenticeName} · {view.standard}
        </span>
        {view.practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
        {view.state === 'signed' ? <StatusTag tone="locked" word="Signed and locked" /> : null}
      </div>
      <OutcomeLine outcome={view.outcome} />
      <ScoreLine view={view} />
      {isOpen(view) ? (
        <div className="session-notices">
          <Banner
            kind="info"
            actions={
              <RouteLink look="button" to={{ page: 'session', id: view.id }}>
                Back to the session
              </RouteLink>
            }
          >
            The session is not closed yet. You can judge already; the report can be signed once it is closed.
          </Banner>
        </div>
      ) : null}
    </div>
  );
}

function JudgePanes({ desk }: { readonly desk: JudgeDesk }) {
  const { evidenceInView, listening } = desk;
  const noted = (): string | null => (evidenceInView.current?.side === 'notes' ? evidenceInView.current.id : null);
  useActions([...judgeActions(desk), ...listeningActions(listening, noted)]);
  return (
    <>
      <div className="judge-listening">
        <ListeningStrip listening={listening} />
      </div>
      <SplitPanes label="Show" first="descriptor" panes={judgePanes(desk)} />
      <JudgeFoot desk={footOf(desk)} />
    </>
  );
}

function judgePanes(desk: JudgeDesk) {
  const { key, label } = desk.current;
  return [
    {
      id: 'descriptors',
      title: 'Descriptors',
      weight: 0.9,
      isFlush: true,
      content: <DescriptorList desk={desk} />,
      aside: <DecidedCount desk={desk} />,
    },
    {
      id: 'descriptor',
      title: `Descriptor ${label}`,
      weight: 1.3,
      content: <DescriptorPanel key={key} desk={desk} />,
    },
    {
      id: 'evidence',
      title: 'Evidence',
      content: <EvidencePanel key={key} desk={desk} />,
      aside: <LinkedCount desk={desk} />,
    },
  ];
}

function DecidedCount({ desk }: { readonly desk: JudgeDesk }) {
  const decided = desk.judged.filter(one => one.decision !== null).length;
  return (
    <span className="count-mark">
      <span className="figures">
        {decided} of {desk.judged.length} decided
      </span>
    </span>
  );
}
