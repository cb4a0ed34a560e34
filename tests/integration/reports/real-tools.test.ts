import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import type { ReportModel } from '../../../shared/domain/report-model.ts';
import { methodReportModel, overallReportModel } from '../../fixtures/report-models.ts';
import { nameOf, readPdf } from './pdf-objects.ts';
import { operatorsOf, pagesOf } from './pdf-reading.ts';
import { outOfOrder, runOn } from './poppler.ts';

const method = methodReportModel({ noteCount: 40, notMet: ['b1'], undecided: ['b4'] });
const overall = overallReportModel();

const reports: readonly (readonly [string, ReportModel, readonly string[]])[] = [
  [
    'a method report',
    { ...method, themes: method.themes.slice(0, 2), ksbs: method.ksbs.slice(0, 3) },
    [
      'Professional discussion underpinned by a portfolio',
      'Result of this method',
      'The themes at a glance',
      'Theme B: Allegations, incidents and referrals',
      'How the result came about',
      'Judgements by theme',
      'Theme A: Law, policy and theory in practice',
      'Theme B: Allegations, incidents and referrals',
      'Declaration and signatures',
      'Appendix: the notes in full',
    ],
  ],
  [
    'an overall report',
    { ...overall, ksbs: overall.ksbs.slice(0, 3) },
    [
      'Overall result of the end-point assessment',
      'Overall result',
      'Results of the methods',
      'Declaration and signatures',
    ],
  ],
];

describe.each(reports)('%s in the hands of other tools', (_, model, inOrder) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await buildReport(model);
  });

  it('is without fault for qpdf', () => {
    expect(runOn(bytes, 'qpdf', file => ['--check', file])).toContain('No syntax or stream encoding errors');
  });

  it('is tagged, of version 1.7 and titled for pdfinfo', () => {
    const info = runOn(bytes, 'pdfinfo', file => [file]);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/PDF version: +1\.7/);
    expect(info).toContain('Ngọc Ánh Trần-Kowalski');
    expect(info).toMatch(/Form: +AcroForm/);
  });

  it('is read in order: title, result, judgements, signatures', () => {
    const spoken = runOn(bytes, 'pdfinfo', file => ['-struct-text', file]);
    expect(outOfOrder(spoken, inOrder)).toBeNull();
  });

  it('names the apprentice, the document, the audit anchor and the page on every page', () => {
    const pages = runOn(bytes, 'pdftotext', file => ['-layout', file, '-'])
      .split('\f')
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Ngọc Ánh Trần-Kowalski');
      expect(page).toContain(`${model.documentId} · version 1`);
      expect(page).toContain('Audit 118 · 3f9c0a7be1d24586');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).not.toContain('PRACTICE');
    }
  });
});

it('prints Arabic and Hebrew names in the order in which they are read', async () => {
  const apprentice = { ...method.apprentice, givenNames: 'محمد علي', familyName: 'שלום עולם' };
  const text = runOn(await buildReport({ ...method, apprentice }), 'pdftotext', file => ['-l', '1', file, '-']);
  expect(text).toContain('محمد علي');
  expect(text).toContain('שלום עולם');
});

it('copies the letter that was written, although an earlier report used another one of the same shape', async () => {
  const named = (familyName: string) => buildReport({ ...method, apprentice: { ...method.apprentice, familyName } });
  await named('\u2206');
  const text = runOn(await named('\u0394'), 'pdftotext', file => ['-l', '1', file, '-']);
  expect(text).toContain('\u0394');
  expect(text).not.toContain('\u2206');
});

it('gives the day with each time where a session was split over days', async () => {
  const later = method.time.ledger.map(entry => ({
    ...entry,
    startedAt: '2026-11-22T09:00:00Z',
    endedAt: '2026-11-22T09:30:00Z',
  }));
  const time = { ...method.time, ledger: [...method.time.ledger, ...later] };
  const text = runOn(await buildReport({ ...method, time }), 'pdftotext', file => ['-raw', file, '-']);
  expect(text.replaceAll('\n', ' ')).toContain('22 November 2026, 09:00 GMT');
});

it('says of a distinction descriptor that was left open that it was not judged', async () => {
  const text = runOn(await buildReport(method), 'pdftotext', file => ['-layout', file, '-']);
  expect(text.match(/Not judged/g)).toHaveLength(1);
  expect(text).toContain('Left open: the grade does not depend on it.');
  expect(text.match(/✗ Not met/g)).toHaveLength(1);
});

it('marks a practice report on every page, in the page head and across the page', async () => {
  const bytes = await buildReport(methodReportModel({ practice: true }));
  const pages = runOn(bytes, 'pdftotext', file => ['-raw', file, '-'])
    .split('\f')
    .slice(0, -1);
  for (const page of pages) expect(page).toContain('PRACTICE');
  const pdf = readPdf(bytes);
  for (const page of pagesOf(pdf)) {
    const marking = operatorsOf(pdf, page).filter(one => ['BDC', 'EMC', 'TJ', 'f'].includes(one.operator));
    expect(nameOf(pdf.dictionary(marking[0]?.operands[1])['Type'])).toBe('Background');
    const letters = marking.slice(1, 1 + 'PRACTICE'.length).map(({ operator }) => operator);
    expect(letters).toEqual(Array(8).fill('f'));
    expect(marking[9]?.operator).toBe('EMC');
  }
});
