import { z } from 'zod';
import { type Reader, read, write } from '../db/statements.ts';

const nameRow = z.strictObject({ id: z.string(), assessmentId: z.string(), word: z.string(), replacement: z.string() });
const standing = 'SELECT id, assessment_id, word, replacement FROM private_name WHERE removed_at IS NULL AND';
const namesOfAssessment = read<{ assessmentId: string }>()(
  `${standing} assessment_id = @assessmentId ORDER BY marked_at, id`,
  nameRow,
);
const oneName = read<{ id: string }>()(`${standing} id = @id`, nameRow);

/** Marks a word as a name that no report of the assessment may hold. */
export const insertName = write<{ id: string; assessmentId: string; word: string; replacement: string; at: string }>(
  'INSERT INTO private_name (id, assessment_id, word, replacement, marked_at) VALUES (@id, @assessmentId, @word, @replacement, @at)',
);
/** Takes the mark back; that it was there stays. */
export const updateRemoved = write<{ id: string; at: string }>(
  'UPDATE private_name SET removed_at = @at WHERE id = @id',
);
/** Keeps a text as it was before a name in it was replaced, for texts that keep no versions of their own. */
export const insertReworded = write<{ id: string; sessionId: string; place: string; before: string; until: string }>(
  'INSERT INTO reworded (id, session_id, place, before, until) VALUES (@id, @sessionId, @place, @before, @until)',
);
/** Says that the assessor looked the session's words through for names. */
export const updateChecked = write<{ id: string; at: string }>(
  'UPDATE session SET names_checked_at = @at WHERE id = @id',
);
const checkedAt = read<{ id: string }>()(
  'SELECT names_checked_at AS at, (SELECT max(at) FROM (SELECT at FROM note WHERE session_id = session.id UNION ALL SELECT until AS at FROM note_version JOIN note ON note.id = note_id WHERE session_id = session.id UNION ALL SELECT changed_at FROM judgement WHERE session_id = session.id)) AS last FROM session WHERE id = @id',
  z.strictObject({ at: z.string().nullable(), last: z.string().nullable() }),
);

/** The names that stand for an assessment, in the order of marking. */
export const namesOf = (reader: Reader, assessmentId: string) => reader.all(namesOfAssessment, { assessmentId });

/** A name that stands; undefined where there is none of this id. */
export const nameById = (reader: Reader, id: string) => reader.one(oneName, { id });

/** When the words of a session were looked through for names; null where they were not, or where something was written since. */
export function namesCheckedAt(reader: Reader, sessionId: string): string | null {
  const row = reader.one(checkedAt, { id: sessionId });
  return row?.at && row.at >= (row.last ?? '') ? row.at : null;
}
