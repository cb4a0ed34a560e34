import { useState } from 'react';
import type { FurtherAttempt } from '../../../shared/contract/sessions.ts';
import type { Action } from '../../actions.ts';
import { navigate, type Route } from '../../routes.ts';
import type { Assessment } from '../assessment.tsx';
import { BeginSession } from '../begin-session.tsx';
import { openingFor } from '../begin-session-form.ts';
import { AdjustmentDialog, WithdrawDialog } from './adjustment-dialogs.tsx';
import type { Adjustment } from './adjustments-section.tsx';
import { BookingDialog, CancelBookingDialog } from './booking-dialogs.tsx';
import type { Booking } from './booking-line.tsx';
import { CorrectOutcome } from './correct-outcome.tsx';
import { FurtherAttemptDialog, type FurtherMethod } from './further-attempt-dialog.tsx';
import { ConfirmGatewayDialog, RequirementDialog, UnlockGatewayDialog } from './gateway-dialogs.tsx';
import type { Preparation, Requirement } from './gateway-section.tsx';
import { RecordOutcome } from './record-outcome.tsx';
import { VoidDialog } from './void-dialog.tsx';
import { WithdrawRefusal } from './withdraw-refusal.tsx';

type MethodLine = Assessment['methods'][number];

/** What is being asked in a dialog over the assessment page. */
export type Asked =
  | { readonly kind: 'begin'; readonly method: MethodLine; readonly further: FurtherAttempt | null }
  | { readonly kind: 'record'; readonly method: MethodLine; readonly further: FurtherAttempt | null }
  | { readonly kind: 'correctOutcome'; readonly method: MethodLine }
  | { readonly kind: 'withdrawRefusal'; readonly refusalId: string }
  | { readonly kind: 'further'; readonly method: FurtherMethod }
  | { readonly kind: 'void'; readonly method: MethodLine; readonly sessionId: string }
  | { readonly kind: 'requirement'; readonly requirement: Requirement }
  | { readonly kind: 'confirmGateway' | 'unlockGateway' | 'adjustment' }
  | { readonly kind: 'book'; readonly method: MethodLine; readonly moved: Booking | null }
  | { readonly kind: 'cancelBooking'; readonly booking: Booking }
  | { readonly kind: 'withdraw'; readonly adjustment: Adjustment };

export interface AssessmentDesk {
  readonly asked: Asked | null;
  readonly ask: (asked: Asked) => void;
  readonly close: () => void;
}

/** The one dialog that is open over the assessment page, if any. */
export function useAssessmentDesk(): AssessmentDesk {
  const [asked, setAsked] = useState<Asked | null>(null);
  return { asked, ask: setAsked, close: () => setAsked(null) };
}

/** Whether a failed method can be taken again now. */
export const isFurther = (method: MethodLine): method is FurtherMethod => method.further.allowed;

/** Whether a first outcome of the method can be recorded without a session held here. */
export const isToRecord = ({ mayBeRecorded, session }: MethodLine): boolean => mayBeRecorded && session === null;

/** Whether a session of the method can still be begun, so that it can be booked. */
export const isBookable = ({ session, further }: MethodLine): boolean => session === null || further.allowed;

/** What can be done on the assessment page beside its next step, for the palette. */
export function assessmentActions(
  { methods }: Assessment,
  preparation: Preparation | undefined,
  { ask }: AssessmentDesk,
): readonly Action[] {
  const about = (id: string, title: string, asked: Asked): Action => ({
    id: `assessment.${id}`,
    title,
    section: 'Assessment',
    run: () => ask(asked),
  });
  return [
    ...methods.flatMap(method => [
      ...workActions(method, about),
      ...(isToRecord(method)
        ? [
            about(`record.${method.key}`, `Record the outcome: ${method.name}`, {
              kind: 'record',
              method,
              further: null,
            }),
          ]
        : []),
      ...(isFurther(method)
        ? [about(`further.${method.key}`, `Begin a re-sit or re-take: ${method.name}`, { kind: 'further', method })]
        : []),
      ...(method.session
        ? [
            about(`void.${method.key}`, `Declare this attempt void: ${method.name}`, {
              kind: 'void',
              method,
              sessionId: method.session.id,
            }),
          ]
        : []),
      ...(method.refusal
        ? [
            about(`refusal.${method.key}`, `Withdraw the refusal: ${method.name}`, {
              kind: 'withdrawRefusal',
              refusalId: method.refusal.id,
            }),
          ]
        : []),
      ...(preparation ? bookingActions(method, preparation, about) : []),
    ]),
    ...(preparation ? [gatewayAction(preparation, about)] : []),
    about('adjustment', 'Record an adjustment or consideration', { kind: 'adjustment' }),
  ];
}

/** The way into the work on each method, not only on the one that comes next. */
function workActions(method: MethodLine, about: About): readonly Action[] {
  const { key, name, session, refusal, outcome } = method;
  if (!session) {
    return refusal ? [] : [about(`begin.${key}`, `Begin: ${name}`, { kind: 'begin', method, further: null })];
  }
  if (outcome) return [];
  const leads = (id: string, title: string, route: Route): Action => ({
    id: `assessment.${id}.${key}`,
    title: `${title}: ${name}`,
    section: 'Assessment',
    run: () => navigate(route),
  });
  const isOver = session.state === 'closed' || session.state === 'signed';
  return [
    leads('session', isOver ? 'See the notes' : 'Go to the session', { page: 'session', id: session.id }),
    leads('judge', session.state === 'signed' ? 'See the judgements' : 'Judge', {
      page: 'judge',
      sessionId: session.id,
    }),
    ...(isOver
      ? [leads('report', 'The report', { page: 'report', subject: { kind: 'method', sessionId: session.id } })]
      : []),
  ];
}

type About = (id: string, title: string, asked: Asked) => Action;

function bookingActions(method: MethodLine, { bookings }: Preparation, about: About): readonly Action[] {
  const booking = bookings.find(({ methodKey, state }) => methodKey === method.key && state === 'booked');
  if (booking) {
    return [
      about(`move.${method.key}`, `Move the booking: ${method.name}`, { kind: 'book', method, moved: booking }),
      about(`cancel.${method.key}`, `Cancel the booking: ${method.name}`, { kind: 'cancelBooking', booking }),
    ];
  }
  return isBookable(method)
    ? [about(`book.${method.key}`, `Book: ${method.name}`, { kind: 'book', method, moved: null })]
    : [];
}

const gatewayAction = ({ gateway }: Preparation, about: About): Action => ({
  ...(gateway.confirmed
    ? about('gateway', 'Unlock the gateway', { kind: 'unlockGateway' })
    : about('gateway', 'Confirm the gateway', { kind: 'confirmGateway' })),
  isAvailable: () => gateway.confirmed !== null || gateway.obstacles.length === 0,
});

interface AssessmentDialogsProps {
  readonly assessment: Assessment;
  readonly preparation: Preparation;
  readonly desk: AssessmentDesk;
}

/** The dialog that is open over the assessment page. */
export function AssessmentDialogs({ assessment, preparation, desk }: AssessmentDialogsProps) {
  const { asked, ask, close } = desk;
  const { id: assessmentId, methods } = assessment;
  const about = { assessmentId, onClose: close };
  switch (asked?.kind) {
    case undefined:
      return null;
    case 'begin':
      return (
        <BeginSession
          {...about}
          method={asked.method}
          further={asked.further}
          opening={openingFor(
            preparation,
            asked.method.key,
            methods.find(({ key }) => key === asked.method.key)?.consentToRecording,
            asked.method.openingRules,
          )}
          bar={preparation.gateway.bar}
        />
      );
    case 'record':
      return (
        <RecordOutcome
          {...about}
          method={asked.method}
          further={asked.further}
          opening={openingFor(preparation, asked.method.key)}
          bar={preparation.gateway.bar}
        />
      );
    case 'withdrawRefusal':
      return <WithdrawRefusal refusalId={asked.refusalId} onClose={close} />;
    case 'correctOutcome':
      return <CorrectOutcome method={asked.method} onClose={close} />;
    case 'further':
      return (
        <FurtherAttemptDialog
          method={asked.method}
          onClose={close}
          onDecided={further => ask({ kind: asked.method.outcome ? 'record' : 'begin', method: asked.method, further })}
        />
      );
    case 'void':
      return <VoidDialog method={asked.method} sessionId={asked.sessionId} onClose={close} />;
    case 'requirement':
      return <RequirementDialog {...about} requirement={asked.requirement} />;
    case 'confirmGateway':
      return <ConfirmGatewayDialog {...about} />;
    case 'unlockGateway':
      return <UnlockGatewayDialog {...about} />;
    case 'book':
      return <BookingDialog {...about} method={asked.method} preparation={preparation} moved={asked.moved} />;
    case 'cancelBooking':
      return <CancelBookingDialog booking={asked.booking} onClose={close} />;
    case 'adjustment':
      return <AdjustmentDialog {...about} methods={methods} />;
    case 'withdraw':
      return <WithdrawDialog adjustment={asked.adjustment} onClose={close} />;
  }
}
