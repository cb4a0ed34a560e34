import { describe, expect, test } from 'vitest';
import { byUrgency, dueFirst, routeOfNext } from '../../../renderer/screens/home/next-due.ts';
import type { AssessmentRow } from '../../../shared/contract/workspace.ts';

const session = '0190a000-0000-7000-8000-0000000000aa';

function row(
  id: string,
  step: 'start' | 'resume' | 'judge' | 'sign' | null,
  part: Partial<AssessmentRow> = {},
): AssessmentRow {
  return {
    id,
    apprenticeName: id,
    standard: 'ST1030 Safeguarding support officer',
    planTitle: 'Plan',
    practice: true,
    stage: step === null ? 'signed' : 'inProgress',
    nextStep: '',
    next: step && { methodKey: 'observation', step },
    sessionId: session,
    changedAt: '2026-11-16T09:00:00Z',
    grade: null,
    ...part,
  };
}

describe('what is due first', () => {
  test('a session to resume goes before judging, judging before signing, signing before a start', () => {
    const rows = [
      row('done', null),
      row('start', 'start'),
      row('overall', null, { stage: 'readyToSign' }),
      row('sign', 'sign'),
      row('judge', 'judge'),
      row('resume', 'resume'),
    ];
    expect(byUrgency(rows).map(({ id }) => id)).toEqual(['resume', 'judge', 'sign', 'overall', 'start', 'done']);
  });

  test('of sessions to resume the latest comes first, of everything else what has waited longest', () => {
    const older = { changedAt: '2026-11-15T09:00:00Z' };
    expect(dueFirst([row('older', 'resume', older), row('newer', 'resume')])?.id).toBe('newer');
    expect(dueFirst([row('newer', 'judge'), row('older', 'judge', older)])?.id).toBe('older');
  });

  test('nothing is due where everything is signed', () => {
    expect(dueFirst([row('done', null)])).toBeUndefined();
    expect(dueFirst([])).toBeUndefined();
  });
});

describe('where the next step is done', () => {
  test.each([
    ['resume', { page: 'session', id: session }],
    ['judge', { page: 'judge', sessionId: session }],
    ['sign', { page: 'report', subject: { kind: 'method', sessionId: session } }],
    ['start', { page: 'assessment', id: 'a' }],
  ] as const)('%s', (step, route) => {
    expect(routeOfNext(row('a', step))).toEqual(route);
  });

  test('the overall report is signed on its own page; a signed assessment is looked at', () => {
    const subject = { kind: 'overall', assessmentId: 'a' };
    expect(routeOfNext(row('a', null, { stage: 'readyToSign' }))).toEqual({ page: 'report', subject });
    expect(routeOfNext(row('a', null))).toEqual({ page: 'assessment', id: 'a' });
  });
});
