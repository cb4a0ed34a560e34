import type { Obstacle } from './obstacle.ts';
import type { Method } from './plan.ts';

/** Activities that the plan wants to happen and that were not ticked: each needs the reason why not. */
export function activityObstacles(method: Method, seen: ReadonlySet<string>, reason: string): readonly Obstacle[] {
  if (reason.trim() !== '') return [];
  return method.conditions.mandatoryActivities
    .filter(activity => !seen.has(activity))
    .map(activity => {
      const fact = `“${activity}” was not seen; the plan wants it to happen.`;
      return { rule: 'activityNotSeen', severity: 'blocks', message: `${fact} Tick it or say why not.`, fact };
    });
}
