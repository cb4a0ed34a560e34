import { useState } from 'react';
import { formatClock, formatDateTime } from '../../../shared/british.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { usePane } from '../../ui/use-pane.ts';
import { readDraft } from './note-kinds.ts';
import { waysToSettle } from './session-actions.ts';
import { keptDraft, type SessionView } from './session-view.ts';
import { StopNotices } from './stop-notices.tsx';
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
      <StopNotices desk={desk} />
      <Recovered desk={desk} />
    </div>
  );
}

interface InterruptedProps {
  readonly view: SessionView;
  readonly since: string;
  readonly deeds: ClockDeeds;
}

/** In the round of F6, because nothing of the clock can go on before it is settled. */
function Interrupted({ view, since, deeds }: InterruptedProps) {
  const pane = usePane<HTMLElement>();
  const wasBreak = view.ledger.at(-1)?.kind === 'break';
  const when = `The workbench was locked or stopped at ${formatClock(since)}`;
  return (
    <section ref={pane} tabIndex={-1} aria-label="Interruption of the clock">
      <Banner
        kind="warning"
        title={wasBreak ? `${when} during the break` : `${when} while the clock ran`}
        actions={waysToSettle(view, since, deeds).map(({ title, keys, settle }) => (
          <Button key={title} keys={keys} onPress={settle}>
            {title}
          </Button>
        ))}
      >
        What was saved last is from {formatDateTime(since)}.{' '}
        {wasBreak ? 'The break goes on until you end it.' : 'Say how the time since then counts.'}
      </Banner>
    </section>
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
      Recovered: what you typed at {formatClock(atOpening.keptAt)} is in the note line, “
      {shortened(readDraft(atOpening.body).text)}”.
    </Banner>
  );
}

/** The last words of a text. */
function shortened(text: string): string {
  return text.length <= 80 ? text : `…${text.slice(-80).replace(/^\S*\s/, '')}`;
}
