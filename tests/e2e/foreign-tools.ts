import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from './fixtures.ts';

const independent = (script: string): string => path.resolve('tests', 'independent', script);
const run = (command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The pack as openssl decrypts it with the key that lies in the same folder as `RECEIVER-receiver.key`. */
export function decrypted(pack: string, receiver: string): string {
  const plain = pack.replace(/\.epapack$/, '-plain.zip');
  const key = path.join(path.dirname(pack), `${receiver}-receiver`);
  const keys = ['-recip', `${key}.pem`, '-inkey', `${key}.key`];
  run('openssl', 'cms', '-decrypt', '-inform', 'DER', '-in', pack, ...keys, '-out', plain);
  return plain;
}

/** Asserts of a pack in plain, by tools that are not ours and as docs/packs.md says: the zip is whole, the bag valid, and the signature by somebody whom the certificate vouches for. */
export function expectWholeAndSigned(plain: string, trustedCertificate: string, signer: string): void {
  expect(run('unzip', '-t', plain)).toContain('No errors detected');
  expect(run('python3', independent('validate-bag.py'), plain)).toMatch(/^valid BagIt 1\.0 bag/);
  const folder = `${plain}-unpacked`;
  run('unzip', '-q', plain, '-d', folder);
  const cwd = path.join(folder, readdirSync(folder)[0] ?? '');
  const signature = ['-inform', 'DER', '-in', 'signature.p7s'];
  const verifying = ['-content', 'tagmanifest-sha256.txt', '-CAfile', trustedCertificate, '-purpose', 'any'];
  const words = ['cms', '-verify', '-binary', ...signature, ...verifying, '-out', path.join(folder, 'signed')];
  expect(spawnSync('openssl', words, { cwd, encoding: 'utf8' }).stderr).toMatch(/CMS Verification successful/i);
  const certificates = spawnSync('openssl', ['pkcs7', ...signature, '-print_certs', '-noout'], { cwd });
  expect(certificates.stdout.toString()).toMatch(new RegExp(`subject=.*CN ?= ?${signer}`));
}

/** Asserts that the script which shares nothing with the product finds the grades that a result pack states, all of them this one. */
export function expectGradesRecomputed(plain: string, grade: string): void {
  const rows = JSON.parse(run('python3', independent('recompute-grades.py'), '--json', plain)) as { same: boolean }[];
  expect(rows).toHaveLength(3);
  expect(rows).toEqual(rows.map(row => ({ ...row, recomputed: grade, same: true })));
}
