import { expect, test } from 'vitest';
import { indexWebm, seekableHead } from '../../../electron/recordings/webm.ts';
import { tones } from '../../fixtures/recordings.ts';

test('the index of what a browser recorded: its length and where its clusters begin', () => {
  const index = indexWebm(tones);
  expect(index?.milliseconds).toBeGreaterThan(60_500);
  expect(index?.milliseconds).toBeLessThan(61_500);
  expect(index?.clusters.map(({ at }) => at)).toEqual([146, 93_661, 187_177]);
  expect(index?.clusters[0]?.milliseconds).toBe(0);
  expect(index?.clusters[1]?.milliseconds).toBeGreaterThan(29_000);
});

test('a recording that was cut anywhere is indexed as far as it is whole, and never longer', () => {
  const whole = indexWebm(tones);
  let before = 0;
  for (let length = 0; length <= tones.length; length += 997) {
    const milliseconds = indexWebm(tones.subarray(0, length))?.milliseconds ?? 0;
    expect(milliseconds).toBeGreaterThanOrEqual(before);
    before = milliseconds;
  }
  expect(before).toBeLessThanOrEqual(whole?.milliseconds ?? 0);
  expect(indexWebm(tones.subarray(0, 100))).toBeNull();
  expect(indexWebm(new Uint8Array(500))).toBeNull();
});

test('behind the new head the clusters lie where its index says, and it knows its length', () => {
  const index = indexWebm(tones);
  if (!index) throw new Error('There is no index.');
  const clusters = tones.subarray(index.clustersFrom);
  const head = seekableHead(index, clusters.length);
  const again = indexWebm(Buffer.concat([head, clusters]));
  expect(again?.milliseconds).toBe(index.milliseconds);
  expect(again?.clusters.map(({ at }) => at - head.length)).toEqual(
    index.clusters.map(({ at }) => at - index.clustersFrom),
  );
  const segmentContent = index.head.length + 12;
  for (const { at } of again?.clusters ?? []) {
    const position = (at - segmentContent).toString(16).padStart(16, '0');
    expect(head.toString('hex')).toContain(`f10100000000000008${position}`); // CueClusterPosition
  }
  const segmentSize = (head.length - segmentContent + clusters.length).toString(16).padStart(14, '0');
  expect(head.toString('hex')).toContain(`1853806701${segmentSize}`);
});
