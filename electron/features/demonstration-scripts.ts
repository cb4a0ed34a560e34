import { z } from 'zod';
import { openingChecklist } from '../../shared/contract/shapes.ts';
import { decision } from '../../shared/domain/judgement.ts';
import { noteKind } from '../../shared/domain/session.ts';

const minutes = z.number().min(0).max(600);

/** One fictional session, told minute by minute of assessment time. */
export const demonstrationScript = z.strictObject({
  schema: z.literal('epa-demonstration/1'),
  methodKey: z.string(),
  checklist: openingChecklist.omit({ independenceDeclared: true, briefingGiven: true }),
  breaks: z.array(z.strictObject({ minute: minutes, minutes, reason: z.string() })),
  parts: z.array(z.strictObject({ partKey: z.string(), minutes })).min(1),
  /** When the activities that the plan wants to see were seen, in the plan's order. */
  activities: z.array(minutes).default([]),
  notes: z.array(
    z.strictObject({
      minute: minutes,
      kind: noteKind,
      body: z.string(),
      ksbs: z.array(z.string()),
      follows: z.number().int().nullable(),
      struck: z.string().optional(),
    }),
  ),
  judgements: z.array(
    z.strictObject({ descriptorKey: z.string(), decision, rationale: z.string(), evidence: z.array(z.number().int()) }),
  ),
});
export type DemonstrationScript = z.infer<typeof demonstrationScript>;

/** Something that happens in a session at a minute of the wall clock after its start. */
export type Happening =
  | { readonly at: number; readonly kind: 'run'; readonly partKey: string }
  | { readonly at: number; readonly kind: 'break'; readonly reason: string }
  | { readonly at: number; readonly kind: 'activity'; readonly index: number }
  | { readonly at: number; readonly kind: 'note'; readonly index: number };

/** The script as a line of happenings in wall-clock minutes: breaks push back what comes after them. */
export function happenings(script: DemonstrationScript): readonly Happening[] {
  const wall = (minute: number): number =>
    minute + script.breaks.filter(pause => pause.minute < minute).reduce((sum, pause) => sum + pause.minutes, 0);
  const starts = script.parts.map(({ partKey }, index) => ({
    partKey,
    minute: script.parts.slice(0, index).reduce((sum, part) => sum + part.minutes, 0),
  }));
  const partAt = (minute: number): string => starts.findLast(part => part.minute <= minute)?.partKey ?? '';
  return [
    ...starts.map(({ partKey, minute }): Happening => ({ at: wall(minute), kind: 'run', partKey })),
    ...script.breaks.flatMap(({ minute, minutes, reason }): Happening[] => [
      { at: wall(minute), kind: 'break', reason },
      { at: wall(minute) + minutes, kind: 'run', partKey: partAt(minute) },
    ]),
    ...script.activities.map((minute, index): Happening => ({ at: wall(minute), kind: 'activity', index })),
    ...script.notes.map(({ minute }, index): Happening => ({ at: wall(minute), kind: 'note', index })),
  ].sort((a, b) => a.at - b.at);
}

/** Minutes of the wall clock from the start to the end of the session. */
export function lengthOf(script: DemonstrationScript): number {
  const sum = (lengths: readonly { readonly minutes: number }[]): number =>
    lengths.reduce((total, { minutes }) => total + minutes, 0);
  return sum(script.parts) + sum(script.breaks);
}
