/** Where an assessment is, as the organisation sees it. */
export const boardStages = ['unassigned', 'here', 'assigned', 'toReview', 'returned', 'toRelease', 'released'] as const;
export type BoardStage = (typeof boardStages)[number];

/** The stages as the board names them. */
export const boardStageNames: Readonly<Record<BoardStage, string>> = {
  unassigned: 'To assign',
  here: 'Under way here',
  assigned: 'With the assessor',
  toReview: 'To review',
  returned: 'Returned',
  toRelease: 'To release',
  released: 'Released',
};

/** What is known of an assessment when its place on the board is decided. Instants are ISO 8601. */
export interface BoardFacts {
  readonly addedAt: string;
  readonly changedAt: string;
  readonly isBegun: boolean;
  readonly assignment: {
    readonly assignedAt: string;
    readonly receivedAt: string | null;
    readonly answeredAt: string | null;
  } | null;
  readonly review: 'waiting' | 'notSampled' | 'agreed' | 'returned' | 'released';
  /** Of the latest review, or null before any. */
  readonly reviewedAt: string | null;
  readonly releasedAt: string | null;
  /** Whether every report is signed. */
  readonly isSigned: boolean;
}

/** The place on the board, since when it is there, and whether the assessor still has to be told what was decided. Rule: ours. */
export function boardPlace(facts: BoardFacts): {
  readonly stage: BoardStage;
  readonly since: string;
  readonly isAnswerDue: boolean;
} {
  const { assignment, reviewedAt, releasedAt } = facts;
  const [stage, since] = stageOf(facts);
  const decidedAt = [reviewedAt, releasedAt].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  const isAnswerDue =
    assignment !== null &&
    assignment.receivedAt !== null &&
    decidedAt !== null &&
    (stage === 'returned' || stage === 'released') &&
    (assignment.answeredAt ?? '') < decidedAt;
  return { stage, since, isAnswerDue };
}

function stageOf({ addedAt, changedAt, isBegun, isSigned, assignment, review, reviewedAt, releasedAt }: BoardFacts) {
  const at = (stage: BoardStage, since: string | null): readonly [BoardStage, string] => [stage, since ?? changedAt];
  if (assignment && assignment.receivedAt === null) return at('assigned', assignment.assignedAt);
  if (review === 'released') return at('released', releasedAt);
  if (review === 'returned') return at('returned', reviewedAt);
  if (!assignment && !isBegun) return at('unassigned', addedAt);
  if (!isSigned) return at('here', changedAt);
  const arrived = assignment?.receivedAt ?? changedAt;
  return review === 'waiting' ? at('toReview', arrived) : at('toRelease', reviewedAt ?? arrived);
}
