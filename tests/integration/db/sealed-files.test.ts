import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginSealedFile, readSealed, sweepIncoming } from '../../../electron/db/sealed-files.ts';
import { temporaryFolder } from '../workbench.ts';

const chunk = 64 * 1024;

/** Seals the content in pieces of the given sizes, over and over. */
function seal(folder: string, content: Uint8Array, pieces: readonly number[] = [1000]) {
  const writer = beginSealedFile(folder);
  for (let at = 0, turn = 0; at < content.length; turn += 1) {
    const size = pieces[turn % pieces.length] ?? 1;
    writer.write(content.subarray(at, at + size));
    at += size;
  }
  return writer.finish();
}

test('whatever the sizes of the pieces and of the content, any stretch of it comes back as it was', () => {
  const folder = temporaryFolder();
  const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7];
  fc.assert(
    fc.property(
      fc.constantFrom(...sizes),
      fc.array(fc.integer({ min: 1, max: 2 * chunk }), { minLength: 1, maxLength: 4 }),
      fc.nat(4 * chunk),
      fc.nat(4 * chunk),
      (size, pieces, from, length) => {
        const content = randomBytes(size);
        const stored = seal(folder, content, pieces);
        expect(stored).toMatchObject({
          sizeBytes: size,
          sha256: createHash('sha256').update(content).digest('hex'),
        });
        const stretch = readSealed(folder, stored, from, from + length);
        expect(stretch.equals(content.subarray(from, from + length))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('the sealed file is named by its hash and tells nothing of its content', () => {
  const folder = temporaryFolder();
  const stored = seal(folder, Buffer.from('Portfolio of Zoë Example'.repeat(5000)));
  expect(readdirSync(folder)).toEqual([stored.fileName]);
  const sealed = readFileSync(path.join(folder, stored.fileName));
  expect(createHash('sha256').update(sealed).digest('hex')).toBe(stored.fileName);
  expect(sealed.includes('Example')).toBe(false);
});

test('a file that was given up, and what a crash left of one, are gone', () => {
  const folder = temporaryFolder();
  const given = beginSealedFile(folder);
  given.write(randomBytes(100));
  given.abandon();
  given.abandon();
  expect(readdirSync(folder)).toEqual([]);
  const lost = beginSealedFile(folder);
  lost.write(randomBytes(3 * chunk));
  const kept = seal(folder, Buffer.from('kept'));
  expect(readdirSync(folder)).toHaveLength(2);
  sweepIncoming(folder);
  expect(readdirSync(folder)).toEqual([kept.fileName]);
});

test('a changed byte, a cut, chunks in another order and another file’s chunk are all found', () => {
  const folder = temporaryFolder();
  const content = randomBytes(3 * chunk);
  const stored = seal(folder, content);
  const file = path.join(folder, stored.fileName);
  const whole = readFileSync(file);
  const sealedChunk = chunk + 16;
  const isRefused = (bytes: Uint8Array, why: string): void => {
    writeFileSync(file, bytes);
    expect(() => readSealed(folder, stored, 0, content.length), why).toThrow(
      expect.objectContaining({ code: 'attachment.damaged' }),
    );
  };
  for (const at of [0, 15, 16, 5000, 16 + sealedChunk - 1, 16 + 2 * sealedChunk, whole.length - 1]) {
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    isRefused(changed, `byte ${at}`);
  }
  for (const length of [0, 16, 30, 16 + sealedChunk, 16 + 2 * sealedChunk, whole.length - 1]) {
    isRefused(whole.subarray(0, length), `cut to ${length}`);
  }
  const [one, two, three] = [0, 1, 2].map(index =>
    whole.subarray(16 + index * sealedChunk, 16 + (index + 1) * sealedChunk),
  );
  const heading = whole.subarray(0, 16);
  isRefused(Buffer.concat([heading, two ?? heading, one ?? heading, three ?? heading]), 'another order');
  const other = seal(folder, content);
  const foreign = readFileSync(path.join(folder, other.fileName));
  isRefused(
    Buffer.concat([heading, foreign.subarray(16, 16 + sealedChunk), two ?? heading, three ?? heading]),
    'foreign',
  );
  rmSync(file);
  expect(() => readSealed(folder, stored, 0, 1)).toThrow(expect.objectContaining({ code: 'attachment.missing' }));
});

test('a large file is written and read with constant memory', () => {
  const folder = temporaryFolder();
  const piece = randomBytes(1024 * 1024);
  const megabytes = 192;
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const writer = beginSealedFile(folder);
  for (let count = 0; count < megabytes; count += 1) {
    writer.write(piece);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  const stored = writer.finish();
  for (let at = 0; at < stored.sizeBytes; at += piece.length) {
    expect(readSealed(folder, stored, at, at + 100).equals(piece.subarray(0, 100))).toBe(true);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(stored.sizeBytes).toBe(megabytes * piece.length);
  expect(statSync(path.join(folder, stored.fileName)).size).toBeGreaterThan(stored.sizeBytes);
  expect(most).toBeLessThan(100 * 1024 * 1024);
});
