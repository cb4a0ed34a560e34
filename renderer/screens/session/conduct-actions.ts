import type { Action } from '../../actions.ts';
import { showToApprentice } from '../../apprentice-screen.ts';
import type { ClockNow } from './session-clock.ts';
import { sessionKeys } from './session-keys.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** Whether the session can be split now: the plan allows it and the clock runs or a break does. */
export function canSplit({ view }: SessionDesk, state: ClockNow['state']): boolean {
  const isGoingOn = state === 'running' || (state === 'break' && view.ledger.at(-1)?.pause === 'break');
  return isGoingOn && view.method.split?.allowed === true && view.interruptedSince === null;
}

/** What can be said of how the session goes, for keys, palette and key card: splits, stops, activities and what is enough. */
export function conductActions(
  desk: SessionDesk,
  clock: ClockNow,
  toggle: (kind: 'activity' | 'enough', about: string) => void,
): readonly Action[] {
  const { view, isOpen, ksb, setDialog } = desk;
  const stop: Action = {
    id: 'session.stop',
    title: isOpen ? 'Stop: danger, safeguarding, malpractice, illness' : 'Record suspected malpractice',
    section: 'Clock',
    keys: sessionKeys.stop,
    run: () => setDialog({ kind: 'stop' }),
  };
  const names: Action = {
    id: 'session.names',
    title: 'Names of service users',
    section: 'Notes',
    keys: sessionKeys.names,
    run: () => setDialog({ kind: 'names' }),
  };
  if (!isOpen) return [names, stop, ...stopActions(desk)];
  return [
    {
      id: 'session.showApprentice',
      title: 'Screen to the apprentice: clock and question alone',
      section: 'Clock',
      keys: sessionKeys.apprentice,
      run: () => showToApprentice(view.id),
    },
    names,
    {
      id: 'clock.split',
      title: 'Split the session to go on later',
      section: 'Clock',
      keys: sessionKeys.split,
      isAvailable: () => canSplit(desk, clock.state),
      run: () => setDialog({ kind: 'split' }),
    },
    stop,
    ...stopActions(desk),
    {
      id: 'ksb.enough',
      title: 'Enough was seen of the KSB in view, or not after all',
      section: 'Coverage',
      keys: sessionKeys.enough,
      isAvailable: () => ksb !== null,
      run: () => (ksb === null ? undefined : toggle('enough', ksb)),
    },
    ...view.method.conditions.mandatoryActivities.map((activity, index): Action => {
      const isSeen = view.marks.activities.some(({ about }) => about === activity);
      return {
        id: `activity.${index + 1}`,
        title: `${isSeen ? 'Not seen after all' : 'Seen'}: ${activity}`,
        section: 'Coverage',
        ...(index < 9 ? { keys: `Alt+${index + 1}` } : {}),
        run: () => toggle('activity', activity),
      };
    }),
  ];
}

/** The record of each stop, and the decision on suspected malpractice. */
function stopActions({ view, setDialog }: SessionDesk): readonly Action[] {
  return view.stops.flatMap((stop, index): Action[] => {
    const number = view.stops.length > 1 ? ` ${index + 1}` : '';
    const record: Action = {
      id: `stop.record.${stop.id}`,
      title: `The record of stop${number}`,
      section: 'Clock',
      run: () => setDialog({ kind: 'stopRecord', stopId: stop.id }),
    };
    if (stop.kind !== 'malpractice' || stop.record === null || stop.decision !== null) return [record];
    return [
      record,
      {
        id: `stop.decide.${stop.id}`,
        title: `Record the decision on stop${number}`,
        section: 'Clock',
        run: () => setDialog({ kind: 'decide', stopId: stop.id }),
      },
    ];
  });
}
