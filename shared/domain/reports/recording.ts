import { z } from 'zod';
import { recordingConsent, segmentEnd } from '../recording.ts';
import { day, instant, sha256 } from './common.ts';

/** What a report says of the recording of its session: the stretches with their hashes, so that each file can be told from every other. */
export const reportedRecording = z.strictObject({
  consent: recordingConsent,
  seconds: z.number().int().min(0),
  /** The day until which the plan has it kept; null where it sets none. */
  keptUntil: day.nullable(),
  stretches: z.array(
    z.strictObject({
      startedAt: instant,
      endedAt: instant,
      seconds: z.number().int().min(0),
      end: segmentEnd,
      reason: z.string().nullable(),
      /** Null where the stretch could not be read back when it ended. */
      sha256: sha256.nullable(),
    }),
  ),
});
export type ReportedRecording = z.infer<typeof reportedRecording>;
