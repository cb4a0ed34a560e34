import type { Method } from '../../shared/domain/plan.ts';
import { recordingPermission } from '../../shared/domain/recording.ts';
import { recordedLength } from '../../shared/domain/recording-places.ts';
import type { ReportedRecording } from '../../shared/domain/reports/recording.ts';
import type { Reader } from '../db/statements.ts';
import { recordingOf } from './recording-rows.ts';
import type { SessionRow } from './session-rows.ts';

/** What the report of a session says of its recording. Nothing where the plan provides for none. */
export function recordingReported(
  reader: Reader,
  session: SessionRow,
  method: Method,
): { readonly recording?: ReportedRecording } {
  const consent = session.checklist.recordingConsent;
  const { segments, keptUntil } = recordingOf(reader, session, method);
  if (segments.length === 0 && recordingPermission(method, consent) === 'notInPlan') return {};
  const seconds = Math.round(recordedLength(segments) / 1000);
  const stretches = segments.flatMap(({ startedAt, endedAt, end, reason, milliseconds, sha256 }) =>
    endedAt !== null && end !== null
      ? [{ startedAt, endedAt, seconds: Math.round(milliseconds / 1000), end, reason, sha256 }]
      : [],
  );
  return { recording: { consent, seconds, keptUntil: stretches.length > 0 ? keptUntil : null, stretches } };
}
