import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appendEvent, auditHead, auditPrivateKey, makeAuditKeys } from '../../../electron/core/audit.ts';
import { connectInMemory } from '../../../electron/db/database.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { readerOf, writerOf } from '../../../electron/db/statements.ts';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { hashedText } from '../../../electron/reports/documents/audit-extract.ts';
import type { AuditExtract, ReportModel } from '../../../shared/domain/report-model.ts';
import {
  auditModel,
  feedbackModel,
  letterModel,
  outcomeModel,
  qualityAssuranceModel,
} from '../../fixtures/document-models.ts';
import { methodReportModel, overallReportModel } from '../../fixtures/report-models.ts';
import { readPdf } from './pdf-objects.ts';
import { allElements, attachedModel, pagesOf, structureOf } from './pdf-reading.ts';
import { outOfOrder, runOn } from './poppler.ts';

const textOf = (pdf: Uint8Array): string => runOn(pdf, 'pdftotext', file => ['-raw', file, '-']);
const flowing = (pdf: Uint8Array): string => textOf(pdf).replaceAll(/\s+/g, ' ');

const inOrder: readonly (readonly [string, ReportModel, readonly string[]])[] = [
  [
    'an outcome statement',
    outcomeModel(),
    [
      'Statement of outcome',
      'Ngọc Ánh Trần-Kowalski',
      'Safeguarding support officer',
      'Distinction',
      'What happens next',
      'If you disagree',
      'This statement is not the apprenticeship certificate.',
      'Assessment organisation: Example Assessment Ltd',
    ],
  ],
  [
    'feedback',
    feedbackModel(),
    [
      'Feedback on your assessment',
      'Observation with questions: Distinction',
      'What you did well',
      'Professional discussion underpinned by a portfolio: Fail',
      'What was not met, and why',
      'What was missing for a distinction',
      'What to do next',
      'About this document',
    ],
  ],
  [
    'a letter',
    letterModel(),
    [
      'Copies to',
      'Taking the assessment again',
      'Dear Ngọc Ánh Trần-Kowalski,',
      'What can be taken again',
      'What was not met',
      'What must be different next time',
      'Who does what now',
      'If you disagree',
      'Yours sincerely',
    ],
  ],
  [
    'a quality assurance report',
    qualityAssuranceModel(),
    [
      'Quality assurance report',
      'Changed',
      'Why this assessment was sampled',
      'The reasons for the decision',
      'What was looked at',
      'Remarks by method',
      'What is to be done',
      'Internal quality assurer: Mikael Håkansson',
      'Independent assessor: Dr Asha Patel',
    ],
  ],
  [
    'an audit extract',
    auditModel(),
    [
      'Audit extract',
      'Unbroken',
      'Where the log begins and ends',
      'Events of this assessment',
      'How to check this yourself',
      'Declaration and signature',
    ],
  ],
];

describe.each(inOrder)('%s', (_, model, texts) => {
  it('is read aloud in the order of its thoughts', async () => {
    const spoken = runOn(await buildReport(model), 'pdfinfo', file => ['-struct-text', file]);
    expect(outOfOrder(spoken, texts)).toBeNull();
  });

  it('is without fault for qpdf, tagged, and names document, audit anchor and page on every page', async () => {
    const bytes = await buildReport(model);
    expect(runOn(bytes, 'qpdf', file => ['--check', file])).toContain('No syntax or stream encoding errors');
    expect(runOn(bytes, 'pdfinfo', file => [file])).toMatch(/Tagged: +yes/);
    const pages = runOn(bytes, 'pdftotext', file => ['-layout', file, '-'])
      .split('\f')
      .slice(0, -1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`${model.documentId} · version 1`);
      expect(page).toContain('Audit 118 · 3f9c0a7be1d24586');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
  });
});

describe('What goes to the apprentice', () => {
  it.each([
    ['an outcome statement', outcomeModel({ failed: true })],
    ['feedback', feedbackModel()],
    ['a letter', letterModel()],
  ] as const)('%s names no examiner and quotes no note, on its pages and in its data', async (_, model) => {
    const bytes = await buildReport(model);
    const everything = flowing(bytes) + JSON.stringify(attachedModel(bytes));
    expect(everything).not.toContain('Patel');
    for (const { body } of methodReportModel().notes) {
      if (body !== '') expect(everything).not.toContain(body.slice(0, 40));
    }
  });

  it('is one page for the outcome, also with six methods, a logo’s worth of names and both stages of appeal', async () => {
    const one = outcomeModel({ failed: true, practice: true });
    const [method] = one.methods;
    const six = Array.from({ length: 6 }, (_, index) => ({ ...method, name: `Method number ${index + 1}` }));
    for (const model of [
      outcomeModel(),
      one,
      { ...one, methods: six, next: { kind: 'other', text: 'Nothing more.' } },
    ]) {
      expect(pagesOf(readPdf(await buildReport(model as ReportModel)))).toHaveLength(1);
    }
  });

  it('says what happens next: a certificate after a pass, windows after a fail, and how to disagree', async () => {
    const passed = flowing(await buildReport(outcomeModel()));
    expect(passed).toContain('Example Assessment Ltd claims your apprenticeship certificate');
    expect(passed).toContain('Stage 2: Appeal, within 20 working days');
    const failed = flowing(await buildReport(outcomeModel({ failed: true })));
    expect(failed).toContain('as a re-sit without further learning until 21 February 2027');
    expect(failed).not.toContain('claims your apprenticeship certificate');
  });

  it('says nothing of a time that the plan leaves open', async () => {
    const model = outcomeModel({ failed: true });
    const appeals = [{ stage: 'Appeal', within: { value: null, unit: 'weeks' as const }, decidedBy: 'A panel' }];
    const next = { kind: 'resit' as const, methodKeys: ['observation'], resitUntil: null, retakeUntil: null };
    const text = flowing(await buildReport({ ...model, appeals, next }));
    expect(text).toContain('as a re-sit without further learning, or as a re-take after further learning.');
    expect(text).toContain('Stage 1: Appeal (decided by: A panel).');
  });

  it('groups feedback into what was met, what was not, and what a distinction would have needed', async () => {
    const text = flowing(await buildReport(feedbackModel()));
    const discussion = text.slice(text.indexOf('Professional discussion underpinned by a portfolio: Fail'));
    const [, notMet = '', further = ''] = discussion.split(
      /What was not met, and why|What was missing for a distinction/,
    );
    expect(notMet).toContain('B2 ✗ Not met');
    expect(notMet).toContain('D2 ✗ Not met');
    expect(notMet).not.toContain('E5');
    expect(further).toContain('E5 ✗ Not met');
    expect(text.split('You met every descriptor of this method.')).toHaveLength(2);
  });

  it('says nothing about descriptors in the feedback on a method that has none', async () => {
    const model = feedbackModel();
    const methods = model.methods.map(method => ({ ...method, themes: [] }));
    const text = flowing(await buildReport({ ...model, methods }));
    expect(text).not.toContain('You met every descriptor');
    expect(text).not.toContain('No descriptor of this method was met');
  });

  it('gives the letter’s windows, its cap, and what must come first', async () => {
    const text = flowing(await buildReport(letterModel()));
    for (const words of [
      'Re-sit, no further learning Until 21 February 2027',
      'Re-take, after learning Until 21 May 2027',
      'Best grade possible Pass, unless exceptional circumstances are recorded',
      'Observation with questions: Distinction. It is not taken again.',
      'You will be asked different questions.',
      'Agrees an action plan with you',
    ]) {
      expect(text).toContain(words);
    }
    const model = letterModel();
    const plain = { ...model, actionPlanRequired: false, capLiftedForExceptionalCircumstances: false };
    const without = flowing(await buildReport(plain));
    expect(without).not.toContain('action plan');
    expect(without).not.toContain('exceptional circumstances');
  });
});

describe('A quality assurance report', () => {
  it('names what was looked at by its hash, and every change of a grade', async () => {
    const model = qualityAssuranceModel();
    const text = flowing(await buildReport(model));
    for (const { sha256 } of model.lookedAt) expect(text).toContain(`${sha256.slice(0, 32)} ${sha256.slice(32)}`);
    expect(text).toContain('Grade: Distinction, now Fail');
    expect(text).toMatch(/D2 .* ✓ Met ✗ Not met/);
  });

  it('says nothing of reasons that were not needed', async () => {
    const text = flowing(await buildReport(qualityAssuranceModel('agreed')));
    expect(text).toContain('Agreed');
    expect(text).not.toContain('The reasons for the decision');
  });
});

describe('An audit extract', () => {
  it('can be checked from its attached data by the recipe that it prints', async () => {
    const { events, log } = attachedModel(await buildReport(auditModel(20))) as AuditExtract;
    const key = createPublicKey({ key: Buffer.from(log.publicKey, 'base64'), type: 'spki', format: 'der' });
    for (const event of events) {
      const { sequence, at, actorId, type, subjectId, detail, previousHash, hash, signature } = event;
      const text = JSON.stringify([sequence, at, actorId, type, subjectId, detail, previousHash]);
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash);
      expect(verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'base64'))).toBe(true);
    }
  });

  it('hashes the very text that the log hashes', () => {
    const connection = connectInMemory();
    migrate(connection, ':memory:');
    const key = auditPrivateKey(makeAuditKeys().privateKey);
    const [reader, writer] = [readerOf(connection), writerOf(connection)];
    const event = { type: 'clock.started', subjectId: 'séance “1”', detail: { partKey: 'Teil \u2028 1' } } as const;
    appendEvent(reader, writer, key, { event, actorId: 'somebody', at: '2026-11-21T09:00:00.000Z' });
    const [row] = auditModel(1).events;
    if (!row) throw new Error('The fixture has an event');
    const recorded = {
      ...row,
      sequence: 1,
      at: '2026-11-21T09:00:00.000Z',
      actorId: 'somebody',
      type: event.type,
      subjectId: event.subjectId,
      detail: JSON.stringify(event.detail),
      previousHash: '0'.repeat(64),
    };
    expect(createHash('sha256').update(hashedText(recorded), 'utf8').digest('hex')).toBe(auditHead(reader).head);
  });

  it('prints an example whose SHA-256 is the hash that it gives', async () => {
    const model = auditModel(3);
    const text = textOf(await buildReport(model));
    const [, example = ''] = /for example, is:\n([\s\S]*?)\nIts SHA-256 is:\n/.exec(text) ?? [];
    const [, hash] = /Its SHA-256 is:\n([0-9a-f]{64})/.exec(text) ?? [];
    expect(createHash('sha256').update(example.replaceAll('\n', '')).digest('hex')).toBe(hash);
    expect(hash).toBe(model.events[0]?.hash);
  });

  it('repeats its heading on every page with events, and shows where the log is broken', async () => {
    const model = auditModel(200, 71);
    const pages = runOn(await buildReport(model), 'pdftotext', file => ['-layout', file, '-']).split('\f');
    const withEvents = pages.filter(page => /^ *\d+ +16 November 2026, \d\d:\d\d:\d\d/m.test(page));
    expect(withEvents.length).toBeGreaterThan(3);
    for (const page of withEvents) expect(page).toMatch(/No\. +Time \(UTC\) +Who +What happened +Hash/);
    expect(pages[0]).toContain('Broken at');
    expect(pages.join('\n').match(/✗ Does not fit\./g)).toHaveLength(1);
  });
});

it('shows the themes of a method as signs that are told apart by shape, with words for who does not see them', async () => {
  const model = methodReportModel({ notMet: ['d2', 'c4'], undecided: ['b4'] });
  const figures = allElements(structureOf(readPdf(await buildReport(model)))).filter(({ role }) => role === 'Figure');
  const spoken = figures.map(({ alt }) => alt).join('\n');
  expect(spoken).toContain(
    'Theme B: Allegations, incidents and referrals. pass descriptors met: B1, B2 and B3; distinction descriptors not judged: B4.',
  );
  expect(spoken).toContain('pass descriptors met: D1; pass descriptors not met: D2.');
  expect(spoken).toContain('distinction descriptors not met: C4.');
});

it('keeps the kinds of an assessor’s reports as they were: two signatures and a time stamp', async () => {
  for (const model of [methodReportModel(), overallReportModel()]) {
    expect(flowing(await buildReport(model))).toContain('I am independent of the apprentice');
  }
});
