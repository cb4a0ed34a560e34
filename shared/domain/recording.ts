import { z } from 'zod';
import { formatDuration } from '../british.ts';
import { addMonths } from './attempts.ts';
import type { Obstacle } from './obstacle.ts';
import type { Method } from './plan.ts';

/** What the apprentice said to being recorded. Nothing is recorded without consent where the plan asks for it. */
export const recordingConsent = z.enum(['given', 'refused', 'notAsked']);
export type RecordingConsent = z.infer<typeof recordingConsent>;

/**
 * Why a stretch of a recording ended: `paused` and `break` with their reason, `stopped` by the assessor, `closed` with the session, `locked` with the
 * workspace, `interrupted` by a crash or a power cut, `trouble` with the microphone or the disk.
 */
export const segmentEnd = z.enum(['paused', 'break', 'stopped', 'closed', 'locked', 'interrupted', 'trouble']);
export type SegmentEnd = z.infer<typeof segmentEnd>;

/** Whether sound may be recorded, or why not. */
export type RecordingPermission = 'allowed' | 'notInPlan' | 'consentNotAsked' | 'consentRefused';

/** Whether a method's session may be recorded. Rule: the plan has to provide for audio, and where it asks for consent the apprentice has to have given it. */
export function recordingPermission(
  { recording }: Pick<Method, 'recording'>,
  consent: RecordingConsent,
): RecordingPermission {
  if (recording === null || recording.audio === 'none') return 'notInPlan';
  if (consent === 'refused') return 'consentRefused';
  return recording.consentRequired && consent === 'notAsked' ? 'consentNotAsked' : 'allowed';
}

/** Whether the apprentice is asked for consent to a recording. */
export const consentQuestion = z.enum(['none', 'optional', 'required']);
export type ConsentQuestion = z.infer<typeof consentQuestion>;

/** Whether the opening checklist asks for consent: not where the plan has no recording or wants no consent, and always where it requires the recording. */
export function consentQuestionOf({ recording }: Pick<Method, 'recording'>): ConsentQuestion {
  if (!recording?.consentRequired || recording.audio === 'none') return 'none';
  return recording.audio;
}

/** What closing depends on as far as the recording goes, in whole seconds. */
export interface RecordedTime {
  readonly consent: RecordingConsent;
  readonly recordedSeconds: number;
  readonly assessmentSeconds: number;
  /** Why there is no recording; empty where nobody has said. */
  readonly reason: string;
}

/** A gap between the recording and the assessment time that nobody has to be told of. */
const tolerableGap = 60;

/** What the recording leaves to be explained before the session is closed. Rule: a recording that the plan requires is there, or its absence is explained. */
export function recordingObstacles(method: Pick<Method, 'recording'>, facts: RecordedTime): readonly Obstacle[] {
  const { consent, recordedSeconds, assessmentSeconds, reason } = facts;
  if (method.recording?.audio !== 'required') return [];
  if (recordedSeconds === 0) {
    if (reason.trim() !== '') return [];
    const why = consent === 'refused' ? 'the apprentice did not consent' : 'nothing was recorded';
    const fact = `The plan asks for a recording and there is none: ${why}.`;
    return [{ rule: 'notRecorded', severity: 'blocks', message: `${fact} Say why.`, fact }];
  }
  const gap = assessmentSeconds - recordedSeconds;
  if (gap <= tolerableGap) return [];
  const message = `The plan asks for a recording; ${formatDuration(gap)} of the assessment time are not in it.`;
  return [{ rule: 'recordingIncomplete', severity: 'hint', message }];
}

/** The day from which a recording may be destroyed: so many months after the session began. Null where the plan sets no time. */
export function keptUntil({ recording }: Pick<Method, 'recording'>, begunAt: string): string | null {
  const months = recording?.retentionMonths;
  return months === undefined ? null : addMonths(begunAt.slice(0, 10), months);
}
