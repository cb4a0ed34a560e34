import { beforeAll, describe, expect, test } from 'vitest';
import { describeVerification } from '../../../electron/signing/describe-verification.ts';
import { createIdentity, type Identity } from '../../../electron/signing/identity.ts';
import { REPORT_FIELDS } from '../../../electron/signing/report-fields.ts';
import { signPdf } from '../../../electron/signing/sign-pdf.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import {
  ASSESSED_AT,
  authority,
  ISSUED_AT,
  issuedBy,
  QUALITY_ASSURED_AT,
  sampleReport,
  selfSigned,
  signAsAssessor,
  signAsQualityAssurer,
} from './sample-report.ts';

let report: Uint8Array;
let root: Identity;
let assessor: Identity;
let qualityAssurer: Identity;
let once: Uint8Array;
let twice: Uint8Array;

beforeAll(async () => {
  report = await sampleReport();
  root = await authority();
  assessor = await selfSigned();
  qualityAssurer = await issuedBy(root);
  once = await signAsAssessor(report, assessor);
  twice = await signAsQualityAssurer(once, qualityAssurer);
});

describe('a report that nobody touched', () => {
  test('is unsigned before anybody signs it', () => {
    expect(verifyPdf(report)).toEqual({ verdict: 'unsigned', signatures: [], documentTimestamps: [] });
  });

  test('says who signed as what, when, and that it covers the whole file', () => {
    const { verdict, signatures } = verifyPdf(once);
    expect(verdict).toBe('intact');
    expect(signatures).toHaveLength(1);
    expect(signatures[0]).toMatchObject({
      field: REPORT_FIELDS.assessor,
      role: 'independent assessor',
      signerName: 'Dr A. Patel',
      organisation: 'Example Assessment Ltd',
      signedAt: ASSESSED_AT.toISOString(),
      certifies: true,
      coversWholeFile: true,
      intact: true,
      unchangedSince: true,
      laterSignatures: 0,
      changes: [],
      problems: [],
      trust: 'self-signed',
    });
  });

  test('keeps the first signature intact when it is signed again, and tells the two apart', () => {
    const { verdict, signatures } = verifyPdf(twice, { trustedRoots: [root.certificateDer] });
    expect(verdict).toBe('intact');
    expect(signatures).toMatchObject([
      {
        role: 'independent assessor',
        certifies: true,
        coversWholeFile: false,
        laterSignatures: 1,
        trust: 'self-signed',
      },
      {
        role: 'internal quality assurer',
        signerName: 'Mikael Håkansson',
        signedAt: QUALITY_ASSURED_AT.toISOString(),
        certifies: false,
        coversWholeFile: true,
        laterSignatures: 0,
        trust: 'trusted',
      },
    ]);
  });

  test('can be signed by the quality assurer alone', async () => {
    const { verdict, signatures } = verifyPdf(await signAsQualityAssurer(report, qualityAssurer));
    expect(verdict).toBe('intact');
    expect(signatures).toMatchObject([
      { field: REPORT_FIELDS.qualityAssurer, certifies: false, coversWholeFile: true },
    ]);
  });

  test('is told in words', () => {
    const lines = describeVerification(verifyPdf(twice));
    expect(lines[0]).toMatch(/^INTACT/);
    expect(lines).toContain('Signature 1: Dr A. Patel, Example Assessment Ltd, as independent assessor');
    expect(lines).toContain('  Signed on 21 November 2026, 14:05 GMT, as the signer’s computer had it.');
    expect(lines).toContain('  Unchanged since this signature, but for one later signature.');
    expect(lines.join('\n')).toContain('compare its fingerprint with the organisation’s record');
  });
});

describe('trust', () => {
  const trustOf = (pdf: Uint8Array, roots: readonly Uint8Array[]) =>
    verifyPdf(pdf, { trustedRoots: roots }).signatures.at(-1)?.trust;

  test('needs the root of the authority that issued the certificate', async () => {
    const another = await authority();
    expect(trustOf(twice, [root.certificateDer])).toBe('trusted');
    expect(trustOf(twice, [another.certificateDer, root.certificateDer])).toBe('trusted');
    expect(trustOf(twice, [another.certificateDer])).toBe('unknown issuer');
    expect(trustOf(twice, [])).toBe('unknown issuer');
  });

  test('can be given to one certificate of its own', () => {
    expect(trustOf(once, [assessor.certificateDer])).toBe('trusted');
    expect(trustOf(once, [qualityAssurer.certificateDer])).toBe('self-signed');
  });

  test('is not given when the root was not valid yet', async () => {
    const young = await createIdentity({ commonName: 'Young', now: new Date('2026-12-01'), validYears: 1 });
    expect(trustOf(once, [young.certificateDer])).toBe('self-signed');
  });

  test('of a wrong root is a fault of the caller', () => {
    expect(() => verifyPdf(once, { trustedRoots: [new Uint8Array([1, 2, 3])] })).toThrow(/damaged/);
  });
});

describe('signing is refused', () => {
  test('with an identity that another identity issued, which is no authority', async () => {
    const forged = await issuedBy(qualityAssurer, 'Dr A. Patel');
    await expect(signAsAssessor(report, forged)).rejects.toMatchObject({ code: 'identity.chain' });
  });

  const request = async (change: Partial<Parameters<typeof signPdf>[1]>) => ({
    field: REPORT_FIELDS.assessor,
    identity: assessor,
    signerName: 'Dr A. Patel',
    reason: 'Assessed',
    signedAt: ASSESSED_AT,
    appearance: report,
    certify: false,
    ...change,
  });

  test('in a field that is signed', async () => {
    await expect(signAsAssessor(once, assessor)).rejects.toMatchObject({ code: 'signature.fieldSigned' });
  });

  test('in a field that is not there', async () => {
    const wrong = await request({ field: 'Elsewhere' });
    expect(() => signPdf(report, wrong)).toThrow(/no signature field/);
  });

  test('as a certification after another signature', async () => {
    const late = await request({ field: REPORT_FIELDS.qualityAssurer, certify: true });
    expect(() => signPdf(once, late)).toThrow(/Only the first signature/);
  });

  test.each([new Date(ISSUED_AT.getTime() - 1), new Date('2029-01-01')])(
    'when the identity is not valid: %s',
    async date => {
      const wrong = await request({ signedAt: date });
      expect(() => signPdf(report, wrong)).toThrow(/not valid on this date/);
    },
  );

  test('with an appearance of several pages', async () => {
    const wrong = await request({});
    expect(() => signPdf(report, wrong)).toThrow(/must be one page/);
  });

  test('of something that is not a PDF', async () => {
    const any = await request({});
    expect(() => signPdf(Buffer.from('Dear assessor'), any)).toThrow(/cannot be read/);
  });
});
