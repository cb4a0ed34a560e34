import { beforeAll, expect, it } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';
import { selfSigned, signAsAssessor, signAsQualityAssurer } from '../signing/sample-report.ts';
import { runOn } from './poppler.ts';

let twiceSigned: Uint8Array;

beforeAll(async () => {
  const report = await buildReport(methodReportModel());
  const signed = await signAsAssessor(report, await selfSigned());
  twiceSigned = await signAsQualityAssurer(signed, await selfSigned('Mikael Håkansson'));
});

it('can be signed in both its boxes, the first signature staying valid', () => {
  const result = verifyPdf(twiceSigned);
  expect(result.verdict).toBe('intact');
  expect(result.signatures).toHaveLength(2);
  expect(
    runOn(twiceSigned, 'pdfsig', file => [file]).match(/Signature Validation: Signature is Valid\./g),
  ).toHaveLength(2);
});

it('is still tagged and without fault once it is signed, and shows who signed', () => {
  expect(runOn(twiceSigned, 'qpdf', file => ['--check', file])).toContain('No syntax or stream encoding errors');
  expect(runOn(twiceSigned, 'pdfinfo', file => [file])).toMatch(/Tagged: +yes/);
  expect(runOn(twiceSigned, 'pdftotext', file => [file, '-'])).toContain('Mikael Håkansson');
});
