import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenPack, openPack } from '../../../electron/packs/open-pack.ts';
import { AppError } from '../../../shared/errors.ts';
import { inFolder, rawBag } from './raw-bag.ts';
import { rawZip } from './raw-zip.ts';
import { authorities, newFolder, noise, writeSample } from './sample-pack.ts';

const folder = newFolder();
const file = path.join(folder, 'mutated.epapack');

/** Small, so that few changes fall where they mean nothing. */
const written = readFileSync(
  await writeSample({
    files: [
      { path: 'pack.json', open: () => Buffer.from('{"assessments":["one","two"]}\n'.repeat(4)) },
      { path: 'report.pdf', open: () => noise(900) },
      { path: 'empty.txt', open: () => Buffer.alloc(0) },
    ],
  }),
);
const another = rawZip(inFolder(rawBag()));

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('cut'), at, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('repeat'), at, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('insert'), at, bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
  fc.record({ kind: fc.constant('overwrite'), at, bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
  fc.record({ kind: fc.constant('splice'), at, from: at, length: fc.integer({ min: 1, max: 800 }) }),
);

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(bytes: Buffer, change: Mutation): Buffer {
  const position = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.subarray(0, position), bytes.subarray(position)];
  if ('bits' in change) return Buffer.concat([before, Buffer.from([(after[0] ?? 0) ^ change.bits]), after.subarray(1)]);
  if ('from' in change) {
    const start = Math.floor(change.from * another.length);
    const taken = another.subarray(start, start + change.length);
    return Buffer.concat([before, taken, after.subarray(taken.length)]);
  }
  if ('bytes' in change)
    return Buffer.concat([before, change.bytes, after.subarray(change.kind === 'insert' ? 0 : change.bytes.length)]);
  return Buffer.concat([
    before,
    change.kind === 'cut' ? after.subarray(change.length) : Buffer.concat([after.subarray(0, change.length), after]),
  ]);
}

async function everything(pack: OpenPack): Promise<unknown> {
  const contents = [];
  for (const { path: name } of pack.files) contents.push([name, (await pack.read(name, 10_000)).toString('base64')]);
  return { contents, info: pack.info, signer: pack.signer.certificate.sha256, tags: pack.tagManifestSha256 };
}

/** All that a pack hands out, or `refused`. Anything thrown but an AppError fails the test. */
async function reading(bytes: Buffer): Promise<unknown> {
  writeFileSync(file, bytes);
  try {
    const pack = await openPack(file, { authorities, signers: 'trusted' });
    try {
      return await everything(pack);
    } finally {
      await pack.close();
    }
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    throw error;
  }
}

const original = await reading(written);

describe('a pack that was changed in whatever way', () => {
  it('is refused, or gives exactly what was signed', async () => {
    expect(original).not.toBe('refused');
    const outcomes = { refused: 0, same: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async changes => {
        const read = await reading(changes.reduce(mutated, written));
        if (read !== 'refused') expect(read).toEqual(original);
        outcomes[read === 'refused' ? 'refused' : 'same'] += 1;
      }),
      { numRuns: 600 },
    );
    expect(outcomes.refused).toBeGreaterThan(400);
  });

  it('is refused or the same for each single bit that is turned over in its headers', async () => {
    const end = written.length;
    const headers = [...Array(80).keys(), ...Array.from({ length: 700 }, (_, index) => end - 1 - index)];
    let same = 0;
    for (const position of headers) {
      const bytes = Buffer.from(written);
      bytes[position] = (bytes[position] ?? 0) ^ (1 << (position % 8));
      const read = await reading(bytes);
      if (read === 'refused') continue;
      expect(read).toEqual(original);
      same += 1;
    }
    // What no reader goes by: the dates, the versions, and the permissions of a file.
    expect(same / headers.length).toBeLessThan(0.25);
  });
});
