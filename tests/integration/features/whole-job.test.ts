import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportById } from '../../../electron/features/signed-reports.ts';
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

test('a typed signature is the assessor’s own name, however it is written, and nobody else’s', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const subject = { kind: 'method', sessionId } as const;
  const typed = (name: string) => ({ subject, mark: { kind: 'typed', name } }) as const;
  expect(await bench.refusal('report.sign', typed('Quinn Fictional'))).toBe('signature.name');
  expect((await bench.ask('report.get', { subject })).signed).toBeNull();
  const signed = await bench.ask('report.sign', typed(' robin  FICTIONAL'));
  expect(signed.signedBy).toBe('Robin Fictional');
});

test('what no font has is told before signing, and does not stand in the way of it', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  const subject = { kind: 'method', sessionId } as const;
  await holdSession(bench, sessionId);
  expect((await bench.ask('report.get', { subject })).obstacles.map(({ rule }) => rule)).not.toContain('unprintable');
  await judgeAll(bench, sessionId, () => 'met');
  const judgement = { sessionId, descriptorKey: 'a1', decision: 'met', evidenceNoteIds: [] } as const;
  const told = async (rationale: string) => {
    await bench.ask('judgement.record', { ...judgement, rationale });
    const { obstacles } = await bench.ask('report.get', { subject });
    return obstacles.filter(({ rule }) => rule === 'unprintable');
  };
  expect(await told('Zoë’s naïve “plan” – 20 %, Ω, ქართული, שלום')).toEqual([]);
  const message = '3 characters cannot be printed: 日, 本, 🦊. They are kept in the attached data.';
  expect(await told('Said 日本 and 日 🦊')).toEqual([{ rule: 'unprintable', severity: 'hint', message }]);
  expect((await told('🦊'))[0]?.message).toBe('1 character cannot be printed: 🦊. It is kept in the attached data.');
  await bench.ask('report.sign', { subject, mark });
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

test('extra time is told once in a report: how much, and beside it what was agreed', async () => {
  const bench = testBench();
  const { assessmentId } = await beginSession(bench, 'professionalDiscussion');
  const agreed = { ...checklist, adjustmentPercent: 25, adjustments: 'A reader' };
  const begun = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist: agreed });
  await holdSession(bench, begun.id);
  await judgeAll(bench, begun.id, () => 'met');
  const subject = { kind: 'method', sessionId: begun.id } as const;
  const { id } = await bench.ask('report.sign', { subject, mark });
  const { model } = await bench.workbench.task(async context => context.query(({ reader }) => reportById(reader, id)));
  expect(model).toMatchObject({ session: { adjustmentPercent: 25 } });
  expect(JSON.stringify(model)).toContain('{"label":"Reasonable adjustments","value":"A reader"}');
});

test('the reason why a closed session was opened again stands in its report', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, sessionId);
  await bench.ask('session.reopen', { sessionId, reason: 'A page of the portfolio was overlooked' });
  await bench.ask('session.close', { sessionId, explanations: [] });
  await judgeAll(bench, sessionId, () => 'met');
  const signed = await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  const row = await bench.workbench.task(async context => context.query(({ reader }) => reportById(reader, signed.id)));
  expect(row.model).toMatchObject({
    session: { explanations: [{ reason: 'A page of the portfolio was overlooked' }] },
  });
});
