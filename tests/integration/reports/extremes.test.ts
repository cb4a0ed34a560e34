import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { margins, page as paper } from '../../../electron/reports/styles.ts';
import type { MethodReport, ReportModel } from '../../../shared/domain/report-model.ts';
import {
  auditModel,
  feedbackModel,
  letterModel,
  outcomeModel,
  qualityAssuranceModel,
} from '../../fixtures/document-models.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';
import { readPdf } from './pdf-objects.ts';
import { operatorsOf, pagesOf } from './pdf-reading.ts';
import { overlaps, runOn, wordsOf } from './poppler.ts';

const base = methodReportModel({ notMet: ['d2'] });
type Descriptor = MethodReport['themes'][number]['descriptors'][number];

const withNotes = (bodies: readonly string[]): MethodReport => ({
  ...base,
  notes: base.notes.map((note, index) => ({ ...note, body: bodies[index] ?? note.body })),
});

const manyDescriptors = (theme: MethodReport['themes'][number]): MethodReport['themes'][number] => ({
  ...theme,
  title: 'A theme whose title goes on and on '.repeat(8),
  descriptors: Array.from({ length: 30 }, (_, index): Descriptor => {
    const [first] = theme.descriptors;
    if (!first) throw new Error('The fixture’s theme has descriptors');
    const text = index % 5 === 0 ? 'A descriptor of many words, to be read slowly. '.repeat(30) : first.text;
    return {
      ...first,
      key: `d${index}`,
      label: `A${index + 1}`,
      text,
      rationale: index % 3 === 0 ? first.rationale : '',
    };
  }),
});

function withWideWords(word: string): MethodReport {
  const entry = base.time.ledger[0];
  return {
    ...base,
    documentId: 'R'.repeat(40),
    method: { ...base.method, name: word },
    apprentice: { givenNames: word, familyName: '', uln: word, employer: word, trainingProvider: word },
    session: {
      ...base.session,
      conditions: [{ label: word, value: word }],
      explanations: [{ matter: word, reason: word }],
    },
    time: { ...base.time, ledger: entry ? [{ ...entry, name: word, reason: word }] : [] },
    themes: base.themes.map(theme => ({ ...theme, title: word, ksbs: [word, word] })),
    notes: base.notes.map(note => ({ ...note, body: `${word} ${word}`, ksbs: [word] })),
    ksbs: base.ksbs.map(ksb => ({ ...ksb, text: word, themes: [word] })),
    derivation: base.derivation.map(line => ({ ...line, text: word })),
  };
}

const extremes: readonly (readonly [string, MethodReport])[] = [
  ['two thousand notes', methodReportModel({ noteCount: 2000 })],
  ['a note of 20,000 letters without a space', withNotes(['x'.repeat(20_000), 'wide '.repeat(4000)])],
  ['notes of hundreds of lines', withNotes(['line\n'.repeat(400), `${'\n'.repeat(90)}end`])],
  ['themes with thirty descriptors', { ...base, themes: base.themes.slice(0, 2).map(manyDescriptors) }],
  [
    'a long ledger with a very long reason',
    {
      ...base,
      time: {
        ...base.time,
        ledger: Array.from({ length: 150 }, (_, index) => ({
          kind: index % 2 === 0 ? ('part' as const) : ('break' as const),
          name: 'Discussion',
          startedAt: base.session.startedAt,
          endedAt: base.session.endedAt,
          seconds: 40 + index,
          reason: index === 3 ? 'The reason for it. '.repeat(400) : 'Short break',
        })),
      },
    },
  ],
  [
    'every field filled to the brim',
    {
      ...base,
      apprentice: {
        givenNames: 'Adélaïde-Wilhelmina '.repeat(6),
        familyName: 'W'.repeat(90),
        uln: '9276308686',
        employer: 'E'.repeat(300),
        trainingProvider: 'A provider with a name of many words '.repeat(8),
      },
      session: {
        ...base.session,
        place: 'p'.repeat(900),
        conditions: [{ label: 'Present at the assessment, whole or in part', value: 'somebody '.repeat(700) }],
        explanations: [{ matter: 'm'.repeat(200), reason: 'because '.repeat(900) }],
      },
      derivation: Array.from({ length: 90 }, (_, index) => ({
        text: `Step ${index} of the derivation, with words enough to fill more than one line of a column.`,
        effect: index === 89 ? ('result' as const) : ('supports' as const),
      })),
    },
  ],
  [
    'hundreds of statements',
    {
      ...base,
      ksbs: Array.from({ length: 400 }, (_, index) => ({
        code: `${['K', 'S', 'B', 'ESB'][index % 4]}${index + 1}`,
        text: index === 7 ? 'A long statement. '.repeat(200) : `Statement number ${index}`,
        evidenceCount: index % 5,
        themes: ['a'],
      })),
    },
  ],
  ['words that are wider than any column', withWideWords('W'.repeat(59))],
  ['nothing but what must be there', { ...base, notes: [], themes: [], ksbs: [], derivation: [], wouldChange: null }],
];

const filled = {
  givenNames: 'Adélaïde-Wilhelmina '.repeat(6),
  familyName: 'W'.repeat(90),
  uln: '9276308686',
  employer: 'E'.repeat(300),
  trainingProvider: 'A provider with a name of many words '.repeat(8),
};
const wide = 'W'.repeat(59);
const long = 'A sentence that is said again and again. '.repeat(120);

const feedback = feedbackModel();
const letter = letterModel();
const review = qualityAssuranceModel();
const outcome = outcomeModel({ failed: true });

const otherExtremes: readonly (readonly [string, ReportModel])[] = [
  ['an outcome statement filled to the brim', { ...outcome, apprentice: filled, next: { kind: 'other', text: long } }],
  [
    'feedback with words that go on and on',
    {
      ...feedback,
      apprentice: filled,
      opening: long,
      nextSteps: [long, wide, ''],
      methods: feedback.methods.map(method => ({
        ...method,
        name: wide,
        themes: method.themes.map(theme => ({
          ...theme,
          title: wide,
          descriptors: theme.descriptors.map((point, index) => ({
            ...point,
            label: index === 0 ? wide : point.label,
            text: index === 1 ? long : point.text,
            words: index === 2 ? long : point.words,
          })),
        })),
      })),
    },
  ],
  [
    'feedback on themes of thirty descriptors, many not judged',
    {
      ...feedback,
      methods: feedback.methods.map(method => ({
        ...method,
        themes: method.themes.map(theme => ({
          ...theme,
          descriptors: Array.from({ length: 30 }, (_, index) => ({
            label: `A${index + 1}`,
            grade: index % 2 === 0 ? ('pass' as const) : ('distinction' as const),
            text: 'Does what is asked for.',
            decision: ([null, 'met', 'notMet'] as const)[index % 3] ?? null,
            words: null,
          })),
        })),
      })),
    },
  ],
  [
    'a letter about six methods with long reasons',
    {
      ...letter,
      apprentice: filled,
      contact: wide,
      methods: Array.from({ length: 6 }, (_, index) => ({
        ...(letter.methods[0] as (typeof letter.methods)[number]),
        key: `m${index}`,
        name: index === 0 ? wide : `A method whose name is rather long, number ${index}`,
        notMet: [{ label: wide, theme: wide, text: long }],
        different: { questions: true, others: [long, wide] },
      })),
    },
  ],
  [
    'a review with long remarks',
    {
      ...review,
      apprentice: filled,
      riskReasons: [long, wide],
      reasons: long,
      actions: [{ text: long, by: wide, until: null }],
      methods: review.methods.map(method => ({
        ...method,
        name: wide,
        remark: long,
        descriptors: method.descriptors.map(one => ({ ...one, label: wide, remark: long })),
      })),
    },
  ],
  ['an audit extract of two thousand events', auditModel(2000)],
  [
    'an audit extract with long names',
    { ...auditModel(5), events: auditModel(5).events.map(event => ({ ...event, actor: wide, sentence: wide })) },
  ],
];

describe.each<readonly [string, ReportModel]>([...extremes, ...otherExtremes])('%s', (_, model) => {
  it('fit on their pages: nothing is cut off, nothing overlaps, no heading stands alone', async () => {
    const bytes = await buildReport(model);
    const words = wordsOf(bytes);
    expect(words.filter(outside)).toEqual([]);
    expect(overlaps(words)).toEqual([]);
    expect(runOn(bytes, 'qpdf', file => ['--check', file])).toContain('No syntax or stream encoding errors');
    const pdf = readPdf(bytes);
    for (const page of pagesOf(pdf)) {
      const roles = operatorsOf(pdf, page).flatMap(one =>
        one.operator === 'BDC' && one.mcid !== null ? [one.tag] : [],
      );
      expect(roles.at(-1)).not.toMatch(/^H\d$/);
    }
  });
});

/** Letters may lean out of their box by a point. */
const outside = (word: ReturnType<typeof wordsOf>[number]): boolean =>
  word.left < margins.left - 1 ||
  word.right > paper.width - margins.right + 1.5 ||
  word.top < 20 ||
  word.bottom > paper.height - 20;

it('keeps every letter of a note that is longer than a page', async () => {
  const bytes = await buildReport(withNotes(['x'.repeat(20_000)]));
  const text = runOn(bytes, 'pdftotext', file => ['-raw', file, '-']);
  const shown = text.match(/x{20,}/g)?.join('').length ?? 0;
  expect(shown).toBeGreaterThanOrEqual(20_000);
});

it('repeats the heading of a table on each page that the table goes on to', async () => {
  const bytes = await buildReport(extremes[6]?.[1] ?? base);
  const pages = runOn(bytes, 'pdftotext', file => ['-layout', file, '-']).split('\f');
  const withRows = pages.filter(page => /Statement number \d+/.test(page));
  expect(withRows.length).toBeGreaterThan(5);
  for (const page of withRows) expect(page).toMatch(/Code +Statement +Themes +Notes/);
});

it('keeps both signature boxes on one page, below the declaration', async () => {
  for (const model of [base, extremes[3]?.[1] ?? base]) {
    const words = wordsOf(await buildReport(model));
    const page = (text: string) => words.find(word => word.text === text)?.page;
    expect(page('Declaration')).toBe(page('(PAdES).'));
  }
});
