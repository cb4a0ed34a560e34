import { formatCount } from '../../../shared/british.ts';
import type { BoardLine } from '../../../shared/contract/organisation.ts';
import { type BoardStage, boardStageNames, boardStages } from '../../../shared/domain/packs/board-stage.ts';
import type { StatusTone } from '../../ui/status-tag.tsx';

/** The tone that seconds a stage's word. */
export const stageTones: Readonly<Record<BoardStage, StatusTone>> = {
  unassigned: 'open',
  here: 'info',
  assigned: 'waiting',
  toReview: 'info',
  returned: 'not-met',
  toRelease: 'warning',
  released: 'met',
};

/** What the board can be narrowed to: everything, a stage, or what the assessors still have to be told. */
export type BoardScope = 'all' | 'answerDue' | BoardStage;

/** Whether a line is in the scope. */
export const isIn = (scope: BoardScope, { stage, isAnswerDue }: BoardLine): boolean =>
  scope === 'all' || (scope === 'answerDue' ? isAnswerDue : stage === scope);

/** The scopes with how many assessments are in each. */
export function scopes(lines: readonly BoardLine[]): readonly { readonly id: BoardScope; readonly title: string }[] {
  const titled = (id: BoardScope, title: string) => ({
    id,
    title: `${title} (${lines.filter(line => isIn(id, line)).length})`,
  });
  return [
    titled('all', 'Everything'),
    ...boardStages.map(stage => titled(stage, boardStageNames[stage])),
    titled('answerDue', 'To tell the assessor'),
  ];
}

const dayInMs = 86_400_000;

/** For how long an assessment has been where it is: `today`, `1 day`, `12 days`. */
export function ageWords(since: string, now: string): string {
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / dayInMs);
  return days < 1 ? 'today' : formatCount(days, 'day');
}
