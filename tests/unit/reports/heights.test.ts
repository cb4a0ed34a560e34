import { expect, it } from 'vitest';
import { estimatedHeight } from '../../../electron/reports/heights.ts';

it('counts the lines that a text fills, and those that it breaks itself', () => {
  const line = 10 * 1.33;
  expect(estimatedHeight('', 100, 10)).toBeCloseTo(line);
  expect(estimatedHeight('x'.repeat(20), 100, 10)).toBeCloseTo(line);
  expect(estimatedHeight('x'.repeat(21), 100, 10)).toBeCloseTo(2 * line);
  expect(estimatedHeight('a\nb\n', 100, 10)).toBeCloseTo(3 * line);
});

it('gives a height also for a column that is narrower than a letter', () => {
  expect(estimatedHeight('abc', 1, 10)).toBeCloseTo(3 * 13.3);
});
