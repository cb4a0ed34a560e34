import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteRange } from '../../../electron/byte-range.ts';

test.each([
  [null, 'whole'],
  ['', 'whole'],
  ['bytes=0-', { from: 0, to: 100 }],
  ['bytes=10-19', { from: 10, to: 20 }],
  ['bytes=90-500', { from: 90, to: 100 }],
  ['bytes=-10', { from: 90, to: 100 }],
  ['bytes=-500', { from: 0, to: 100 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['lines=1-2', 'whole'],
  ['bytes=-', 'whole'],
])('of a file of 100 bytes, %s asks for %o', (header, asked) => {
  expect(byteRange(header, 100)).toEqual(asked);
});

test('no header ever asks for bytes outside the file', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(1000), (first, last, size) => {
      for (const header of [`bytes=${first}-${last}`, `bytes=${first}-`, `bytes=-${last}`]) {
        const asked = byteRange(header, size);
        if (typeof asked === 'string') continue;
        expect(asked.from).toBeGreaterThanOrEqual(0);
        expect(asked.to).toBeGreaterThan(asked.from);
        expect(asked.to).toBeLessThanOrEqual(size);
      }
    }),
  );
});
