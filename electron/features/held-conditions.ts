import { formatDateTime, formatElapsed } from '../../shared/british.ts';
import { stopInWords } from '../../shared/domain/session-stops.ts';
import type { Reader } from '../db/statements.ts';
import { marksOf } from './marks.ts';
import { namesCheckedAt } from './private-name-rows.ts';
import { methodOfSession, type SessionRow } from './session-rows.ts';
import { stopsOf } from './stop-rows.ts';

/** What a report says of how the session was held beside its times: activities of the plan that were seen, and what it was stopped for. */
export function heldConditions(reader: Reader, session: SessionRow): { label: string; value: string }[] {
  return [...activities(reader, session), ...stops(reader, session), ...names(reader, session)];
}

function activities(reader: Reader, session: SessionRow): { label: string; value: string }[] {
  const wanted = methodOfSession(reader, session).method.conditions.mandatoryActivities;
  const seen = new Map(marksOf(reader, session.id).activities.map(mark => [mark.about, mark]));
  return wanted.map((activity, index) => {
    const mark = seen.get(activity);
    const when = mark ? `seen at ${formatElapsed(mark.offsetSeconds)}` : 'not seen, see the explanations';
    return { label: `Activity ${index + 1} of ${wanted.length}`, value: `${activity}: ${when}` };
  });
}

function names(reader: Reader, { id }: SessionRow): { label: string; value: string }[] {
  const at = namesCheckedAt(reader, id);
  const value =
    at === null
      ? 'Initials or roles are used; the words were not checked again before signing'
      : `Initials or roles are used; the words were checked on ${formatDateTime(at)}`;
  return [{ label: 'Service users', value }];
}

const stops = (reader: Reader, { id }: SessionRow): { label: string; value: string }[] =>
  stopsOf(reader, id).map(stop => ({ label: 'Stopped for', value: stopInWords(stop) }));
