import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../../electron/cli/epa.ts';
import { createAuthority } from '../../../electron/signing/identity.ts';
import { authority, info, newFolder, writeSample } from '../packs/sample-pack.ts';

const folder = newFolder();
const root = path.join(folder, 'root.pem');
writeFileSync(root, authority.certificatePem);

async function check(...words: readonly string[]) {
  let out = '';
  let err = '';
  const status = await runCommand(['packs', 'check', ...words], {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
  });
  return { status, out, err };
}

test('a pack that is well is told with its kind, its maker and its signer', async () => {
  const { status, out } = await check(await writeSample(), '--trust', root);
  expect(out).toMatch(
    /sample\.epapack {2}Whole, unchanged {2}Result \(practice\) {2}21 November 2026, 14:05 GMT {2}Nia Example, trusted/,
  );
  expect(out).toContain('1 pack checked, all are well.');
  expect(status).toBe(0);
});

test('a pack that is not well is told with the reason, beside those that are', async () => {
  const broken = path.join(folder, 'broken.epapack');
  writeFileSync(broken, 'no pack at all, but long enough to be looked at');
  const { status, out } = await check(await writeSample(), broken);
  expect(out).toMatch(/broken\.epapack {2}REFUSED/);
  expect(out).toContain('The pack is damaged: its end is missing');
  expect(out).toContain('2 packs checked, 1 not well.');
  expect(status).toBe(1);
});

test('a signer who is none of those that are trusted is not well', async () => {
  const other = path.join(folder, 'other.pem');
  writeFileSync(other, (await createAuthority({ commonName: 'Other', now: new Date(), validYears: 1 })).certificatePem);
  const { status, out } = await check(await writeSample(), '--trust', other);
  expect(out).toMatch(/NOT TRUSTED/);
  expect(status).toBe(1);
});

test('the same can be had as JSON', async () => {
  const { status, out } = await check(await writeSample(), '--json');
  expect(JSON.parse(out)).toMatchObject([
    { file: 'sample.epapack', ok: true, info, signer: { name: 'Nia Example', trust: 'unknown issuer' }, files: 4 },
  ]);
  expect(status).toBe(0);
});

test('without a file it says how it is used', async () => {
  expect(await check()).toMatchObject({ status: 2, err: expect.stringContaining('packs check FILE') });
});
