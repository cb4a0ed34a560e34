import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPack } from '../../../electron/packs/open-pack.ts';
import { writePack } from '../../../electron/packs/write-pack.ts';
import { assessor, authorities, info, newFolder, noise, sampleFiles, signedBy, writeSample } from './sample-pack.ts';

const trusting = { authorities, signers: 'trusted' } as const;

describe('a pack', () => {
  it('gives back what was packed, who signed it and what it says of itself', async () => {
    const pack = await openPack(await writeSample(), trusting);
    expect(pack.info).toEqual(info);
    expect(pack.signer).toMatchObject({ name: 'Nia Example', organisation: 'Example Assessment', trust: 'trusted' });
    expect(pack.files.map(({ path }) => path)).toEqual(sampleFiles.map(({ path }) => path));
    for (const file of sampleFiles) {
      expect(await pack.read(file.path, 100_000)).toEqual(await file.open());
    }
    await pack.close();
  });

  it('is the same byte for byte when it is written again, however the content is cut into pieces', async () => {
    const sign = () => Buffer.from('a signature that does not change');
    const inCrumbs = sampleFiles.map(file => ({
      path: file.path,
      async *open() {
        const content = (await file.open()) as Buffer;
        for (let from = 0; from < content.length; from += 997) yield content.subarray(from, from + 997);
      },
    }));
    const [once, again] = [await writeSample({ sign }), await writeSample({ sign, files: inCrumbs })];
    expect(readFileSync(again).equals(readFileSync(once))).toBe(true);
  });

  it('is told by its hash and its size', async () => {
    const file = path.join(newFolder(), 'told.epapack');
    const told = await writePack(file, { info, files: sampleFiles, sign: signedBy(assessor) });
    const bytes = readFileSync(file);
    expect(told).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, files: 4 });
  });

  it('that was not finished leaves nothing behind, and what was there before stays', async () => {
    const folder = newFolder();
    const file = path.join(folder, 'kept.epapack');
    writeFileSync(file, 'the one before');
    const stopping = new AbortController();
    const files = [{ path: 'large.pdf', open: () => noise(4_000_000) }, ...sampleFiles];
    const writing = writePack(
      file,
      { info, files, sign: signedBy(assessor) },
      { signal: stopping.signal, progress: (_, bytes) => bytes > 1_000_000 && stopping.abort() },
    );
    await expect(writing).rejects.toMatchObject({ code: 'pack.cancelled' });
    expect(readdirSync(folder)).toEqual(['kept.epapack']);
    expect(readFileSync(file, 'utf8')).toBe('the one before');
  });

  it('is not written when a file of it cannot be read', async () => {
    const file = path.join(newFolder(), 'never.epapack');
    const files = [{ path: 'a.json', open: () => Promise.reject(new Error('the attachment is gone')) }];
    await expect(writePack(file, { info, files, sign: signedBy(assessor) })).rejects.toThrow('the attachment is gone');
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });
});
