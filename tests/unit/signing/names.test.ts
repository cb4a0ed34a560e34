import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCertificate } from '../../../electron/signing/certificates.ts';
import { derElement, derOid, derSequence, derSetOf } from '../../../electron/signing/der.ts';
import { createAuthority, createIdentity } from '../../../electron/signing/identity.ts';
import { escapeNameValue, readName } from '../../../electron/signing/names.ts';

const now = new Date('2026-11-21T14:05:00.700Z');

describe('the name in a certificate', () => {
  test.each([
    'Dr A. Patel',
    'Patel, Anita "Annie"',
    "Siân O'Brien-Müller",
    'CN=Mallory, O=Evil + Sons',
    'Þórður Ísaksson \\ <x>; #1',
    '李小龙 Łukasz 🙂',
  ])('%s comes back as it was given', async commonName => {
    const identity = await createIdentity({ commonName, organisation: 'Assess, Ltd; "East"', now, validYears: 1 });
    const { subject, issuer } = readCertificate(identity.certificateDer);
    expect(subject).toMatchObject({ commonName, organisation: 'Assess, Ltd; "East"' });
    expect(issuer).toEqual(subject);
  });

  test('the printed form keeps parts apart whatever is in them', async () => {
    const identity = await createIdentity({ commonName: 'A, O=Evil', now, validYears: 1 });
    expect(readCertificate(identity.certificateDer).subject.text).toBe('CN=A\\, O\\=Evil');
  });

  test.each([
    ['a\nb', 'a\\0Ab'],
    ['x\u202eexe', 'x\\E2\\80\\AEexe'],
    [' lead', '\\ lead'],
    ['#1', '\\#1'],
    ['trail ', 'trail\\ '],
    ['plain', 'plain'],
  ])('%j is printed as %s', (value, printed) => {
    expect(escapeNameValue(value)).toBe(printed);
  });

  test('names in older kinds of string, and with unknown parts, are read', () => {
    const part = (oid: string, tag: number, value: Buffer) =>
      derSetOf(derSequence(derOid(oid), derElement(tag, value)));
    const bmp = Buffer.from('Żaneta', 'utf16le').swap16();
    const name = derSequence(
      part('2.5.4.10', 0x13, Buffer.from('Org')),
      part('2.5.4.3', 0x1e, bmp),
      part('1.2.3.4', 0x0c, Buffer.from('x')),
    );
    expect(readName(name)).toEqual({ commonName: 'Żaneta', organisation: 'Org', text: '1.2.3.4=x, CN=Żaneta, O=Org' });
  });

  test.each(['', '   ', 'x'.repeat(65)])('the name %j is refused', async commonName => {
    await expect(createIdentity({ commonName, now, validYears: 1 })).rejects.toMatchObject({ code: 'identity.name' });
  });

  test('no damaged certificate makes reading fail in any other way', async () => {
    const { certificateDer } = await createIdentity({ commonName: 'Dr A. Patel', now, validYears: 1 });
    fc.assert(
      fc.property(fc.nat(certificateDer.length * 8 - 1), bit => {
        const damaged = Buffer.from(certificateDer);
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        try {
          readCertificate(damaged);
        } catch (error) {
          expect(error).toMatchObject({ code: 'certificate.damaged' });
        }
      }),
    );
  });
});

describe('an identity', () => {
  test('is a self-signed P-256 certificate for signing documents, valid from the given second', async () => {
    const identity = await createIdentity({ commonName: 'A', email: 'a@example.org', now, validYears: 3 });
    const x509 = new X509Certificate(identity.certificatePem);
    const certificate = readCertificate(identity.certificateDer);
    expect(x509.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(x509.verify(x509.publicKey)).toBe(true);
    expect(x509.subjectAltName).toBe('email:a@example.org');
    expect(x509.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4']);
    expect(certificate).toMatchObject({ authority: false, signsDocuments: true });
    expect(certificate.notBefore.toISOString()).toBe('2026-11-21T14:05:00.000Z');
    expect(certificate.notAfter.toISOString()).toBe('2029-11-21T14:05:00.000Z');
  });

  test('has a serial number of its own, 16 bytes long', async () => {
    const serials = await Promise.all(
      [1, 2].map(async () => {
        const identity = await createIdentity({ commonName: 'A', now, validYears: 1 });
        return new X509Certificate(identity.certificateDer).serialNumber;
      }),
    );
    expect(serials[0]).toMatch(/^[0-9A-F]{32}$/);
    expect(serials[0]).not.toBe(serials[1]);
  });

  test('issued by an authority carries the chain, and the authority may issue no further authorities', async () => {
    const authority = await createAuthority({ commonName: 'Root, "the"', now, validYears: 10 });
    const leaf = await createIdentity({ commonName: 'A', now, validYears: 1, issuer: authority });
    const [leafX509, rootX509] = leaf.chain.map(der => new X509Certificate(der));
    expect(leafX509?.checkIssued(rootX509 as X509Certificate)).toBe(true);
    expect(leafX509?.verify((rootX509 as X509Certificate).publicKey)).toBe(true);
    expect(readCertificate(authority.certificateDer)).toMatchObject({
      authority: true,
      pathLength: 0,
      signsDocuments: false,
    });
  });
});
