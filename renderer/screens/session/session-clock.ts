import type { Pause } from '../../../shared/domain/session-split.ts';
import { timeAllowed } from '../../../shared/domain/time-allowed.ts';
import { ledgerTimes, type TimeStanding, timeStanding } from '../../../shared/domain/time-ledger.ts';
import type { SessionView } from './session-view.ts';

/** A part of the method: its key and its name. */
export interface MethodPart {
  readonly key: string;
  readonly name: string;
}

/** What the clock shows at one moment. */
export interface ClockNow {
  /** Not started, running, on a break, or ended with the session. */
  readonly state: 'notStarted' | 'running' | 'break' | 'stopped' | 'ended';
  readonly part: { readonly key: string; readonly name: string; readonly place: number; readonly of: number };
  /** The part that comes after it. */
  readonly nextPart: MethodPart | null;
  /** The part before it, to which the clock may go back. */
  readonly previousPart: MethodPart | null;
  readonly standing: TimeStanding;
  /** The part's time with the adjustment, and that with the tolerance, in seconds; null where the plan leaves it open. */
  readonly adjusted: number | null;
  readonly highest: number | null;
  readonly total: TimeStanding;
  readonly totalAdjusted: number | null;
  /** Why and how long there has been a break; null when there is none. */
  readonly pause: { readonly kind: Pause; readonly reason: string; readonly seconds: number } | null;
}

/** Reads the session's clock at an instant (ISO 8601). */
export function clockNow(view: SessionView, nowIso: string): ClockNow {
  const { method, ledger } = view;
  const times = ledgerTimes(ledger, nowIso);
  const allowed = timeAllowed(method, view.checklist.adjustmentPercent);
  const place = Math.max(
    0,
    method.parts.findIndex(part => part.key === ledger.at(-1)?.partKey),
  );
  const part = method.parts[place];
  const bounds = allowed.parts[place] ?? allowed.total;
  const running = times.running;
  return {
    state: clockState(view, running?.kind),
    part: { key: part?.key ?? '', name: part?.name ?? method.name, place: place + 1, of: method.parts.length },
    nextPart: method.parts[place + 1] ?? null,
    previousPart: method.parts[place - 1] ?? null,
    standing: timeStanding(times.partSeconds.get(part?.key ?? '') ?? 0, bounds),
    adjusted: bounds.adjusted,
    highest: bounds.highest,
    total: timeStanding(times.assessmentSeconds, allowed.total),
    totalAdjusted: allowed.total.adjusted,
    pause:
      running?.kind === 'break'
        ? {
            kind: running.pause ?? 'break',
            reason: running.reason ?? '',
            seconds: secondsBetween(running.startedAt, nowIso),
          }
        : null,
  };
}

function clockState(view: SessionView, running: 'part' | 'break' | undefined): ClockNow['state'] {
  if (view.state === 'closed' || view.state === 'signed') return 'ended';
  if (running === 'break') return 'break';
  if (running === 'part') return 'running';
  return view.ledger.length === 0 ? 'notStarted' : 'stopped';
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
}
