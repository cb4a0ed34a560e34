import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startEnvelope } from '../../../electron/packs/envelope.ts';
import { unwrapKey, wrapKey } from '../../../electron/packs/key-wrap.ts';
import { openPack } from '../../../electron/packs/open-pack.ts';
import { readRecipient } from '../../../electron/packs/recipient.ts';
import { createReceiver } from '../../../electron/signing/identity.ts';
import { AppError } from '../../../shared/errors.ts';
import { inFolder, rawBag } from './raw-bag.ts';
import { rawZip } from './raw-zip.ts';
import {
  assessor,
  authorities,
  info,
  newFolder,
  noise,
  receiver,
  sampleFiles,
  stranger,
  writeSample,
} from './sample-pack.ts';

const folder = newFolder();
const to = { recipientCertificate: receiver.certificateDer };
const sampleContents = [...(await Promise.all(sampleFiles.map(file => file.open()))), ...rawBag().values()];
const reading = { authorities, signers: 'trusted', receivers: [receiver] } as const;

/** What opening a file with these bytes comes to: the code of the refusal, or `accepted`. */
async function verdict(bytes: Uint8Array, options: Parameters<typeof openPack>[1] = reading): Promise<string> {
  const file = path.join(folder, 'case.epapack');
  writeFileSync(file, bytes);
  try {
    const pack = await openPack(file, options);
    try {
      for (const { path: name } of pack.files) expect(sampleContents).toContainEqual(await pack.read(name, 400_000));
    } finally {
      await pack.close();
    }
    return 'accepted';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** A pack that somebody encrypts without the product’s writer. */
async function sealed(zip: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const envelope = await startEnvelope(async bytes => void pieces.push(bytes), readRecipient(receiver.certificateDer));
  await envelope.write(zip);
  await envelope.end();
  return Buffer.concat(pieces);
}

describe('an encrypted pack', () => {
  it('gives its receiver what was packed, whatever the sizes of its files', async () => {
    const files = [0, 1, 15, 16, 65_535, 65_536, 65_537, 300_001].map(size => ({
      path: `${size}.webm`,
      open: () => noise(size),
    }));
    const pack = await openPack(await writeSample({ files }, to), reading);
    expect(pack.encrypted).toBe(true);
    expect(pack.info.recipient).toMatch(/^[0-9a-f]{64}$/);
    for (const file of files) expect((await pack.read(file.path, 400_000)).equals(file.open())).toBe(true);
    await pack.close();
  });

  it('holds nothing that can be read in it, and nothing else lies beside it', async () => {
    const bytes = readFileSync(await writeSample({}, to));
    for (const word of ['PK\u0003\u0004', 'bag-info', 'assessment', info.id, 'Nia'])
      expect(bytes.includes(word)).toBe(false);
  });

  it('is refused to everybody else, in words', async () => {
    const bytes = readFileSync(await writeSample({}, to));
    const somebodyElse = await createReceiver({ commonName: 'Somebody else', now: new Date(), validYears: 1 });
    expect(await verdict(bytes, { ...reading, receivers: [] })).toBe('pack.encrypted');
    expect(await verdict(bytes, { ...reading, receivers: [somebodyElse, assessor] })).toBe('pack.encrypted');
  });

  it('is refused when it was addressed to somebody else and passed on', async () => {
    const plain = rawZip(inFolder(rawBag()));
    expect(await verdict(plain)).toBe('accepted');
    expect(await verdict(await sealed(plain))).toBe('pack.changed');
  });

  it('is refused when it was cut, or anything in it was changed', async () => {
    const bytes = readFileSync(await writeSample({ files: sampleFiles.slice(1, 2) }, to));
    expect(await verdict(bytes)).toBe('accepted');
    expect(await verdict(bytes.subarray(0, -1))).toBe('pack.damaged');
    expect(await verdict(bytes.subarray(0, 40))).toBe('pack.damaged');
    expect(await verdict(Buffer.concat([bytes, Buffer.alloc(16)]))).toBe('pack.damaged');
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ bits;
        if ((await verdict(changed)) !== 'accepted') refused += 1;
      }),
      { numRuns: 300 },
    );
    // Some bytes before the content mean nothing to a reader, such as the version of a part.
    expect(refused).toBeGreaterThan(285);
  });
});

describe('a certificate', () => {
  it('that is for signing is none to encrypt to', async () => {
    for (const { certificateDer } of [assessor, stranger]) {
      const writing = writeSample({}, { recipientCertificate: certificateDer });
      await expect(writing).rejects.toMatchObject({ code: 'pack.recipient' });
    }
  });
});

describe('the wrapping of a key', () => {
  it('is that of RFC 3394, by the example in its §4.6', () => {
    const wrapping = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
    const key = Buffer.from('00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f', 'hex');
    const wrapped = '28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21';
    expect(wrapKey(key, wrapping).toString('hex')).toBe(wrapped);
    expect(unwrapKey(Buffer.from(wrapped, 'hex'), wrapping)).toEqual(key);
    expect(unwrapKey(Buffer.from(wrapped, 'hex'), key)).toBeUndefined();
  });
});
