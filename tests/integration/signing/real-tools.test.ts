import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Identity } from '../../../electron/signing/identity.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import {
  authority,
  issuedBy,
  sampleReport,
  selfSigned,
  signAsAssessor,
  signAsQualityAssurer,
} from './sample-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'signing-'));
const at = (name: string): string => join(folder, name);
const run = (command: string, ...options: string[]): string =>
  execFileSync(command, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

interface Covered {
  readonly cms: Buffer;
  readonly data: Buffer;
}

/** Each signature as the file has it, found without any of our own code. */
function coveredBytes(pdf: Uint8Array): readonly Covered[] {
  const bytes = Buffer.from(pdf);
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/g)];
  return ranges.map(([, first, second, length]) => {
    const [gapStart, gapEnd, end] = [Number(first), Number(second), Number(second) + Number(length)];
    const padded = Buffer.from(bytes.toString('latin1', gapStart + 1, gapEnd - 1), 'hex');
    return {
      cms: padded.subarray(0, padded.readUInt16BE(2) + 4),
      data: Buffer.concat([bytes.subarray(0, gapStart), bytes.subarray(gapEnd, end)]),
    };
  });
}

let root: Identity;
let report: Uint8Array;
let once: Uint8Array;
let twice: Uint8Array;

beforeAll(async () => {
  root = await authority();
  report = await sampleReport();
  once = await signAsAssessor(report, await issuedBy(root, 'Patel, Anita "Annie"'));
  twice = await signAsQualityAssurer(once, await issuedBy(root));
  for (const [name, bytes] of Object.entries({ report, once, twice })) writeFileSync(at(`${name}.pdf`), bytes);
  writeFileSync(at('root.pem'), root.certificatePem);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('pdfsig', () => {
  test('finds one valid signature that covers the whole document', () => {
    const said = run('pdfsig', at('once.pdf'));
    expect(said.match(/Signature is Valid/g)).toHaveLength(1);
    expect(said).toContain('  - Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
    expect(said).toContain('Signature Field Name: AssessorSignature');
  });

  test('finds the first signature still valid after the second', () => {
    const said = run('pdfsig', at('twice.pdf'));
    expect(said.match(/Signature is Valid/g)).toHaveLength(2);
    expect(said.match(/ {2}- Not total document signed/g)).toHaveLength(1);
    expect(said.match(/ {2}- Total document signed/g)).toHaveLength(1);
  });

  test('reads names with commas, quotes and letters beyond ASCII', () => {
    const said = run('pdfsig', at('twice.pdf'));
    expect(said).toContain(String.raw`Common Name: Patel, Anita \"Annie\"`);
    expect(said).toContain('Common Name: Mikael Håkansson');
  });

  test('sees that a signed byte was changed', () => {
    const changed = Buffer.from(once);
    changed.write('B', changed.indexOf('Leicester'), 'latin1');
    writeFileSync(at('changed.pdf'), changed);
    expect(run('pdfsig', at('changed.pdf'))).toContain('Digest Mismatch');
  });
});

describe('other tools', () => {
  test.each(['report', 'once', 'twice'])('poppler reads %s.pdf as tagged, without a complaint', name => {
    expect(run('pdfinfo', at(`${name}.pdf`))).toMatch(/Tagged: +yes[\s\S]*Pages: +3/);
  });

  test('the text of the appearance is on the page', () => {
    const text = run('pdftotext', '-f', '3', at('twice.pdf'), '-');
    expect(text).toContain('Independent assessor');
    expect(text).toContain('Mikael Håkansson');
  });

  test('all fonts are embedded, those of the appearances too', () => {
    const fonts = run('pdffonts', at('twice.pdf')).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/Identity-H +yes yes yes/);
  });

  test('openssl verifies both signatures by the rules of CAdES, up to the authority', () => {
    const signatures = coveredBytes(twice);
    expect(signatures).toHaveLength(2);
    for (const { cms, data } of signatures) {
      writeFileSync(at('cms.der'), cms);
      writeFileSync(at('data.bin'), data);
      const out = ['-out', at('verified.bin')];
      const said = execFileSync(
        'openssl',
        // `any`: openssl would ask for a certificate for e-mail otherwise
        [
          'cms',
          '-verify',
          '-cades',
          '-binary',
          '-inform',
          'DER',
          '-in',
          at('cms.der'),
          '-content',
          at('data.bin'),
        ].concat(['-CAfile', at('root.pem'), '-purpose', 'any', '-attime', '1795000000'], out),
        { encoding: 'utf8', stdio: 'pipe' },
      );
      expect(said).toBe('');
    }
  });

  test('openssl agrees on what a signature consists of', () => {
    const [first] = coveredBytes(once);
    if (!first) throw new Error('no signature was found');
    writeFileSync(at('cms.der'), first.cms);
    const said = run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', at('cms.der'));
    expect(said).toContain('id-smime-aa-signingCertificateV2');
    expect(said).not.toContain('signingTime');
    expect(said.match(/object: contentType|object: messageDigest/g)).toHaveLength(2);
  });
});

describe('signing', () => {
  test('leaves every byte of what was there as it was', () => {
    expect(Buffer.from(once).subarray(0, report.length)).toEqual(Buffer.from(report));
    expect(Buffer.from(twice).subarray(0, once.length)).toEqual(Buffer.from(once));
  });

  test('adds no more than 60 kB', () => {
    expect(once.length - report.length).toBeLessThan(60_000);
  });

  test('gives the same bytes for the same signer and moment, but for the signature itself', async () => {
    const identity = await selfSigned();
    const hashes = await Promise.all(
      [1, 2].map(async () => {
        const [covered] = coveredBytes(await signAsAssessor(report, identity));
        return createHash('sha256')
          .update(covered?.data ?? '')
          .digest('hex');
      }),
    );
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('and our own verification agrees', () => {
    const result = verifyPdf(twice, { trustedRoots: [root.certificateDer] });
    expect(result.verdict).toBe('intact');
    expect(result.signatures.map(signature => signature.trust)).toEqual(['trusted', 'trusted']);
  });
});
