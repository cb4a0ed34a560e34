import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { objectOf } from '../../../electron/signing/pdf-state.ts';
import { putObject } from '../../../electron/signing/pdf-update.ts';
import { asDict, pdfDict } from '../../../electron/signing/pdf-values.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';
import { selfSigned, signAsAssessor, signAsQualityAssurer } from './sample-report.ts';
import { numberOf, pageNumber, tamper } from './tampering.ts';

/* The report as the workbench builds it, signed by both: what the other tests find on a small document holds for it too. */

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const file = join(folder, 'report.pdf');
let signed: Uint8Array;

beforeAll(async () => {
  const once = await signAsAssessor(await buildReport(methodReportModel()), await selfSigned());
  signed = await signAsQualityAssurer(once, await selfSigned('Mikael Håkansson'));
  writeFileSync(file, signed);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a report that assessor and quality assurer signed is intact, and pdfsig agrees', () => {
  const said = execFileSync('pdfsig', [file], { encoding: 'utf8' });
  expect(said.match(/Signature is Valid/g)).toHaveLength(2);
  expect(said.match(/ {2}- Total document signed/g)).toHaveLength(1);
  expect(verifyPdf(signed)).toMatchObject({ verdict: 'intact', signatures: [{ certifies: true }, { changes: [] }] });
});

test('a report that is signed is still tagged', () => {
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged: +yes/);
});

test('a page of a signed report that is exchanged is named', () => {
  const result = verifyPdf(
    tamper(signed, (update, state) => {
      const page = asDict(objectOf(state, pageNumber(state, 2))?.value);
      putObject(update, numberOf(page?.entries.get('Contents')), pdfDict({}), Buffer.from('q Q'));
    }),
  );
  expect(result.verdict).toBe('changed');
  for (const { changes } of result.signatures) expect(changes).toEqual(['the content of page 2 was replaced']);
});
