import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSignedData, type SigningIdentity, sha256 } from '../../../electron/signing/cms.ts';
import { checkSignedData } from '../../../electron/signing/cms-verify.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { sampleReport, signAsAssessor } from './sample-report.ts';

/*
 * Signatures that openssl made, read by our verification; and keys that openssl made, used by our signing: neither side
 * can repeat the other's mistakes.
 */

const folder = mkdtempSync(join(tmpdir(), 'openssl-'));
const at = (name: string): string => join(folder, name);
const document = Buffer.from('The apprentice passed with distinction.');
const openssl = (...options: string[]): Buffer =>
  execFileSync('openssl', options, { stdio: ['ignore', 'pipe', 'pipe'] });

function makeKey(name: string, ...kind: string[]): SigningIdentity {
  const usage = [
    '-addext',
    'keyUsage=critical,digitalSignature,nonRepudiation',
    '-addext',
    'basicConstraints=CA:FALSE',
  ];
  const subject = ['-subj', `/O=Example/CN=${name}`, '-days', '30', '-nodes'];
  openssl(
    'req',
    '-x509',
    '-newkey',
    ...kind,
    ...subject,
    ...usage,
    '-keyout',
    at(`${name}.key`),
    '-out',
    at(`${name}.pem`),
  );
  const certificate = new Uint8Array(new X509Certificate(readFileSync(at(`${name}.pem`))).raw);
  const key = createPrivateKey(readFileSync(at(`${name}.key`)));
  return { chain: [certificate], privateKeyPkcs8: new Uint8Array(key.export({ format: 'der', type: 'pkcs8' })) };
}

/** A detached signature over the document by openssl; `options` come last and may repeat what is set here. */
function signWithOpenssl(names: readonly string[], ...options: string[]): Buffer {
  const signers = names.flatMap(name => ['-signer', at(`${name}.pem`), '-inkey', at(`${name}.key`)]);
  return openssl(
    'cms',
    '-sign',
    '-binary',
    '-in',
    at('document'),
    '-outform',
    'DER',
    '-md',
    'sha256',
    ...signers,
    ...options,
  );
}

const problemsOf = (cms: Buffer): readonly string[] => checkSignedData(cms, sha256(document)).problems;

const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
const SECOND_TIME = 'The signature carries a second time, which PAdES does not allow.';
const NOT_ACCEPTED = 'The signature uses an algorithm that is not accepted.';
const identities = new Map<string, SigningIdentity>();

beforeAll(() => {
  writeFileSync(at('document'), document);
  identities.set('ec', makeKey('ec', ...EC));
  identities.set('other', makeKey('other', ...EC));
  identities.set('rsa', makeKey('rsa', 'rsa:2048'));
  identities.set('short', makeKey('short', 'rsa:1024'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a signature by openssl', () => {
  test.each(['ec', 'rsa'])('with a key of kind %s is right but for the signing time that PAdES forbids', name => {
    const { chain, problems } = checkSignedData(signWithOpenssl([name], '-cades'), sha256(document));
    expect(problems).toEqual([SECOND_TIME]);
    expect(chain.map(certificate => certificate.subject.text)).toEqual([`CN=${name}, O=Example`]);
  });

  test('over another document does not match', () => {
    const { problems } = checkSignedData(signWithOpenssl(['ec'], '-cades'), sha256(Buffer.from('another')));
    expect(problems).toContain('The document is not the one that was signed: its contents have been changed.');
  });

  test.each([
    [
      'that is not bound to its certificate',
      ['ec'],
      [],
      'The signature is not bound to its certificate (no signing-certificate-v2).',
    ],
    ['by two signers', ['ec', 'other'], ['-cades'], 'The signature does not have exactly one signer.'],
    ['with a key that is too short', ['short'], ['-cades'], 'The signing key is too short.'],
    ['by another padding', ['rsa'], ['-cades', '-keyopt', 'rsa_padding_mode:pss'], NOT_ACCEPTED],
    ['by another hash', ['ec'], ['-cades', '-md', 'sha384'], NOT_ACCEPTED],
    [
      'that brings its content along',
      ['ec'],
      ['-cades', '-nodetach'],
      'The signature is not built as a detached SHA-256 signature.',
    ],
  ] as const)('%s is refused', (_, names, options, problem) => {
    expect(problemsOf(signWithOpenssl(names, ...options))).toContain(problem);
  });

  test('with the certificate of somebody else beside it is refused', () => {
    const cms = signWithOpenssl(['ec'], '-cades', '-certfile', at('other.pem'));
    expect(problemsOf(cms)).toContain(
      'The signature carries a certificate that is damaged or does not belong to its signer.',
    );
  });

  test('without its certificate cannot be read', () => {
    expect(() => problemsOf(signWithOpenssl(['ec'], '-cades', '-nocerts'))).toThrow(/damaged/);
  });

  test('without signed attributes cannot be read', () => {
    expect(() => problemsOf(signWithOpenssl(['ec'], '-noattr'))).toThrow(/damaged/);
  });
});

describe('our signature', () => {
  test.each(['ec', 'rsa'])('with a key of kind %s by openssl has nothing wrong with it', name => {
    const identity = identities.get(name) as SigningIdentity;
    expect(problemsOf(buildSignedData(sha256(document), identity))).toEqual([]);
  });

  test('with the key of another certificate is refused', () => {
    const { chain } = identities.get('ec') as SigningIdentity;
    const { privateKeyPkcs8 } = identities.get('other') as SigningIdentity;
    const cms = buildSignedData(sha256(document), { chain, privateKeyPkcs8 });
    expect(problemsOf(cms)).toEqual(['The signature does not match its certificate.']);
  });

  test('with an RSA key stands in a PDF that pdfsig finds valid', async () => {
    const { chain, privateKeyPkcs8 } = identities.get('rsa') as SigningIdentity;
    const now = new Date();
    const signed = await signAsAssessor(await sampleReport(), { chain, privateKeyPkcs8 }, now);
    writeFileSync(at('rsa.pdf'), signed);
    expect(execFileSync('pdfsig', [at('rsa.pdf')], { encoding: 'utf8' })).toContain('Signature is Valid');
    expect(verifyPdf(signed).verdict).toBe('intact');
  });
});
