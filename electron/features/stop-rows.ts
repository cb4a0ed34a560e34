import { z } from 'zod';
import { type SessionStop, type StopKind, stopKinds } from '../../shared/domain/session-stops.ts';
import { AppError } from '../../shared/errors.ts';
import { type Reader, read, write } from '../db/statements.ts';

const stopRow = z.strictObject({
  id: z.string(),
  sessionId: z.string(),
  kind: z.enum(stopKinds),
  stoppedAt: z.string(),
  outcome: z.enum(['unfounded', 'upheld']).nullable(),
  decisionReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  version: z.number().nullable(),
  noticedAt: z.string().nullable(),
  what: z.string().nullable(),
  done: z.string().nullable(),
  told: z.string().nullable(),
});
type StopRow = z.output<typeof stopRow>;

const columns =
  'session_stop.id, session_id, kind, stopped_at, decision AS outcome, decision_reason, decided_by, version, noticed_at, what, done, told';
const withRecord =
  'session_stop LEFT JOIN stop_record ON stop_id = session_stop.id AND version = (SELECT max(version) FROM stop_record AS latest WHERE latest.stop_id = session_stop.id)';
const stopsOfSession = read<{ sessionId: string }>()(
  `SELECT ${columns} FROM ${withRecord} WHERE session_id = @sessionId ORDER BY stopped_at, session_stop.id`,
  stopRow,
);
const oneStop = read<{ id: string }>()(`SELECT ${columns} FROM ${withRecord} WHERE session_stop.id = @id`, stopRow);

/** Puts a stop on record; what happened is told in its record. */
export const insertStop = write<{ id: string; sessionId: string; kind: StopKind; at: string }>(
  'INSERT INTO session_stop (id, session_id, kind, stopped_at) VALUES (@id, @sessionId, @kind, @at)',
);
/** Adds a version of what is recorded of a stop. */
export const insertStopRecord = write<{
  stopId: string;
  version: number;
  noticedAt: string;
  what: string;
  done: string;
  told: string;
  at: string;
}>(
  'INSERT INTO stop_record (stop_id, version, noticed_at, what, done, told, recorded_at) VALUES (@stopId, @version, @noticedAt, @what, @done, @told, @at)',
);
/** Keeps what was decided on suspected malpractice. */
export const updateDecision = write<{ id: string; outcome: string; reason: string; by: string; at: string }>(
  'UPDATE session_stop SET decision = @outcome, decision_reason = @reason, decided_by = @by, decided_at = @at WHERE id = @id',
);

/** The stops of a session with the latest version of their records, the first one first. */
export const stopsOf = (reader: Reader, sessionId: string): readonly SessionStop[] =>
  reader.all(stopsOfSession, { sessionId }).map(stopOf);

/** One stop with its session and the number of its record's version, 0 before there is one. Throws AppError `stop.unknown`. */
export function stopById(reader: Reader, id: string) {
  const row = reader.one(oneStop, { id });
  if (!row) throw new AppError('stop.unknown', 'This stop is not in the workspace.');
  return { sessionId: row.sessionId, version: row.version ?? 0, stop: stopOf(row) };
}

function stopOf({ id, kind, stoppedAt, outcome, decisionReason, decidedBy, ...row }: StopRow): SessionStop {
  const { noticedAt, what, done, told } = row;
  return {
    id,
    kind,
    stoppedAt,
    record:
      noticedAt === null || what === null || done === null || told === null ? null : { noticedAt, what, done, told },
    decision:
      outcome === null || decisionReason === null || decidedBy === null
        ? null
        : { outcome, reason: decisionReason, by: decidedBy },
  };
}
