import { z } from 'zod';
import type { Method } from './plan.ts';

const words = z.string().trim().min(1).max(500);

/** Where the outcome of a method that was held elsewhere comes from. The decisions and the score are recorded apart, so that the grade is computed as ever. */
export const recordedOutcome = z.strictObject({
  /** The day on which it was held. */
  heldOn: z.iso.date(),
  /** Who held and marked it: name and role. */
  heldBy: words,
  /** The record that the outcome is taken from: a mark sheet, a result of the test service, with its date or number. */
  source: words,
});
export type RecordedOutcome = Readonly<z.infer<typeof recordedOutcome>>;

/**
 * Whether a method's outcome may be recorded without a session of ours. Rule: ours, after the practice of published plans: observations and
 * professional discussions are held with the workbench, unless the plan has the provider or the centre mark them.
 */
export function mayBeRecorded({ kind, markedBy }: Pick<Method, 'kind' | 'markedBy'>): boolean {
  const isHeldByUs = kind === 'observation' || kind === 'professionalDiscussion';
  return !isHeldByUs || (markedBy !== undefined && markedBy !== 'assessmentOrganisation');
}

/** Whether its outcome is usually recorded rather than its session held: a test, a project that is marked, and what others mark. Rule: ours. */
export function isUsuallyRecorded(method: Pick<Method, 'kind' | 'markedBy'>): boolean {
  const isMarkedByOthers = method.markedBy !== undefined && method.markedBy !== 'assessmentOrganisation';
  return method.kind === 'test' || method.kind === 'project' || isMarkedByOthers;
}

/** A day as a moment for documents that want one: noon in UTC is the same day all over the United Kingdom. */
export const momentOfDay = (day: string): string => `${day}T12:00:00.000Z`;
