import { z } from 'zod';
import type { Draft } from '../../shared/contract/shapes.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read, type Writer, write } from '../db/statements.ts';
import { refuseSigned, sessionById } from './session-rows.ts';

const draftRow = z.strictObject({ sessionId: z.string(), field: z.string(), body: z.string(), keptAt: z.string() });
const draftsOfSession = read<{ sessionId: string }>()(
  'SELECT * FROM draft WHERE session_id = @sessionId ORDER BY kept_at DESC',
  draftRow,
);
const putDraft = write<{ sessionId: string; field: string; body: string; keptAt: string }>(
  'INSERT INTO draft (session_id, field, body, kept_at) VALUES (@sessionId, @field, @body, @keptAt) ON CONFLICT (session_id, field) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at',
);
const deleteDraft = write<{ sessionId: string; field: string }>(
  'DELETE FROM draft WHERE session_id = @sessionId AND field = @field',
);

/** What was typed in this session and not yet saved as a note or rationale, the latest first. */
export const draftsOf = (reader: Reader, sessionId: string): Draft[] => reader.all(draftsOfSession, { sessionId });

/** Forgets a draft: its text has become part of the record, or its author emptied the field. */
export function clearDraft(writer: Writer, sessionId: string, field: string): void {
  writer.run(deleteDraft, { sessionId, field });
}

export const keepDraft: Handler<'draft.keep'> = ({ reader, writer, now }, { sessionId, field, body }) => {
  refuseSigned(sessionById(reader, sessionId));
  const keptAt = now.toISOString();
  if (body.trim() === '') clearDraft(writer, sessionId, field);
  else writer.run(putDraft, { sessionId, field, body, keptAt });
  return { keptAt };
};
