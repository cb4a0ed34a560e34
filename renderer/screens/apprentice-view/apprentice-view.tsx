import { useEffect } from 'react';
import { formatElapsed } from '../../../shared/british.ts';
import { withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import { useOnlyActions } from '../../actions.ts';
import { useAsk } from '../../api.ts';
import { hideFromApprentice } from '../../apprentice-screen.ts';
import { Button } from '../../ui/button.tsx';
import { ClockBar } from '../../ui/clock-bar.tsx';
import { currentPage, titleOfPage } from '../../ui/page.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { sessionKeys } from '../session/session-keys.ts';
import type { SessionView } from '../session/session-view.ts';
import { useClock } from '../session/use-clock.ts';

/** The whole window while the apprentice looks at it: the clock and the current question. No name, note, KSB or key of the assessor's is here, in the title or behind a key. */
export function ApprenticeView({ sessionId }: { readonly sessionId: string }) {
  const { data } = useAsk('session.get', { id: sessionId });
  useNeutralTitle();
  useOnlyActions([
    {
      id: 'session.showApprentice',
      title: 'Back to the assessor',
      section: 'Session',
      keys: sessionKeys.apprentice,
      run: hideFromApprentice,
    },
  ]);
  return (
    <main className="apprentice-view">
      {data ? <Shown view={data} /> : null}
      <div className="apprentice-view-foot">
        <Button tone="quiet" keys={sessionKeys.apprentice} onPress={hideFromApprentice}>
          Back to the assessor
        </Button>
      </div>
    </main>
  );
}

function useNeutralTitle(): void {
  useEffect(() => {
    document.title = titleOfPage('');
    return () => {
      document.title = titleOfPage(currentPage().title);
    };
  }, []);
}

function Shown({ view }: { readonly view: SessionView }) {
  const clock = useClock(view);
  const { part, standing, adjusted, highest, state } = clock;
  return (
    <>
      <header className="apprentice-view-head">
        <h1>{part.name}</h1>
        {view.practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
        {state === 'running' ? null : (
          <StatusTag tone="waiting" word={state === 'notStarted' ? 'Not started' : 'Paused'} />
        )}
      </header>
      {adjusted !== null && highest !== null ? (
        <ClockBar label={part.name} elapsed={standing.spentSeconds} base={adjusted} allowed={highest} />
      ) : (
        <p className="clock-reading">{formatElapsed(standing.spentSeconds)}</p>
      )}
      <section className="apprentice-view-question" aria-label="The question">
        <p aria-live="polite">{questionOf(view) ?? 'No question yet.'}</p>
      </section>
    </>
  );
}

/** What was asked last in words, as it was noted; undefined while nothing was asked. */
function questionOf({ notes }: SessionView): string | undefined {
  const asked = notes.findLast(
    ({ kind, struckReason }) => struckReason === null && (kind === 'question' || kind === 'followUp'),
  );
  return asked && withoutKsbTags(asked.body);
}
