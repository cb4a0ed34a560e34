import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  derContent,
  derElement,
  derMembers,
  derOctets,
  derOid,
  derSequence,
  derSmallInteger,
  readDer,
  TAG,
} from '../../../electron/signing/der.ts';
import { type ImportedIdentity, readPkcs12 } from '../../../electron/signing/identity-import.ts';
import { OID } from '../../../electron/signing/object-identifiers.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { AppError } from '../../../shared/errors.ts';
import { EC, opensslFolder, SIGNER } from './openssl-files.ts';
import { sampleReport, signAsAssessor, signAsQualityAssurer } from './sample-report.ts';
import { flipBit, seededNumbers } from './tampering.ts';

const files = opensslFolder();
// openssl dates certificates from now on, to the second.
const now = new Date(Date.now() + 60 * 60 * 1000);
const PASSWORD = 'Grüße, 42';

const MAIL = [...SIGNER, 'extendedKeyUsage=emailProtection'];
const KINDS: readonly (readonly [name: string, key: readonly string[], extensions?: readonly string[]])[] = [
  ['p256', EC],
  ['p384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
  ['rsa3072', ['rsa:3072']],
  ['rsa2048', ['rsa:2048']],
  ['rsa1024', ['rsa:1024']],
  ['p521', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-521']],
  ['ed25519', ['ed25519']],
  ['server', EC, ['keyUsage=keyEncipherment']],
  ['code', EC, [...SIGNER, 'extendedKeyUsage=codeSigning']],
];

beforeAll(() => {
  files.makeAuthority('root');
  files.makeCertificate('middle', {
    issuer: 'root',
    key: EC,
    extensions: ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign,cRLSign'],
  });
  for (const [name, key, extensions = MAIL] of KINDS) {
    files.makeCertificate(name, { issuer: 'middle', key, extensions });
  }
  const past = ['20200101000000Z', '20210101000000Z'] as const;
  const future = ['20980101000000Z', '20990101000000Z'] as const;
  files.makeCertificate('expired', { issuer: 'middle', key: EC, extensions: MAIL, dates: past });
  files.makeCertificate('early', { issuer: 'middle', key: EC, extensions: MAIL, dates: future });
  // In the wrong order, as files from other programs may have them.
  const authorities = ['root', 'middle'].map(name => readFileSync(files.at(`${name}.pem`), 'utf8'));
  writeFileSync(files.at('authorities.pem'), authorities.join(''));
});

afterAll(() => files.remove());

/** A PKCS #12 file by openssl; `options` come last and may repeat what is set here. */
function exportFile(name: string, ...options: readonly string[]): Uint8Array {
  const parts = ['-inkey', files.at(`${name}.key`), '-in', files.at(`${name}.pem`)];
  const chain = ['-certfile', files.at('authorities.pem'), '-passout', `pass:${PASSWORD}`];
  files.openssl('pkcs12', '-export', ...parts, ...chain, '-out', files.at(`${name}.p12`), ...options);
  return readFileSync(files.at(`${name}.p12`));
}

const read = (name: string, ...options: readonly string[]): Promise<ImportedIdentity> =>
  readPkcs12(exportFile(name, ...options), PASSWORD, now);

const pdfsig = (pdf: Uint8Array): string => {
  writeFileSync(files.at('signed.pdf'), pdf);
  return files.run('pdfsig', files.at('signed.pdf'));
};

describe('a PKCS #12 file', () => {
  test.each([
    ['p256', 'EC P-256', []],
    ['p384', 'EC P-384', []],
    ['rsa3072', 'RSA 3072', []],
    ['rsa2048', 'RSA 2048', ['The key is shorter than the 3072 bits that are recommended for RSA today.']],
  ])('with a key of kind %s becomes an identity that signs', async (name, keyKind, warnings) => {
    const { identity, facts, warnings: given } = await read(name);
    expect(facts).toMatchObject({ name, organisation: 'Example', issuer: 'CN=middle, O=Example', keyKind });
    expect(given).toEqual(warnings);
    const names = identity.chain.map(der => new X509Certificate(der).subject.split('\n').at(-1));
    expect(names).toEqual([`CN=${name}`, 'CN=middle', 'CN=root']);
    const signed = await signAsAssessor(await sampleReport(), identity, now);
    expect(pdfsig(signed)).toContain('Signature is Valid');
    expect(verifyPdf(signed, { trustedRoots: [files.certificate('root')] })).toMatchObject({
      verdict: 'intact',
      signatures: [{ signerName: name, trust: 'trusted', problems: [] }],
    });
  });

  test('gives the very key that is in it, and the fingerprint that openssl prints', async () => {
    const { identity, facts } = await read('p256');
    const key = createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: 'der', type: 'pkcs8' });
    expect(key.equals(createPrivateKey(readFileSync(files.at('p256.key'))))).toBe(true);
    const printed = files.openssl('x509', '-in', files.at('p256.pem'), '-noout', '-fingerprint', '-sha256');
    expect(printed.replaceAll(':', '').toLowerCase()).toContain(facts.fingerprint);
  });

  test('signs both places of a report with RSA-3072, and the first stays valid', async () => {
    const { identity } = await read('rsa3072');
    const twice = await signAsQualityAssurer(await signAsAssessor(await sampleReport(), identity, now), identity, now);
    expect(pdfsig(twice).match(/Signature is Valid/g)).toHaveLength(2);
    const result = verifyPdf(twice, { trustedRoots: [files.certificate('root')] });
    expect(result.verdict).toBe('intact');
    expect(result.signatures.map(({ trust }) => trust)).toEqual(['trusted', 'trusted']);
  });

  test.each([
    ['without a checksum', ['-nomac']],
    ['with a checksum by SHA-1', ['-macalg', 'sha1']],
    ['with open bags', ['-keypbe', 'NONE', '-certpbe', 'NONE']],
    ['with many rounds', ['-iter', '200000']],
    ['with AES-128', ['-keypbe', 'aes-128-cbc', '-certpbe', 'aes-128-cbc']],
  ])('%s is read too', async (_, options) => {
    expect((await read('p256', ...options)).facts.name).toBe('p256');
  });

  test('with an empty password is read with an empty password', async () => {
    const file = exportFile('p256', '-passout', 'pass:');
    expect((await readPkcs12(file, '', now)).facts.name).toBe('p256');
  });

  test('by NSS, which writes in another form (BER), is read too', async () => {
    exportFile('rsa3072', '-name', 'signer');
    const database = `sql:${files.at('')}`;
    files.run('certutil', '-N', '-d', database, '--empty-password');
    files.run('pk12util', '-i', files.at('rsa3072.p12'), '-d', database, '-W', PASSWORD, '-K', '');
    const list = files.run('certutil', '-L', '-d', database);
    const nickname = /^(\S.*?)\s+u,u,u/m.exec(list)?.[1] ?? '';
    const protection = ['-c', 'AES-256-CBC', '-C', 'AES-256-CBC', '-M', 'SHA-256'];
    const out = ['-o', files.at('nss.p12'), '-n', nickname, '-W', 'Straße', '-K', ''];
    files.run('pk12util', '-d', database, ...out, ...protection);
    const file = readFileSync(files.at('nss.p12'));
    expect(file.subarray(0, 2)).toEqual(Buffer.from([0x30, 0x80]));
    const { identity, facts } = await readPkcs12(file, 'Straße', now);
    expect(facts).toMatchObject({ name: 'rsa3072', keyKind: 'RSA 3072' });
    expect(identity.chain).toHaveLength(3);
    await expect(readPkcs12(file, 'Strasse', now)).rejects.toMatchObject({ code: 'identity.p12Password' });
  });

  test('without the authority’s certificates gives the signer’s own alone, and says so', async () => {
    for (const certificates of ['p256', 'middle']) {
      const { identity, warnings } = await read('p256', '-certfile', files.at(`${certificates}.pem`));
      expect(identity.chain).toHaveLength(1);
      expect(warnings).toEqual([expect.stringContaining('up to the root')]);
    }
  });

  test('with a certificate for other purposes is taken with a warning', async () => {
    expect((await read('code')).warnings).toEqual([expect.stringContaining('not meant for documents')]);
  });

  test('with several keys gives the first that may sign documents and is valid', async () => {
    const all = joinFiles('server', 'expired', 'p256', 'rsa2048');
    expect((await readPkcs12(all, '', now)).facts.name).toBe('p256');
    const none = readPkcs12(joinFiles('server', 'expired'), '', now);
    await expect(none).rejects.toMatchObject({ code: 'identity.expired' });
  });
});

/** The parts of an open file without a checksum: PFX { 3, ContentInfo { data, [0] { OCTET STRING { parts } } } }. */
function partsOf(name: string): readonly Buffer[] {
  const open = Buffer.from(exportFile(name, '-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac'));
  const [, info] = derMembers(readDer(open), TAG.sequence);
  const [octets] = derMembers(derMembers(info, TAG.sequence)[1], TAG.context0);
  return derMembers(readDer(derContent(octets, TAG.octetString)), TAG.sequence).map(({ bytes }) => bytes);
}

/** openssl writes one key a file; this makes one file of several. */
const joinFiles = (...names: readonly string[]): Uint8Array => fileOf(names.flatMap(partsOf));

function fileOf(parts: readonly Buffer[]): Uint8Array {
  const safe = derSequence(...parts);
  const info = derSequence(derOid(OID.data), derElement(TAG.context0, derOctets(safe)));
  return derSequence(derSmallInteger(3), info);
}

describe('a PKCS #12 file is refused', () => {
  const refusal = async (file: Uint8Array, password = PASSWORD) =>
    readPkcs12(file, password, now).catch(error => error);

  test('when the password is wrong', async () => {
    expect(await refusal(exportFile('p256'), 'wrong')).toMatchObject({ code: 'identity.p12Password' });
    expect(await refusal(exportFile('p256', '-nomac'), 'wrong')).toMatchObject({ code: 'identity.p12Password' });
  });

  test.each([
    ['wholly', ['-legacy']],
    ['for its key', ['-keypbe', 'PBE-SHA1-3DES']],
    ['for its certificates', ['-certpbe', 'PBE-SHA1-3DES']],
    ['with a modern frame round an old cipher', ['-keypbe', 'des-ede3-cbc']],
  ])('when it is protected in an outdated way: %s', async (_, options) => {
    expect(await refusal(exportFile('p256', ...options))).toMatchObject({ code: 'identity.p12Protection' });
  });

  test('and the command that the message gives makes a file that is read', async () => {
    const { message } = await refusal(exportFile('p256', '-legacy'));
    const secret = 'env:PASSWORD';
    const command = String(/openssl pkcs12 -legacy .*$/.exec(message)?.[0])
      .replace('old.p12', `${files.at('p256.p12')} -passin ${secret} -passout ${secret}`)
      .replace('-in identity.pem', `-in identity.pem -passin ${secret} -passout ${secret}`);
    execFileSync('sh', ['-c', command], { cwd: files.at(''), env: { ...process.env, PASSWORD }, stdio: 'pipe' });
    const { identity, facts } = await readPkcs12(readFileSync(files.at('new.p12')), PASSWORD, now);
    expect(facts.name).toBe('p256');
    expect(identity.chain).toHaveLength(3);
  });

  test.each([
    ['expired', 'identity.expired', /expired on 1 January 2021/],
    ['early', 'identity.notYetValid', /only valid from 1 January 2098/],
    ['server', 'identity.notForSigning', /no certificate for signing documents/],
    ['rsa1024', 'identity.key', /RSA with 2048 bits or more/],
    ['p521', 'identity.key', /EC P-256 or P-384/],
    ['ed25519', 'identity.key', /EC P-256 or P-384/],
  ])('when its identity cannot sign now: %s', async (name, code, words) => {
    expect(await refusal(exportFile(name))).toMatchObject({ code, message: expect.stringMatching(words) });
  });

  test('when it holds no private key', async () => {
    const options = ['-export', '-nokeys', '-in', files.at('p256.pem'), '-passout', `pass:${PASSWORD}`];
    files.openssl('pkcs12', ...options, '-out', files.at('nokey.p12'));
    expect(await refusal(readFileSync(files.at('nokey.p12')))).toMatchObject({ code: 'identity.noKey' });
  });

  test('when its key and its certificate do not belong together', async () => {
    const [certificates] = partsOf('p384');
    const [, key] = partsOf('p256');
    if (!certificates || !key) throw new Error('openssl should write two parts');
    expect(await refusal(fileOf([certificates, key]))).toMatchObject({ code: 'identity.notForSigning' });
  });

  test('when it is something else, whatever it is', async () => {
    for (const file of [Buffer.alloc(0), Buffer.from('Dear assessor'), readFileSync(files.at('p256.pem'))]) {
      expect(await refusal(file)).toMatchObject({ code: 'identity.p12Damaged' });
    }
    expect(await refusal(Buffer.alloc(2_000_000))).toMatchObject({ code: 'identity.p12Damaged' });
  });

  test('when any byte of it was changed, and never in a way that nobody foresaw', async () => {
    const file = exportFile('p256');
    const random = seededNumbers(20261121);
    for (let round = 0; round < 150; round++) {
      const error = await refusal(flipBit(file, random(file.length * 8)));
      if (error instanceof Error) expect(error).toBeInstanceOf(AppError);
    }
  });
});
