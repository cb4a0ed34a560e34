import { expect, it } from 'vitest';
import { openingProblemsOf, openingRulesOf, presenceWords, remoteChecksIn } from '../../../shared/domain/opening.ts';
import { aMethod } from './plans.ts';

const rules = openingRulesOf(aMethod());
const lines = {
  remote: false,
  remoteChecked: false,
  adjustmentPercent: 0,
  adjustments: '',
  adjustmentsConfirmed: false,
};

it.each([
  [{}, rules, []],
  [{ remote: true }, rules, ['remoteChecked']],
  [{ remote: true, remoteChecked: true }, rules, []],
  [{ remote: true, remoteChecked: true }, { ...rules, remoteAllowed: null }, []],
  [{ remote: true, remoteChecked: true }, { ...rules, remoteAllowed: false }, ['remote']],
  [{ adjustmentPercent: 25 }, rules, ['adjustmentsConfirmed']],
  [{ adjustments: 'A reader' }, rules, ['adjustmentsConfirmed']],
  [{ adjustments: 'A reader', adjustmentsConfirmed: true }, rules, []],
])('opening with %j leaves open what the plan asks for', (changed, plan, open) => {
  expect(Object.keys(openingProblemsOf(plan, { ...lines, ...changed }))).toEqual(open);
});

it('says what the plan allows and asks for', () => {
  expect(presenceWords(rules)).toBeUndefined();
  expect(presenceWords({ ...rules, mayBePresent: ['A reader', 'An interpreter'] })).toBe(
    'The plan allows: A reader; An interpreter.',
  );
  expect(remoteChecksIn({ ...rules, remoteIdentityCheck: true })).toContain('the identity document on camera');
  expect(remoteChecksIn(rules)).not.toContain('camera');
});
