import { describe, expect, it } from 'vitest';
import { type ReportModel, reportModel } from '../../../shared/domain/report-model.ts';
import { declarations, signaturePlaces, signaturesOf } from '../../../shared/domain/report-signatures.ts';
import {
  auditModel,
  feedbackModel,
  letterModel,
  outcomeModel,
  qualityAssuranceModel,
} from '../../fixtures/document-models.ts';
import { methodReportModel, overallReportModel } from '../../fixtures/report-models.ts';

const refusals = (model: unknown): string[] =>
  reportModel.safeParse(model).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('A document’s model', () => {
  const complete: readonly ReportModel[] = [
    methodReportModel(),
    overallReportModel(),
    outcomeModel(),
    outcomeModel({ failed: true }),
    feedbackModel(),
    letterModel(),
    qualityAssuranceModel('agreed'),
    qualityAssuranceModel('returned'),
    qualityAssuranceModel('changed'),
    auditModel(),
  ];

  it.each(complete)('of kind $kind passes when it is complete', model => {
    expect(refusals(model)).toEqual([]);
  });

  it.each(complete)('of kind $kind holds nothing that it does not know', model => {
    expect(refusals({ ...model, surprise: true })).not.toEqual([]);
  });
});

describe('A method report is refused', () => {
  const model = methodReportModel();
  const [first] = model.notes;

  it('when a judgement rests on a note that it does not hold', () => {
    expect(refusals({ ...model, notes: model.notes.slice(1) })).toContain(
      `themes.0.descriptors.0.evidenceNoteIds.0: A1 rests on note ${first?.noteId}, which was struck or is not in the report`,
    );
  });

  it('when a judgement rests on a note that was struck', () => {
    const struck = model.notes.map((note, index) =>
      index === 0 ? { ...note, body: '', struckReason: 'Wrong' } : note,
    );
    expect(refusals({ ...model, notes: struck })[0]).toContain('A1 rests on note');
  });
});

describe('An outcome statement is refused', () => {
  it('when a certificate follows a fail, or a re-sit a pass', () => {
    expect(refusals({ ...outcomeModel(), grade: 'fail' })[0]).toMatch(/^next: /);
    expect(refusals({ ...outcomeModel({ failed: true }), grade: 'pass' })[0]).toMatch(/^next: /);
  });

  it('when it offers a method that the assessment does not have', () => {
    const next = { kind: 'resit', methodKeys: ['test'], resitUntil: null, retakeUntil: null };
    expect(refusals({ ...outcomeModel({ failed: true }), next })[0]).toMatch(/^next.methodKeys: /);
  });

  it('when it names an assessor', () => {
    expect(refusals({ ...outcomeModel(), assessor: { name: 'Dr Asha Patel' } })).not.toEqual([]);
  });
});

describe('A letter is refused', () => {
  it('when it is about a method that was passed, or about none, or names a way twice', () => {
    const letter = letterModel();
    const [method] = letter.methods;
    const way = { kind: 'resit', until: null };
    expect(refusals({ ...letter, methods: [{ ...method, grade: 'pass' }] })[0]).toMatch(/^methods.0.grade: /);
    expect(refusals({ ...letter, methods: [] })[0]).toMatch(/^methods: /);
    expect(refusals({ ...letter, methods: [{ ...method, ways: [way, way] }] })[0]).toMatch(/^methods.0.ways: /);
  });
});

describe('A quality assurance report is refused', () => {
  it('when it returns or changes without a reason, or agrees with what it changed', () => {
    expect(refusals({ ...qualityAssuranceModel('returned'), reasons: ' ' })[0]).toMatch(/^reasons: /);
    expect(refusals({ ...qualityAssuranceModel('changed'), decision: 'agreed' })[0]).toMatch(/^decision: /);
  });

  it('when it does not say why the assessment was sampled, or what was looked at', () => {
    expect(refusals({ ...qualityAssuranceModel(), riskReasons: [] })[0]).toMatch(/^riskReasons: /);
    expect(refusals({ ...qualityAssuranceModel(), lookedAt: [] })[0]).toMatch(/^lookedAt: /);
  });
});

it('refuses an audit extract whose events are out of order', () => {
  const model = auditModel(5);
  expect(refusals({ ...model, events: model.events.toReversed() })[0]).toMatch(/^events: /);
});

it('gives every kind the signatures that belong to it, the certifying one first', () => {
  const roles = Object.fromEntries(
    Object.entries(signaturesOf).map(([kind, places]) => [kind, places.map(({ role }) => role)]),
  );
  expect(roles).toEqual({
    method: ['assessor', 'qualityAssurer'],
    overall: ['assessor', 'qualityAssurer'],
    outcome: ['organisation'],
    feedback: ['organisation'],
    resitLetter: ['organisation'],
    qualityAssurance: ['qualityAssurer', 'assessor'],
    audit: ['organisation'],
  });
  for (const { declaration } of Object.values(signaturesOf).flat()) expect(declarations[declaration]).toMatch(/\.$/);
});

it('has the assessor declare under a method that was held elsewhere that its outcome was taken from a record', () => {
  const model = methodReportModel();
  const recorded = { heldOn: '2026-11-02', heldBy: 'T. Example', source: 'Result sheet 7' };
  const declared = (of: ReportModel) => signaturePlaces(of).map(({ declaration }) => declaration);
  expect(declared(model)).toEqual(['assessment', 'countersigned']);
  expect(declared({ ...model, recorded })).toEqual(['recorded', 'countersigned']);
});
