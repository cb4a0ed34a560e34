import { beforeAll, describe, expect, test } from 'vitest';
import { type Certificate, readCertificate } from '../../../electron/signing/certificates.ts';
import { createAuthority, createIdentity, type Identity } from '../../../electron/signing/identity.ts';
import { buildChain, isProvable, judgeTrust } from '../../../electron/signing/trust.ts';

const now = new Date('2026-11-21T12:00:00Z');
const later = new Date('2027-06-01T12:00:00Z');
const muchLater = new Date('2040-01-01T00:00:00Z');

const read = (identity: Identity): Certificate => readCertificate(identity.certificateDer);

let root: Certificate;
let leaf: Certificate;
let forged: Certificate;
let own: Certificate;
let stranger: Certificate;

beforeAll(async () => {
  const authority = await createAuthority({ commonName: 'Root', now, validYears: 10 });
  const identity = await createIdentity({ commonName: 'Assessor', now, validYears: 2, issuer: authority });
  root = read(authority);
  leaf = read(identity);
  forged = read(await createIdentity({ commonName: 'Forged', now, validYears: 2, issuer: identity }));
  own = read(await createIdentity({ commonName: 'Own', now, validYears: 2 }));
  stranger = read(await createAuthority({ commonName: 'Root', now, validYears: 10 }));
});

describe('a chain', () => {
  test('leads from the signer to the root, in whatever order the certificates come', () => {
    expect(buildChain(leaf, [own, root])).toEqual([leaf, root]);
    expect(buildChain(own, [root])).toEqual([own]);
  });

  test('does not lead over an identity, which may not issue certificates', () => {
    expect(buildChain(forged, [leaf, root])).toEqual([forged]);
  });

  test('does not lead to an authority of the same name with another key', () => {
    expect(buildChain(leaf, [stranger])).toEqual([leaf]);
  });

  test('does not lead further than the authority allows', () => {
    const lower: Certificate = { ...root, pathLength: 0 };
    expect(buildChain(leaf, [lower])).toHaveLength(2);
    expect(judgeTrust([own, leaf], [{ ...root, pathLength: 0 }], later)).not.toBe('trusted');
  });

  test('is provable alone or whole, but not with certificates that lead nowhere', () => {
    expect(isProvable([own], [own])).toBe(true);
    expect(isProvable([leaf], [leaf])).toBe(true);
    expect(isProvable([leaf, root], [leaf, root])).toBe(true);
    expect(isProvable([leaf], [leaf, stranger])).toBe(false);
    expect(isProvable([leaf, { ...root, selfSigned: false }], [leaf, root])).toBe(false);
  });
});

describe('a signer', () => {
  test.each([
    ['trusted through a root that the signature carries', () => judgeTrust([leaf, root], [root], later), 'trusted'],
    ['trusted through a root that it does not carry', () => judgeTrust([leaf], [root], later), 'trusted'],
    ['trusted by its own certificate', () => judgeTrust([own], [own], later), 'trusted'],
    ['unknown without roots', () => judgeTrust([leaf, root], [], later), 'unknown issuer'],
    ['unknown to another root of the same name', () => judgeTrust([leaf, root], [stranger], later), 'unknown issuer'],
    ['unknown when nothing can be read', () => judgeTrust([], [root], later), 'unknown issuer'],
    ['self-signed', () => judgeTrust([own], [root], later), 'self-signed'],
    ['expired later', () => judgeTrust([leaf, root], [root], muchLater), 'expired at signing'],
    ['not valid before', () => judgeTrust([leaf, root], [root], new Date('2026-01-01')), 'expired at signing'],
    ['unknown under an expired root', () => judgeTrust([leaf], [{ ...root, notAfter: now }], later), 'unknown issuer'],
    [
      'unknown when its certificate is not for documents',
      () => judgeTrust([{ ...leaf, signsDocuments: false }, root], [root], later),
      'unknown issuer',
    ],
  ] as const)('is %s', (_, judge, expected) => {
    expect(judge()).toBe(expected);
  });
});
