import type { AssessmentRow } from '../../../shared/contract/workspace.ts';
import type { Route } from '../../routes.ts';

type Next = Pick<AssessmentRow, 'id' | 'next' | 'sessionId' | 'stage'>;

/** What cannot wait first: a session that runs, then judging while it is fresh, then signing, then what has not begun. Rule: ours, as in the stages of one assessment. */
const order = ['resume', 'judge', 'sign', 'overall', 'start', 'none'] as const;
type Step = (typeof order)[number];

/** What is to be done next with an assessment; `overall` is the signing of its overall report. */
export function stepOf({ next, stage }: Pick<Next, 'next' | 'stage'>): Step {
  return next?.step ?? (stage === 'readyToSign' ? 'overall' : 'none');
}

/** The assessments by urgency; of those alike, what was touched longest ago comes first, but a session to resume is the latest one. */
export function byUrgency(rows: readonly AssessmentRow[]): readonly AssessmentRow[] {
  return rows.toSorted((a, b) => {
    const [first, second] = [stepOf(a), stepOf(b)];
    if (first !== second) return order.indexOf(first) - order.indexOf(second);
    const older = a.changedAt < b.changedAt ? -1 : 1;
    return first === 'resume' ? -older : older;
  });
}

/** The one thing that is due first; undefined when everything is done. */
export function dueFirst(rows: readonly AssessmentRow[]): AssessmentRow | undefined {
  return byUrgency(rows).find(row => stepOf(row) !== 'none');
}

/** The page on which the next step is done; the assessment's own page where a session has yet to begin or nothing is left. */
export function routeOfNext(row: Next): Route {
  const assessment: Route = { page: 'assessment', id: row.id };
  switch (stepOf(row)) {
    case 'resume':
      return row.sessionId ? { page: 'session', id: row.sessionId } : assessment;
    case 'judge':
      return row.sessionId ? { page: 'judge', sessionId: row.sessionId } : assessment;
    case 'sign':
      return row.sessionId ? { page: 'report', subject: { kind: 'method', sessionId: row.sessionId } } : assessment;
    case 'overall':
      return { page: 'report', subject: { kind: 'overall', assessmentId: row.id } };
    case 'start':
    case 'none':
      return assessment;
  }
}
