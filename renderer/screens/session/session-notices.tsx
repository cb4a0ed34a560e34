import { useState } from 'react';
import { formatClock, formatDateTime } from '../../../shared/british.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { keptDraft, type SessionView } from './session-view.ts';
import type { ClockDeeds } from './use-clock.ts';
import type { SessionDesk } from './use-session-desk.ts';

interface SessionNoticesProps {
  readonly desk: SessionDesk;
  readonly deeds: ClockDeeds;
}

/** The strip under the clock: what was interrupted, what was recovered and what did not work. It waits; nothing pops up over the note line. */
export function SessionNotices({ desk, deeds }: SessionNoticesProps) {
  const { view, fault } = desk;
  return (
    <div className="session-notices">
      {fault ? <ErrorPanel error={fault} /> : null}
      {view.interruptedSince !== null && desk.isOpen ? (
        <Interrupted view={view} since={view.interruptedSince} deeds={deeds} />
      ) : null}
      <Recovered desk={desk} />
    </div>
  );
}

interface InterruptedProps {
  readonly view: SessionView;
  readonly since: string;
  readonly deeds: ClockDeeds;
}

function Interrupted({ view, since, deeds }: InterruptedProps) {
  const wasBreak = view.ledger.at(-1)?.kind === 'break';
  if (wasBreak) {
    return (
      <Banner
        kind="warning"
        title="The workbench stopped during the break"
        actions={<Button onPress={() => deeds.settle(true)}>Continue the break</Button>}
      >
        What was saved last is from {formatDateTime(since)}. The break goes on until you end it.
      </Banner>
    );
  }
  return (
    <Banner
      kind="warning"
      title="The workbench stopped while the clock ran"
      actions={
        <>
          <Button onPress={() => deeds.settle(true)}>Count the time since then</Button>
          <Button onPress={() => deeds.settle(false)}>Treat it as a break from {formatClock(since)}</Button>
        </>
      }
    >
      What was saved last is from {formatDateTime(since)}. Say how the time since then counts.
    </Banner>
  );
}

/** Words that were typed before the window went, named with their time; gone once the note is saved. */
function Recovered({ desk }: { readonly desk: SessionDesk }) {
  const [atOpening] = useState(() => keptDraft(desk.view, 'note'));
  const [isRead, setRead] = useState(false);
  const isStillThere = keptDraft(desk.view, 'note') !== undefined;
  if (!atOpening || isRead || !isStillThere || !desk.isOpen) return null;
  return (
    <Banner
      kind="recovered"
      actions={
        <Button
          size="dense"
          onPress={() => {
            setRead(true);
            desk.line.current?.focus();
          }}
        >
          Understood
        </Button>
      }
    >
      Recovered: what you typed at {formatClock(atOpening.keptAt)} is in the note line, “{shortened(atOpening.body)}”.
    </Banner>
  );
}

/** The last words of a text. */
function shortened(text: string): string {
  return text.length <= 80 ? text : `…${text.slice(-80).replace(/^\S*\s/, '')}`;
}
