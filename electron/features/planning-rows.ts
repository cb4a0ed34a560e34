import { z } from 'zod';
import { carriedOver, emptyPlanning, type Planning, planning } from '../../shared/domain/planning.ts';
import type { CommandContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { stored } from './stored.ts';

const planningRow = z.strictObject({ attempt: z.number(), document: stored(planning) });
const planningOfMethod = read<{ assessmentId: string; methodKey: string; attempt: number }>()(
  'SELECT attempt, document FROM planning WHERE assessment_id = @assessmentId AND method_key = @methodKey AND attempt <= @attempt ORDER BY attempt DESC LIMIT 1',
  planningRow,
);
const putPlanning = write<{
  assessmentId: string;
  methodKey: string;
  attempt: number;
  document: string;
  at: string;
}>(
  'INSERT INTO planning (assessment_id, method_key, attempt, document, changed_at) VALUES (@assessmentId, @methodKey, @attempt, @document, @at) ON CONFLICT (assessment_id, method_key, attempt) DO UPDATE SET document = excluded.document, changed_at = excluded.changed_at',
);
const notesOfLookFors = read<{ assessmentId: string; methodKey: string; attempt: number }>()(
  `SELECT look_for_id, note_id, offset_seconds FROM look_for_note JOIN note ON note.id = note_id JOIN session ON session.id = session_id
   WHERE assessment_id = @assessmentId AND method_key = @methodKey AND attempt = @attempt AND struck_reason IS NULL ORDER BY at, note_id`,
  z.strictObject({ lookForId: z.string(), noteId: z.string(), offsetSeconds: z.number() }),
);
/** Says which thing that was looked for a note is about. */
export const insertLookForNote = write<{ noteId: string; lookForId: string }>(
  'INSERT INTO look_for_note (note_id, look_for_id) VALUES (@noteId, @lookForId)',
);

/** An attempt at a method of an assessment. */
export interface PlannedAttempt {
  readonly assessmentId: string;
  readonly methodKey: string;
  readonly attempt: number;
}

/** What is planned for an attempt; where nothing is yet, what the one before leaves. */
export function planningOf(
  reader: Reader,
  { assessmentId, methodKey, attempt }: PlannedAttempt,
  isStillOffered: (questionId: string) => boolean,
): Planning {
  const row = reader.one(planningOfMethod, { assessmentId, methodKey, attempt });
  if (!row) return emptyPlanning;
  return row.attempt === attempt ? row.document : carriedOver(row.document, isStillOffered);
}

/** Keeps what is planned for an attempt. The event is the caller's. */
export function keepPlanning({ writer, now }: CommandContext, planned: PlannedAttempt, document: Planning): void {
  const { assessmentId, methodKey, attempt } = planned;
  const at = now.toISOString();
  writer.run(putPlanning, { assessmentId, methodKey, attempt, document: JSON.stringify(document), at });
}

/** The notes in which something that was looked for was seen during an attempt. */
export const lookForNotes = (reader: Reader, { assessmentId, methodKey, attempt }: PlannedAttempt) =>
  reader.all(notesOfLookFors, { assessmentId, methodKey, attempt });
