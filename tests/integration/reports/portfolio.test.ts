import { expect, test } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { methodReport } from '../../../shared/domain/reports/method-report.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';
import { readPdf } from './pdf-objects.ts';
import { allElements, attachedModel, structureOf } from './pdf-reading.ts';
import { runOn } from './poppler.ts';

const sha256 = '5d41402abc4b2a76b9719d911017c592ae2f1c9bb1c2f3d4e5f60718293a4b5c';
const place = (id: string, from: number, to: number, ksbs: string[], remark = '') => ({
  ...{ id, stretch: { unit: 'page', from, to } as const, ksbs, remark },
});

/** The report on a professional discussion whose first judgement rests on the portfolio alone. */
function withPortfolio(evidence: readonly string[]) {
  const model = methodReportModel();
  const [theme, ...themes] = model.themes;
  const [descriptor, ...descriptors] = theme?.descriptors ?? [];
  if (!theme || !descriptor) throw new Error('The fixture has descriptors');
  const judged = { ...descriptor, evidenceNoteIds: [], portfolioEvidenceIds: [...evidence] };
  return {
    ...model,
    themes: [{ ...theme, descriptors: [judged, ...descriptors] }, ...themes],
    portfolio: [
      {
        ...{
          id: 'log',
          title: 'Referral log',
          kind: 'pdf' as const,
          sha256,
          sizeBytes: 27_402,
          ksbs: ['K13'],
          remark: '',
        },
        places: [place('log-1', 1, 1, ['K7', 'S8'], 'Five referrals'), place('log-2', 3, 5, ['K15'])],
      },
      {
        ...{ id: 'poster', title: 'Poster', kind: 'image' as const, sha256, sizeBytes: 66_742, ksbs: [], places: [] },
        remark: 'Made with the lead',
      },
    ],
  };
}

test('a report lists the portfolio with places, KSBs and hashes, and quotes it where a judgement rests on it', async () => {
  const model = withPortfolio(['log-1', 'poster']);
  const pdf = await buildReport(model);
  const text = runOn(pdf, 'pdftotext', file => ['-raw', file, '-']).replaceAll(/\s+/g, ' ');
  for (const words of [
    'The portfolio What the apprentice handed in',
    'As a whole: K13',
    'Page 1: K7 S8; Five referrals',
    'Pages 3 to 5: K15',
    'Not mapped to KSBs Made with the lead',
    'Portfolio · Referral log · Page 1 · K7 S8 Five referrals',
    'Portfolio · Poster · As a whole Made with the lead',
  ]) {
    expect(text).toContain(words);
  }
  expect(text.replaceAll(' ', '')).toContain(sha256);
  const roles = allElements(structureOf(readPdf(pdf))).map(({ role }) => role);
  expect(roles).toContain('BlockQuote');
  expect(attachedModel(pdf)).toMatchObject({ portfolio: model.portfolio });
});

test('a report that rests on what it does not list is refused', () => {
  expect(methodReport.safeParse(withPortfolio(['log-2'])).success).toBe(true);
  expect(methodReport.safeParse(withPortfolio(['elsewhere'])).success).toBe(false);
});

test('a report from before portfolios were kept is read as it was', () => {
  const model = methodReportModel();
  expect(methodReport.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  expect('portfolio' in model).toBe(false);
});
