import { capitalised, formatClock } from '../british.ts';
import type { Obstacle } from './obstacle.ts';

/** What a session is stopped for at once. Rule: practice of assessment organisations, who ask for a record of each. */
export const stopKinds = ['danger', 'safeguarding', 'malpractice', 'illness'] as const;
export type StopKind = (typeof stopKinds)[number];

/** The kinds of stop in words, with what the assessor does first. */
export const stopNames: Readonly<Record<StopKind, { readonly name: string; readonly first: string }>> = {
  danger: { name: 'danger', first: 'Bring everybody to safety first. The record can be written afterwards.' },
  safeguarding: {
    name: 'a safeguarding concern',
    first:
      'Follow the setting’s safeguarding procedure and tell its designated lead. Write initials or roles, never names.',
  },
  malpractice: {
    name: 'suspected malpractice',
    first: 'Hold on to the evidence and accuse nobody. The result is withheld until the organisation has decided.',
  },
  illness: { name: 'illness', first: 'See to the person first. The session may go on later if the plan allows it.' },
};

/** What was recorded of a stop, the latest version. */
export interface StopRecord {
  /** When it was noticed, as a time of the day: 14:05. */
  readonly noticedAt: string;
  readonly what: string;
  readonly done: string;
  readonly told: string;
}

/** A stop of a session. Its record may be written once the first need is seen to. */
export interface SessionStop {
  readonly id: string;
  readonly kind: StopKind;
  readonly stoppedAt: string;
  readonly record: StopRecord | null;
  /** What the organisation decided on suspected malpractice. */
  readonly decision: { readonly outcome: 'unfounded' | 'upheld'; readonly reason: string; readonly by: string } | null;
}

/** A stop without its record: nobody can go on, close or sign before what happened is written down. */
export function stopObstacles(stops: readonly SessionStop[]): readonly Obstacle[] {
  return stops
    .filter(({ record }) => record === null)
    .map(({ kind, stoppedAt }) => ({
      rule: 'stopNotRecorded',
      severity: 'blocks',
      message: `The session was stopped at ${formatClock(stoppedAt)} for ${stopNames[kind].name}. Record what happened, what was done and who was told.`,
    }));
}

/** Why the result is withheld, in words; null where nothing withholds it. Rule: suspected malpractice holds the result back until it is decided. */
export function withheldBecause(stops: readonly SessionStop[]): string | null {
  const suspected = stops.filter(({ kind }) => kind === 'malpractice');
  if (suspected.some(({ decision }) => decision === null)) {
    return 'Malpractice is suspected, so the result is withheld. Record what the organisation decided.';
  }
  if (suspected.some(({ decision }) => decision?.outcome === 'upheld')) {
    return 'Malpractice was found, so there is no result of this attempt. Declare the attempt void.';
  }
  return null;
}

/** The stop in one paragraph, as a report states it. */
export function stopInWords({ kind, stoppedAt, record, decision }: SessionStop): string {
  const head = `${capitalised(stopNames[kind].name)}, stopped at ${formatClock(stoppedAt)}`;
  const told = record
    ? `, noticed at ${record.noticedAt}: ${sentence(record.what)} Done: ${sentence(record.done)} Told: ${sentence(record.told)}`
    : '.';
  if (decision === null) return head + told;
  const outcome = decision.outcome === 'unfounded' ? 'unfounded' : 'upheld';
  return `${head}${told} Decided by ${decision.by}: ${outcome}, ${sentence(decision.reason)}`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
