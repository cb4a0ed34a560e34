import { z } from 'zod';
import { formatList } from '../../shared/british.ts';
import { note } from '../../shared/contract/shapes.ts';
import type { Checked } from '../../shared/contract.ts';
import { compareKsbCodes, ksbCodesIn, unknownKsbCodes } from '../../shared/domain/ksb-codes.ts';
import { noteKind } from '../../shared/domain/session.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { refuseNotOffered } from './bank-offers.ts';
import { clockReading } from './clock.ts';
import { clearDraft } from './drafts.ts';
import { frameworkById } from './frameworks.ts';
import { rememberMoment } from './recording-sealing.ts';
import { markChanged, methodOfSession, refuseEnded, type SessionRow, sessionById } from './session-rows.ts';
import { sha256, stored } from './stored.ts';

const ksbs = stored(z.array(z.string()));
const noteRow = note.extend({ ksbs });
const columns =
  'id, kind, body, ksbs, at, offset_seconds, part_key, follows_id, struck_reason, (SELECT count(*) FROM note_version WHERE note_id = note.id) AS earlier_versions';
const notesOfSession = read<{ sessionId: string }>()(
  `SELECT ${columns} FROM note WHERE session_id = @sessionId ORDER BY at, id`,
  noteRow,
);
const oneNote = read<{ id: string }>()(
  `SELECT ${columns}, session_id FROM note WHERE id = @id`,
  noteRow.extend({ sessionId: z.string() }),
);
const versionsOfNote = read<{ id: string }>()(
  'SELECT body, kind, ksbs, until FROM note_version WHERE note_id = @id ORDER BY version DESC',
  z.strictObject({ body: z.string(), kind: noteKind, ksbs, until: z.string() }),
);
interface Wording {
  readonly [column: string]: string;
  readonly kind: string;
  readonly body: string;
  readonly ksbs: string;
}
const insertNote = write<{
  id: string;
  sessionId: string;
  kind: string;
  body: string;
  ksbs: string;
  at: string;
  offsetSeconds: number;
  partKey: string | null;
  followsId: string | null;
  bankQuestionId: string | null;
}>(
  'INSERT INTO note (id, session_id, kind, body, ksbs, at, offset_seconds, part_key, follows_id, bank_question_id) VALUES (@id, @sessionId, @kind, @body, @ksbs, @at, @offsetSeconds, @partKey, @followsId, @bankQuestionId)',
);
const updateNote = write<Wording & { id: string }>(
  'UPDATE note SET kind = @kind, body = @body, ksbs = @ksbs WHERE id = @id',
);
const strike = write<{ id: string; reason: string }>('UPDATE note SET struck_reason = @reason WHERE id = @id');
const keepVersion = write<{ id: string; version: number; kind: string; body: string; ksbs: string; until: string }>(
  'INSERT INTO note_version (note_id, version, kind, body, ksbs, until) VALUES (@id, @version, @kind, @body, @ksbs, @until)',
);

/** The notes of a session in the order in which they were written. */
export const notesOf = (reader: Reader, sessionId: string) => reader.all(notesOfSession, { sessionId });

export const addNote: Handler<'note.add'> = (context, given) => {
  const { sessionId, bankQuestionId } = given;
  const written = writeNote(context, given);
  // A question of the bank was not typed: what stands in the note line meanwhile is still to be kept.
  if (bankQuestionId === undefined) clearDraft(context.writer, sessionId, 'note');
  return written;
};

/** Writes a note, and leaves what stands in the note line meanwhile as it is kept. */
export function writeNote(
  context: CommandContext,
  { sessionId, kind, body, ksbs, followsId, bankQuestionId }: Checked<'note.add'>,
): { id: string; at: string } {
  const session = sessionById(context.reader, sessionId);
  refuseEnded(session);
  if (bankQuestionId !== undefined) refuseNotOffered(context.reader, session, bankQuestionId);
  const codes = taggedCodes(context.reader, session, body, ksbs);
  const id = context.newId();
  const at = context.now.toISOString();
  const reading = clockReading(context.reader, sessionId, context.now);
  const words = { kind, body, ksbs: JSON.stringify(codes), followsId, bankQuestionId: bankQuestionId ?? null };
  context.writer.run(insertNote, { id, sessionId, at, ...reading, ...words });
  rememberMoment(context, id, sessionId);
  markChanged(context, sessionId);
  const from = bankQuestionId === undefined ? {} : { bankQuestionId };
  const detail = { sessionId, kind, ksbs: codes, bodySha256: sha256(body), ...from };
  context.record({ type: 'note.added', subjectId: id, detail });
  return { id, at };
}

export const changeNote: Handler<'note.change'> = (context, { id, kind, body, ksbs }) => {
  const { before, session } = changeable(context, id);
  const codes = taggedCodes(context.reader, session, body, ksbs);
  const version = before.earlierVersions + 1;
  const kept = { kind: before.kind, body: before.body, ksbs: JSON.stringify(before.ksbs) };
  context.writer.run(keepVersion, { id, version, ...kept, until: context.now.toISOString() });
  context.writer.run(updateNote, { id, kind, body, ksbs: JSON.stringify(codes) });
  clearDraft(context.writer, session.id, `note:${id}`);
  markChanged(context, session.id);
  context.record({
    type: 'note.changed',
    subjectId: id,
    detail: { sessionId: session.id, kind, ksbs: codes, bodySha256: sha256(body), version },
  });
  return {};
};

/** Gives a note other words, keeping those before, while its session may still be put right; its KSBs stay. */
export function rewordNote(
  context: CommandContext,
  sessionId: string,
  before: ReturnType<typeof notesOf>[number],
  body: string,
): void {
  const { id, kind, ksbs, earlierVersions } = before;
  const version = earlierVersions + 1;
  const kept = { kind, ksbs: JSON.stringify(ksbs) };
  context.writer.run(keepVersion, { id, version, ...kept, body: before.body, until: context.now.toISOString() });
  context.writer.run(updateNote, { id, ...kept, body });
  const detail = { sessionId, kind, ksbs, bodySha256: sha256(body), version };
  context.record({ type: 'note.changed', subjectId: id, detail });
}

export const strikeNote: Handler<'note.strike'> = (context, { id, reason }) => {
  const { session } = changeable(context, id);
  context.writer.run(strike, { id, reason });
  markChanged(context, session.id);
  context.record({
    type: 'note.struck',
    subjectId: id,
    detail: { sessionId: session.id, reasonSha256: sha256(reason) },
  });
  return {};
};

export const noteHistory: Handler<'note.history'> = ({ reader }, { id }) => reader.all(versionsOfNote, { id });

function changeable(context: CommandContext, id: string) {
  const before = context.reader.one(oneNote, { id });
  if (!before) throw new AppError('note.unknown', 'This note is not in the workspace.');
  const session = sessionById(context.reader, before.sessionId);
  refuseEnded(session);
  if (before.struckReason !== null)
    throw new AppError('note.struck', 'This note was struck and stays as it is. Write a new one instead.');
  return { before, session };
}

/** The KSBs of a note, from its tags and from those chosen by key, in natural order. Throws AppError `ksb.unknown` for a code that the standard does not have. */
function taggedCodes(reader: Reader, session: SessionRow, body: string, chosen: readonly string[]): string[] {
  const codes = [...new Set([...ksbCodesIn(body), ...chosen])].sort(compareKsbCodes);
  const framework = frameworkById(reader, methodOfSession(reader, session).frameworkId);
  const unknown = unknownKsbCodes(codes, framework);
  if (unknown.length > 0) {
    throw new AppError(
      'ksb.unknown',
      `${framework.reference} does not have ${formatList(unknown)}. Correct the code in the note; nothing you typed is lost.`,
    );
  }
  return codes;
}
