import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { writePack } from '../../../electron/packs/write-pack.ts';
import { inFolder, type RawFiles, rawBag } from './raw-bag.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';
import { assessor, authority, info, newFolder, noise, signedBy } from './sample-pack.ts';

const folder = newFolder();
const file = path.join(folder, 'large.epapack');
const root = path.join(folder, 'root.der');
writeFileSync(root, authority.certificateDer);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a process that does nothing else takes to open the file. */
function openAlone(): { readonly outcome: string; readonly peakMegabytes: number } {
  const script = fileURLToPath(new URL('open-alone.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, file, root], { encoding: 'utf8', timeout: 120_000 }));
}

const bag = (): readonly RawEntry[] => inFolder(rawBag());
const enlarged = (name: string, content: Buffer): Buffer =>
  rawZip(
    inFolder(rawBag({ tags: (files: RawFiles) => void files.set(name, content) })).map(entry => {
      const packed = deflateRawSync(entry.content);
      return { ...entry, packed, both: { method: 8 } };
    }),
  );

const MEGABYTE = 2 ** 20;
const limit = 200;

describe('opening takes less than 200 MB for', () => {
  it.each([
    [
      'a bomb of 150 MB in 150 kB that is refused by its claim',
      'pack.bomb',
      () => {
        const zeros = deflateRawSync(Buffer.alloc(150 * MEGABYTE));
        return rawZip([
          ...bag(),
          {
            name: `${info.id}/data/zeros`,
            content: Buffer.alloc(0),
            packed: zeros,
            both: { method: 8, size: 150 * MEGABYTE },
          },
        ]);
      },
    ],
    [
      'a bomb that claims to be small',
      'pack.irregular',
      () => {
        const zeros = deflateRawSync(Buffer.alloc(150 * MEGABYTE));
        return rawZip(
          bag().map((entry, index) => (index === 0 ? { ...entry, packed: zeros, both: { method: 8 } } : entry)),
        );
      },
    ],
    ['a manifest of 15 MB', 'pack.manifest', () => enlarged('manifest-sha256.txt', Buffer.alloc(15 * MEGABYTE, 'x'))],
    [
      'a manifest of a million empty lines',
      'pack.manifest',
      () => enlarged('manifest-sha256.txt', Buffer.alloc(15 * MEGABYTE, '\n')),
    ],
    [
      'a bag-info.txt of 15 MB',
      'pack.irregular',
      () => enlarged('bag-info.txt', Buffer.alloc(15 * MEGABYTE, 'a: b\n')),
    ],
    [
      'a bag-info.txt of one long folded line',
      'pack.irregular',
      () => enlarged('bag-info.txt', Buffer.concat([Buffer.from('a: b'), Buffer.alloc(15 * MEGABYTE, '\n ')])),
    ],
    [
      'a signature of 15 MB',
      'pack.irregular',
      () =>
        rawZip(
          inFolder(rawBag({ afterwards: files => void files.set('signature.p7s', Buffer.alloc(15 * MEGABYTE, 0x30)) })),
        ),
    ],
    [
      '60,000 empty files',
      'pack.changed',
      () =>
        rawZip([
          ...bag(),
          ...Array.from({ length: 59_000 }, (_, index) => ({
            name: `${info.id}/data/${index}.txt`,
            content: Buffer.alloc(0),
          })),
        ]),
    ],
    [
      'a table of contents of 16 MB',
      'pack.tooLarge',
      () => rawZip([], { end: { files: 1, length: 17 * MEGABYTE, offset: 0 }, before: Buffer.alloc(17 * MEGABYTE) }),
    ],
  ] as const)('%s', (_, code, bytes) => {
    writeFileSync(file, bytes());
    const { outcome, peakMegabytes } = openAlone();
    expect(outcome).toBe(code);
    expect(peakMegabytes).toBeLessThan(limit);
  });

  it('a file of 10 GB', () => {
    const handle = openSync(file, 'w');
    const end = rawZip(bag());
    ftruncateSync(handle, 10 * 2 ** 30);
    writeSync(handle, end, 0, end.length, 10 * 2 ** 30);
    closeSync(handle);
    const { outcome, peakMegabytes } = openAlone();
    expect(outcome).toBe('pack.tooLarge');
    expect(peakMegabytes).toBeLessThan(limit);
  });

  it('a right pack of 300 MB, which is written in constant memory too', async () => {
    const content = noise(MEGABYTE);
    async function* recording() {
      for (let done = 0; done < 100; done += 1) yield content;
    }
    const before = process.memoryUsage().rss;
    let most = 0;
    await writePack(
      file,
      {
        info,
        files: ['a.webm', 'b.webm', 'c.txt'].map(name => ({ path: name, open: recording })),
        sign: signedBy(assessor),
      },
      { progress: () => (most = Math.max(most, process.memoryUsage.rss() - before)) },
    );
    expect(most / MEGABYTE).toBeLessThan(limit);
    const { outcome, peakMegabytes } = openAlone();
    expect(outcome).toBe('accepted');
    expect(peakMegabytes).toBeLessThan(limit);
  });
});
