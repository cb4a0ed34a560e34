import { z } from 'zod';
import type { Method } from '../../shared/domain/plan.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { clockReading } from './clock.ts';
import { markChanged, methodOfSession, refuseEnded, sessionById } from './session-rows.ts';

const markRow = z.strictObject({
  kind: z.enum(['activity', 'enough']),
  about: z.string(),
  version: z.number(),
  isSet: z.number(),
  at: z.string(),
  offsetSeconds: z.number(),
});
const latestMarks = read<{ sessionId: string }>()(
  'SELECT kind, about, max(version) AS version, is_set, at, offset_seconds FROM session_mark WHERE session_id = @sessionId GROUP BY kind, about ORDER BY at, about',
  markRow,
);
const insertMark = write<{
  sessionId: string;
  kind: string;
  about: string;
  version: number;
  isSet: number;
  at: string;
  offsetSeconds: number;
}>(
  'INSERT INTO session_mark (session_id, kind, about, version, is_set, at, offset_seconds) VALUES (@sessionId, @kind, @about, @version, @isSet, @at, @offsetSeconds)',
);

/** What the assessor marked in a session and did not take back: activities that were seen, and KSBs of which enough was seen, in the order of marking. */
export function marksOf(reader: Reader, sessionId: string) {
  const set = reader.all(latestMarks, { sessionId }).filter(({ isSet }) => isSet === 1);
  const of = (wanted: 'activity' | 'enough') =>
    set.filter(({ kind }) => kind === wanted).map(({ about, at, offsetSeconds }) => ({ about, at, offsetSeconds }));
  return { activities: of('activity'), enough: of('enough') };
}

export const setMark: Handler<'mark.set'> = (context, { sessionId, kind, about, isSet }) => {
  const { reader, writer, now, record } = context;
  const session = sessionById(reader, sessionId);
  refuseEnded(session);
  const { method } = methodOfSession(reader, session);
  if (!markable(method, kind).includes(about)) {
    throw new AppError('mark.unknown', 'The plan of this session has nothing of that name to mark.');
  }
  const before = reader.all(latestMarks, { sessionId }).find(mark => mark.kind === kind && mark.about === about);
  if ((before?.isSet === 1) === isSet) throw new AppError('mark.same', 'It is marked so already.');
  const { offsetSeconds } = clockReading(reader, sessionId, now);
  const version = (before?.version ?? 0) + 1;
  writer.run(insertMark, {
    sessionId,
    kind,
    about,
    version,
    isSet: isSet ? 1 : 0,
    at: now.toISOString(),
    offsetSeconds,
  });
  markChanged(context, sessionId);
  record({ type: 'mark.set', subjectId: sessionId, detail: { kind, about, isSet } });
  return {};
};

const markable = (method: Method, kind: 'activity' | 'enough'): readonly string[] =>
  kind === 'enough' ? method.ksbs : method.conditions.mandatoryActivities;
