import { Coffee, DoorClosed, OctagonX, Play, Presentation, SkipForward, Split, UserX } from 'lucide-react';
import { formatElapsed } from '../../../shared/british.ts';
import { leftWords, pauseNames } from '../../../shared/domain/time-ledger.ts';
import { showToApprentice } from '../../apprentice-screen.ts';
import { Button } from '../../ui/button.tsx';
import { ClockBar } from '../../ui/clock-bar.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { canSplit } from './conduct-actions.ts';
import type { ClockNow } from './session-clock.ts';
import { sessionKeys } from './session-keys.ts';
import type { ClockDeeds } from './use-clock.ts';
import type { SessionDesk } from './use-session-desk.ts';

interface ClockStripProps {
  readonly desk: SessionDesk;
  readonly clock: ClockNow;
  readonly deeds: ClockDeeds;
}

/** The clock of the part under way with its buttons; it can be read from two metres. */
export function ClockStrip({ desk, clock, deeds }: ClockStripProps) {
  return (
    <div className="clock-strip" data-state={clock.state}>
      <div className="clock-strip-part">
        <span className="clock-strip-name">
          {clock.part.of > 1 ? `Part ${clock.part.place} of ${clock.part.of} · ` : ''}
          {clock.part.name}
        </span>
        <span className="clock-strip-state">{stateWords(clock)}</span>
        <span className="clock-strip-total figures">
          {clock.part.of > 1 ? totalWords(clock) : leftWords(clock.standing)}
        </span>
      </div>
      <Reading clock={clock} />
      {desk.isOpen ? <ClockButtons desk={desk} clock={clock} deeds={deeds} /> : null}
    </div>
  );
}

function Reading({ clock }: { readonly clock: ClockNow }) {
  const { standing, adjusted, highest, part } = clock;
  if (adjusted !== null && highest !== null) {
    return <ClockBar label={part.name} elapsed={standing.spentSeconds} base={adjusted} allowed={highest} />;
  }
  return (
    <div className="clock">
      <span className="clock-reading">{formatElapsed(standing.spentSeconds)}</span>
      <span className="clock-of">The plan leaves the time open</span>
    </div>
  );
}

function stateWords({ state, pause }: ClockNow): string {
  switch (state) {
    case 'notStarted':
      return 'Not started';
    case 'running':
      return 'Running';
    case 'break':
      return `${pauseNames[pause?.kind ?? 'break']} ${formatElapsed(pause?.seconds ?? 0)}: ${pause?.reason ?? ''}`;
    case 'stopped':
      return 'Stopped';
    case 'ended':
      return 'Ended';
  }
}

function totalWords({ total, totalAdjusted }: ClockNow): string {
  const of = totalAdjusted === null ? '' : ` of ${formatElapsed(totalAdjusted)}`;
  const left = leftWords(total);
  return `Total ${formatElapsed(total.spentSeconds)}${of}${left === '' ? '' : ` · ${left}`}`;
}

/** What is seldom needed: the split, the names and the stop. */
function moreChoices(desk: SessionDesk, { state }: ClockNow) {
  const split = {
    id: 'split',
    title: 'Split the session…',
    icon: Split,
    keys: sessionKeys.split,
    isDisabled: !canSplit(desk, state),
    run: () => desk.setDialog({ kind: 'split' }),
  };
  const stop = {
    id: 'stop',
    title: 'Stop: danger, safeguarding, malpractice, illness…',
    icon: OctagonX,
    keys: sessionKeys.stop,
    tone: 'danger' as const,
    run: () => desk.setDialog({ kind: 'stop' }),
  };
  const names = {
    id: 'names',
    title: 'Names of service users…',
    icon: UserX,
    keys: sessionKeys.names,
    run: () => desk.setDialog({ kind: 'names' }),
  };
  const apprentice = {
    id: 'apprentice',
    title: 'Screen to the apprentice',
    icon: Presentation,
    keys: sessionKeys.apprentice,
    run: () => showToApprentice(desk.view.id),
  };
  return [{ choices: [split, names, apprentice, stop] }];
}

function ClockButtons({ desk, clock, deeds }: ClockStripProps) {
  const { state, part, nextPart } = clock;
  const isUnsettled = desk.view.interruptedSince !== null || desk.view.stops.some(({ record }) => record === null);
  const shared = { isDisabled: isUnsettled, isPending: deeds.isPending };
  return (
    <div className="clock-buttons">
      {state === 'running' ? (
        <Button
          icon={Coffee}
          keys={sessionKeys.clock}
          isDisabled={isUnsettled}
          onPress={() => desk.setDialog({ kind: 'break' })}
        >
          Break…
        </Button>
      ) : (
        <Button {...shared} tone="primary" icon={Play} keys={sessionKeys.clock} onPress={() => deeds.run(part.key)}>
          {state === 'notStarted' ? 'Start the clock' : 'Go on'}
        </Button>
      )}
      {nextPart && state !== 'notStarted' ? (
        <Button
          {...shared}
          icon={SkipForward}
          keys={sessionKeys.nextPart}
          onPress={() => desk.setDialog({ kind: 'part', part: nextPart, isBack: false })}
        >
          Go on to: {nextPart.name}…
        </Button>
      ) : null}
      <MenuButton label="More" groups={moreChoices(desk, clock)} placement="bottom end" />
      <Button
        icon={DoorClosed}
        keys={sessionKeys.close}
        isDisabled={isUnsettled || state === 'notStarted'}
        onPress={() => desk.setDialog({ kind: 'close' })}
      >
        Close…
      </Button>
    </div>
  );
}
