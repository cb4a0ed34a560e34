import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import type { MethodReport } from '../../../shared/domain/report-model.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';
import { attachedModel } from './pdf-reading.ts';
import { runOn, wordsOf } from './poppler.ts';

const flowing = (pdf: Uint8Array): string =>
  runOn(pdf, 'pdftotext', file => ['-raw', file, '-']).replaceAll(/\s+/g, ' ');

/** The report with its first two notes changed, both cited under the first descriptor. */
function withNotes(...bodies: readonly string[]): MethodReport {
  const model = methodReportModel();
  const notes = model.notes.map((note, index) => {
    const body = bodies[index];
    return body === undefined ? note : { ...note, body, ksbs: ['K4', 'S17'], struckReason: null };
  });
  const cited = notes.slice(0, bodies.length).map(({ noteId }) => noteId);
  const themes = model.themes.map((theme, place) => ({
    ...theme,
    descriptors: theme.descriptors.map((descriptor, index) =>
      place === 0 && index === 0 ? { ...descriptor, decision: 'met' as const, evidenceNoteIds: cited } : descriptor,
    ),
  }));
  return { ...model, notes, themes };
}

describe('what a report says of its notes', () => {
  it('prints the codes of a note once, beside its words, and what is no tag as it was typed', async () => {
    const text = flowing(await buildReport(withNotes('Planned the visit #s17 and said why #k04 #zzz')));
    expect(text.match(/Planned the visit and said why #zzz/g)?.length).toBeGreaterThan(1);
    expect(text).not.toMatch(/#s17|#k04/i);
    expect(text).toContain('K4 S17');
  });

  it('prints a note that is only tags as its codes', async () => {
    const pdf = await buildReport(withNotes('#k4 #s17'));
    expect(flowing(pdf)).not.toMatch(/#k4|#s17/i);
    const lines = runOn(pdf, 'pdftotext', file => ['-layout', file, '-']).split('\n');
    expect(lines.filter(line => /^\s*Note 1\b.*\bK4 S17$/.test(line))).toHaveLength(1);
  });

  it('leaves the words with their tags in the attached file', async () => {
    const pdf = await buildReport(withNotes('Planned the visit #s17'));
    expect(attachedModel(pdf)).toMatchObject({ notes: { 0: { body: 'Planned the visit #s17' } } });
  });

  it('says that coverage counts the notes tagged with a code, not those that judgements rest on', async () => {
    const text = flowing(await buildReport(withNotes()));
    expect(text).toContain('count the notes tagged with it: one, two, three or more.');
    expect(text).not.toContain('support the judgements');
  });
});

describe('a document made for practice', () => {
  it('has its great letters as shapes: none of them comes between the words of a page when they are copied', async () => {
    const words = wordsOf(await buildReport(methodReportModel({ practice: true })));
    expect(words.filter(({ text }) => text === 'PRACTICE').length).toBeGreaterThan(2);
    expect(words.filter(({ top, bottom }) => bottom - top > 60)).toEqual([]);
  });
});
