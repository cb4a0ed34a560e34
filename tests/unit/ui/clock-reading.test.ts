import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockState, clockTicks, clockWords } from '../../../renderer/ui/clock-reading.ts';

describe('the clock of a part', () => {
  test.each([
    [3600, 'within'],
    [3601, 'tolerance'],
    [3960, 'tolerance'],
    [3961, 'over'],
  ])('after %i of 3,600 s with 3,960 allowed it is %s', (elapsed, state) => {
    expect(clockState(elapsed, 3600, 3960)).toBe(state);
  });

  test('says everything in words', () => {
    expect(clockWords(2467, 3600, 3960)).toBe('41:07 of 60:00, 66:00 with the tolerance');
    expect(clockWords(3700, 3600, 3960)).toBe('61:40 of 60:00, 66:00 with the tolerance; in the tolerance');
    expect(clockWords(1000, 900, 900)).toBe('16:40 of 15:00; past the time allowed');
  });

  test('its scale has a readable number of ticks, rising from 0 to no more than 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 24_000 }), seconds => {
        const ticks = clockTicks(seconds);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(41);
        expect(ticks[0]).toEqual({ at: 0, minutes: 0, isMajor: true });
        expect(ticks.every((tick, n) => n === 0 || tick.at > (ticks[n - 1]?.at ?? 0))).toBe(true);
        expect(ticks.at(-1)?.at).toBeLessThanOrEqual(100);
      }),
    );
  });
});
