import { describe, expect, test } from 'vitest';
import { describeVerification } from '../../../electron/signing/describe-verification.ts';
import type { VerifiedSignature } from '../../../electron/signing/verification-result.ts';

const signature: VerifiedSignature = {
  field: 'AssessorSignature',
  role: 'independent assessor',
  signerName: 'Dr A. Patel',
  signedAt: '2026-07-01T13:05:00.000Z',
  certifies: false,
  coversWholeFile: true,
  intact: true,
  unchangedSince: true,
  laterSignatures: 0,
  laterTimestamps: 0,
  changes: [],
  certificate: {
    subject: 'CN=Dr A. Patel',
    issuer: 'CN=Example Root, O=Example',
    serial: '01',
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2027-01-01T00:00:00.000Z',
    selfSigned: false,
    sha256: '0123456789abcdef'.repeat(4),
  },
  trust: 'trusted',
  remarks: [],
  problems: [],
};

const told = (change: Partial<VerifiedSignature>): string =>
  describeVerification({ verdict: 'intact', signatures: [{ ...signature, ...change }], documentTimestamps: [] }).join(
    '\n',
  );

describe('a verification in words', () => {
  test.each([
    ['unsigned', /^NOT SIGNED/],
    ['unreadable', /^NOT READABLE/],
    ['changed', /^CHANGED: do not rely/],
    ['intact', /^INTACT/],
  ] as const)('begins with the verdict: %s', (verdict, words) => {
    expect(describeVerification({ verdict, signatures: [], documentTimestamps: [] })[0]).toMatch(words);
  });

  test('gives the problem of a file', () => {
    expect(
      describeVerification({
        verdict: 'unreadable',
        problem: 'The PDF cannot be read: it is empty.',
        signatures: [],
        documentTimestamps: [],
      }),
    ).toEqual(['NOT READABLE: the file could not be checked.', 'The PDF cannot be read: it is empty.']);
  });

  test('gives times as in London', () => {
    expect(told({})).toContain('Signed on 1 July 2026, 14:05 BST');
  });

  test.each([
    [{ trust: 'trusted' }, 'issued by CN=Example Root, O=Example, which is trusted here'],
    [{ trust: 'unknown issuer' }, 'Ask the organisation for its authority’s certificate'],
    [{ trust: 'self-signed' }, 'compare its fingerprint with the organisation’s record'],
    [{ trust: 'expired at signing' }, 'valid from 1 January 2026 to 1 January 2027, which is not when'],
    [{ trust: 'self-signed' }, 'Fingerprint (SHA-256): 0123 4567 89AB CDEF 0123'],
    [{ trust: 'revoked' }, 'which withdrew it. Do not trust this signature.'],
    [{ remarks: ['The certificate was withdrawn later.'] }, '  The certificate was withdrawn later.'],
    [{ laterSignatures: 2 }, 'but for 2 later signatures.'],
    [{ laterTimestamps: 1 }, 'but for one later time stamp.'],
    [{ laterSignatures: 1, laterTimestamps: 2 }, 'but for one later signature and 2 later time stamps.'],
    [
      { timestamp: { at: '2026-11-21T14:05:00Z', authority: 'Stamps Ltd', trusted: true, problems: [] } },
      'The signature existed at 21 November 2026, 14:05 GMT according to Stamps Ltd, which is trusted here.',
    ],
    [
      { timestamp: { at: '2026-07-01T13:05:00Z', authority: 'Stamps Ltd', trusted: false, problems: [] } },
      'existed at 1 July 2026, 14:05 BST according to Stamps Ltd, which is not known here.',
    ],
    [
      { timestamp: { authority: 'unknown', trusted: false, problems: ['The time stamp holds no time.'] } },
      'Its time stamp is NOT valid:\n    - The time stamp holds no time.',
    ],
    [{ certifies: true }, 'It allows nothing to be done to the report but signing it again.'],
    [
      { intact: false, problems: ['The certificate was exchanged.'] },
      'NOT intact:\n    - The certificate was exchanged.',
    ],
    [
      { unchangedSince: false, changes: ['page 3 was changed'] },
      'Changed after this signature:\n    - page 3 was changed',
    ],
    [{ intact: false, problems: ['It does not fit.'] }, 'Whether the document is unchanged since cannot be said.'],
    [{ unchangedSince: false }, 'Whether the document is unchanged since cannot be said.'],
    [{ organisation: 'Example Ltd' }, 'Signature 1: Dr A. Patel, Example Ltd, as independent assessor'],
  ] as const)('says of %j: “%s”', (change, words) => {
    expect(told(change)).toContain(words);
  });

  test('tells of time stamps over the document apart', () => {
    const { field, coversWholeFile, intact, unchangedSince, laterSignatures, laterTimestamps, changes } = signature;
    const since = { field, coversWholeFile, intact, unchangedSince, laterSignatures, laterTimestamps, changes };
    const stamp = { ...since, authority: 'Stamps Ltd', at: '2026-11-21T14:05:00Z', trusted: true, problems: [] };
    expect(describeVerification({ verdict: 'intact', signatures: [], documentTimestamps: [stamp] }).slice(1)).toEqual([
      '',
      'Time stamp 1: Stamps Ltd',
      '  The report, with the signatures before it, existed at 21 November 2026, 14:05 GMT according to Stamps Ltd, which is trusted here.',
      '  Unchanged since this time stamp.',
    ]);
  });

  test('leaves out what a damaged signature does not tell', () => {
    const { certificate: _certificate, signedAt: _signedAt, ...damaged } = signature;
    const lines = describeVerification({ verdict: 'changed', signatures: [damaged], documentTimestamps: [] });
    expect(lines).toContain('  It does not say when it was made.');
    expect(lines).toContain('  Its certificate cannot be read.');
  });

  test('lets no name from the file forge lines or turn the writing round', () => {
    const lines = describeVerification({
      verdict: 'intact',
      signatures: [{ ...signature, signerName: 'Mallory\u001b[2K\r\nINTACT\u202e' }],
      documentTimestamps: [],
    });
    expect(lines).toContain('Signature 1: Mallory�[2K��INTACT�, as independent assessor');
  });
});
