import { type PrivateName, withoutName } from '../../shared/domain/private-names.ts';
import type { CommandContext } from '../core/contexts.ts';
import { write } from '../db/statements.ts';
import { rewordPauses } from './clock.ts';
import { judgementsOf, rewordRationale } from './judgements.ts';
import { notesOf, rewordNote } from './notes.ts';
import { insertReworded } from './private-name-rows.ts';
import { reopeningsOf, type SessionRow } from './session-rows.ts';
import { insertStopRecord, stopById, stopsOf } from './stop-rows.ts';

const updateExplanations = write<{ id: string; text: string }>(
  'UPDATE session SET explanations = @text WHERE id = @id',
);
const updateChecklist = write<{ id: string; text: string }>('UPDATE session SET checklist = @text WHERE id = @id');
const updateStruckReason = write<{ id: string; text: string }>('UPDATE note SET struck_reason = @text WHERE id = @id');
const updateReopening = write<{ sessionId: string; at: string; text: string }>(
  'UPDATE reopening SET reason = @text WHERE session_id = @sessionId AND at = @at',
);

/** Replaces a name in everything of the session that its report prints; each text as it was is kept. Gives the number of texts that were changed. */
export function replaceName(context: CommandContext, session: SessionRow, name: PrivateName): number {
  const reworded = (text: string): string => withoutName(text, name);
  const changed = [
    inNotes(context, session, reworded),
    inRationales(context, session, reworded),
    inConditions(context, session, reworded),
    inStops(context, session, reworded),
    rewordPauses(context, session.id, reworded, keeper(context, session.id)),
  ];
  return changed.reduce((sum, count) => sum + count, 0);
}

type Reword = (text: string) => string;

const keeper = (context: CommandContext, sessionId: string) => (place: string, before: string) =>
  context.writer.run(insertReworded, {
    id: context.newId(),
    sessionId,
    place,
    before,
    until: context.now.toISOString(),
  });

function inNotes(context: CommandContext, { id: sessionId }: SessionRow, reword: Reword): number {
  let changed = 0;
  for (const note of notesOf(context.reader, sessionId)) {
    if (note.struckReason === null && reword(note.body) !== note.body) {
      rewordNote(context, sessionId, note, reword(note.body));
      changed += 1;
    } else if (note.struckReason !== null && reword(note.struckReason) !== note.struckReason) {
      keeper(context, sessionId)(`struck:${note.id}`, note.struckReason);
      context.writer.run(updateStruckReason, { id: note.id, text: reword(note.struckReason) });
      changed += 1;
    }
  }
  return changed;
}

function inRationales(context: CommandContext, { id: sessionId }: SessionRow, reword: Reword): number {
  const held = judgementsOf(context.reader, sessionId).filter(({ rationale }) => reword(rationale) !== rationale);
  for (const judgement of held) rewordRationale(context, sessionId, judgement, reword(judgement.rationale));
  return held.length;
}

function inConditions(context: CommandContext, session: SessionRow, reword: Reword): number {
  const { id, explanations, checklist } = session;
  const keep = keeper(context, id);
  let changed = 0;
  const explained = explanations.map(one => ({ ...one, reason: reword(one.reason) }));
  if (JSON.stringify(explained) !== JSON.stringify(explanations)) {
    keep('explanations', JSON.stringify(explanations));
    context.writer.run(updateExplanations, { id, text: JSON.stringify(explained) });
    changed += 1;
  }
  const { place, present, adjustments } = checklist;
  const opening = { ...checklist, place: reword(place), present: reword(present), adjustments: reword(adjustments) };
  if (JSON.stringify(opening) !== JSON.stringify(checklist)) {
    keep('checklist', JSON.stringify(checklist));
    context.writer.run(updateChecklist, { id, text: JSON.stringify(opening) });
    changed += 1;
  }
  for (const { at, reason } of reopeningsOf(context.reader, id).filter(one => reword(one.reason) !== one.reason)) {
    keep(`reopening:${at}`, reason);
    context.writer.run(updateReopening, { sessionId: id, at, text: reword(reason) });
    changed += 1;
  }
  return changed;
}

/** The record of a stop gets a further version; the decision on it is another person's and stays, so its reason is no place for names. */
function inStops(context: CommandContext, { id: sessionId }: SessionRow, reword: Reword): number {
  let changed = 0;
  for (const { id, record } of stopsOf(context.reader, sessionId)) {
    if (record === null) continue;
    const words = { what: reword(record.what), done: reword(record.done), told: reword(record.told) };
    if (words.what === record.what && words.done === record.done && words.told === record.told) continue;
    const version = stopById(context.reader, id).version + 1;
    const at = context.now.toISOString();
    context.writer.run(insertStopRecord, { stopId: id, version, noticedAt: record.noticedAt, ...words, at });
    changed += 1;
  }
  return changed;
}
