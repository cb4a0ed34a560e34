import { expect, test } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { recordedReport } from '../../fixtures/recorded-report.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';
import { runOn } from './poppler.ts';

async function wordsOf(model: Parameters<typeof buildReport>[0]): Promise<string> {
  const text = runOn(await buildReport(model), 'pdftotext', file => ['-layout', file, '-']);
  return text.slice(text.indexOf('Consent of the apprentice')).replaceAll(/\s+/g, ' ');
}

test('a report says that the session was recorded, with consent, pauses, total, retention and hashes', async () => {
  const words = await wordsOf(recordedReport());
  for (const said of ['Given', '57 min', '21 November 2027', 'A service user came in', 'Comfort break', 'bbbbbbbb']) {
    expect(words).toContain(said);
  }
});

test('a report says that nothing was recorded, and that there was no consent', async () => {
  const recording = { consent: 'refused', seconds: 0, keptUntil: null, stretches: [] } as const;
  const words = await wordsOf({ ...methodReportModel(), recording: { ...recording, stretches: [] } });
  expect(words).toContain('Refused');
  expect(words).toContain('Nothing was recorded');
});

test('a report on a method without a recording does not speak of one', async () => {
  const text = runOn(await buildReport(methodReportModel()), 'pdftotext', file => [file, '-']);
  expect(text).not.toContain('Consent of the apprentice');
});
