import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { describeVerification } from '../../../electron/signing/describe-verification.ts';
import { addDocumentTimestamp } from '../../../electron/signing/document-timestamp.ts';
import { openPdf } from '../../../electron/signing/pdf-file.ts';
import { latestState, signatureFields } from '../../../electron/signing/pdf-state.ts';
import { addObject, putObject, startUpdate, writeUpdate } from '../../../electron/signing/pdf-update.ts';
import { pdfName, withEntries } from '../../../electron/signing/pdf-values.ts';
import { REPORT_FIELDS } from '../../../electron/signing/report-fields.ts';
import { dictionaryWithGap, digestAround, fillGap, openGap } from '../../../electron/signing/signature-gap.ts';
import { timestampTooLarge } from '../../../electron/signing/timestamp.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { signAsAssessor, signAsQualityAssurer } from './sample-report.ts';
import { digitsOf, documentToken, HOUR, now, type Stamping, stampIn, startStamping } from './stamping.ts';
import { flipBit, seededNumbers } from './tampering.ts';

let stamping: Stamping;

beforeAll(async () => {
  stamping = await startStamping();
});

afterEach(() => stamping.server.behave(undefined));
afterAll(() => stamping.end());

const isAbout = (iso: string | undefined): boolean => Math.abs(Date.parse(iso ?? '') - Date.now()) < 5 * 60 * 1000;

describe('a signature with a time stamp', () => {
  test.each(['rsa', 'ec', 'old'])('by an authority of kind %s says when it existed and who says so', async kind => {
    stamping.server.behave(async (request, response, ask) => response.end(await ask(request, kind)));
    const signed = await stamping.signStamped();
    const { verdict, signatures, documentTimestamps } = verifyPdf(signed, stamping.known);
    expect(verdict).toBe('intact');
    expect(documentTimestamps).toEqual([]);
    expect(signatures).toMatchObject([
      { intact: true, problems: [], trust: 'trusted', timestamp: { authority: kind, trusted: true, problems: [] } },
    ]);
    expect(isAbout(signatures[0]?.timestamp?.at)).toBe(true);
  });

  test('is told in words, also where the authority is not known', async () => {
    const signed = await stamping.signStamped();
    const words = describeVerification(verifyPdf(signed, stamping.known)).join('\n');
    expect(words).toMatch(
      /The signature existed at \d+ \w+ \d{4}, \d\d:\d\d \w+ according to rsa, which is trusted here\./,
    );
    const unknown = verifyPdf(signed, { ...stamping.known, timestampRoots: [] });
    expect(unknown).toMatchObject({
      verdict: 'intact',
      signatures: [{ trust: 'trusted', timestamp: { trusted: false } }],
    });
    expect(describeVerification(unknown).join('\n')).toMatch(
      /according to rsa, which is not known here\.\n.*Fingerprint/,
    );
  });

  test('is valid to pdfsig, and its token to openssl', async () => {
    const signed = await stamping.signStamped();
    writeFileSync(stamping.files.at('stamped.pdf'), signed);
    expect(stamping.files.run('pdfsig', stamping.files.at('stamped.pdf'))).toContain('Signature is Valid');
    expect(stamping.files.run('qpdf', '--check', stamping.files.at('stamped.pdf'))).toContain(
      'No syntax or stream encoding errors',
    );
    const { token, signatureValue } = stampIn(signed);
    writeFileSync(stamping.files.at('token.der'), token);
    writeFileSync(stamping.files.at('value.bin'), signatureValue);
    const options = ['-in', stamping.files.at('token.der'), '-token_in', '-data', stamping.files.at('value.bin')];
    const trust = ['-CAfile', stamping.files.at('stamproot.pem'), '-untrusted', stamping.files.at('stamps.pem')];
    expect(stamping.files.openssl('ts', '-verify', ...options, ...trust)).toContain('Verification: OK');
  });

  test('stays valid below a countersignature and a time stamp over the document', async () => {
    const twice = await signAsQualityAssurer(await stamping.signStamped(), stamping.qualityAssurer, now);
    const stamped = await addDocumentTimestamp(twice, { timestamp: stamping.reaching() });
    const { verdict, signatures, documentTimestamps } = verifyPdf(stamped, stamping.known);
    expect(verdict).toBe('intact');
    expect(signatures.map(({ trust, intact }) => [trust, intact])).toEqual([
      ['trusted', true],
      ['trusted', true],
    ]);
    expect(documentTimestamps).toHaveLength(1);
  });

  test('by an authority that leaves its root out is completed with the root from the settings', async () => {
    stamping.server.behave(async (request, response, ask) => response.end(await ask(request, 'public')));
    await expect(stamping.signStamped()).rejects.toMatchObject({ code: 'timestamp.invalid' });
    const signed = await stamping.signStamped(stamping.reaching({ roots: [stamping.stampRoot] }));
    expect(verifyPdf(signed, stamping.known)).toMatchObject({
      verdict: 'intact',
      signatures: [{ timestamp: { authority: 'public', trusted: true, problems: [] } }],
    });
    expect(verifyPdf(signed).verdict).toBe('intact');
  });

  test('counts for more than the clock of the signer’s computer', async () => {
    const early = new Date(now.getTime() - HOUR);
    const withdrawnBetween = new Date(now.getTime() - HOUR / 2);
    const list = await stamping.withdrawAssessor(withdrawnBetween);
    const trustOf = (pdf: Uint8Array) =>
      verifyPdf(pdf, { ...stamping.known, revocationLists: [list] }).signatures.map(({ trust, remarks }) => [
        trust,
        ...remarks,
      ]);
    expect(trustOf(await stamping.signStamped(stamping.reaching(), early))).toEqual([
      ['revoked', expect.stringContaining('before')],
    ]);
    const claimed = trustOf(await signAsAssessor(stamping.report, stamping.assessor, early));
    expect(claimed).toEqual([['trusted', expect.stringContaining('only what the signer’s computer said')]]);
  });

  test('that is trusted proves that a signature is older than a withdrawal', async () => {
    const list = await stamping.withdrawAssessor(new Date(now.getTime() + HOUR));
    const { signatures } = verifyPdf(await stamping.signStamped(), { ...stamping.known, revocationLists: [list] });
    expect(signatures[0]?.trust).toBe('trusted');
    expect(signatures[0]?.remarks).toEqual([expect.stringMatching(/after the signature was made\.$/)]);
  });
});

describe('a time stamp over the document', () => {
  let signed: Uint8Array;
  let stamped: Uint8Array;

  beforeAll(async () => {
    signed = await signAsQualityAssurer(
      await signAsAssessor(stamping.report, stamping.assessor, now),
      stamping.qualityAssurer,
      now,
    );
    stamped = await addDocumentTimestamp(signed, { timestamp: stamping.reaching() });
  });

  test('leaves every byte and every signature as they were, and is listed apart', () => {
    expect(Buffer.from(stamped).subarray(0, signed.length)).toEqual(Buffer.from(signed));
    const { verdict, signatures, documentTimestamps } = verifyPdf(stamped, stamping.known);
    expect(verdict).toBe('intact');
    expect(signatures).toMatchObject([
      { intact: true, unchangedSince: true, laterSignatures: 1, laterTimestamps: 1, trust: 'trusted' },
      { intact: true, unchangedSince: true, laterSignatures: 0, laterTimestamps: 1, trust: 'trusted' },
    ]);
    expect(documentTimestamps).toMatchObject([
      { field: 'DocumentTimestamp', intact: true, coversWholeFile: true, unchangedSince: true, trusted: true },
    ]);
    expect(isAbout(documentTimestamps[0]?.at)).toBe(true);
  });

  test('is told in words', () => {
    const words = describeVerification(verifyPdf(stamped, stamping.known)).join('\n');
    expect(words).toMatch(
      /Time stamp 1: rsa\n {2}The report, with the signatures before it, existed at .* according to rsa/,
    );
    expect(words).toContain('Unchanged since this signature, but for one later signature and one later time stamp.');
    expect(words).toContain('Unchanged since this time stamp.');
  });

  test('leaves both signatures valid to pdfsig, and the file clean to qpdf', () => {
    writeFileSync(stamping.files.at('stamped.pdf'), stamped);
    expect(stamping.files.run('pdfsig', stamping.files.at('stamped.pdf')).match(/Signature is Valid/g)).toHaveLength(2);
    expect(stamping.files.run('qpdf', '--check', stamping.files.at('stamped.pdf'))).toContain(
      'No syntax or stream encoding errors',
    );
  });

  test('can come between two signatures', async () => {
    const between = await addDocumentTimestamp(await signAsAssessor(stamping.report, stamping.assessor, now), {
      timestamp: stamping.reaching(),
    });
    const result = verifyPdf(await signAsQualityAssurer(between, stamping.qualityAssurer, now), stamping.known);
    expect(result).toMatchObject({
      verdict: 'intact',
      signatures: [{ laterTimestamps: 1 }, { laterTimestamps: 0, coversWholeFile: true }],
      documentTimestamps: [{ laterSignatures: 1, coversWholeFile: false, unchangedSince: true }],
    });
  });

  test('proves that the signatures before it are older than a withdrawal', async () => {
    const list = await stamping.withdrawAssessor(new Date(Date.now() + HOUR));
    const remarksOn = (pdf: Uint8Array) =>
      verifyPdf(pdf, { ...stamping.known, revocationLists: [list] }).signatures[0]?.remarks.join();
    expect(remarksOn(signed)).toContain('only what the signer’s computer said');
    expect(remarksOn(stamped)).toMatch(/after the signature was made\.$/);
  });

  test.each([
    ['a second time', async () => stamped, 'timestamp.present'],
    ['to a report that nobody signed', async () => stamping.report, 'timestamp.unsigned'],
  ])('is not added %s', async (_, pdf, code) => {
    const adding = addDocumentTimestamp(await pdf(), { timestamp: stamping.reaching() });
    await expect(adding).rejects.toMatchObject({ code });
  });

  test('does not make a report signed that nobody signed', async () => {
    const file = openPdf(stamping.report);
    const update = startUpdate(file);
    const [field] = signatureFields(latestState(file)).filter(({ name }) => name === REPORT_FIELDS.timestamp);
    if (!field) throw new Error('the report has no place for a time stamp');
    const kind = {
      Type: pdfName('DocTimeStamp'),
      Filter: pdfName('Adobe.PPKLite'),
      SubFilter: pdfName('ETSI.RFC3161'),
    };
    const stamp = addObject(update, dictionaryWithGap(kind));
    putObject(update, field.number, withEntries(field.dict, { V: stamp }));
    const gap = openGap(writeUpdate(update), stamp);
    const token = Buffer.from(await stamping.reaching()(digestAround(gap)));
    const result = verifyPdf(fillGap(gap, token, timestampTooLarge()), stamping.known);
    expect(result).toMatchObject({ verdict: 'unsigned', signatures: [], documentTimestamps: [{ trusted: true }] });
    expect(describeVerification(result)[0]).toMatch(/^NOT SIGNED/);
  });

  test('that was moved from another report is noticed', async () => {
    const other = await signAsAssessor(stamping.report, stamping.qualityAssurer, now);
    const token = documentToken(stamped);
    const moved = addDocumentTimestamp(other, { timestamp: async () => token });
    await expect(moved).rejects.toMatchObject({
      code: 'timestamp.invalid',
      message: expect.stringContaining('made for something else'),
    });
  });
});

describe('a single bit turned over', () => {
  const unnoticed = (pdf: Uint8Array, bits: readonly number[]): readonly number[] =>
    bits.filter(bit => verifyPdf(flipBit(pdf, bit), stamping.known).verdict === 'intact');
  const bitsFrom = (start: number, length: number, seed: number): readonly number[] => {
    const random = seededNumbers(seed);
    return Array.from({ length: 400 }, () => start * 8 + random(length * 8));
  };

  test.each(['rsa', 'ec'])('in a signature with a time stamp of kind %s is noticed, wherever it is', async kind => {
    stamping.server.behave(async (request, response, ask) => response.end(await ask(request, kind)));
    const signed = await stamping.signStamped();
    const { start, length } = digitsOf(signed, REPORT_FIELDS.assessor);
    expect(unnoticed(signed, bitsFrom(start, length, 20261121))).toEqual([]);
    expect(unnoticed(signed, bitsFrom(0, signed.length, 20261122))).toEqual([]);
  });

  test('in a time stamp over the document is noticed, wherever it is', async () => {
    const timestamp = stamping.reaching();
    const stamped = await addDocumentTimestamp(await signAsAssessor(stamping.report, stamping.assessor, now), {
      timestamp,
    });
    const { start, length } = digitsOf(stamped, REPORT_FIELDS.timestamp);
    expect(unnoticed(stamped, bitsFrom(start, length, 20261123))).toEqual([]);
    expect(unnoticed(stamped, bitsFrom(0, stamped.length, 20261124))).toEqual([]);
  });

  test('in the time stamp alone leaves the signature itself intact', async () => {
    const signed = await stamping.signStamped();
    const { token } = stampIn(signed);
    const middle =
      digitsOf(signed, REPORT_FIELDS.assessor).start +
      Buffer.from(signed)
        .subarray(digitsOf(signed, REPORT_FIELDS.assessor).start)
        .indexOf(
          token
            .subarray(token.length - 40, token.length - 8)
            .toString('hex')
            .toUpperCase(),
        );
    const digits = Buffer.from(signed);
    digits[middle] = digits[middle] === 0x30 ? 0x31 : 0x30;
    const result = verifyPdf(digits, stamping.known);
    expect(result).toMatchObject({ verdict: 'changed', signatures: [{ intact: true, timestamp: { trusted: false } }] });
    expect(describeVerification(result).join('\n')).toContain('Its time stamp is NOT valid:');
  });
});
