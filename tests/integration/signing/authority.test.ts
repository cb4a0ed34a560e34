import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CertificateRole,
  type Issuing,
  issueFromRequest,
  renewCertificate,
  revocationList,
} from '../../../electron/signing/authority.ts';
import { certificateRequest, readCertificateRequest } from '../../../electron/signing/certificate-request.ts';
import { readCertificate } from '../../../electron/signing/certificates.ts';
import type { SigningIdentity } from '../../../electron/signing/cms.ts';
import { createAuthority, createIdentity, type Identity } from '../../../electron/signing/identity.ts';
import { readIssuedCertificate } from '../../../electron/signing/identity-import.ts';
import { pemOf } from '../../../electron/signing/pem.ts';
import { isListOf, readRevocationList } from '../../../electron/signing/revocation-list.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { AppError } from '../../../shared/errors.ts';
import { EC, opensslFolder } from './openssl-files.ts';
import { sampleReport, signAsAssessor, signAsQualityAssurer } from './sample-report.ts';
import { flipBit } from './tampering.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
// Now in earnest: NSS goes by the clock of the computer.
const now = new Date(Math.floor(Date.now() / 1000) * 1000);
const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY);
const daysAhead = (days: number): Date => new Date(now.getTime() + days * DAY);

const files = opensslFolder();
let authority: Identity;
let issuing: Issuing;
let report: Uint8Array;

interface Member {
  readonly identity: SigningIdentity;
  readonly serial: string;
  readonly chainPem: string;
  readonly certificateDer: Uint8Array;
}

/** What happens between a person and the organisation, with files in place of the post. */
async function enrol(commonName: string, role: CertificateRole): Promise<Member> {
  const { privateKeyPkcs8 } = await createIdentity({ commonName, now, validYears: 1 });
  const email = 'anita.patel@example.org';
  const draft = { commonName, organisation: 'Example Assessment Ltd', email, privateKeyPkcs8 };
  const { pem } = await certificateRequest(draft);
  const issued = await issueFromRequest(await readCertificateRequest(Buffer.from(pem)), { ...issuing, role });
  const { identity, warnings } = readIssuedCertificate(Buffer.from(issued.chainPem), privateKeyPkcs8, now);
  expect(warnings).toEqual([]);
  return { identity, ...issued };
}

let assessor: Member;
let qualityAssurer: Member;

beforeAll(async () => {
  authority = await createAuthority({ commonName: 'Example Assessment Authority', now: daysAgo(2), validYears: 5 });
  issuing = { authority, now: daysAgo(1), validYears: 2 };
  report = await sampleReport();
  assessor = await enrol('Dr A. Patel', 'assessor');
  qualityAssurer = await enrol('Mikael Håkansson', 'qualityAssurer');
  writeFileSync(files.at('authority.pem'), authority.certificatePem);
});

afterAll(() => files.remove());

describe('a certificate request', () => {
  const keys = {
    ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  };

  test.each([
    ['ec', 'EC P-256'],
    ['p384', 'EC P-384'],
    ['rsa', 'RSA 2048'],
  ] as const)('with a key of kind %s is right to openssl, and is read back', async (name, keyKind) => {
    const privateKeyPkcs8 = keys[name].privateKey.export({ format: 'der', type: 'pkcs8' });
    const draft = {
      commonName: 'Zoë O’Neill',
      organisation: 'Example & Co',
      email: 'zoe@example.org',
      privateKeyPkcs8,
    };
    const { pem, der } = await certificateRequest(draft);
    writeFileSync(files.at('request.csr'), pem);
    const printed = files.openssl(
      'req',
      '-in',
      files.at('request.csr'),
      '-verify',
      '-noout',
      '-text',
      '-nameopt',
      'utf8',
    );
    expect(printed).toMatch(/Subject: O ?= ?Example & Co, CN ?= ?Zoë O’Neill/);
    expect(printed).toContain('email:zoe@example.org');
    for (const bytes of [der, Buffer.from(pem)]) {
      const facts = await readCertificateRequest(bytes);
      expect(facts).toMatchObject({
        commonName: 'Zoë O’Neill',
        organisation: 'Example & Co',
        email: 'zoe@example.org',
      });
      expect(facts).toMatchObject({ keyKind, keySha256: expect.stringMatching(/^[\da-f]{64}$/) });
    }
  });

  test('by openssl is read', async () => {
    const options = ['-newkey', ...EC, '-nodes', '-subj', '/CN=From outside', '-keyout', files.at('o.key')];
    files.openssl('req', ...options, '-out', files.at('o.csr'));
    const facts = await readCertificateRequest(readFileSync(files.at('o.csr')));
    expect(facts).toMatchObject({ commonName: 'From outside', keyKind: 'EC P-256' });
    expect(facts).not.toHaveProperty('email');
  });

  const requestOf = async (): Promise<Uint8Array> => {
    const privateKeyPkcs8 = keys.ec.privateKey.export({ format: 'der', type: 'pkcs8' });
    return (await certificateRequest({ commonName: 'A', privateKeyPkcs8 })).der;
  };

  test('in which a single bit was changed is refused, or says what it said', async () => {
    const der = await requestOf();
    const { publicKey: _, ...said } = await readCertificateRequest(der);
    for (let bit = 0; bit < der.length * 8; bit += 7) {
      const result = await readCertificateRequest(flipBit(der, bit)).catch(problem => problem);
      if (result instanceof Error) expect(result).toBeInstanceOf(AppError);
      else expect(result).toMatchObject(said);
    }
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a letter', Buffer.from('Dear authority')],
    ['another PEM file', Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')],
    ['far too much', Buffer.alloc(100_000, 0x30)],
  ])('that is %s is refused', async (_, bytes) => {
    await expect(readCertificateRequest(bytes)).rejects.toMatchObject({ code: 'request.damaged' });
  });

  test('with a key that cannot sign reports is refused', async () => {
    const options = ['-newkey', 'rsa:1024', '-nodes', '-subj', '/CN=Short', '-keyout', files.at('s.key')];
    files.openssl('req', ...options, '-out', files.at('s.csr'));
    const request = readCertificateRequest(readFileSync(files.at('s.csr')));
    await expect(request).rejects.toMatchObject({ code: 'identity.key' });
  });

  test.each([
    [{ commonName: ' ' }, 'identity.name'],
    [{ commonName: 'A'.repeat(65) }, 'identity.name'],
    [{ commonName: 'Dr A. Patel\u202e' }, 'identity.name'],
    [{ commonName: 'A', email: 'nobody' }, 'identity.email'],
    [{ commonName: 'A', email: 'zoë@example.org' }, 'identity.email'],
  ])('for %j is not made', async (draft, code) => {
    const privateKeyPkcs8 = keys.ec.privateKey.export({ format: 'der', type: 'pkcs8' });
    await expect(certificateRequest({ ...draft, privateKeyPkcs8 })).rejects.toMatchObject({ code });
  });
});

describe('an issued certificate', () => {
  test('is right to openssl, names the role, and is for signing documents alone', () => {
    writeFileSync(files.at('issued.pem'), pemOf(assessor.certificateDer, 'CERTIFICATE'));
    const verify = ['-CAfile', files.at('authority.pem'), '-purpose', 'smimesign', files.at('issued.pem')];
    expect(files.openssl('verify', '-x509_strict', ...verify)).toContain('issued.pem: OK');
    const printed = files.openssl('x509', '-in', files.at('issued.pem'), '-noout', '-text');
    expect(printed).toMatch(
      /Subject: O ?= ?Example Assessment Ltd, title ?= ?independent assessor, CN ?= ?Dr A. Patel/,
    );
    expect(printed).toContain('Digital Signature, Non Repudiation');
    expect(printed).toMatch(/Extended Key Usage: *\n *1\.3\.6\.1\.5\.5\.7\.3\.36, E-mail Protection/);
    expect(printed).toContain('CA:FALSE');
    expect(printed).toContain('email:anita.patel@example.org');
    expect(printed).toContain('X509v3 Subject Key Identifier');
    expect(printed).toContain('X509v3 Authority Key Identifier');
  });

  test('makes signatures that NSS, and so pdfsig, shows as trusted once it knows the authority', async () => {
    const once = await signAsAssessor(report, assessor.identity, now);
    writeFileSync(files.at('twice.pdf'), await signAsQualityAssurer(once, qualityAssurer.identity, now));
    const database = `sql:${files.at('')}`;
    files.run('certutil', '-N', '-d', database, '--empty-password');
    const trusting = ['-A', '-n', 'authority', '-t', ',C,', '-a', '-i', files.at('authority.pem')];
    const stranger = files.run('pdfsig', '-nssdir', database, files.at('twice.pdf'));
    files.run('certutil', '-d', database, ...trusting);
    const said = files.run('pdfsig', '-nssdir', database, files.at('twice.pdf'));
    expect(stranger).not.toContain('Certificate is Trusted');
    expect(said.match(/Signature is Valid/g)).toHaveLength(2);
    expect(said.match(/Certificate is Trusted/g)).toHaveLength(2);
  });

  test('makes signatures that we show as trusted, and remarks on one in another’s place', async () => {
    const right = await signAsAssessor(report, assessor.identity, now);
    const wrong = await signAsAssessor(report, qualityAssurer.identity, now);
    const options = { trustedRoots: [authority.certificateDer] };
    expect(verifyPdf(right, options).signatures).toMatchObject([{ trust: 'trusted', remarks: [] }]);
    expect(verifyPdf(wrong, options).signatures).toMatchObject([
      {
        trust: 'trusted',
        remarks: ['The certificate was issued to sign as internal quality assurer, not as independent assessor.'],
      },
    ]);
  });

  test('never lasts longer than the authority’s own', async () => {
    const { privateKeyPkcs8 } = assessor.identity;
    const request = await readCertificateRequest((await certificateRequest({ commonName: 'A', privateKeyPkcs8 })).der);
    const issued = await issueFromRequest(request, { ...issuing, validYears: 10, role: 'assessor' });
    expect(issued.notAfter).toEqual(readCertificate(authority.certificateDer).notAfter);
  });

  test('is not for another key', async () => {
    const { privateKeyPkcs8 } = qualityAssurer.identity;
    expect(() => readIssuedCertificate(Buffer.from(assessor.chainPem), privateKeyPkcs8, now)).toThrow(
      /no certificate for the key of this workspace/,
    );
  });

  test('is not issued by an identity, by an authority out of date, or for a strange time', async () => {
    const { privateKeyPkcs8 } = assessor.identity;
    const request = await readCertificateRequest((await certificateRequest({ commonName: 'A', privateKeyPkcs8 })).der);
    const issue = (change: Partial<Issuing>) => issueFromRequest(request, { ...issuing, role: 'assessor', ...change });
    await expect(issue({ authority: assessor.identity })).rejects.toMatchObject({ code: 'authority.missing' });
    await expect(issue({ now: daysAhead(6 * 366) })).rejects.toMatchObject({ code: 'authority.expired' });
    await expect(issue({ now: daysAgo(3) })).rejects.toMatchObject({ code: 'authority.expired' });
    await expect(issue({ validYears: 0 })).rejects.toMatchObject({ code: 'authority.years' });
    await expect(issue({ validYears: 1.5 })).rejects.toMatchObject({ code: 'authority.years' });
  });
});

describe('a renewed certificate', () => {
  test('is for the same person, role, address and key, with new dates and number', async () => {
    const renewed = await renewCertificate(assessor.certificateDer, { ...issuing, now });
    const [old, fresh] = [assessor.certificateDer, renewed.certificateDer].map(readCertificate);
    expect(fresh?.subject).toEqual(old?.subject);
    expect(fresh?.x509.subjectAltName).toBe(old?.x509.subjectAltName);
    const spki = (identity: SigningIdentity) =>
      createPublicKey(
        createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: 'der', type: 'pkcs8' }),
      ).export({ format: 'der', type: 'spki' });
    expect(fresh?.publicKey.export({ format: 'der', type: 'spki' })).toEqual(spki(assessor.identity));
    expect(fresh?.notBefore).toEqual(now);
    expect(renewed.serial).not.toBe(assessor.serial);
    const { identity } = readIssuedCertificate(
      Buffer.from(renewed.chainPem),
      assessor.identity.privateKeyPkcs8,
      daysAhead(1),
    );
    const result = verifyPdf(await signAsAssessor(report, identity, now), { trustedRoots: [authority.certificateDer] });
    expect(result.signatures).toMatchObject([{ trust: 'trusted' }]);
  });

  test('is not made of another authority’s certificate, nor of an authority’s', async () => {
    const other = await createAuthority({ commonName: 'Other', now: daysAgo(2), validYears: 5 });
    const renewal = renewCertificate(assessor.certificateDer, { ...issuing, authority: other });
    await expect(renewal).rejects.toMatchObject({ code: 'authority.foreign' });
    const own = renewCertificate(authority.certificateDer, issuing);
    await expect(own).rejects.toMatchObject({ code: 'authority.foreign' });
  });
});

describe('a revocation list', () => {
  const listOf = (at: Date, reason: 'keyCompromise' | 'unspecified' = 'unspecified', from = authority) =>
    revocationList({
      authority: from,
      revoked: [{ serial: assessor.serial, at, reason }],
      now,
      nextUpdate: daysAhead(30),
    });

  test('is right to openssl, and is read back', async () => {
    const { pem, der } = await listOf(now, 'keyCompromise');
    writeFileSync(files.at('list.pem'), pem);
    const printed = files.openssl('crl', '-in', files.at('list.pem'), '-noout', '-text');
    expect(printed).toContain(`Serial Number: ${assessor.serial.toUpperCase()}`);
    expect(printed).toContain('Key Compromise');
    expect(printed).toMatch(new RegExp(`CRL Number: *\\n *${now.getTime() / 1000}`));
    for (const bytes of [der, Buffer.from(pem)]) {
      const { issuer, thisUpdate, nextUpdate, revoked } = readRevocationList(bytes);
      expect(issuer.commonName).toBe('Example Assessment Authority');
      expect([thisUpdate, nextUpdate]).toEqual([now, daysAhead(30)]);
      expect([...revoked]).toEqual([[assessor.serial, { at: now, reason: 'keyCompromise' }]]);
    }
  });

  test('makes openssl refuse the certificate', async () => {
    writeFileSync(files.at('list.pem'), (await listOf(daysAgo(1))).pem);
    writeFileSync(files.at('issued.pem'), pemOf(assessor.certificateDer, 'CERTIFICATE'));
    const options = ['-crl_check', '-CRLfile', files.at('list.pem'), '-CAfile', files.at('authority.pem')];
    expect(() => files.openssl('verify', ...options, files.at('issued.pem'))).toThrow(/certificate revoked/);
    writeFileSync(files.at('issued.pem'), pemOf(qualityAssurer.certificateDer, 'CERTIFICATE'));
    expect(files.openssl('verify', ...options, files.at('issued.pem'))).toContain('OK');
  });

  test('takes the trust from signatures made after the withdrawal, and only remarks on those before', async () => {
    const signed = await signAsAssessor(report, assessor.identity, now);
    const judged = async (at: Date) => {
      const revocationLists = [(await listOf(at, 'keyCompromise')).der];
      return verifyPdf(signed, { trustedRoots: [authority.certificateDer], revocationLists });
    };
    const earlier = await judged(new Date(now.getTime() - HOUR));
    expect(earlier).toMatchObject({ verdict: 'intact', signatures: [{ trust: 'revoked', problems: [] }] });
    expect(earlier.signatures[0]?.remarks).toEqual([
      expect.stringMatching(/^The certificate was withdrawn on .* because somebody else may have the key, before/),
    ]);
    const later = await judged(new Date(now.getTime() + HOUR));
    expect(later.signatures).toMatchObject([
      { trust: 'trusted', remarks: [expect.stringMatching(/after the signature was made\. .* computer said\.$/)] },
    ]);
  });

  test('says nothing about others, nor when another authority of the same name made it', async () => {
    const namesake = await createAuthority({
      commonName: 'Example Assessment Authority',
      now: daysAgo(2),
      validYears: 5,
    });
    const signed = await signAsQualityAssurer(
      await signAsAssessor(report, assessor.identity, now),
      qualityAssurer.identity,
      now,
    );
    const trusts = (lists: readonly Uint8Array[]) =>
      verifyPdf(signed, { trustedRoots: [authority.certificateDer], revocationLists: lists }).signatures.map(
        ({ trust }) => trust,
      );
    expect(trusts([(await listOf(daysAgo(1))).der])).toEqual(['revoked', 'trusted']);
    expect(trusts([(await listOf(daysAgo(1), 'unspecified', namesake)).der])).toEqual(['trusted', 'trusted']);
  });

  /** A list by openssl with one certificate on it; `extensions` names a section of the configuration. */
  function opensslList(reason: readonly string[], extensions: readonly string[]): Uint8Array {
    files.makeCertificate('gone', { issuer: 'root', key: EC, extensions: ['basicConstraints=CA:FALSE'] });
    const authorityFiles = ['-cert', files.at('root.pem'), '-keyfile', files.at('root.key')];
    const ca = ['ca', '-config', files.at('ca.cnf'), ...authorityFiles];
    files.openssl(...ca, '-revoke', files.at('gone.pem'), ...reason);
    files.openssl(...ca, '-gencrl', '-crldays', '7', ...extensions, '-out', files.at('o.crl'));
    return readFileSync(files.at('o.crl'));
  }

  test.each([
    ['1', [], [], 'unspecified'],
    ['2', ['-crl_reason', 'superseded'], ['-crlexts', 'list'], 'superseded'],
  ])('by openssl in version %s of the format is read', (version, reason, extensions, expected) => {
    files.makeAuthority('root');
    const list = readRevocationList(opensslList(reason, extensions));
    expect(files.openssl('crl', '-in', files.at('o.crl'), '-noout', '-text')).toContain(`Version ${version}`);
    expect([...list.revoked.values()]).toMatchObject([{ reason: expected }]);
    expect(isListOf(list, readCertificate(files.certificate('root')))).toBe(true);
    expect(isListOf(list, readCertificate(authority.certificateDer))).toBe(false);
  });

  test('that holds only some of the certificates is refused, since it says nothing about the others', () => {
    files.makeAuthority('root');
    expect(() => readRevocationList(opensslList([], ['-crlexts', 'partial']))).toThrow(/not a complete one/);
  });

  test('that is damaged, cut short or something else is a fault of the caller', async () => {
    const { der } = await listOf(now);
    const signed = await signAsAssessor(report, assessor.identity, now);
    for (const bytes of [der.subarray(0, 100), Buffer.from('Dear reader'), authority.certificateDer]) {
      expect(() => verifyPdf(signed, { revocationLists: [bytes] })).toThrow(/not a revocation list/);
    }
  });

  test('in which a single bit was changed never takes or gives trust', async () => {
    const { der } = await listOf(daysAgo(1));
    const signed = await signAsAssessor(report, assessor.identity, now);
    for (let bit = 0; bit < der.length * 8; bit += 11) {
      try {
        const revocationLists = [flipBit(der, bit)];
        const { signatures } = verifyPdf(signed, { trustedRoots: [authority.certificateDer], revocationLists });
        expect(signatures[0]?.trust).toBe('trusted');
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^revocationList\./) });
      }
    }
  });
});
