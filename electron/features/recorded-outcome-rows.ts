import { z } from 'zod';
import type { RecordedOutcome } from '../../shared/domain/recorded-outcome.ts';
import type { CommandContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';

const facts = { heldOn: z.string(), heldBy: z.string(), source: z.string() };
const outcomeOfSession = read<{ sessionId: string }>()(
  'SELECT held_on, held_by, source FROM recorded_outcome WHERE session_id = @sessionId',
  z.strictObject(facts),
);
const earlierOutcomes = read<{ sessionId: string }>()(
  'SELECT held_on, held_by, source, until FROM recorded_outcome_version WHERE session_id = @sessionId ORDER BY version DESC',
  z.strictObject({ ...facts, until: z.string() }),
);
const keepVersion = write<{ sessionId: string; at: string }>(
  'INSERT INTO recorded_outcome_version (session_id, version, held_on, held_by, source, until) SELECT session_id, (SELECT count(*) + 1 FROM recorded_outcome_version WHERE session_id = @sessionId), held_on, held_by, source, @at FROM recorded_outcome WHERE session_id = @sessionId',
);
const insertOutcome = write<{ sessionId: string; heldOn: string; heldBy: string; source: string; at: string }>(
  'INSERT INTO recorded_outcome (session_id, held_on, held_by, source, changed_at) VALUES (@sessionId, @heldOn, @heldBy, @source, @at) ON CONFLICT (session_id) DO UPDATE SET held_on = excluded.held_on, held_by = excluded.held_by, source = excluded.source, changed_at = excluded.changed_at',
);

/** Where a session's outcome was recorded from; undefined for one that was held with the workbench. */
export const outcomeOf = (reader: Reader, sessionId: string): RecordedOutcome | undefined =>
  reader.one(outcomeOfSession, { sessionId });

/** What was recorded before it was corrected, the latest first. */
export const outcomeHistory = (reader: Reader, sessionId: string) => reader.all(earlierOutcomes, { sessionId });

/** Puts down where a session's outcome comes from; what was there before is kept as a version. */
export function putOutcome({ writer, now }: CommandContext, sessionId: string, outcome: RecordedOutcome): void {
  const at = now.toISOString();
  writer.run(keepVersion, { sessionId, at });
  writer.run(insertOutcome, { sessionId, ...outcome, at });
}
