import { beforeAll, expect, it } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { signatureBox } from '../../../electron/reports/parts/signature-block.ts';
import { drawAppearance } from '../../../electron/signing/appearance.ts';
import { REPORT_FIELDS } from '../../../electron/signing/report-fields.ts';
import { signPdf } from '../../../electron/signing/sign-pdf.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import type { ReportModel } from '../../../shared/domain/report-model.ts';
import { declarations, signaturesOf } from '../../../shared/domain/report-signatures.ts';
import { auditModel, letterModel, outcomeModel, qualityAssuranceModel } from '../../fixtures/document-models.ts';
import { methodReportModel, overallReportModel } from '../../fixtures/report-models.ts';
import { FONTS_FOLDER, selfSigned, signAsAssessor, signAsQualityAssurer } from '../signing/sample-report.ts';
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

const everyKind: readonly ReportModel[] = [
  methodReportModel(),
  overallReportModel(),
  outcomeModel({ failed: true }),
  letterModel(),
  qualityAssuranceModel(),
  auditModel(),
];

it.each(everyKind)('kind $kind can be signed in all its boxes, the first signature certifying it', async model => {
  let pdf = await buildReport(model);
  for (const [index, { role, declaration }] of signaturesOf[model.kind].entries()) {
    const name = `Signer ${index + 1}`;
    const appearance = await drawAppearance({
      ...signatureBox,
      mark: { kind: 'typed', name },
      lines: [name, 'Signed 5 December 2026'],
      fontsFolder: FONTS_FOLDER,
    });
    pdf = signPdf(pdf, {
      field: REPORT_FIELDS[role],
      identity: await selfSigned(name),
      signerName: name,
      reason: declarations[declaration],
      signedAt: new Date(`2026-12-0${5 + index}T09:00:00Z`),
      appearance,
      certify: index === 0,
    });
  }
  const result = verifyPdf(pdf);
  expect(result.verdict).toBe('intact');
  const names = {
    assessor: 'independent assessor',
    qualityAssurer: 'internal quality assurer',
    organisation: 'assessment organisation',
  };
  expect(result.signatures.map(({ role }) => role)).toEqual(signaturesOf[model.kind].map(({ role }) => names[role]));
  const valid = runOn(pdf, 'pdfsig', file => [file]).match(/Signature Validation: Signature is Valid\./g);
  expect(valid).toHaveLength(signaturesOf[model.kind].length);
  expect(runOn(pdf, 'qpdf', file => ['--check', file])).toContain('No syntax or stream encoding errors');
});
