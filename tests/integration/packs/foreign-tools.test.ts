import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { authority, info, newFolder, receiver, sampleFiles, writeSample } from './sample-pack.ts';

const folder = newFolder();
const root = path.join(folder, 'root.pem');
const bag = path.join(folder, info.id);
let pack: string;

const run = (command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, { cwd: bag, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(async () => {
  pack = await writeSample();
  writeFileSync(root, authority.certificatePem);
  execFileSync('unzip', ['-q', pack, '-d', folder]);
});

describe('a pack, as tools see it that are not ours', () => {
  it('is a whole zip with one folder, for unzip and for yauzl', async () => {
    expect(run('unzip', '-t', pack)).toContain('No errors detected');
    expect(readdirSync(folder).sort()).toEqual([info.id, 'root.pem']);
    const zip = await yauzl.openPromise(pack, { lazyEntries: true });
    const contents = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry())
      contents.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    for (const file of sampleFiles) expect(contents.get(`${info.id}/data/${file.path}`)).toEqual(await file.open());
  });

  it('is a bag whose manifests are right for sha256sum and sha512sum, and list all of its content', () => {
    for (const hash of ['sha256', 'sha512']) {
      expect(run(`${hash}sum`, '--check', '--strict', `tagmanifest-${hash}.txt`).match(/: OK/g)).toHaveLength(4);
      const checked = run(`${hash}sum`, '--check', '--strict', `manifest-${hash}.txt`);
      expect(checked.trimEnd().split('\n').sort()).toEqual(sampleFiles.map(file => `data/${file.path}: OK`).sort());
    }
    expect(run('find', 'data', '-type', 'f').trimEnd().split('\n')).toHaveLength(sampleFiles.length);
  });

  it('is valid for a BagIt validator written from the RFC alone', () => {
    const validator = path.join(import.meta.dirname, '../../independent/validate-bag.py');
    expect(run('python3', validator, pack)).toBe('valid BagIt 1.0 bag, 4 payload files\n');
  });

  it('is signed for openssl, by the organisation’s assessor', () => {
    const verifying = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'signature.p7s', '-purpose', 'any'];
    const signed = ['-content', 'tagmanifest-sha256.txt', '-out', path.join(folder, 'out'), '-CAfile', root];
    const { status, stderr } = spawnSync('openssl', [...verifying, ...signed], { cwd: bag, encoding: 'utf8' });
    expect(stderr).toMatch(/CMS Verification successful/i);
    expect(status).toBe(0);
    const other = ['-content', 'tagmanifest-sha512.txt', '-out', path.join(folder, 'out'), '-CAfile', root];
    expect(spawnSync('openssl', [...verifying, ...other], { cwd: bag }).status).not.toBe(0);
  });

  it('is decrypted by openssl with the receiver’s key', async () => {
    const encrypted = await writeSample({}, { recipientCertificate: receiver.certificateDer });
    const [certificate, key, zip] = ['receiver.pem', 'receiver.key', 'plain.zip'].map(name => path.join(folder, name));
    if (!certificate || !key || !zip) throw new Error('three names');
    writeFileSync(certificate, receiver.certificatePem);
    const pkcs8 = { key: Buffer.from(receiver.privateKeyPkcs8), format: 'der', type: 'pkcs8' } as const;
    writeFileSync(key, createPrivateKey(pkcs8).export({ format: 'pem', type: 'pkcs8' }));
    run(
      'openssl',
      'cms',
      '-decrypt',
      '-inform',
      'DER',
      '-in',
      encrypted,
      '-recip',
      certificate,
      '-inkey',
      key,
      '-out',
      zip,
    );
    expect(run('unzip', '-t', zip)).toContain('No errors detected');
  });
});
