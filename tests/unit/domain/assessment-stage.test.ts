import { describe, expect, it } from 'vitest';
import { assessmentProgress, type MethodProgress, stageNames } from '../../../shared/domain/assessment-stage.ts';
import type { SessionState } from '../../../shared/domain/session.ts';

function progress(
  ...states: readonly (readonly [SessionState | null, blocking?: number])[]
): readonly MethodProgress[] {
  return states.map(([sessionState, blocking = 0], index) => ({
    methodKey: ['observation', 'discussion'][index] ?? '',
    methodName: ['Observation with questions', 'Professional discussion'][index] ?? '',
    sessionState,
    isRecorded: false,
    blocking,
  }));
}

describe('the stage of an assessment', () => {
  it('asks for the outcome of a method that is held elsewhere, until its session was begun here', () => {
    const [first, ...rest] = progress([null], [null]);
    if (!first) throw new Error('There is no method');
    const recorded = { ...first, isRecorded: true };
    expect(assessmentProgress([recorded, ...rest]).nextStep).toBe('Record the outcome: observation with questions');
    expect(assessmentProgress([{ ...recorded, sessionState: 'planned' }, ...rest]).nextStep).toBe(
      'Start: observation with questions',
    );
  });

  it.each([
    [progress([null], [null]), 'notStarted', 'Start: observation with questions'],
    [progress(['planned'], [null]), 'notStarted', 'Start: observation with questions'],
    [progress(['running'], [null]), 'inProgress', 'Resume: observation with questions'],
    [progress(['closed', 4], ['paused']), 'inProgress', 'Resume: professional discussion'],
    [progress(['closed', 4], [null]), 'inProgress', 'Judge: observation with questions'],
    [progress(['signed'], ['planned']), 'inProgress', 'Start: professional discussion'],
    [progress(['closed', 0], ['closed', 2]), 'judging', 'Judge: professional discussion'],
    [progress(['signed'], ['closed', 2]), 'judging', 'Judge: professional discussion'],
    [progress(['closed', 0], ['closed', 0]), 'readyToSign', 'Sign the report: observation with questions'],
    [progress(['signed'], ['closed', 0]), 'readyToSign', 'Sign the report: professional discussion'],
    [progress(['signed'], ['signed']), 'signed', 'Every report is signed.'],
  ] as const)('%j is %s; next: %s', (methods, stage, nextStep) => {
    expect(assessmentProgress(methods)).toMatchObject({ stage, nextStep });
    expect(stageNames[stage]).toMatch(/^[A-Z]/);
  });

  it('leads to the method that comes next, and nowhere when all is done', () => {
    expect(assessmentProgress(progress(['signed'], ['closed', 1])).next).toEqual({
      methodKey: 'discussion',
      step: 'judge',
    });
    expect(assessmentProgress(progress(['signed'], ['signed'])).next).toBeNull();
  });
});
