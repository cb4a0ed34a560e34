import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOfPlace, planInForce, valueAtPath, withDispensation } from '../../../shared/domain/plan-dispensations.ts';
import { valueAt } from '../../../shared/domain/plan-edits.ts';
import { findingsIn } from '../../../shared/domain/plan-findings.ts';
import { aMethod, aPlan, smallFramework, validPlan } from './plans.ts';

const path = 'methods.discussion.parts.talk.minutes';
const plan = aPlan([aMethod()], {
  dispensations: [
    { from: '2026-11-10', to: '2026-11-20', reason: 'Flood', path, value: 45 },
    { from: '2026-11-18', reason: 'Later', path, value: 50 },
  ],
});
const minutesOn = (day: string) => planInForce(plan, day).methods[0]?.parts[0]?.minutes;

describe('a dispensation', () => {
  it.each([
    ['2026-11-09', 60],
    ['2026-11-10', 45],
    ['2026-11-17', 45],
    ['2026-11-18', 50],
    ['2026-11-20', 50],
    ['2027-01-01', 50],
  ])('on %s makes it %s minutes', (day, minutes) => {
    expect(minutesOn(day)).toBe(minutes);
  });

  it.each([
    [path, 30],
    ['resits.cap', 'merit'],
    ['methods.discussion.conditions.remoteAllowed', false],
    ['methods.discussion.themes.a.descriptors.a1.text', 'Other words'],
    ['appeals', []],
    ['effectiveTo', '2027-01-01'],
  ])('can change %s', (where, value) => {
    const changed = withDispensation(plan, { from: '2026-11-21', reason: 'x', path: where, value });
    expect(changed && valueAtPath(changed, where)).toEqual(value);
  });

  it.each([
    ['', 1],
    ['nowhere', 1],
    ['methods.nowhere.name', 'x'],
    ['methods.9.name', 'x'],
    [path, 'an hour'],
    ['resits.cap', 'excellent'],
    ['methods.discussion.key', 'other'],
    ['dispensations', []],
    ['schema', 'epa-plan/1'],
    ['__proto__.polluted', 1],
    ['constructor', 1],
    ['methods.discussion.parts.talk.minutes.deeper', 1],
  ])('cannot change %j to %j', (where, value) => {
    expect(withDispensation(plan, { from: '2026-11-21', reason: 'x', path: where, value })).toBeNull();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('that leads nowhere changes nothing, and is found', () => {
    const stray = { from: '2026-11-21', reason: 'x', path: 'nowhere', value: 1 };
    const faulty = { ...aPlan([aMethod()]), dispensations: [stray] };
    expect(planInForce(faulty, '2026-12-01')).toEqual(faulty);
    expect(findingsIn(faulty, smallFramework)).toContainEqual(
      expect.objectContaining({ rule: 'dispensationsFit', place: ['dispensations', 0, 'value'] }),
    );
  });

  it('that breaks another rule is found with what it breaks', () => {
    const fail = { from: '2026-11-21', reason: 'x', path: 'resits.cap', value: 'fail' };
    const messages = findingsIn({ ...plan, dispensations: [fail] }, smallFramework).map(({ message }) => message);
    expect(messages).toContain(
      'With dispensation 1: A re-sit is capped at fail, which cannot be passed or is no overall grade.',
    );
  });

  it('finds every parameter again by the path of its place', () => {
    fc.assert(
      fc.property(validPlan, any => {
        for (const [index, method] of any.methods.entries()) {
          for (const part of method.parts.keys()) {
            const place = ['methods', index, 'parts', part, 'minutes'];
            expect(valueAtPath(any, pathOfPlace(any, place))).toBe(valueAt(any, place));
          }
        }
      }),
    );
  });
});
