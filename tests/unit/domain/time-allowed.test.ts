import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Method, Part, Tolerance } from '../../../shared/domain/plan.ts';
import { timeAllowed } from '../../../shared/domain/time-allowed.ts';
import { aMethod } from './plans.ts';

const minutes = 60;
const sixtyAndFifteen: Part[] = [
  { key: 'watch', name: 'Observation', minutes: 60 },
  { key: 'ask', name: 'Questions', minutes: 15 },
];

function method(tolerance: Partial<Tolerance>, changes: Partial<Method> = {}): Method {
  const whole: Tolerance = { minusPercent: 0, plusPercent: 10, scope: 'whole', allocation: 'free', ...tolerance };
  return aMethod({ parts: sixtyAndFifteen, tolerance: whole, ...changes });
}

describe('the time allowed in published plans', () => {
  it.each<[name: string, parts: readonly number[], plus: number, minus: number, highest: number, lowest: number]>([
    ['observation 60 + 15, +10 %', [60, 15], 10, 0, 82.5, 75],
    ['observation 60 + 30, +10 %', [60, 30], 10, 0, 99, 90],
    ['observation 50 + 30, +10 %', [50, 30], 10, 0, 88, 80],
    ['discussion 90, +10 %', [90], 10, 0, 99, 90],
    ['two observations of 30 and 30 of questions, ±10 %', [30, 30, 30], 10, 10, 99, 81],
  ])('%s', (_, parts, plusPercent, minusPercent, highest, lowest) => {
    const planned = method(
      { plusPercent, minusPercent },
      { parts: parts.map((time, index) => ({ key: `p${index}`, name: `Part ${index}`, minutes: time })) },
    );
    const base = parts.reduce((sum, time) => sum + time, 0);
    expect(timeAllowed(planned, 0).total).toEqual({
      base: base * minutes,
      adjusted: base * minutes,
      lowest: lowest * minutes,
      highest: highest * minutes,
    });
  });
});

describe('a reasonable adjustment', () => {
  it('comes before the tolerance where that is a share of the adjusted time', () => {
    const { total } = timeAllowed(method({}, { toleranceOn: 'adjustedTime' }), 25);
    expect(total).toMatchObject({ adjusted: 75 * 1.25 * minutes, highest: Math.round(75 * 1.25 * 1.1 * minutes) });
  });

  it('leaves the tolerance as it is where that is a share of the plan’s time', () => {
    const { total } = timeAllowed(method({}, { toleranceOn: 'planTime' }), 25);
    expect(total).toMatchObject({ adjusted: 75 * 1.25 * minutes, highest: (75 * 1.25 + 7.5) * minutes });
  });

  it('cannot be negative or unknown', () => {
    expect(() => timeAllowed(method({}), -1)).toThrow(RangeError);
    expect(() => timeAllowed(method({}), Number.NaN)).toThrow(RangeError);
  });
});

describe('the tolerance', () => {
  it.each<[scope: Tolerance['scope'], allocation: Tolerance['allocation'], watch: number, ask: number, total: number]>([
    ['whole', 'free', 67.5, 22.5, 82.5],
    ['whole', 'perPart', 66, 16.5, 82.5],
    ['whole', 'lastPart', 60, 22.5, 82.5],
    ['part', 'free', 67.5, 22.5, 82.5],
    ['part', 'perPart', 66, 16.5, 82.5],
    ['part', 'lastPart', 60, 16.5, 76.5],
  ])('of the %s, spent %s, allows so much to each part', (scope, allocation, watch, ask, total) => {
    const allowed = timeAllowed(method({ scope, allocation }), 0);
    expect(allowed.parts.map(part => part.highest)).toEqual([watch * minutes, ask * minutes]);
    expect(allowed.total.highest).toBe(total * minutes);
  });

  it('counts as none where the plan leaves it open', () => {
    const { total } = timeAllowed(aMethod({ tolerance: null }), 0);
    expect(total).toEqual({ base: 3600, adjusted: 3600, lowest: 3600, highest: 3600 });
  });

  it('starts from the range of minutes where a part has one', () => {
    const part = { key: 'talk', name: 'Discussion', minutes: 60, minimumMinutes: 50, maximumMinutes: 70 };
    const { total } = timeAllowed(method({ minusPercent: 10 }, { parts: [part] }), 0);
    expect(total).toEqual({ base: 3600, adjusted: 3600, lowest: 45 * minutes, highest: 77 * minutes });
  });
});

describe('extra time', () => {
  it('is an entitlement: it lengthens the time allowed, not the shortest time', () => {
    const { total } = timeAllowed(method({ minusPercent: 10, plusPercent: 10 }), 25);
    const plain = timeAllowed(method({ minusPercent: 10, plusPercent: 10 }), 0).total;
    expect(total.lowest).toBe(plain.lowest);
    expect(total.adjusted).toBe((plain.adjusted ?? 0) * 1.25);
  });
});

describe('a part that the plan leaves open', () => {
  it('leaves its own times and the total open, and the other parts’ known', () => {
    const parts = [{ key: 'watch', name: 'Observation', minutes: null }, sixtyAndFifteen[1] as Part];
    const allowed = timeAllowed(method({ allocation: 'perPart' }, { parts }), 0);
    const open = { base: null, adjusted: null, lowest: null, highest: null };
    expect(allowed.total).toEqual(open);
    expect(allowed.parts[0]).toEqual({ partKey: 'watch', name: 'Observation', ...open });
    expect(allowed.parts[1]).toMatchObject({ base: 900, highest: 990 });
    const free = timeAllowed(method({ allocation: 'free', minusPercent: 10 }, { parts }), 0);
    expect(free.parts[1]).toMatchObject({ base: 900, lowest: 810, highest: 990 });
  });
});

describe('any time allowed', () => {
  const anyMethod = fc
    .record({
      times: fc.array(fc.integer({ min: 1, max: 180 }), { minLength: 1, maxLength: 4 }),
      minusPercent: fc.integer({ min: 0, max: 100 }),
      plusPercent: fc.integer({ min: 0, max: 100 }),
      scope: fc.constantFrom('whole' as const, 'part' as const),
      allocation: fc.constantFrom('free' as const, 'perPart' as const, 'lastPart' as const),
      toleranceOn: fc.constantFrom('adjustedTime' as const, 'planTime' as const),
    })
    .map(({ times, toleranceOn, ...tolerance }) =>
      aMethod({
        parts: times.map((time, index) => ({ key: `p${index}`, name: `Part ${index}`, minutes: time })),
        tolerance,
        toleranceOn,
      }),
    );
  const adjustment = fc.integer({ min: 0, max: 200 });

  it('is in whole seconds, with lowest ≤ adjusted ≤ highest and base ≤ adjusted', () => {
    fc.assert(
      fc.property(anyMethod, adjustment, (planned, percent) => {
        const allowed = timeAllowed(planned, percent);
        for (const { base, adjusted, lowest, highest } of [allowed.total, ...allowed.parts]) {
          const times = [lowest, adjusted, highest, base].map(time => time ?? Number.NaN);
          expect(times.every(Number.isInteger)).toBe(true);
          expect(times.slice(0, 3)).toEqual(times.slice(0, 3).toSorted((a, b) => a - b));
          expect(base ?? 0).toBeLessThanOrEqual(adjusted ?? 0);
        }
      }),
    );
  });

  it('gives no part more than the whole method has above the other parts', () => {
    fc.assert(
      fc.property(anyMethod, adjustment, (planned, percent) => {
        const { total, parts } = timeAllowed(planned, percent);
        const adjusted = parts.reduce((sum, part) => sum + (part.adjusted ?? 0), 0);
        for (const part of parts) {
          const others = adjusted - (part.adjusted ?? 0);
          expect((part.highest ?? 0) + others).toBeLessThanOrEqual((total.highest ?? 0) + parts.length);
        }
      }),
    );
  });

  it('grows with the adjustment', () => {
    fc.assert(
      fc.property(anyMethod, adjustment, (planned, percent) => {
        const [less, more] = [timeAllowed(planned, percent).total, timeAllowed(planned, percent + 5).total];
        expect(more.highest ?? 0).toBeGreaterThan(less.highest ?? 0);
      }),
    );
  });
});
