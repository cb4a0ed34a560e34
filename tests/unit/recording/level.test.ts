import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decibelsOf, isHeard, levelWord, shareOf } from '../../../renderer/recording/level.ts';

const constant = (value: number): Float32Array => new Float32Array(1000).fill(value);

test.each([
  [1, 0],
  [0.1, -20],
  [0.001, -60],
  [0, -100],
])('samples of %f are at %i dB', (value, decibels) => {
  expect(decibelsOf(constant(value))).toBeCloseTo(decibels, 3);
});

test('no samples are silence', () => {
  expect(decibelsOf(new Float32Array())).toBe(-100);
});

test.each([
  [-100, 'nothing heard'],
  [-60, 'nothing heard'],
  [-50, 'quiet'],
  [-20, 'good'],
  [-1, 'too loud'],
] as const)('%i dB: %s', (decibels, word) => {
  expect(levelWord(decibels)).toBe(word);
  expect(isHeard(decibels)).toBe(word !== 'nothing heard');
});

test('the meter’s share grows with the level and stays between nothing and all', () => {
  fc.assert(
    fc.property(
      fc.float({ min: -100, max: 20, noNaN: true }),
      fc.float({ min: 0, max: 50, noNaN: true }),
      (level, more) => {
        const share = shareOf(level);
        return share >= 0 && share <= 1 && shareOf(level + more) >= share;
      },
    ),
  );
});
