import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBounded } from '../../../electron/features/exchange/json-bounds.ts';

const bounded = (text: string): boolean => isBounded(Buffer.from(text));

describe('the JSON of a pack', () => {
  it.each([
    ['a great many empty lists', `[${'[],'.repeat(400_000)}[]]`],
    ['a great many entries', `{${Array.from({ length: 1001 }, (_, index) => `"${index}":1`).join()}}`],
    ['lists within lists within lists', '['.repeat(65) + ']'.repeat(65)],
    ['lists that are never closed', '['.repeat(1_000_000)],
  ])('is refused for %s', (_, text) => expect(bounded(text)).toBe(false));

  it('is taken however many commas and brackets are in its texts', () => {
    expect(bounded(JSON.stringify({ note: `${',[{"\\'.repeat(300_000)}`, more: ['\\', '\\"', ']'] }))).toBe(true);
    expect(bounded(JSON.stringify({ notes: Array(30_000).fill({ body: 'Words', ksbs: ['K1', 'S2'] }) }))).toBe(true);
  });

  it('of any kind but a huge one is taken', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), text => bounded(text)));
  });
});
