import { calendarDate, formatClock, formatDate, formatDuration } from '../../../shared/british.ts';
import { type RecordingPermission, recordingPermission, type SegmentEnd } from '../../../shared/domain/recording.ts';
import { recordedLength } from '../../../shared/domain/recording-places.ts';
import type { SessionView } from './session-view.ts';

type Told = Pick<SessionView, 'recording' | 'checklist' | 'method'>;

/** What the session's line about its recording says while nothing is recorded; null where there is nothing to be said, because the plan provides for no recording. */
export function recordingLine(
  { recording, checklist, method }: Told,
  isOpen: boolean,
): { readonly words: string; readonly permission: RecordingPermission } | null {
  const permission = recordingPermission(method, checklist.recordingConsent);
  const { segments, destroyed } = recording;
  const last = segments.at(-1);
  if (permission === 'notInPlan' && !last) return null;
  if (destroyed) {
    return { permission, words: `The recording was destroyed on ${formatDate(destroyed.at)}: ${destroyed.reason}` };
  }
  if (!last) return { permission, words: withoutRecording(permission, method.recording?.audio === 'required', isOpen) };
  const total = `Recorded: ${formatDuration(recordedLength(segments) / 1000)}`;
  const kept = recording.keptUntil === null ? '' : `, kept until ${formatDate(recording.keptUntil)} at least`;
  return { permission, words: isOpen ? `${total}. ${howItEnded(last)}` : `${total}${kept}` };
}

/** Whether the session's recording is there and need not be kept any longer at this moment. */
export function mayBeDestroyed({ recording, state }: Pick<SessionView, 'recording' | 'state'>, now: Date): boolean {
  const { segments, destroyed, keptUntil } = recording;
  if (segments.length === 0 || destroyed || (state !== 'closed' && state !== 'signed')) return false;
  return keptUntil === null || calendarDate(now.toISOString()) >= keptUntil;
}

function withoutRecording(permission: RecordingPermission, isRequired: boolean, isOpen: boolean): string {
  if (!isOpen) return 'Not recorded';
  if (permission === 'consentNotAsked') return 'Not recorded: consent was not asked for';
  if (permission === 'consentRefused') {
    return isRequired
      ? 'Not recorded: no consent. Closing the session asks for this, as the plan wants a recording'
      : 'Not recorded: no consent';
  }
  return isRequired ? 'Not recorded yet; the plan asks for it' : 'Not recorded yet';
}

type Segment = SessionView['recording']['segments'][number];

/** How a stretch of the recording ended, as a sentence without its full stop. */
export function howItEnded({ end, endedAt, reason }: Pick<Segment, 'end' | 'endedAt' | 'reason'>): string {
  if (end === null || endedAt === null) return 'It was cut off';
  const because = reason === null ? '' : `: ${reason}`;
  return `${endings[end]} ${formatClock(endedAt)}${because}`;
}

const endings: Readonly<Record<SegmentEnd, string>> = {
  paused: 'Paused at',
  break: 'Paused for the break at',
  stopped: 'Stopped at',
  closed: 'Ended with the session at',
  locked: 'Ended when the workspace was locked or closed, at',
  interrupted: 'The workbench stopped: the recording is there until',
  trouble: 'Ended at',
};
