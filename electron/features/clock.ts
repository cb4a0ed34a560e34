import { z } from 'zod';
import type { LedgerEntry } from '../../shared/domain/session.ts';
import { type Pause, pauses, splitRefusal } from '../../shared/domain/session-split.ts';
import { stopObstacles } from '../../shared/domain/session-stops.ts';
import { ledgerTimes } from '../../shared/domain/time-ledger.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { endRecording } from './recording-sealing.ts';
import { methodOfSession, refuseEnded, sessionById, setState } from './session-rows.ts';
import { stopsOf } from './stop-rows.ts';

const ledgerRow = z.strictObject({
  id: z.string(),
  kind: z.enum(['part', 'break']),
  partKey: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  measuredSeconds: z.number().nullable(),
  reason: z.string().nullable(),
  pause: z.enum(pauses),
  runId: z.string(),
  startedUptime: z.number(),
});
type LedgerRow = z.infer<typeof ledgerRow>;

const entriesOfSession = read<{ sessionId: string }>()(
  'SELECT id, kind, part_key, started_at, ended_at, measured_seconds, reason, pause, run_id, started_uptime FROM ledger_entry WHERE session_id = @sessionId ORDER BY started_at, id',
  ledgerRow,
);
const lastSaved = read<{ sessionId: string }>()(
  'SELECT max(at) AS at FROM (SELECT started_at AS at FROM ledger_entry WHERE session_id = @sessionId UNION ALL SELECT at FROM note WHERE session_id = @sessionId UNION ALL SELECT kept_at FROM draft WHERE session_id = @sessionId UNION ALL SELECT coalesce(ended_at, started_at) FROM recording_segment WHERE session_id = @sessionId)',
  z.strictObject({ at: z.string().nullable() }),
);
const runningParts = read<{ runId: string }>()(
  "SELECT count(*) AS count FROM ledger_entry WHERE ended_at IS NULL AND kind = 'part' AND run_id = @runId",
  z.strictObject({ count: z.number() }),
);
const insertEntry = write<{
  id: string;
  sessionId: string;
  kind: 'part' | 'break';
  partKey: string;
  startedAt: string;
  endedAt: string | null;
  reason: string | null;
  pause: Pause;
  runId: string;
  startedUptime: number;
}>(
  'INSERT INTO ledger_entry (id, session_id, kind, part_key, started_at, ended_at, reason, pause, run_id, started_uptime) VALUES (@id, @sessionId, @kind, @partKey, @startedAt, @endedAt, @reason, @pause, @runId, @startedUptime)',
);
const endEntry = write<{ id: string; endedAt: string; measuredSeconds: number | null }>(
  'UPDATE ledger_entry SET ended_at = @endedAt, measured_seconds = @measuredSeconds WHERE id = @id',
);
const adoptEntry = write<{ id: string; runId: string }>(
  'UPDATE ledger_entry SET run_id = @runId, started_uptime = -1 WHERE id = @id',
);

const updateReason = write<{ id: string; reason: string }>('UPDATE ledger_entry SET reason = @reason WHERE id = @id');

/** The session's time ledger in order. */
export function ledgerOf(reader: Reader, sessionId: string): readonly (LedgerEntry & { readonly pause: Pause })[] {
  return reader.all(entriesOfSession, { sessionId }).map(({ id: _, runId: __, startedUptime: ___, ...entry }) => entry);
}

/** When the last thing was saved in the session: the moment up to which it is known that somebody was there. */
export function lastSavedAt(reader: Reader, sessionId: string): string | null {
  return reader.one(lastSaved, { sessionId })?.at ?? null;
}

/** Since when a running clock has been unattended, because the workbench stopped while it ran; null when it did not. */
export function interruptedSince(reader: Reader, sessionId: string, runId: string): string | null {
  const running = runningEntry(reader, sessionId);
  return running?.kind === 'part' && running.runId !== runId ? lastSavedAt(reader, sessionId) : null;
}

/** Whether the session's clock stands still for a break. */
export const isOnBreak = (reader: Reader, sessionId: string): boolean =>
  runningEntry(reader, sessionId)?.kind === 'break';

/** Whether the clock of any session runs in this run of the workbench. */
export const isAnyClockRunning = (reader: Reader, runId: string): boolean =>
  (reader.one(runningParts, { runId })?.count ?? 0) > 0;

/** Where the clock stands for a note written now: assessment seconds so far and the part that is running. */
export function clockReading(
  reader: Reader,
  sessionId: string,
  now: Date,
): { readonly offsetSeconds: number; readonly partKey: string | null } {
  const times = ledgerTimes(ledgerOf(reader, sessionId), now.toISOString());
  return { offsetSeconds: Math.floor(times.assessmentSeconds), partKey: times.running?.partKey ?? null };
}

export const runClock: Handler<'clock.run'> = (context, { sessionId, partKey }) => {
  const session = sessionById(context.reader, sessionId);
  refuseEnded(session);
  refuseUnsettled(context, sessionId);
  refuseUnrecordedStop(context.reader, sessionId);
  const { method } = methodOfSession(context.reader, session);
  if (!method.parts.some(part => part.key === partKey))
    throw new AppError('part.unknown', 'This method has no such part.');
  const running = runningEntry(context.reader, sessionId);
  if (running?.kind === 'part' && running.partKey === partKey)
    throw new AppError('clock.running', 'The clock is running already.');
  endRunning(context, sessionId);
  startEntry(context, { sessionId, kind: 'part', partKey, reason: null });
  setState(context, sessionId, 'running');
  context.record({ type: 'clock.started', subjectId: sessionId, detail: { partKey } });
  return {};
};

export const breakClock: Handler<'clock.break'> = (context, { sessionId, reason }) => {
  refuseUnsettled(context, sessionId);
  const running = runningEntry(context.reader, sessionId);
  if (running?.kind !== 'part')
    throw new AppError('clock.stopped', 'The clock is not running, so there is nothing to break off.');
  pauseClock(context, sessionId, 'break', reason);
  context.record({ type: 'clock.stopped', subjectId: sessionId, detail: { partKey: running.partKey } });
  return {};
};

export const splitSession: Handler<'clock.split'> = (context, { sessionId, reason }) => {
  const session = sessionById(context.reader, sessionId);
  refuseEnded(session);
  refuseUnsettled(context, sessionId);
  const { method } = methodOfSession(context.reader, session);
  const refusal = splitRefusal(method);
  if (refusal !== null) throw new AppError('split.notAllowed', refusal);
  const running = runningEntry(context.reader, sessionId);
  if (!running || (running.kind === 'break' && running.pause !== 'break')) {
    throw new AppError('clock.stopped', 'The clock is not running, so there is nothing to split.');
  }
  pauseClock(context, sessionId, 'split', reason);
  context.record({ type: 'clock.split', subjectId: sessionId, detail: { partKey: running.partKey } });
  return {};
};

/** Ends what runs, the recording too, and lets a pause of this kind run instead; without a ledger there is no clock to pause. */
export function pauseClock(context: CommandContext, sessionId: string, pause: Pause, reason: string): void {
  endRecording(context, sessionId, 'break', reason);
  const last = context.reader.all(entriesOfSession, { sessionId }).at(-1);
  if (!last) return;
  endRunning(context, sessionId);
  startEntry(context, { sessionId, kind: 'break', partKey: last.partKey, reason, pause });
  setState(context, sessionId, 'paused');
}

/** Gives the reasons of pauses other words where `reword` changes them, each kept as it was. Gives their number. */
export function rewordPauses(
  context: CommandContext,
  sessionId: string,
  reword: (text: string) => string,
  keep: (place: string, before: string) => void,
): number {
  const entries = context.reader.all(entriesOfSession, { sessionId });
  const held = entries.filter(({ reason }) => reason !== null && reword(reason) !== reason);
  for (const { id, reason } of held) {
    keep(`pause:${id}`, reason ?? '');
    context.writer.run(updateReason, { id, reason: reword(reason ?? '') });
  }
  return held.length;
}

/** Refuses to go on before a stop is recorded. Throws AppError `stop.notRecorded`. */
function refuseUnrecordedStop(reader: Reader, sessionId: string): void {
  const [missing] = stopObstacles(stopsOf(reader, sessionId));
  if (missing) throw new AppError('stop.notRecorded', missing.message);
}

export const settleClock: Handler<'clock.settle'> = (context, { sessionId, countTheGap }) => {
  const since = interruptedSince(context.reader, sessionId, context.workspace.runId);
  const running = runningEntry(context.reader, sessionId);
  if (since === null || !running) throw new AppError('clock.settled', 'There is no interruption to settle.');
  const { partKey } = running;
  if (countTheGap) {
    context.writer.run(adoptEntry, { id: running.id, runId: context.workspace.runId });
  } else {
    context.writer.run(endEntry, { id: running.id, endedAt: since, measuredSeconds: null });
    startEntry(
      context,
      { sessionId, kind: 'break', partKey, reason: 'The workbench was interrupted' },
      new Date(since),
    );
    setState(context, sessionId, 'paused');
  }
  context.record({ type: 'clock.settled', subjectId: sessionId, detail: { partKey, gapCounted: countTheGap } });
  return {};
};

/** Ends whatever is running, part or break, measured by the machine's uptime where the same run of the workbench started it. */
export function endRunning(context: CommandContext, sessionId: string): void {
  const running = runningEntry(context.reader, sessionId);
  if (!running) return;
  const measured = running.runId === context.workspace.runId && running.startedUptime >= 0;
  context.writer.run(endEntry, {
    id: running.id,
    endedAt: context.now.toISOString(),
    measuredSeconds: measured ? Math.max(0, Math.round(context.uptimeSeconds - running.startedUptime)) : null,
  });
}

/** Refuses to go on before an interruption is settled. Throws AppError `clock.unsettled`. */
export function refuseUnsettled(context: CommandContext, sessionId: string): void {
  if (interruptedSince(context.reader, sessionId, context.workspace.runId) !== null) {
    throw new AppError(
      'clock.unsettled',
      'The workbench was interrupted while the clock ran. Say first how that time counts.',
    );
  }
}

function runningEntry(reader: Reader, sessionId: string): LedgerRow | undefined {
  return reader.all(entriesOfSession, { sessionId }).find(entry => entry.endedAt === null);
}

function startEntry(
  context: CommandContext,
  entry: {
    readonly sessionId: string;
    readonly kind: 'part' | 'break';
    readonly partKey: string;
    readonly reason: string | null;
    readonly pause?: Pause;
  },
  startedAt = context.now,
): void {
  context.writer.run(insertEntry, {
    pause: 'break',
    ...entry,
    id: context.newId(),
    startedAt: startedAt.toISOString(),
    endedAt: null,
    runId: context.workspace.runId,
    startedUptime: startedAt === context.now ? context.uptimeSeconds : -1,
  });
}
