import { describe, expect, it } from 'vitest';
import { roughSize } from '../../../electron/rough-size.ts';

const limit = 1000;

describe('the rough size of an input', () => {
  it.each([
    ['a long text', 'x'.repeat(600)],
    ['bytes', new Uint8Array(1001)],
    ['a buffer', new ArrayBuffer(1001)],
    ['many small parts', Array.from({ length: 200 }, () => ({}))],
    ['long names', { ['x'.repeat(600)]: 1 }],
    ['a map', new Map([['a', 'x'.repeat(600)]])],
    ['a set', new Set(['x'.repeat(600)])],
    ['something deep', Array.from({ length: 300 }).reduce<unknown>(inner => [inner], 'x')],
  ])('of %s is over the limit', (_, value) => {
    expect(roughSize(value, limit)).toBeGreaterThan(limit);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a note', { body: 'x'.repeat(200), ksbs: ['K1', 'S2'] }],
    ['bytes', new Uint8Array(900)],
  ])('of %s is under the limit', (_, value) => {
    expect(roughSize(value, limit)).toBeLessThan(limit);
  });

  it('of a ring ends', () => {
    const ring: { self?: unknown } = {};
    ring.self = ring;
    expect(roughSize(ring, limit)).toBeGreaterThan(limit);
  });
});
