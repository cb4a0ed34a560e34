import type { Method } from './plan.ts';

/** What a plan says of opening a session. */
export interface OpeningRules {
  /** Null where the plan leaves it open. */
  readonly remoteAllowed: boolean | null;
  readonly remoteIdentityCheck: boolean;
  /** Who may be present beside the apprentice, in the plan's words. */
  readonly mayBePresent: readonly string[];
}

/** The opening rules of a method. */
export const openingRulesOf = ({ conditions }: Method): OpeningRules => ({
  remoteAllowed: conditions.remoteAllowed,
  remoteIdentityCheck: conditions.remoteIdentityCheck ?? false,
  mayBePresent: conditions.mayBePresent,
});

/** The lines of the opening checklist that these rules look at. */
export interface OpeningLines {
  readonly remote: boolean;
  readonly remoteChecked: boolean;
  readonly adjustmentPercent: number;
  readonly adjustments: string;
  readonly adjustmentsConfirmed: boolean;
}

/** What the remote checks are, in one sentence; the plan may ask for an identity check of its own. */
export const remoteChecksIn = ({ remoteIdentityCheck }: OpeningRules): string =>
  `The apprentice showed the room${remoteIdentityCheck ? ' and the identity document on camera' : ''}, nobody else is there, the connection is steady, and it was agreed what happens if it breaks.`;

/** What stands in the way of beginning, by the line that it is about. Rules: remote only where the plan does not forbid it and after its checks; adjustments in force are confirmed with the apprentice first. */
export function openingProblemsOf(
  rules: OpeningRules,
  lines: OpeningLines,
): Partial<Record<'remote' | 'remoteChecked' | 'adjustmentsConfirmed', string>> {
  const hasAdjustment = lines.adjustmentPercent > 0 || lines.adjustments.trim() !== '';
  return {
    ...(lines.remote && rules.remoteAllowed === false
      ? { remote: 'The plan does not allow this method to be held remotely.' }
      : {}),
    ...(lines.remote && !lines.remoteChecked
      ? { remoteChecked: 'Carry out the remote checks before the clock starts.' }
      : {}),
    ...(hasAdjustment && !lines.adjustmentsConfirmed
      ? { adjustmentsConfirmed: 'Confirm with the apprentice that the adjustments are in place.' }
      : {}),
  };
}

/** Who may be present by the plan, in one sentence; undefined where the plan says nothing. */
export const presenceWords = ({ mayBePresent }: OpeningRules): string | undefined =>
  mayBePresent.length === 0 ? undefined : `The plan allows: ${mayBePresent.join('; ')}.`;
