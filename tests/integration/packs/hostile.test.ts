import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPack } from '../../../electron/packs/open-pack.ts';
import { AppError } from '../../../shared/errors.ts';
import { v1Cases, v097InvalidCases, v097ValidCases, warningCases } from './bagit-cases.ts';
import { brokenEntries, brokenFiles, contents, names } from './hostile-cases.ts';
import { inFolder, rawBag } from './raw-bag.ts';
import { rawZip } from './raw-zip.ts';
import { authorities, info, newFolder } from './sample-pack.ts';

const folder = newFolder();

/** The code of the refusal, or `accepted`; whatever is thrown must be in words. */
async function verdict(bytes: Buffer): Promise<string> {
  const file = path.join(folder, 'case.epapack');
  writeFileSync(file, bytes);
  try {
    const pack = await openPack(file, { authorities, signers: 'trusted' });
    await pack.close();
    return 'accepted';
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    const { code, message } = error as AppError;
    expect(message).toMatch(/^[A-Z“].{40,}[.)]$/su);
    expect(message).not.toMatch(/undefined|NaN|\[object|\p{Cc}|\p{Bidi_Control}/u);
    expect(readdirSync(folder)).toEqual(['case.epapack']);
    return code;
  }
}

describe('a pack made by hand', () => {
  it('is accepted when nothing is wrong with it', async () => {
    expect(await verdict(rawZip(inFolder(rawBag())))).toBe('accepted');
  });
});

describe('a file that is no whole pack is refused in words', () => {
  it.each(brokenFiles)('%s', async (_, code, bytes) => expect(await verdict(bytes())).toBe(code));
});

describe('a pack is refused in words when one of its files has', () => {
  it.each(brokenEntries)('%s', async (_, code, bytes) => expect(await verdict(bytes())).toBe(code));
});

describe('a pack is refused in words for', () => {
  it.each(names)('%s', async (_, code, bytes) => expect(await verdict(bytes())).toBe(code));
});

describe('a pack is refused in words because of', () => {
  it.each(contents)('%s', async (_, code, bytes) => expect(await verdict(bytes())).toBe(code));
});

describe('of the kinds of the BagIt conformance suite', () => {
  it.each([...v1Cases, ...v097ValidCases, ...v097InvalidCases, ...warningCases])('%s', async (_, expected, bytes) =>
    expect(await verdict(bytes())).toBe(expected),
  );
});

describe('a signer who is not trusted', () => {
  it('is told to a reader who accepts anybody', async () => {
    const file = path.join(folder, 'case.epapack');
    writeFileSync(file, rawZip(inFolder(rawBag())));
    const nobody = {};
    const pack = await openPack(file, { authorities: nobody, signers: 'anybody' });
    expect(pack.info.id).toBe(info.id);
    expect(pack.signer).toMatchObject({ name: 'Nia Example', trust: 'unknown issuer' });
    await pack.close();
    await expect(openPack(file, { authorities: nobody, signers: 'trusted' })).rejects.toMatchObject({
      code: 'pack.signer',
    });
  });
});

describe('an open pack', () => {
  it('does not hand out a file that was changed since it was checked', async () => {
    const file = path.join(folder, 'case.epapack');
    const bytes = rawZip(inFolder(rawBag()));
    writeFileSync(file, bytes);
    const pack = await openPack(file, { authorities, signers: 'trusted' });
    const at = bytes.indexOf('{"a":1}');
    writeFileSync(file, Buffer.concat([bytes.subarray(0, at), Buffer.from('{"a":9}'), bytes.subarray(at + 7)]));
    await expect(pack.read('a.json', 100)).rejects.toMatchObject({ code: 'pack.damaged' });
    await expect(pack.read('b/c.txt', 3)).rejects.toMatchObject({ code: 'pack.tooLarge' });
    await expect(pack.read('b/d.txt', 100)).rejects.toMatchObject({ code: 'pack.missing' });
    expect((await pack.read('b/c.txt', 100)).toString()).toBe('some words\n');
    await pack.close();
  });

  it('is told of as missing when there is no such file, and as a folder when it is one', async () => {
    const options = { authorities, signers: 'trusted' } as const;
    await expect(openPack(path.join(folder, 'nowhere'), options)).rejects.toMatchObject({ code: 'pack.unreadable' });
    await expect(openPack(folder, options)).rejects.toMatchObject({ code: 'pack.unreadable' });
  });
});
