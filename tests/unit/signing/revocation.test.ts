import { beforeAll, describe, expect, test } from 'vitest';
import { type RevokedCertificate, revocationList } from '../../../electron/signing/authority.ts';
import { type Certificate, readCertificate } from '../../../electron/signing/certificates.ts';
import { createAuthority, createIdentity, type Identity } from '../../../electron/signing/identity.ts';
import { type Authorities, judgeSigner, trustsTimestamp } from '../../../electron/signing/revocation.ts';
import { type RevocationReason, readRevocationList, serialKey } from '../../../electron/signing/revocation-list.ts';

const issued = new Date('2026-01-01T00:00:00Z');
const signedAt = new Date('2026-11-21T14:05:00Z');
const earlier = new Date('2026-06-01T12:00:00Z');
const later = new Date('2027-02-01T12:00:00Z');
const muchLater = new Date('2027-06-01T12:00:00Z');

let authority: Identity;
let chain: readonly Certificate[];
let serial: string;

beforeAll(async () => {
  authority = await createAuthority({ commonName: 'Root', now: issued, validYears: 10 });
  const identity = await createIdentity({ commonName: 'Assessor', now: issued, validYears: 3, issuer: authority });
  chain = identity.chain.map(readCertificate);
  serial = chain[0]?.x509.serialNumber ?? '';
});

async function authorities(revoked: readonly RevokedCertificate[]): Promise<Authorities> {
  const { der } = await revocationList({ authority, revoked, now: muchLater, nextUpdate: muchLater });
  const roots = [readCertificate(authority.certificateDer)];
  return { roots, timestampRoots: roots, revocationLists: [readRevocationList(der)] };
}

const withdrawn = (at: Date, reason: RevocationReason = 'unspecified') => authorities([{ serial, at, reason }]);

describe('a signer whose certificate was withdrawn', () => {
  test('before the signature is not trusted, with the reason', async () => {
    const { trust, remarks } = judgeSigner(chain, await withdrawn(earlier, 'affiliationChanged'), {
      at: signedAt,
      provenBy: undefined,
    });
    expect(trust).toBe('revoked');
    expect(remarks).toEqual([
      'The certificate was withdrawn on 1 June 2026, 13:00 BST because the person’s position changed, before the signature was made.',
    ]);
  });

  test.each([
    ['without proof', undefined, /signature was made\. That the signature is older is only what/],
    ['with a proof that is too young', muchLater, /signature was made\. That the signature is older is only what/],
    ['with a proof in between', signedAt, /after the signature was made\.$/],
  ])('after the signature is trusted: %s', async (_, provenBy, words) => {
    const { trust, remarks } = judgeSigner(chain, await withdrawn(later), { at: signedAt, provenBy });
    expect(trust).toBe('trusted');
    expect(remarks).toEqual([expect.stringMatching(words)]);
  });

  test('at the very moment of the signature is not trusted', async () => {
    const judged = judgeSigner(chain, await withdrawn(signedAt), { at: signedAt, provenBy: undefined });
    expect(judged.trust).toBe('revoked');
  });

  test('is not trusted either where its authority is not known but brought along', async () => {
    const unknown = { ...(await withdrawn(earlier)), roots: [] };
    expect(judgeSigner(chain, unknown, { at: signedAt, provenBy: undefined }).trust).toBe('revoked');
  });

  test('twice counts as withdrawn from the first time', async () => {
    const [once, again] = [await withdrawn(later), await withdrawn(earlier)];
    const both = { ...once, revocationLists: [...once.revocationLists, ...again.revocationLists] };
    expect(judgeSigner(chain, both, { at: signedAt, provenBy: undefined }).trust).toBe('revoked');
  });
});

describe('a signer whose certificate was not withdrawn', () => {
  test('is trusted without a remark', async () => {
    const other = await authorities([{ serial: '0123', at: earlier, reason: 'keyCompromise' }]);
    expect(judgeSigner(chain, other, { at: signedAt, provenBy: undefined })).toEqual({ trust: 'trusted', remarks: [] });
    const none = await authorities([]);
    expect(judgeSigner(chain, none, { at: signedAt, provenBy: undefined })).toEqual({ trust: 'trusted', remarks: [] });
  });
});

describe('an authority for time stamps', () => {
  test.each([
    ['was not withdrawn', later, undefined, true],
    ['was withdrawn before', earlier, 'superseded', false],
    ['was withdrawn later', later, 'superseded', true],
    ['was withdrawn later because its key was stolen', later, 'keyCompromise', false],
  ] as const)('whose certificate %s', async (_, at, reason, trusted) => {
    const known = reason ? await withdrawn(at, reason) : await authorities([]);
    expect(trustsTimestamp(chain, known, signedAt)).toBe(trusted);
  });
});

describe('a serial number', () => {
  test.each([
    ['00AB', 'ab'],
    ['0', '0'],
    ['000', '0'],
    ['1F', '1f'],
  ])('%s is looked up as %s', (hex, key) => {
    expect(serialKey(hex)).toBe(key);
  });
});
