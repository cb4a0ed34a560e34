import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptList, type CountedSession, type OverallResult } from '../../../shared/domain/dfe/attempt-list.ts';

const held = (id: string, day: string, kind: CountedSession['kind'] = 'first', isVoid = false): CountedSession => ({
  id,
  kind,
  isVoid,
  heldAt: `2026-${day}T10:00:00.000Z`,
});
const observation = held('observation', '09-01');
const discussion = held('discussion', '09-08');
const again = held('discussion 2', '10-01', 'resit');

const result = (
  grade: OverallResult['grade'],
  sessions: readonly CountedSession[],
  change: Partial<OverallResult> = {},
): OverallResult => ({ grade, sessions, released: true, isOverturned: false, ...change });
const failed = result('fail', [observation, discussion]);
const passed = result('pass', [observation, again]);

describe('the attempts that the service is told of', () => {
  test('are one for a result, dated by its last method', () => {
    expect(attemptList([failed])).toEqual({
      attempts: [{ at: '2026-09-08T10:00:00.000Z', outcome: 'Fail', kind: 'first', released: true }],
      grade: 'fail',
      hasLater: false,
    });
  });

  test('are two after a re-sit, and the second is named as one', () => {
    const list = attemptList([failed, passed]);
    expect(list.attempts.map(({ outcome, kind }) => [outcome, kind])).toEqual([
      ['Fail', 'first'],
      ['Pass', 'resit'],
    ]);
    expect(list.grade).toBe('pass');
  });

  test('call it a re-take where any method was re-taken', () => {
    const both = [held('observation 2', '10-02', 'retake'), again];
    expect(attemptList([failed, result('pass', both)]).attempts.at(-1)?.kind).toBe('retake');
  });

  test('end with the latest that is released, and say that another waits', () => {
    expect(attemptList([failed, { ...passed, released: false }])).toMatchObject({ grade: 'fail', hasLater: true });
    expect(attemptList([{ ...failed, released: false }])).toEqual({ attempts: [], grade: null, hasLater: false });
  });

  test('hold an earlier one that was never released, marked', () => {
    const { attempts } = attemptList([{ ...failed, released: false }, passed]);
    expect(attempts.map(({ released }) => released)).toEqual([false, true]);
  });

  test('count a correction once, and nothing while it waits for its release', () => {
    const overturned = { ...failed, isOverturned: true };
    expect(attemptList([overturned, result('pass', failed.sessions, { released: false })]).attempts).toEqual([]);
    expect(attemptList([overturned, result('pass', failed.sessions)]).attempts).toMatchObject([
      { outcome: 'Pass', kind: 'first' },
    ]);
  });

  test('leave out what rests on a void session', () => {
    const isVoid = result('fail', [observation, { ...discussion, isVoid: true }]);
    expect(attemptList([isVoid, passed]).attempts).toMatchObject([{ outcome: 'Pass', kind: 'first' }]);
  });

  test('never end with one that is not released, and never hold an overturned or void one', () => {
    const results = fc.array(
      fc.record({
        grade: fc.constantFrom<OverallResult['grade']>('fail', 'pass', 'distinction'),
        released: fc.boolean(),
        isOverturned: fc.boolean(),
        sessions: fc.array(
          fc.record({
            id: fc.constantFrom('a', 'b', 'c'),
            kind: fc.constantFrom<CountedSession['kind']>('first', 'resit', 'retake'),
            isVoid: fc.boolean(),
            heldAt: fc.constantFrom('2026-09-01T10:00:00.000Z', '2026-10-01T10:00:00.000Z'),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(results, all => {
        const sound = all.filter(one => !one.isOverturned && one.sessions.every(({ isVoid }) => !isVoid));
        const { attempts, grade } = attemptList(all);
        expect(attempts.at(-1)?.released ?? true).toBe(true);
        expect(attempts.length).toBeLessThanOrEqual(sound.length);
        expect(grade === null).toBe(attempts.length === 0);
        expect(attempts.filter(({ kind }) => kind === 'first')).toHaveLength(Math.min(attempts.length, 1));
      }),
    );
  });
});
