import { formatCount, formatDateTime } from '../../../shared/british.ts';
import type { SessionSummary } from '../../../shared/contract/shapes.ts';
import type { SessionState } from '../../../shared/domain/session.ts';
import { Button } from '../../ui/button.tsx';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';
import type { Assessment } from '../assessment.tsx';
import { type AssessmentDesk, isBookable, isFurther } from './assessment-desk.tsx';
import { AttemptTimeline } from './attempt-timeline.tsx';
import { type Booking, BookingLine } from './booking-line.tsx';
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

interface MethodStoriesProps {
  readonly methods: readonly MethodLine[];
  readonly bookings: readonly Booking[];
  readonly desk: AssessmentDesk;
}

/** The methods of an assessment in the plan's order, each with how far it has come. */
export function MethodStories({ methods, bookings, desk }: MethodStoriesProps) {
  return (
    <ol className="methods">
      {methods.map(method => (
        <MethodStory
          key={method.key}
          method={method}
          bookings={bookings.filter(({ methodKey }) => methodKey === method.key)}
          desk={desk}
        />
      ))}
    </ol>
  );
}

interface MethodStoryProps {
  readonly method: MethodLine;
  readonly bookings: readonly Booking[];
  readonly desk: AssessmentDesk;
}

/** One method of an assessment: how far its session, its judgements and its report have come, its booking and its attempts. */
function MethodStory({ method, bookings, desk }: MethodStoryProps) {
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
        <BeginningSteps method={method} isBooked={bookings.some(({ state }) => state === 'booked')} desk={desk} />
        {session ? <SessionSteps session={session} isSigned={report !== null} /> : null}
      </div>
      {report && session ? (
        <SignedReportLine report={report} subject={{ kind: 'method', sessionId: session.id }} />
      ) : null}
      <div className="method-rest">
        <BookingLine
          bookings={bookings}
          onMove={booking => desk.ask({ kind: 'book', method, moved: booking })}
          onCancel={booking => desk.ask({ kind: 'cancelBooking', booking })}
        />
        <AttemptTimeline
          method={method}
          onVoid={() => (session ? desk.ask({ kind: 'void', method, sessionId: session.id }) : undefined)}
        />
      </div>
    </li>
  );
}

interface BeginningStepsProps {
  readonly method: MethodLine;
  readonly isBooked: boolean;
  readonly desk: AssessmentDesk;
}

/** The ways into a session that has not begun: the first one, or another after a fail; and its booking. */
function BeginningSteps({ method, isBooked, desk }: BeginningStepsProps) {
  return (
    <>
      {isBookable(method) && !isBooked ? (
        <Button onPress={() => desk.ask({ kind: 'book', method, moved: null })}>Book…</Button>
      ) : null}
      {method.session ? null : (
        <Button onPress={() => desk.ask({ kind: 'begin', method, further: null })}>Begin…</Button>
      )}
      {isFurther(method) ? (
        <Button onPress={() => desk.ask({ kind: 'further', method })}>Begin a re-sit or re-take…</Button>
      ) : null}
    </>
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
