import { formatCount, formatDate, formatDateTime } from '../../../shared/british.ts';
import type { SessionSummary } from '../../../shared/contract/shapes.ts';
import type { SessionState } from '../../../shared/domain/session.ts';
import { useActions } from '../../actions.ts';
import { navigate } from '../../routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';
import type { Assessment } from '../assessment.tsx';
import { type AssessmentDesk, isBookable, isFurther, isToRecord } from './assessment-desk.tsx';
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
  readonly assessmentId: string;
  readonly methods: readonly MethodLine[];
  readonly bookings: readonly Booking[];
  readonly desk: AssessmentDesk;
}

/** The methods of an assessment in the plan's order, each with how far it has come. */
export function MethodStories({ assessmentId, methods, bookings, desk }: MethodStoriesProps) {
  useActions(
    methods.filter(isPlannable).map(({ key, name }) => ({
      id: `planning.open.${key}`,
      title: `Plan: ${name}`,
      section: 'Assessment',
      run: () => navigate({ page: 'planning', assessmentId, methodKey: key }),
    })),
  );
  return (
    <ol className="methods">
      {methods.map(method => (
        <MethodStory
          key={method.key}
          assessmentId={assessmentId}
          method={method}
          bookings={bookings.filter(({ methodKey }) => methodKey === method.key)}
          desk={desk}
        />
      ))}
    </ol>
  );
}

/** Whether an attempt can still be planned: none is signed, or another may follow. */
const isPlannable = ({ session, further, outcome }: MethodLine): boolean =>
  !outcome && (further.allowed || session?.state !== 'signed');

interface MethodStoryProps {
  readonly assessmentId: string;
  readonly method: MethodLine;
  readonly bookings: readonly Booking[];
  readonly desk: AssessmentDesk;
}

/** One method of an assessment: how far its session, its judgements and its report have come, its booking and its attempts. */
function MethodStory({ assessmentId, method, bookings, desk }: MethodStoryProps) {
  const { name, minutes, session, report, refusal, withheld } = method;
  const hasEnded = session?.state === 'closed' || session?.state === 'signed';
  const state = stateOf(method);
  return (
    <li className="method">
      <div className="method-head">
        <h3 className="method-name">{name}</h3>
        <StatusTag {...state} />
        {session && session.attempt > 1 ? <span className="muted">Attempt {session.attempt}</span> : null}
      </div>
      <p className="method-facts muted">
        {[minutes === null ? 'Minutes left open by the plan' : `${minutes} minutes`, ...factsOf(method)].join(' · ')}
      </p>
      {withheld !== null && session ? (
        <Banner
          kind="warning"
          title="The result is withheld"
          actions={
            <RouteLink look="button" to={{ page: 'session', id: session.id }}>
              To the session
            </RouteLink>
          }
        >
          {withheld}
        </Banner>
      ) : null}
      {refusal ? <RefusalLine refusal={refusal} desk={desk} /> : null}
      {hasEnded && withheld === null ? (
        <div className="method-grade">
          <GradeMark grade={session?.grade ?? null} />
        </div>
      ) : null}
      <div className="method-steps">
        {isPlannable(method) ? (
          <RouteLink to={{ page: 'planning', assessmentId, methodKey: method.key }} look="button">
            Plan
          </RouteLink>
        ) : null}
        <BeginningSteps method={method} isBooked={bookings.some(({ state }) => state === 'booked')} desk={desk} />
        {session ? (
          <SessionSteps
            session={session}
            isSigned={report !== null}
            onCorrect={method.outcome ? () => desk.ask({ kind: 'correctOutcome', method }) : undefined}
          />
        ) : null}
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

interface RefusalLineProps {
  readonly refusal: NonNullable<MethodLine['refusal']>;
  readonly desk: AssessmentDesk;
}

function RefusalLine({ refusal, desk }: RefusalLineProps) {
  return (
    <Banner
      kind="warning"
      title={`You refused to assess this on ${formatDate(refusal.at)}`}
      actions={
        <Button onPress={() => desk.ask({ kind: 'withdrawRefusal', refusalId: refusal.id })}>
          Withdraw the refusal…
        </Button>
      }
    >
      {refusal.reason}. Another assessor has to take it.
    </Banner>
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
      {isToRecord(method) ? (
        <Button onPress={() => desk.ask({ kind: 'record', method, further: null })}>Record the outcome…</Button>
      ) : null}
      {method.session || method.refusal ? null : (
        <Button onPress={() => desk.ask({ kind: 'begin', method, further: null })}>Begin…</Button>
      )}
      {isFurther(method) ? (
        <Button onPress={() => desk.ask({ kind: 'further', method })}>Begin a re-sit or re-take…</Button>
      ) : null}
    </>
  );
}

function stateOf({ session, outcome }: MethodLine): { readonly tone: StatusTone; readonly word: string } {
  if (!session) return { tone: 'open', word: 'Not begun' };
  return outcome && session.state === 'closed' ? { tone: 'neutral', word: 'Outcome recorded' } : states[session.state];
}

function factsOf({ session, outcome, score }: MethodLine): readonly string[] {
  if (!session) return [];
  return [
    ...(outcome ? [`held ${formatDate(outcome.heldOn)}`, outcome.heldBy] : heldHere(session)),
    ...(score ? [score.value === null ? 'no score yet' : `${score.value} of ${score.outOf} marks`] : []),
    ...(session.toDecide > 0 ? [`${session.decided} of ${session.toDecide} descriptors decided`] : []),
  ];
}

const heldHere = ({ startedAt, noteCount }: SessionSummary): readonly string[] => [
  startedAt ? `started ${formatDateTime(startedAt)}` : 'not started',
  formatCount(noteCount, 'note'),
];

interface SessionStepsProps {
  readonly session: SessionSummary;
  readonly isSigned: boolean;
  /** Corrects what was recorded of a method held elsewhere, which has no notes. */
  readonly onCorrect: (() => void) | undefined;
}

function SessionSteps({ session, isSigned, onCorrect }: SessionStepsProps) {
  const hasEnded = session.state === 'closed' || session.state === 'signed';
  return (
    <>
      {onCorrect ? null : (
        <RouteLink to={{ page: 'session', id: session.id }} look="button">
          {hasEnded ? 'Notes' : 'Open the session'}
        </RouteLink>
      )}
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
      {onCorrect && !isSigned ? <Button onPress={onCorrect}>Correct the record…</Button> : null}
    </>
  );
}
