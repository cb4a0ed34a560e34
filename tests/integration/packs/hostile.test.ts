import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPack } from '../../../electron/packs/open-pack.ts';
import { revocationList } from '../../../electron/signing/authority.ts';
import { readCertificate } from '../../../electron/signing/certificates.ts';
import { AppError } from '../../../shared/errors.ts';
import { v1Cases, v097InvalidCases, v097ValidCases, warningCases } from './bagit-cases.ts';
import { brokenEntries, brokenFiles, contents, names } from './hostile-cases.ts';
import { inFolder, rawBag } from './raw-bag.ts';
import { rawZip } from './raw-zip.ts';
import { assessor, authorities, authority, info, newFolder } from './sample-pack.ts';

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

describe('a signer whose certificate was withdrawn', () => {
  it('before the pack was made is refused, and told with a remark when it was later', async () => {
    const file = path.join(folder, 'case.epapack');
    writeFileSync(file, rawZip(inFolder(rawBag())));
    const serial = readCertificate(assessor.certificateDer).x509.serialNumber.toLowerCase();
    const withdrawn = async (at: string) => {
      const revoked = [{ serial, at: new Date(at), reason: 'keyCompromise' }] as const;
      const [now, nextUpdate] = [new Date('2026-11-22T09:00:00Z'), new Date('2026-12-22T09:00:00Z')];
      const { der } = await revocationList({ authority, revoked, now, nextUpdate });
      return { authorities: { ...authorities, revocationLists: [der] }, signers: 'trusted' } as const;
    };
    const before = await withdrawn('2026-11-21T14:01:00Z');
    await expect(openPack(file, before)).rejects.toMatchObject({ code: 'pack.signer' });
    const pack = await openPack(file, await withdrawn('2026-11-22T08:00:00Z'));
    expect(pack.signer.remarks[0]).toContain('after the signature was made');
    await pack.close();
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

  it('is told of as missing when there is no such file, and as what it is when it is a folder, a pipe or a device', async () => {
    const options = { authorities, signers: 'trusted' } as const;
    await expect(openPack(path.join(folder, 'nowhere'), options)).rejects.toMatchObject({ code: 'pack.unreadable' });
    await expect(openPack(folder, options)).rejects.toMatchObject({ code: 'pack.unreadable' });
    const pipe = path.join(newFolder(), 'pipe.epapack');
    execFileSync('mkfifo', [pipe]);
    await expect(openPack(pipe, options)).rejects.toMatchObject({ code: 'pack.unreadable' });
    await expect(openPack('/dev/zero', options)).rejects.toMatchObject({ code: 'pack.unreadable' });
  });
});
