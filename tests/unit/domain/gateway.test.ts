import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessmentPeriodEnd,
  gatewayBar,
  gatewayObstacles,
  mayNotApply,
  type RequirementRecord,
  requirementStates,
} from '../../../shared/domain/gateway.ts';
import type { GatewayRequirement } from '../../../shared/domain/plan.ts';

const dbs: GatewayRequirement = { key: 'dbs', kind: 'dbs', title: 'DBS check', mandatory: true };
const english: GatewayRequirement = {
  key: 'english',
  kind: 'qualification',
  title: 'English and maths',
  mandatory: true,
  appliesIf: 'May be waived from 19 on',
};
const meeting: GatewayRequirement = { key: 'meeting', kind: 'planningMeeting', title: 'Meeting', mandatory: false };

describe('what keeps the gateway from being confirmed', () => {
  test.each<[GatewayRequirement, RequirementRecord['state'] | null, string[]]>([
    [dbs, null, ['Not recorded yet: DBS check.']],
    [dbs, 'met', []],
    [dbs, 'notMet', ['Not met: DBS check.']],
    [dbs, 'notApplicable', ['Mandatory, so it always applies: DBS check.']],
    [english, null, ['Not recorded yet: English and maths.']],
    [english, 'notApplicable', []],
    [english, 'notMet', ['Not met: English and maths.']],
    [meeting, null, []],
    [meeting, 'notMet', []],
    [meeting, 'notApplicable', []],
  ])('%o found %s', (requirement, state, obstacles) => {
    const records = state === null ? [] : [{ requirementKey: requirement.key, state }];
    expect(gatewayObstacles({ gateway: [requirement] }, records)).toEqual(obstacles);
  });

  test('with everything met nothing is in the way, and each thing not met is named once', () => {
    const requirements = fc.uniqueArray(
      fc.record({
        key: fc.stringMatching(/^[a-z]{1,8}$/),
        kind: fc.constant('other' as const),
        title: fc.stringMatching(/^[a-z]{1,8}$/),
        mandatory: fc.boolean(),
      }),
      { selector: ({ key }) => key },
    );
    fc.assert(
      fc.property(requirements, fc.func(fc.constantFrom(...requirementStates)), (gateway, stateOf) => {
        const all = (state: RequirementRecord['state']) => gateway.map(({ key }) => ({ requirementKey: key, state }));
        expect(gatewayObstacles({ gateway }, all('met'))).toEqual([]);
        const mixed = gateway.map(({ key }) => ({ requirementKey: key, state: stateOf(key) }));
        const wrong = gateway.filter(each => {
          const state = stateOf(each.key);
          return each.mandatory && (state === 'notMet' || (state === 'notApplicable' && !mayNotApply(each)));
        });
        expect(gatewayObstacles({ gateway }, mixed)).toHaveLength(wrong.length);
      }),
    );
  });
});

test.each([
  ['2026-11-21', 3, '2027-02-21'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-11-30', null, null],
])('from the gateway on %s, %s months end on %s', (on, epaPeriodMonths, end) => {
  const programme = { typicalMonthsToGateway: null, minimumMonths: null, epaPeriodMonths };
  expect(assessmentPeriodEnd({ programme }, on)).toBe(end);
});

test.each([
  ['epa', false, false, 'blocks'],
  ['epa', true, false, 'hint'],
  ['epa', false, true, null],
  ['epa', true, true, null],
  ['aap', false, false, null],
] as const)(
  'a gateway in the %s model, practice %s, confirmed %s: %s',
  (planModel, isPractice, isConfirmed, severity) => {
    expect(gatewayBar({ planModel }, isPractice, isConfirmed)?.severity ?? null).toBe(severity);
  },
);
