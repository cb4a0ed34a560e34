import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { methodOf } from '../../../shared/domain/plan.ts';
import { beginSession, checklist, temporaryFolder, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';

test('the whole job: two methods, judged, computed, signed, saved and checked by a foreign tool', async () => {
  const folder = temporaryFolder();
  const saved = path.join(folder, 'report.pdf');
  const bench = testBench({ dialogs: { saveFile: async () => saved } });
  const { assessmentId, sessionId } = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, (_, grade) => (grade === 'pass' ? 'met' : 'notMet'));
  expect((await bench.ask('session.get', { id: sessionId })).result.grade).toBe('pass');

  const signed = await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  expect(await bench.ask('report.save', { id: signed.id })).toEqual({ file: saved });
  expect(execFileSync('pdfsig', [saved], { encoding: 'utf8' })).toContain('Signature is Valid');
  expect(execFileSync('qpdf', ['--check', saved], { encoding: 'utf8' })).toContain(
    'No syntax or stream encoding errors',
  );
  const preview = await bench.ask('report.preview', { subject: { kind: 'method', sessionId } });
  expect(Buffer.from(preview.pdf).equals(readFileSync(saved))).toBe(true);

  const observation = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  await holdSession(bench, observation.id);
  await judgeAll(bench, observation.id, () => 'met');
  expect(await bench.refusal('report.sign', { subject: { kind: 'overall', assessmentId }, mark })).toBe(
    'report.blocked',
  );
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId: observation.id }, mark });
  await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });

  const assessment = await bench.ask('assessment.get', { id: assessmentId });
  expect(assessment).toMatchObject({
    stage: 'signed',
    overall: { grade: 'merit' },
    overallReport: { kind: 'overall' },
  });
  expect((await bench.ask('audit.list', { before: null, limit: 500 })).brokenAt).toBeNull();
});

test('after signing nothing of the session can be changed', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  const [first = ''] = await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  const note = { kind: 'answer', body: 'Afterwards', ksbs: [] } as const;
  expect(await bench.refusal('note.add', { sessionId, ...note, followsId: null })).toBe('session.signed');
  expect(await bench.refusal('note.change', { id: first, ...note })).toBe('session.signed');
  expect(await bench.refusal('note.strike', { id: first, reason: 'No' })).toBe('session.signed');
  expect(await bench.refusal('session.reopen', { sessionId, reason: 'No' })).toBe('session.signed');
  expect(await bench.refusal('draft.keep', { sessionId, field: 'note', body: 'x' })).toBe('session.signed');
  const judgement = {
    sessionId,
    descriptorKey: 'a1',
    decision: 'notMet',
    rationale: 'x',
    evidenceNoteIds: [],
  } as const;
  expect(await bench.refusal('judgement.record', judgement)).toBe('session.signed');
  expect(await bench.refusal('report.sign', { subject: { kind: 'method', sessionId }, mark })).toBe('report.signed');
});

test('a report is not signed while anything blocks it', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  const subject = { kind: 'method', sessionId } as const;
  expect(await bench.refusal('report.sign', { subject, mark })).toBe('report.blocked');
  await holdSession(bench, sessionId);
  expect(await bench.refusal('report.sign', { subject, mark })).toBe('report.blocked');
  await judgeAll(bench, sessionId, () => 'met');
  await bench.ask('draft.keep', { sessionId, field: 'rationale:a1', body: 'Not saved yet' });
  expect(await bench.refusal('report.sign', { subject, mark })).toBe('report.blocked');
});

test('a live assessment is refused on a plan that is not confirmed', async () => {
  const bench = testBench();
  const { apprenticeId } = await beginSession(bench, 'observation');
  const wanted = { apprenticeId, planId: 'st1030-demonstration', practice: false };
  expect(await bench.refusal('assessment.add', wanted)).toBe('plan.unconfirmed');
});

test('the template cannot be assessed by before it is complete', async () => {
  const bench = testBench();
  const { apprenticeId } = await beginSession(bench, 'observation');
  const { id: assessmentId } = await bench.ask('assessment.add', {
    apprenticeId,
    planId: 'st1030-template',
    practice: true,
  });
  const { plan } = await bench.ask('plan.get', { id: 'st1030-template' });
  const methodKey = methodOf(plan, plan.methods[0]?.key ?? '').key;
  expect(await bench.refusal('session.begin', { assessmentId, methodKey, checklist })).toBe('plan.open');
});
