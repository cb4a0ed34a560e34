import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  appendChunk,
  type ChunkCount,
  type ChunkFile,
  createChunkFile,
  readAll,
  readPart,
} from '../../../electron/recordings/chunk-file.ts';
import { temporaryFolder } from '../workbench.ts';

const spoken = ['She told me ', 'within the ', 'hour, and I ', 'wrote it down.'].map(words => Buffer.from(words));
const overhead = 4 + 12 + 16;

function recorded(contents: readonly Uint8Array[] = spoken) {
  const folder = temporaryFolder();
  const file = createChunkFile(folder, 'segment');
  const count = appendAll(folder, file, contents);
  return { folder, file, count, onDisk: path.join(folder, file.fileName) };
}

function appendAll(folder: string, file: ChunkFile, contents: readonly Uint8Array[]): ChunkCount {
  return contents.reduce<ChunkCount>(
    (count, content) => ({ chunks: count.chunks + 1, sizeBytes: appendChunk(folder, file, count, content) }),
    { chunks: 0, sizeBytes: 0 },
  );
}

const damaged = expect.objectContaining({ code: 'recording.damaged' });

test('chunks come back as they were, whole or in part, and the file tells nothing of them', () => {
  const { folder, file, count, onDisk } = recorded();
  const whole = Buffer.concat(spoken);
  expect(readAll(folder, file, count)).toEqual(whole);
  for (const [from, to] of [
    [0, 5],
    [11, 13],
    [12, 23],
    [0, whole.length],
    [30, 4000],
    [4000, 5000],
  ] as const) {
    expect(readPart(folder, file, count, from, to)).toEqual(whole.subarray(from, to));
  }
  const stored = readFileSync(onDisk);
  expect(stored.length).toBe(whole.length + spoken.length * overhead);
  for (const words of spoken) expect(stored.includes(words)).toBe(false);
});

test('every flipped bit is found', () => {
  const { folder, file, count, onDisk } = recorded([Buffer.from('Yes'), Buffer.from('No')]);
  const whole = readFileSync(onDisk);
  for (let at = 0; at < whole.length * 8; at++) {
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
    writeFileSync(onDisk, flipped);
    expect(() => readAll(folder, file, count)).toThrow(damaged);
  }
});

describe('found as well', () => {
  const parts = (stored: Buffer): Buffer[] => {
    const ends = spoken.map((_, index) => Buffer.concat(spoken.slice(0, index + 1)).length + (index + 1) * overhead);
    return ends.map((end, index) => stored.subarray(ends[index - 1] ?? 0, end));
  };
  test.each<[string, (frames: readonly Buffer[]) => readonly (Buffer | undefined)[]]>([
    ['a chunk that was left out at the end', frames => frames.slice(0, -1)],
    ['one left out in the middle', ([a, b, , d]) => [a, b, d]],
    ['two that changed places', ([a, b, c, d]) => [a, c, b, d]],
    ['one that stands there twice', ([a, b, , d]) => [a, b, b, d]],
    ['one that was cut in the middle', ([a, b, c, d]) => [a, b, c, d?.subarray(0, 20)]],
  ])('%s', (_, change) => {
    const { folder, file, count, onDisk } = recorded();
    writeFileSync(onDisk, Buffer.concat(change(parts(readFileSync(onDisk))).filter(frame => frame !== undefined)));
    expect(() => readAll(folder, file, count)).toThrow(damaged);
  });

  test('a chunk of another recording with the same key', () => {
    const { folder, file, count } = recorded();
    expect(() => readAll(folder, { ...file, id: 'another' }, count)).toThrow(damaged);
  });

  test('an end that was cut off together with its count, when the next is to be appended', () => {
    const { folder, file, count, onDisk } = recorded();
    writeFileSync(onDisk, readFileSync(onDisk).subarray(0, 30));
    expect(() => appendChunk(folder, file, count, Buffer.from('more'))).toThrow(damaged);
  });
});

test('what a power cut left half written behind the last whole chunk is passed over and written over', () => {
  const { folder, file, count, onDisk } = recorded();
  writeFileSync(onDisk, Buffer.concat([readFileSync(onDisk), Buffer.alloc(700, 0x5a)]));
  expect(readAll(folder, file, count)).toEqual(Buffer.concat(spoken));
  const more = Buffer.from(' Then I rang.');
  const next = { chunks: count.chunks + 1, sizeBytes: appendChunk(folder, file, count, more) };
  expect(readAll(folder, file, next)).toEqual(Buffer.concat([...spoken, more]));
});

test('a missing file is told as missing', () => {
  const { folder, file, count, onDisk } = recorded();
  rmSync(onDisk);
  expect(() => readAll(folder, file, count)).toThrow(expect.objectContaining({ code: 'recording.missing' }));
});

test('a full disk is passed on as what it is', () => {
  const { folder, file, onDisk } = recorded([]);
  rmSync(onDisk);
  symlinkSync('/dev/full', onDisk);
  expect(() => appendChunk(folder, file, { chunks: 0, sizeBytes: 0 }, Buffer.from('words'))).toThrow(
    expect.objectContaining({ code: 'ENOSPC' }),
  );
});
