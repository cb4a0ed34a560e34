import { formatElapsed } from '../../shared/british.ts';
import { labelledDescriptors } from '../../shared/domain/descriptor-labels.ts';
import type { PrintedText } from '../../shared/domain/private-names.ts';
import type { Reader } from '../db/statements.ts';
import { ledgerOf } from './clock.ts';
import { judgementsOf } from './judgements.ts';
import { notesOf } from './notes.ts';
import { portfolioListed } from './portfolio-listing.ts';
import { methodOfSession, reopeningsOf, type SessionRow } from './session-rows.ts';
import { stopsOf } from './stop-rows.ts';

/** The words of people that a session's report prints: notes, reasons, rationales and records. */
export function printedTexts(
  reader: Reader,
  session: SessionRow,
  notes = notesOf(reader, session.id),
): readonly PrintedText[] {
  return [...noteTexts(notes), ...rationaleTexts(reader, session), ...conditionTexts(reader, session)];
}

/** Remarks are not printed, nor are the words of a struck note; why it was struck is. */
const noteTexts = (notes: ReturnType<typeof notesOf>): readonly PrintedText[] =>
  notes
    .filter(({ kind }) => kind !== 'remark')
    .map(({ id, body, struckReason, offsetSeconds }) => ({
      where: `${struckReason === null ? 'The note' : 'Why the note was struck,'} at ${formatElapsed(offsetSeconds)}`,
      text: struckReason ?? body,
      noteId: id,
    }));

function rationaleTexts(reader: Reader, session: SessionRow): readonly PrintedText[] {
  const { method } = methodOfSession(reader, session);
  const labels = new Map(labelledDescriptors(method).map(({ descriptor, label }) => [descriptor.key, label]));
  return judgementsOf(reader, session.id).map(({ descriptorKey, rationale }) => ({
    where: `The rationale of ${labels.get(descriptorKey) ?? descriptorKey}`,
    text: rationale,
    descriptorKey,
  }));
}

/** What is listed of the portfolio is put right on the page of the assessment. */
function portfolioTexts(reader: Reader, session: SessionRow): string {
  const { portfolio = [] } = portfolioListed(reader, session, methodOfSession(reader, session).method);
  return portfolio.map(({ title, places, remark }) => JSON.stringify([title, places, remark])).join('\n');
}

function conditionTexts(reader: Reader, session: SessionRow): readonly PrintedText[] {
  const { place, present, adjustments } = session.checklist;
  const pauses = ledgerOf(reader, session.id).map(({ reason }) => reason ?? '');
  return [
    { where: 'The list of the portfolio', text: portfolioTexts(reader, session) },
    { where: 'The opening checklist', text: [place, present, adjustments].join('\n') },
    { where: 'An explanation', text: session.explanations.map(({ reason }) => reason).join('\n') },
    { where: 'The reason of a break', text: pauses.join('\n') },
    {
      where: 'Why the session was opened again',
      text: reopeningsOf(reader, session.id)
        .map(({ reason }) => reason)
        .join('\n'),
    },
    {
      where: 'The record of a stop',
      text: stopsOf(reader, session.id)
        .flatMap(({ record }) => [record?.what, record?.done, record?.told])
        .join('\n'),
    },
  ];
}
