import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../shared/domain/session.ts';
import { timeAllowed } from '../../../shared/domain/time-allowed.ts';
import {
  ledgerLines,
  ledgerTimes,
  leftWords,
  secondsOfEntry,
  timeStanding,
  timeStandings,
} from '../../../shared/domain/time-ledger.ts';
import { aMethod, aStretch } from './plans.ts';

const at = (clock: string) => `2026-11-21T${clock}:00.000Z`;
const ledger: readonly LedgerEntry[] = [
  aStretch({ partKey: 'watch', startedAt: at('14:00'), endedAt: at('14:40') }),
  aStretch({ kind: 'break', partKey: 'watch', startedAt: at('14:40'), endedAt: at('14:50'), reason: 'fire alarm' }),
  aStretch({ partKey: 'watch', startedAt: at('14:50'), endedAt: at('15:10'), measuredSeconds: 1199 }),
  aStretch({ partKey: 'ask', startedAt: at('15:10'), endedAt: null }),
];
const observation = aMethod({
  name: 'Observation with questions',
  parts: [
    { key: 'watch', name: 'Observation', minutes: 60 },
    { key: 'ask', name: 'Questions', minutes: 15 },
  ],
});

const bounds = { base: 600, adjusted: 600, lowest: 0, highest: 660 };

it.each([
  [0, '10:00 left'],
  [600, '00:00 left'],
  [630, '00:30 of the tolerance used'],
  [700, '00:40 over the time allowed'],
])('after %i seconds of 600 with 60 of tolerance: %s', (spent, words) => {
  expect(leftWords(timeStanding(spent, bounds))).toBe(words);
});

it('says nothing of the time left where the plan leaves it open', () => {
  expect(leftWords(timeStanding(5, { base: null, adjusted: null, lowest: null, highest: null }))).toBe('');
});

describe('the ledger', () => {
  it('adds up assessment time by part and keeps breaks apart', () => {
    const times = ledgerTimes(ledger, at('15:15'));
    expect(times).toMatchObject({ assessmentSeconds: 2400 + 1199 + 300, breakSeconds: 600 });
    expect(Object.fromEntries(times.partSeconds)).toEqual({ watch: 3599, ask: 300 });
    expect(times.running).toBe(ledger[3]);
  });

  it('has nothing running when every entry has ended', () => {
    expect(ledgerTimes(ledger.slice(0, 3), at('15:15')).running).toBeNull();
  });

  it('prefers what was measured to what the wall clock says', () => {
    expect(secondsOfEntry(aStretch({ measuredSeconds: 5 }), at('20:00'))).toBe(5);
  });

  it('never counts a negative stretch when the wall clock was set back', () => {
    expect(secondsOfEntry(aStretch({ startedAt: at('15:00'), endedAt: at('14:00') }), at('20:00'))).toBe(0);
    expect(secondsOfEntry(aStretch({ startedAt: at('15:00'), endedAt: null }), at('14:59'))).toBe(0);
  });

  it('reads in plain words for a report', () => {
    expect(ledgerLines(ledger, observation, at('15:15')).map(line => line.text)).toEqual([
      'Observation, 14:00 to 14:40: 40 min',
      'Break, 14:40 to 14:50: 10 min (fire alarm)',
      'Observation, 14:50 to 15:10: 19 min 59 s',
      'Questions, 15:10 still running: 5 min',
    ]);
    expect(ledgerLines(ledger, observation, at('15:15')).map(line => line.measured)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('sums to the same whatever the clocks did, and never below nought', () => {
    const minute = fc
      .integer({ min: 0, max: 600 })
      .map(value => new Date(Date.UTC(2026, 10, 21, 9, value)).toISOString());
    const entry = fc
      .record({
        kind: fc.constantFrom('part' as const, 'break' as const),
        partKey: fc.constantFrom('watch', 'ask'),
        startedAt: minute,
        endedAt: fc.option(minute),
        measuredSeconds: fc.option(fc.nat({ max: 4000 })),
      })
      .map(changes => aStretch(changes));
    fc.assert(
      fc.property(fc.array(entry), minute, (entries, now) => {
        const { assessmentSeconds, breakSeconds, partSeconds } = ledgerTimes(entries, now);
        const all = entries.reduce((sum, one) => sum + secondsOfEntry(one, now), 0);
        expect(assessmentSeconds + breakSeconds).toBe(all);
        expect([...partSeconds.values(), breakSeconds].every(seconds => seconds >= 0)).toBe(true);
      }),
    );
  });
});

describe('the standing of the time', () => {
  const bounds = { base: 3600, adjusted: 3600, lowest: 3240, highest: 3960 };

  it.each([
    [0, { state: 'within', leftSeconds: 3600, toleranceUsedSeconds: 0, overrunSeconds: 0, belowLowestSeconds: 3240 }],
    [3240, { state: 'within', leftSeconds: 360, belowLowestSeconds: 0 }],
    [3600, { state: 'within', leftSeconds: 0, leftWithToleranceSeconds: 360, toleranceUsedSeconds: 0 }],
    [3601, { state: 'inTolerance', leftSeconds: 0, leftWithToleranceSeconds: 359, toleranceUsedSeconds: 1 }],
    [3960, { state: 'inTolerance', toleranceUsedSeconds: 360, overrunSeconds: 0 }],
    [3961, { state: 'overrun', toleranceUsedSeconds: 360, overrunSeconds: 1, leftWithToleranceSeconds: 0 }],
  ])('after %i s', (spent, standing) => {
    expect(timeStanding(spent, bounds)).toMatchObject(standing);
  });

  it('is open where the plan leaves the time open', () => {
    expect(timeStanding(9999, { base: null, adjusted: null, lowest: null, highest: null })).toEqual({
      state: 'open',
      spentSeconds: 9999,
      leftSeconds: null,
      leftWithToleranceSeconds: null,
      toleranceUsedSeconds: 0,
      overrunSeconds: 0,
      belowLowestSeconds: 0,
    });
  });

  it('is told for the whole method and for each part', () => {
    const { total, parts } = timeStandings(ledgerTimes(ledger, at('15:35')), timeAllowed(observation, 0));
    expect(total).toMatchObject({ state: 'overrun', spentSeconds: 5099, overrunSeconds: 149 });
    expect(parts.get('watch')).toMatchObject({ state: 'within', leftSeconds: 1 });
    expect(parts.get('ask')).toMatchObject({ state: 'overrun', spentSeconds: 1500 });
  });

  it('starts at nought for a part that has not begun', () => {
    const { parts } = timeStandings(ledgerTimes(ledger.slice(0, 3), at('15:10')), timeAllowed(observation, 0));
    expect(parts.get('ask')).toMatchObject({ state: 'within', spentSeconds: 0, leftSeconds: 900 });
  });
});
