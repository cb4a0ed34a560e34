import { formatCount, formatDateTime } from '../../../shared/british.ts';
import type { SessionSummary } from '../../../shared/contract/shapes.ts';
import type { SessionState } from '../../../shared/domain/session.ts';
import { Button } from '../../ui/button.tsx';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';
import type { Assessment } from '../assessment.tsx';
import { SignedReportLine } from './signed-report-line.tsx';

type MethodLine = Assessment['methods'][number];

/** A session's state as the assessor says it. */
const states: Readonly<Record<SessionState, { readonly tone: StatusTone; readonly word: string }>> = {
  planned: { tone: 'open', word: 'Clock not started' },
  running: { tone: 'waiting', word: 'Clock running' },
  paused: { tone: 'waiting', word: 'On a break' },
  closed: { tone: 'neutral', word: 'Session ended' },
  signed: { tone: 'locked', word: 'Signed' },
};

interface MethodStoryProps {
  readonly method: MethodLine;
  readonly onBegin: () => void;
}

/** One method of an assessment: how far its session, its judgements and its report have come. */
export function MethodStory({ method, onBegin }: MethodStoryProps) {
  const { name, minutes, session, report } = method;
  const hasEnded = session?.state === 'closed' || session?.state === 'signed';
  const state = session ? states[session.state] : ({ tone: 'open', word: 'Not begun' } as const);
  return (
    <li className="method">
      <div className="method-head">
        <h3 className="method-name">{name}</h3>
        <StatusTag {...state} />
        {session && session.attempt > 1 ? <span className="muted">Attempt {session.attempt}</span> : null}
      </div>
      <p className="method-facts muted">
        {[minutes === null ? 'Minutes left open by the plan' : `${minutes} minutes`, ...factsOf(session)].join(' · ')}
      </p>
      {hasEnded ? (
        <div className="method-grade">
          <GradeMark grade={session?.grade ?? null} />
        </div>
      ) : null}
      <div className="method-steps">
        {session ? (
          <SessionSteps session={session} isSigned={report !== null} />
        ) : (
          <Button onPress={onBegin}>Begin…</Button>
        )}
      </div>
      {report && session ? (
        <SignedReportLine report={report} subject={{ kind: 'method', sessionId: session.id }} />
      ) : null}
    </li>
  );
}

function factsOf(session: SessionSummary | null): readonly string[] {
  if (!session) return [];
  return [
    session.startedAt ? `started ${formatDateTime(session.startedAt)}` : 'not started',
    formatCount(session.noteCount, 'note'),
    `${session.decided} of ${session.toDecide} descriptors decided`,
  ];
}

function SessionSteps({ session, isSigned }: { readonly session: SessionSummary; readonly isSigned: boolean }) {
  const hasEnded = session.state === 'closed' || session.state === 'signed';
  return (
    <>
      <RouteLink to={{ page: 'session', id: session.id }} look="button">
        {hasEnded ? 'Notes' : 'Open the session'}
      </RouteLink>
      {hasEnded ? (
        <RouteLink to={{ page: 'judge', sessionId: session.id }} look="button">
          {isSigned ? 'Judgements' : 'Judge'}
        </RouteLink>
      ) : null}
      {hasEnded && !isSigned ? (
        <RouteLink to={{ page: 'report', subject: { kind: 'method', sessionId: session.id } }} look="button">
          Report
        </RouteLink>
      ) : null}
    </>
  );
}
