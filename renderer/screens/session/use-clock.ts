import { useEffect, useState } from 'react';
import { useAction } from '../../api.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';
import { type ClockNow, clockNow } from './session-clock.ts';
import type { SessionView } from './session-view.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** The session's clock, read anew every second while it runs or a break does. */
export function useClock(view: SessionView): ClockNow {
  const [now, setNow] = useState(() => new Date().toISOString());
  const runningSince = view.ledger.find(entry => entry.endedAt === null)?.startedAt;
  useEffect(() => {
    setNow(new Date().toISOString());
    if (runningSince === undefined) return;
    const timer = setInterval(() => setNow(new Date().toISOString()), 1000);
    return () => clearInterval(timer);
  }, [runningSince]);
  return clockNow(view, now);
}

/** What the buttons and keys of the clock do; afterwards the caret is in the note line again. */
export function useClockDeeds({ view, setFault, line }: Pick<SessionDesk, 'view' | 'setFault' | 'line'>) {
  const run = useAction('clock.run');
  const settle = useAction('clock.settle');
  const after = async (done: Promise<unknown>): Promise<void> => {
    try {
      await done;
      setFault(null);
      line.current?.focus();
    } catch (fault) {
      setFault(fault as FaultWords);
    }
  };
  return {
    run: (partKey: string): void => void after(run.run({ sessionId: view.id, partKey })),
    settle: (countTheGap: boolean): void => void after(settle.run({ sessionId: view.id, countTheGap })),
    isPending: run.isPending || settle.isPending,
  };
}

export type ClockDeeds = ReturnType<typeof useClockDeeds>;
